"""What does every layout of the map give back, and how large are its shapes?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final, TypeAlias

from shutaf.charts.labels import Box
from shutaf.charts.scenes.scene import SHEET_WIDTH, Line, Named, Outline

At: TypeAlias = tuple[float, float]
MARGIN: Final = 14.0
LEAST_RADIUS, MOST_RADIUS = 2.6, 8.5


@dataclass(frozen=True, slots=True)
class Placing:
    """at: the centre of each node in sheet units, None for one without a place in this view."""

    at: tuple[At | None, ...]
    height: float
    under: tuple[Outline | Line | Named, ...] = ()


def whole_sheet(height: float) -> Box:
    return Box(MARGIN, MARGIN, SHEET_WIDTH - MARGIN, height - MARGIN)


def radii(values: Sequence[float | None], height: float) -> tuple[float, ...]:
    """A shape's area grows with its value; the largest is 1.8 times as wide as one of value 0. None is as small as 0."""
    room = sqrt(SHEET_WIDTH * height / max(len(values), 1))
    least = min(max(0.115 * room, LEAST_RADIUS), MOST_RADIUS)
    most = max((value for value in values if value), default=0.0) or 1.0
    return tuple(least * (1 + 0.8 * sqrt(max(value or 0.0, 0.0) / most)) for value in values)
