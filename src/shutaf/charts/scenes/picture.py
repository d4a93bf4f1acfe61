"""The scene as SVG: for a page without JavaScript, for print and for files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shutaf.charts.labels import Box, Mark, Placed, place_labels
from shutaf.charts.legend import LineSample, legend_height, legend_markup
from shutaf.charts.map_nodes import Node, node_markup
from shutaf.charts.map_places import ALL_NAMED, rank
from shutaf.charts.map_ties import TieLine, ties_markup
from shutaf.charts.network_map import AREA_A_NAME_PX2, FEW
from shutaf.charts.palette import Palette
from shutaf.charts.scenes.scene import THEME, Scene, SceneTie
from shutaf.charts.scenes.under import field_boxes, names_boxes, under_markup
from shutaf.charts.shapes import REACH
from shutaf.charts.svg import Direction, Picture, Sheet, number, plain_label
from shutaf.charts.text_width import wrap

PAD_PX: Final = 22.0
MOST_ENLARGED: Final = 2.2  # a few bodies that a filter leaves are not blown up beyond this
_SMALL, _TITLE = 13.0, 18.0


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the scene is painted. refs: the bodies; ties: rows left by the filter; chosen: in apricot; near: its neighbours."""

    refs: frozenset[str]
    ties: tuple[SceneTie, ...]
    chosen: str = ""
    near: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """Finished labels. head: title and what belongs above the picture; foot: sentences below the legend; lines: kinds of line."""

    title: str
    description: str
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    lines: tuple[LineSample, ...] = ()
    has_legend: bool = True


def scene_picture(
    scene: Scene, shown: Shown, words: Words, *, direction: Direction, palette: Palette, width: float, prefix: str = "map",
    href_of: Callable[[str], str] | None = None,
) -> Picture:  # fmt: skip
    """The picture, `width` px wide. href_of: the address of a body, for pages. O(n log n + m) without the names, which take O(n x places)."""
    sheet = Sheet(width, direction, palette, prefix)
    kept = [i for i, node in enumerate(scene.nodes) if node.ref in shown.refs or node.group == THEME]
    fit = _fit(scene, kept, width)
    nodes = [_node(scene, i, shown, href_of) for i in kept]
    at = [fit.at(scene.nodes[i].x, scene.nodes[i].y) for i in kept]
    sizes = [min(max(scene.nodes[i].radius * fit.grown, 2.2), 22.0) for i in kept]
    frame = Box(4, 4, width - 4, fit.height - 4)
    labels = _labels(nodes, at, sizes, frame, names_boxes(scene, fit.at), field_boxes(scene, fit.at))
    number_of = {i: k for k, i in enumerate(kept)}
    chosen = {k for k, node in enumerate(nodes) if node.is_selected}
    body = under_markup(sheet, scene, fit.at, fit.scale)
    lines = [line for line in _lines(shown.ties, number_of) if not scene.is_quiet or line.i in chosen or line.j in chosen]
    body += ties_markup(sheet, lines, at, chosen, frame)
    for k in sorted(range(len(nodes)), key=lambda k: (nodes[k].is_selected, nodes[k].is_near, k)):
        body += node_markup(sheet, nodes[k], at[k], sizes[k], labels[k], 13 if len(nodes) <= FEW else 12)
    head = _head(sheet, words.head)
    there = {scene.nodes[i].group for i in kept}
    below, legend = _foot(sheet, scene, words, head.height + fit.height, there)
    sheet.add(head.markup + (f'<g transform="translate(0 {number(head.height)})">{body}</g>' if head.height else body) + legend)
    named = sum(label is not None for label in labels)
    height = head.height + fit.height + below
    return sheet.finish(
        height, title=words.title, description=words.description, labelled=named, total=len(nodes), has_links=href_of is not None
    )


@dataclass(frozen=True, slots=True)
class _Fit:
    scale: float
    left: float
    top: float
    height: float
    grown: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.scale, self.top + y * self.scale


def _fit(scene: Scene, kept: Sequence[int], width: float) -> _Fit:
    """The whole sheet, or the part of it where what is left stands."""
    whole = width / scene.width
    if scene.view != "network" or len(kept) == len(scene.nodes) or not kept:
        return _Fit(whole, 0, 0, scene.height * whole, max(whole, 0.75))
    xs, ys = [scene.nodes[i].x for i in kept], [scene.nodes[i].y for i in kept]
    height = scene.height * whole
    across, down = max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1)
    scale = min((width - 6 * PAD_PX) / across, (height - 4 * PAD_PX) / down, MOST_ENLARGED * whole)
    left = width / 2 - scale * (max(xs) + min(xs)) / 2
    return _Fit(scale, left, height / 2 - scale * (max(ys) + min(ys)) / 2, height, max(whole, 0.75) * min(scale / whole, 1.3))


def _node(scene: Scene, i: int, shown: Shown, href_of: Callable[[str], str] | None) -> Node:
    node = scene.nodes[i]
    href = href_of(node.ref) if href_of and node.group != THEME else ""
    return Node(
        node.label, node.group, 0, 0, node.degree, node.ref, is_selected=node.ref == shown.chosen, is_near=node.ref in shown.near,
        is_important=node.group == THEME, href=href, words=f"{node.label}, {node.words}" if node.words else node.label,
        paint=node.paint, is_hollow=node.is_hollow,
    )  # fmt: skip


def _lines(ties: Sequence[SceneTie], number_of: Mapping[int, int]) -> list[TieLine]:
    """One line a pair, as strong as its strongest row."""
    best: dict[tuple[int, int], TieLine] = {}
    for tie in ties:
        if tie.i in number_of and tie.j in number_of:
            pair = number_of[tie.i], number_of[tie.j]
            known = best.get(pair)
            if known is None or (tie.strength or 0) > (known.strength or 0):
                best[pair] = TieLine(*pair, tie.strength, tie.dashed)
    return list(best.values())


def _labels(
    nodes: Sequence[Node],
    at: Sequence[tuple[float, float]],
    sizes: Sequence[float],
    frame: Box,
    blocked: Sequence[Box],
    fields: Sequence[Box],
) -> list[Placed | None]:
    order = {i: place for place, i in enumerate(sorted(range(len(nodes)), key=lambda i: (rank(nodes[i]), i)))}
    few = len(nodes) <= FEW
    marks = [
        Mark(x, y, sizes[i] * REACH + (4 if node.is_selected or not node.degree else 0.5), node.label, rank=order[i],
             must=node.is_selected or node.is_important, strong=node.is_selected, rings=3 if few else 0,
             field=None if node.is_selected else next((one for one in fields if Box(x, y, x, y).inside(one)), None))
        for i, (node, (x, y)) in enumerate(zip(nodes, at, strict=True))
    ]  # fmt: skip
    most = None if len(nodes) <= ALL_NAMED else max(12, int((frame.right - frame.left) * (frame.bottom - frame.top) / AREA_A_NAME_PX2))
    return place_labels(marks, frame, 13 if few else 12, 130, most, blocked)


@dataclass(frozen=True, slots=True)
class _Head:
    markup: str
    height: float


def _head(sheet: Sheet, lines: Sequence[str]) -> _Head:
    """Title in large letters, the rest small, from the start of the line."""
    out, y = "", 0.0
    x, anchor = sheet.x(12), sheet.anchor("start")
    for k, words in enumerate(line for line in lines if line):
        size = _TITLE if k == 0 else _SMALL
        for row in wrap(plain_label(words), sheet.width - 24, size, 3, k == 0):
            y += size * 1.45
            out += sheet.text(x, y, row, size=size, anchor=anchor, strong=k == 0, paint="c-ink" if k == 0 else "c-ink-soft", whole=words)
    return _Head(out, y + 10 if y else 0.0)


def _foot(sheet: Sheet, scene: Scene, words: Words, top: float, there: Collection[str]) -> tuple[float, str]:
    """(height, markup) of the legend and the sentences under it."""
    if not words.has_legend:
        return 0.0, ""
    shapes = [(key.group, key.label) for key in scene.keys if key.group is not None and key.group in there]
    swatches = [(key.paint, key.label) for key in scene.keys if key.paint]
    lines = list(words.lines)
    height = legend_height(sheet, shapes, lines, swatches)
    out = legend_markup(sheet, shapes, lines, top, swatches)
    y = top + height
    for sentence in words.foot:
        for row in wrap(plain_label(sentence), sheet.width - 24, _SMALL, 4):
            y += _SMALL * 1.4
            out += sheet.text(sheet.x(12), y, row, size=_SMALL, anchor=sheet.anchor("start"), paint="c-ink-soft", whole=sentence)
    return y - top + 10, out
