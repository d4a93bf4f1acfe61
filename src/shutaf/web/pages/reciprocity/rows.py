"""The rows of the tables: each side with the lengths of its bars, and who gives to whom."""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.analysis.matching.reciprocity import Reciprocity, Standing

HALF = 100
"""Units of the picture on each side of the middle."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side with its two bars: offers to one hand of the middle, needs to the other, in units of the picture. starts: where the first begins."""

    standing: Standing
    known: int
    offers_long: int
    needs_long: int

    @property
    def starts(self) -> int:
        return HALF - self.offers_long


def side_rows(found: Reciprocity) -> list[Side]:
    """Those that have bodies; all bars in one measure."""
    most = max((len(flow) for side in found.groups for flow in (side.offers, side.needs)), default=0) or 1
    return [
        Side(side, len(side.bodies) - len(side.silent), round(HALF * len(side.offers) / most), round(HALF * len(side.needs) / most))
        for side in found.groups
    ]


@dataclass(frozen=True, slots=True)
class Between:
    """Who gives (rows) to whom (columns), in accepted matches."""

    groups: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


def between_rows(found: Reciprocity) -> Between | None:
    """None while nothing was accepted. Only sides that give or get something."""
    groups = tuple(side.key for side in found.groups if any(side.key in pair for pair in found.between))
    if not groups:
        return None
    return Between(groups, tuple((giver, tuple((getter, found.between.get((giver, getter), 0)) for getter in groups)) for giver in groups))
