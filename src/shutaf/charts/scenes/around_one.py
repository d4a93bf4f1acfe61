"""One body and its neighbours in two columns, for a narrow screen: few enough that every name can be read."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from shutaf.charts.scenes.placing import At, Placing

ROW, TOP = 92.0, 50.0


def around_one(middle: int, others: Sequence[int], count: int, width: float) -> Placing:
    """middle: the number of the chosen body; others: its neighbours, the strongest tie first; count: of all nodes. In px of a narrow sheet."""
    rows = ceil(len(others) / 2)
    height = max(rows, 2) * ROW + TOP
    at: list[At | None] = [None] * count
    at[middle] = (width / 2, TOP + ROW * (max(rows, 2) - 1) / 2)
    for place, i in enumerate(others):
        row, side = divmod(place, 2)
        at[i] = (width * (0.2, 0.8)[side], TOP + ROW * row)
    return Placing(tuple(at), height)
