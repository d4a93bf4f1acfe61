"""Whom does it concern, and who can move it? Bodies by interest (with the reading direction) and influence (upwards)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shutaf.charts.labels import Box, Mark, Placed, place_labels
from shutaf.charts.legend import legend_height, legend_markup
from shutaf.charts.map_nodes import Node, node_markup
from shutaf.charts.palette import GROUPS, Palette
from shutaf.charts.shapes import REACH, pattern, pattern_id
from shutaf.charts.spread import fan_out
from shutaf.charts.svg import SMALLEST_TEXT_PX, Direction, Picture, Sheet, check_finite, number, plain_label
from shutaf.charts.text_width import shorten, text_width

LEAST, MIDDLE, MOST = 1.0, 5.5, 10.0
EDGE_PX: Final = 26.0
_SIZE: Final = float(SMALLEST_TEXT_PX)


@dataclass(frozen=True, slots=True)
class Rated:
    """One body with both ratings known (1 to 10). is_important: its name must be seen. words: what a browser shows on it."""

    label: str
    group: str
    influence_1_10: float
    interest_1_10: float
    ref: str = ""
    is_important: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class GridLabels:
    """Finished labels: both axes, their ends, and what to do with each quadrant ("" leaves one unnamed)."""

    influence: str
    interest: str
    low: str
    high: str
    high_influence_high_interest: str = ""
    high_influence_low_interest: str = ""
    low_influence_high_interest: str = ""
    low_influence_low_interest: str = ""
    unknown: str = ""


def influence_interest(
    bodies: Sequence[Rated], labels: GridLabels, *, title: str, description: str, legend: Sequence[tuple[str, str]] = (),
    direction: Direction, palette: Palette, width: float = 640, height: float | None = None, prefix: str = "grid",
) -> Picture:  # fmt: skip
    """The grid. Bodies with equal ratings stand around their point, the first in it. labels.unknown: a hatched line under the grid that says
    who is not on it, so nobody unrated is drawn at zero. Raises ValueError for ratings outside 1 to 10 or a group not known.
    """
    _check(bodies)
    sheet = Sheet(width, direction, palette, prefix)
    below = legend_height(sheet, legend) + (28 if labels.unknown else 0)
    height = height if height is not None else round(width * (0.72 if width >= 420 else 1.15)) + below
    field = Box(EDGE_PX, EDGE_PX, width - EDGE_PX, height - below - EDGE_PX - 4)
    sheet.add(_field(sheet, field))
    _add_axes(sheet, labels, field)
    taken = _add_quadrants(sheet, labels, field)
    radius = 7.0 if width >= 420 else 5.5
    at = _places(sheet, bodies, field, radius)
    names = _names(bodies, at, radius, field, taken)
    for body, where, name in zip(bodies, at, names, strict=True):
        node = Node(body.label, body.group, 0, 0, 1, body.ref, is_important=body.is_important, words=body.words)
        sheet.add(node_markup(sheet, node, where, radius, name, _SIZE))
    if labels.unknown:
        _add_unknown(sheet, labels.unknown, field.bottom + EDGE_PX + 2)
    sheet.add(legend_markup(sheet, legend, (), height - legend_height(sheet, legend)))
    return sheet.finish(height, title=title, description=description, labelled=sum(name is not None for name in names), total=len(bodies))


def _check(bodies: Sequence[Rated]) -> None:
    if not bodies:
        raise ValueError("no bodies to draw")
    for body in bodies:
        check_finite(influence_1_10=body.influence_1_10, interest_1_10=body.interest_1_10)
        if not (LEAST <= body.influence_1_10 <= MOST and LEAST <= body.interest_1_10 <= MOST):
            raise ValueError(f"ratings go from 1 to 10: {body!r}")
        if body.group not in GROUPS:
            raise ValueError(f"no such group: {body.group!r}")


def _field(sheet: Sheet, field: Box) -> str:
    middle_x, middle_y = (field.left + field.right) / 2, (field.top + field.bottom) / 2
    box = f'x="{number(field.left)}" y="{number(field.top)}" width="{number(field.right - field.left)}" height="{number(field.bottom - field.top)}"'
    cross = f"M{number(middle_x)} {number(field.top)}V{number(field.bottom)}M{number(field.left)} {number(middle_y)}H{number(field.right)}"
    dash = 'stroke-width="1.2" stroke-dasharray="4 4"'
    return f'<rect {sheet.paint("c-ground", "s-edge")} {box} rx="6"/><path {sheet.paint("s-edge")} fill="none" {dash} d="{cross}"/>'


def _add_axes(sheet: Sheet, labels: GridLabels, field: Box) -> None:
    """Influence over the upper start corner, interest under the field; low and high at the ends of the lower axis, which runs as one reads."""
    width = field.right - field.left
    up, along = (shorten(plain_label(label), width * 0.5, _SIZE, True) for label in (labels.influence, labels.interest))
    start, end = sheet.x(EDGE_PX), sheet.x(sheet.width - EDGE_PX)
    foot = field.bottom + 16
    sheet.add(sheet.text(start, field.top - 9, f"{up}: {labels.high}", size=_SIZE, anchor=sheet.anchor("start"), strong=True))
    sheet.add(sheet.text((field.left + field.right) / 2, foot, along, size=_SIZE, anchor="middle", strong=True))
    for x, label, anchor in ((start, labels.low, sheet.anchor("start")), (end, labels.high, sheet.anchor("end"))):
        words = shorten(plain_label(label), width * 0.22, _SIZE)
        sheet.add(sheet.text(x, foot, words, size=_SIZE, anchor=anchor, paint="c-ink-soft"))


def _add_quadrants(sheet: Sheet, labels: GridLabels, field: Box) -> list[Box]:
    """The names of the quadrants in their outer corners; returns the boxes they fill."""
    width = (field.right - field.left) / 2 - 20
    taken = []
    for label, is_high, at_start in (
        (labels.high_influence_low_interest, True, True),
        (labels.high_influence_high_interest, True, False),
        (labels.low_influence_low_interest, False, True),
        (labels.low_influence_high_interest, False, False),
    ):
        words = shorten(plain_label(label), width, _SIZE)
        if words:
            x = sheet.x(EDGE_PX + 8) if at_start else sheet.x(sheet.width - EDGE_PX - 8)
            y = field.top + 17 if is_high else field.bottom - 8
            anchor = sheet.anchor("start" if at_start else "end")
            sheet.add(sheet.text(x, y, words, size=_SIZE, anchor=anchor, paint="c-ink-soft"))
            left = x if anchor == "start" else x - text_width(words, _SIZE)
            taken.append(Box(left, y - _SIZE, left + text_width(words, _SIZE), y + 4))
    return taken


def _places(sheet: Sheet, bodies: Sequence[Rated], field: Box, radius: float) -> list[tuple[float, float]]:
    """From ratings to px; those on one spot stand around it, near enough to be read as the same rating."""
    inset = radius * REACH + 22
    spots: dict[tuple[float, float], list[int]] = defaultdict(list)
    for i, body in enumerate(bodies):
        spots[body.influence_1_10, body.interest_1_10].append(i)
    out = [(0.0, 0.0)] * len(bodies)
    for (influence, interest), members in spots.items():
        along = field.left + inset + (field.right - field.left - 2 * inset) * (interest - LEAST) / (MOST - LEAST)
        y = field.bottom - inset - (field.bottom - field.top - 2 * inset) * (influence - LEAST) / (MOST - LEAST)
        for i, (dx, dy) in zip(members, fan_out(len(members), 2 * radius * 1.05), strict=True):
            x = min(max(sheet.x(along) + dx, field.left + radius * REACH), field.right - radius * REACH)
            out[i] = (float(x), float(min(max(y + dy, field.top + radius * REACH), field.bottom - radius * REACH)))
    return out


def _names(
    bodies: Sequence[Rated], at: Sequence[tuple[float, float]], radius: float, field: Box, taken: Sequence[Box]
) -> list[Placed | None]:
    """A name for each body where there is a place; the strongest bodies first."""
    reach = radius * REACH
    marks = [
        Mark(x, y, reach, body.label, rank=-(body.influence_1_10 + body.interest_1_10), must=body.is_important)
        for body, (x, y) in zip(bodies, at, strict=True)
    ]
    frame = Box(field.left + 5, field.top + 5, field.right - 5, field.bottom - 5)
    return place_labels(marks, frame, _SIZE, min(150.0, (field.right - field.left) / 3), blocked=taken)


def _add_unknown(sheet: Sheet, words: str, top: float) -> None:
    """Those without a rating, as a hatched line."""
    sheet.defs[""] = pattern(sheet.prefix, "", sheet.palette.unknown, "unknown")
    box = f'x="{number(EDGE_PX)}" y="{number(top)}" width="{number(sheet.width - 2 * EDGE_PX)}" height="22" rx="4"'
    sheet.add(f'<rect {sheet.paint("c-unknown-wash")} {box}/><rect fill="url(#{pattern_id(sheet.prefix, "")})" fill-opacity="0.45" {box}/>')
    label = shorten(plain_label(words), sheet.width - 2 * EDGE_PX - 16, _SIZE)
    sheet.add(sheet.text(sheet.x(EDGE_PX + 8), top + 15.5, label, size=_SIZE, anchor=sheet.anchor("start"), halo=True))
