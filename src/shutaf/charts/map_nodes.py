"""How is one body drawn on the map: its shape, its rings, its name?"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from shutaf.charts.labels import LINE_EM, Placed
from shutaf.charts.palette import GROUP_CLASS, GROUPS
from shutaf.charts.shapes import REACH, hole_path, shape_path
from shutaf.charts.svg import Sheet, escape, number, tooltip


@dataclass(frozen=True, slots=True)
class Node:
    """One body on the map.

    x_0_1, y_0_1: its place, from the top left. degree: how many ties of it are known. is_selected: the chosen body (apricot), is_near: its
    neighbour, is_important: its name must be seen. words: what a browser shows on it, "" for the label. href: "" for no link.
    paint: the class of another fill than the sector's. is_hollow: what its size would tell is not known. A group outside GROUPS is no body but a
    theme, drawn as an open ring.
    """

    label: str
    group: str
    x_0_1: float
    y_0_1: float
    degree: int
    ref: str = ""
    is_selected: bool = False
    is_near: bool = False
    is_important: bool = False
    href: str = ""
    words: str = ""
    paint: str = ""
    is_hollow: bool = False


def node_markup(sheet: Sheet, node: Node, at: tuple[float, float], radius: float, label: Placed | None, size_px: float) -> str:
    """A body at `at` (px) with its rings and, where there was a place, its name; a link when it has an address."""
    parts = [tooltip(node.words or node.label)]
    if label is not None and label.is_joined:
        parts.append(_leader(sheet, at, label))
    parts += [_rings(sheet, node, at, radius), _shape(sheet, node, at, radius)]
    if label is not None:
        parts += _name(sheet, node, label, size_px)
    look = "node" + (" near" if node.is_near else "") + (" sel" if node.is_selected else "")
    ref = f' data-ref="{escape(node.ref)}"' if node.ref else ""
    tag = f'a href="{escape(node.href)}"' if node.href else "g"
    return f'<{tag} class="{look}"{ref}>{"".join(parts)}</{tag[0]}>'


def _rings(sheet: Sheet, node: Node, at: tuple[float, float], radius: float) -> str:
    """Apricot around the chosen body, dashed around one without a tie known to us."""
    centre = f'cx="{number(at[0])}" cy="{number(at[1])}"'
    out = ""
    if not node.degree:
        dashed = 'fill="none" stroke-width="1.2" stroke-dasharray="3 2.5"'
        out += f'<circle {sheet.paint("s-unknown")} {dashed} {centre} r="{number(radius * REACH + 3)}"/>'
    if node.is_selected:
        out += f'<circle {sheet.paint("s-now-edge")} fill="none" stroke-width="2.5" {centre} r="{number(radius * REACH + 4)}"/>'
    return out


def _shape(sheet: Sheet, node: Node, at: tuple[float, float], radius: float) -> str:
    if node.group not in GROUPS:
        ring = f'cx="{number(at[0])}" cy="{number(at[1])}" r="{number(radius)}"'
        return f'<circle {sheet.paint("c-ground", "s-act")} stroke-width="2.5" {ring}/>'
    hole = hole_path(node.group, *at, radius)
    behind = f'<path {sheet.paint("c-ground")} d="{hole}"/>' if hole else ""
    fill = node.paint or GROUP_CLASS[node.group]
    look = f'{sheet.paint(fill, "s-edge" if fill.startswith("heat") else "s-ground")} stroke-width="{number(min(1.5, radius / 4))}"'
    if node.is_hollow:
        look = f'{sheet.paint("c-ground", _stroke(node.group))} stroke-width="1.6" stroke-dasharray="3 2"'
    rule = ' fill-rule="evenodd"' if hole else ""
    return f'{behind}<path {look}{rule} d="{shape_path(node.group, *at, radius)}{hole}"/>'


def _stroke(group: str) -> str:
    return f"s-{group.replace('_', '-') or 'unknown'}"


def _leader(sheet: Sheet, at: tuple[float, float], label: Placed) -> str:
    """A thin line from the shape to a name that found no place beside it."""
    box = label.box
    x, y = min(max(at[0], box.left), box.right), min(max(at[1], box.top), box.bottom)
    if hypot(x - at[0], y - at[1]) < 1:
        return ""
    ends = f'x1="{number(at[0])}" y1="{number(at[1])}" x2="{number(x)}" y2="{number(y)}"'
    return f'<line {sheet.paint("s-ink-soft")} stroke-width="0.8" {ends}/>'


def _name(sheet: Sheet, node: Node, label: Placed, size_px: float) -> list[str]:
    whole = " ".join(label.lines)
    paint = "c-ink" if node.is_selected or node.is_near or node.is_important else "c-ink-soft"
    return [
        sheet.text(
            label.x, label.baseline + i * LINE_EM * size_px, line,
            size=size_px, anchor="middle", paint=paint, strong=node.is_selected, halo=True, whole=whole,
        )
        for i, line in enumerate(label.lines)
    ]  # fmt: skip
