"""How do places fit into the picture without one body on top of another?

Lengths are shares of the picture's height; x in 0..1 stands for 0..aspect of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from scipy.spatial import cKDTree

from shutaf.analysis.situation import Floats

MARGIN = 0.03
FILL = 1.5
"""Ours: half the box holds this many standard deviations before places are pressed together towards the edge."""
ROUNDS = 200


def closest(n: int, aspect: float) -> float:
    """The least distance between two of n bodies: half of what an even grid would give, at most 0.06 of the height."""
    return min(0.06, 0.5 * math.sqrt(aspect / n)) if n else 0.06


def into_box(places: Floats, aspect: float, top: float, bottom: float) -> Floats:
    """Places in 0..1 x top..bottom. Far ones are pressed towards the edge smoothly, so that one more far body does not shrink all others."""
    centred = places - places.mean(axis=0)
    spread = np.sqrt((centred**2).mean(axis=0))
    spread = np.maximum(spread, max(0.6 * spread.max(), 1e-9))
    units = centred / (FILL * spread)
    pressed = units / (1 + np.abs(units) ** 3) ** (1 / 3)
    margins = np.array([MARGIN / aspect, MARGIN])
    low, high = np.array([0.0, top]) + margins, np.array([1.0, bottom]) - margins
    return np.asarray((low + high) / 2 + pressed * (high - low) / 2)


def apart(places: Floats, aspect: float, top: float, bottom: float, n: int) -> Floats:
    """The same places, pushed apart until no two are closer than `closest(n, aspect)`, inside 0..1 x top..bottom.

    Pairs that are too close part by what they lack, half each, for at most ROUNDS rounds. O(n log n) a round.
    """
    shape = np.array([aspect, 1.0])
    margins = np.array([MARGIN, MARGIN])
    low, high = np.array([0.0, top]) + margins, np.array([aspect, bottom]) - margins
    spots, least = places * shape, closest(n, aspect)
    for _ in range(ROUNDS):
        pairs = cKDTree(spots).query_pairs(least, output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.lexsort(pairs.T)]
        gap = spots[pairs[:, 0]] - spots[pairs[:, 1]]
        length = np.hypot(gap[:, 0], gap[:, 1])
        angle = pairs[:, 0] * 2.399963  # golden angle: a direction for two bodies on one spot
        gap = np.where(length[:, None] > 1e-9, gap / np.maximum(length, 1e-9)[:, None], np.column_stack([np.cos(angle), np.sin(angle)]))
        push = gap * ((least * 1.02 - length) / 2)[:, None]
        np.add.at(spots, pairs[:, 0], push)
        np.add.at(spots, pairs[:, 1], -push)
        spots = np.clip(spots, low, high)
    return np.asarray(spots / shape)


def rows_at_the_edge(sides: Sequence[int], n: int, aspect: float) -> tuple[Floats, float]:
    """Places of bodies in rows at the lower edge, grouped by side, in the order given otherwise; and where the rest of the map ends.

    n: bodies on the whole map. Fills columns first, so that one more body moves the others in the rows by about a column at most.
    """
    if not sides:
        return np.empty((0, 2)), 1.0
    cell = 1.6 * closest(n, aspect)
    per_row = max(1, int((aspect - 2 * MARGIN) / cell))
    rows = math.ceil(len(sides) / per_row)
    height = min(cell * (0.6 + len(sides) / per_row), 0.5)  # grows with each body, not with each row: a new row must not lift the map
    columns = math.ceil(len(sides) / rows)
    place = np.empty(len(sides), dtype=np.intp)
    place[np.argsort(np.array(sides), kind="stable")] = np.arange(len(sides))
    x = (place // rows + 0.5) / columns
    y = 1 - MARGIN - height * (place % rows + 0.5) / rows
    return np.column_stack([x, y]), 1 - MARGIN - height - cell / 4
