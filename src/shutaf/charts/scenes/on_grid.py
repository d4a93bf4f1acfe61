"""Influence and interest: the rated ones on the field, and those nobody rated in a strip of their own, never at zero."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final

import numpy as np

from shutaf.charts.influence_interest import LEAST, MIDDLE, MOST, GridLabels
from shutaf.charts.map_nodes import Node
from shutaf.charts.scenes.placing import At, Placing
from shutaf.charts.scenes.scene import SHEET_WIDTH, Line, Named, Outline
from shutaf.charts.spread import fan_out, push_apart
from shutaf.charts.svg import Direction

EDGE, INSET, FIELD_HEIGHT = 34.0, 44.0, 500.0
_ROW: Final = 84.0  # a name in two lines under or over its shape stays within the strip


def on_grid(
    nodes: Sequence[Node], ratings: Mapping[str, tuple[float, float]], labels: GridLabels, direction: Direction, radius: float
) -> Placing:
    """ratings: ref -> (influence, interest), 1 to 10. Interest runs as one reads, influence upwards."""
    unrated = [i for i, node in enumerate(nodes) if node.ref not in ratings]
    columns = 12
    rows = ceil(len(unrated) / columns) if unrated else 0
    if rows > 5:
        columns, rows = ceil(len(unrated) / 5), 5
    height = EDGE + FIELD_HEIGHT + 40 + (rows * _ROW + 44 if rows else 0)
    at: list[At | None] = [None] * len(nodes)
    _place_rated(nodes, ratings, direction, radius, at)
    _open_up(at, radius)
    top = EDGE + FIELD_HEIGHT + 40
    for place, i in enumerate(unrated):
        row, column = divmod(place, columns)
        along = EDGE + (SHEET_WIDTH - 2 * EDGE) * (column + 0.5) / columns
        at[i] = _across(along, direction), top + 17 + _ROW * (row + 0.5)
    return Placing(tuple(at), height, tuple(_under(labels, direction, top, rows)))


def _across(along: float, direction: Direction) -> float:
    return SHEET_WIDTH - along if direction == "rtl" else along


def _place_rated(
    nodes: Sequence[Node], ratings: Mapping[str, tuple[float, float]], direction: Direction, radius: float, at: list[At | None]
) -> None:
    spots: dict[tuple[float, float], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if node.ref in ratings:
            spots[ratings[node.ref]].append(i)
    for (influence, interest), members in spots.items():
        along = EDGE + INSET + (SHEET_WIDTH - 2 * EDGE - 2 * INSET) * (interest - LEAST) / (MOST - LEAST)
        y = EDGE + FIELD_HEIGHT - INSET - (FIELD_HEIGHT - 2 * INSET) * (influence - LEAST) / (MOST - LEAST)
        for i, (dx, dy) in zip(members, fan_out(len(members), 2.2 * radius), strict=True):
            at[i] = float(_across(along, direction) + dx), float(y + dy)


def _open_up(at: list[At | None], radius: float) -> None:
    """Shapes that would cover each other move by less than their own width."""
    placed = [i for i, where in enumerate(at) if where is not None]
    centres = np.array([at[i] for i in placed], dtype=np.float64).reshape(-1, 2)
    low = np.array([EDGE + radius, EDGE + radius])
    high = np.array([SHEET_WIDTH - EDGE - radius, EDGE + FIELD_HEIGHT - radius])
    halves = np.full_like(centres, radius * 0.95)
    for i, (x, y) in zip(placed, push_apart(centres, halves, low, high, np.arange(len(placed))), strict=True):
        at[i] = float(x), float(y)


def _under(labels: GridLabels, direction: Direction, top: float, rows: int) -> list[Outline | Line | Named]:
    right, bottom = SHEET_WIDTH - EDGE, EDGE + FIELD_HEIGHT
    start, end = ("end", "start") if direction == "rtl" else ("start", "end")
    middle = EDGE + FIELD_HEIGHT * (MOST - MIDDLE) / (MOST - LEAST)
    out: list[Outline | Line | Named] = [
        Outline("box", EDGE, EDGE, right - EDGE, FIELD_HEIGHT),
        Line(SHEET_WIDTH / 2, EDGE, SHEET_WIDTH / 2, bottom, is_dashed=True),
        Line(EDGE, middle, right, middle, is_dashed=True),
        Named(_across(EDGE, direction), EDGE - 12, f"{labels.influence}: {labels.high}", start, is_strong=True),
        Named(SHEET_WIDTH / 2, bottom + 22, labels.interest, "middle", is_strong=True),
        Named(_across(EDGE, direction), bottom + 22, labels.low, start),
        Named(_across(right, direction), bottom + 22, labels.high, end),
    ]
    for label, along, y, anchor in (
        (labels.high_influence_low_interest, EDGE + 12, EDGE + 22, start),
        (labels.high_influence_high_interest, right - 12, EDGE + 22, end),
        (labels.low_influence_low_interest, EDGE + 12, bottom - 12, start),
        (labels.low_influence_high_interest, right - 12, bottom - 12, end),
    ):
        out.append(Named(_across(along, direction), y, label, anchor))
    if rows:
        out.append(Outline("box", EDGE, top, right - EDGE, rows * _ROW + 34, is_dashed=True, is_wash=True))
        out.append(Named(_across(EDGE + 12, direction), top + 18, labels.unknown, start, is_strong=True))
    return out
