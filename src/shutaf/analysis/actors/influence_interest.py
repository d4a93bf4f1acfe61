"""Where do the rated bodies stand on influence x interest?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from shutaf.analysis.actors.evidence import counted
from shutaf.analysis.actors.power_interest import CUT, QUARTERS, Quarter
from shutaf.analysis.situation import Body, Number, Situation


@dataclass(frozen=True, slots=True)
class Placed:
    """A body with both ratings (1-10) and its quarter; who rated it and when, as written ("" where not said)."""

    ref: str
    group: str
    influence_1_10: float
    interest_1_10: float
    quarter: Quarter
    rated_by: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Unrated:
    """A body that cannot be placed, and which of `influence`, `interest` is missing."""

    ref: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """All rated bodies on the grid. For the driver only: ratings are somebody's view of a body and never leave the preparation."""

    placed: tuple[Placed, ...]
    unrated: tuple[Unrated, ...]
    counts: Mapping[Quarter, Number]
    cut: float = CUT
    audience: Literal["driver"] = "driver"


def influence_interest(situation: Situation) -> Grid:
    """Which outside bodies to manage closely, keep satisfied, keep informed or watch, as far as they were rated.

    influence_1_10, interest_1_10 of a body: 1 low .. 10 high, None unknown. A body with one rating or none is listed apart, never placed at a middle.
    Returns the placed bodies by quarter, then the higher sum first, then ref. O(n log n). Source: Mendelow 1991, as popularised by Johnson & Scholes.

    >>> from shutaf.analysis.situation import Body, Situation
    >>> influence_interest(Situation(bodies=(Body("1", "Firm", influence_1_10=9, interest_1_10=2),))).placed[0].quarter
    'keep_satisfied'
    """
    rated = {body.ref: _placed(body) for body in situation.organisations}
    placed = sorted((one for one in rated.values() if one is not None), key=_order)
    unrated = tuple(Unrated(body.ref, _missing(body)) for body in situation.organisations if rated[body.ref] is None)
    counts: dict[Quarter, Number] = {}
    for name in QUARTERS:
        bodies = (situation.body_by_ref[one.ref] for one in placed if one.quarter == name)
        counts[name] = counted("bodies_in_quarter", bodies, name, base=float(len(placed)))
    return Grid(tuple(placed), unrated, counts)


def quarter(influence_1_10: float, interest_1_10: float, cut: float = CUT) -> Quarter:
    """The quarter of one pair of ratings, as `power_interest` places a whole list; a rating on the cut is high."""
    if influence_1_10 >= cut:
        return "manage_closely" if interest_1_10 >= cut else "keep_satisfied"
    return "keep_informed" if interest_1_10 >= cut else "watch"


def _missing(body: Body) -> tuple[str, ...]:
    ratings = (("influence", body.influence_1_10), ("interest", body.interest_1_10))
    return tuple(name for name, value in ratings if value is None)


def _placed(body: Body) -> Placed | None:
    influence, interest = body.influence_1_10, body.interest_1_10
    if influence is None or interest is None:
        return None
    return Placed(body.ref, body.group_key, influence, interest, quarter(influence, interest), body.rated_by, body.as_of)


def _order(one: Placed) -> tuple[int, float, str]:
    return QUARTERS.index(one.quarter), -(one.influence_1_10 + one.interest_1_10), one.ref
