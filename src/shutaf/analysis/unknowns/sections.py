"""Which part of the brief lacks what, what would fill it, and how much do we not know altogether?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from shutaf.analysis.actors.evidence import is_asked, rows_of
from shutaf.analysis.situation import Body, Number, Record, Situation
from shutaf.analysis.unknowns.cost import DEPARTMENTS_AND_TICKS, INITIATIVES, MINUTES, NAMES_AND_SECTORS, NEEDS_AND_OFFERS

_R = TypeVar("_R", bound=Record)

SECTIONS: Final = (
    "place",
    "internal_map",
    "external_map",
    "missing",
    "grid",
    "stances",
    "network",
    "holders",
    "matches",
    "typology",
    "first_initiative",
    "coalition",
    "body_sheets",
    "propriety",
)
"""Keys of the brief's sections, in its order."""


@dataclass(frozen=True, slots=True)
class MissingInput:
    """A section that lacks input: the workbook's sheet and columns (keys) that would fill it, and the minutes that takes."""

    section: str
    sheet: str
    columns: tuple[str, ...]
    minutes: float


@dataclass(frozen=True, slots=True)
class _Demand:
    """A section needs these columns unless `is_there`."""

    section: str
    sheet: str
    columns: tuple[str, ...]
    minutes: float
    is_there: Callable[[Situation], bool]


_DEMANDS: Final = (
    _Demand("place", "place", ("name", "goals"), MINUTES["goals_of_place"], lambda s: bool(s.place.name and s.place.goals)),
    _Demand("internal_map", "departments", ("name", "goals_not_alone"), 10.0, lambda s: bool(s.departments)),
    _Demand("external_map", "organisations", ("name", "sector"), NAMES_AND_SECTORS, lambda s: any(b.sector_key for b in s.organisations)),
    _Demand("external_map", "organisations", ("themes",), NAMES_AND_SECTORS, lambda s: any(b.themes for b in s.organisations)),
    _Demand("missing", "organisations", ("sector",), NAMES_AND_SECTORS, lambda s: any(b.sector_key for b in s.organisations)),
    _Demand("missing", "place", ("goals",), MINUTES["goals_of_place"], lambda s: any(goal.key for goal in s.place.goals)),
    _Demand(
        "grid", "organisations", ("influence_1_10", "interest_1_10", "rated_by"), 10.0, lambda s: any(_is_rated(b) for b in s.organisations)
    ),
    _Demand("stances", "stances", ("body", "objective", "stance_-4_4", "said_by"), 10.0, lambda s: bool(s.stances)),
    _Demand("network", "ties", ("from", "to", "status"), DEPARTMENTS_AND_TICKS, lambda s: bool(s.known_ties)),
    _Demand("network", "map", ("informants", "asked"), 2.0, lambda s: bool(s.map.informants or s.map.asked)),
    _Demand("holders", "ties", ("holder",), 5.0, lambda s: any(tie.holder for tie in s.known_ties)),
    _Demand("matches", "needs", ("body", "title", "kind"), NEEDS_AND_OFFERS / 2, lambda s: bool(s.needs)),
    _Demand("matches", "offers", ("body", "title", "kind"), NEEDS_AND_OFFERS / 2, lambda s: bool(s.offers)),
    _Demand("typology", "initiatives", ("name", "typology"), 5.0, lambda s: any(i.typology for i in s.initiatives)),
    _Demand("first_initiative", "initiatives", ("name", "chance_0_1", "months_to_result"), INITIATIVES, lambda s: bool(s.initiatives)),
    _Demand("first_initiative", "initiatives", ("chance_0_1",), 5.0, lambda s: any(i.chance_0_1 is not None for i in s.initiatives)),
    _Demand("coalition", "initiatives", ("requires",), 5.0, lambda s: any(i.requires for i in s.initiatives)),
    _Demand("coalition", "offers", ("body", "kind", "amount"), NEEDS_AND_OFFERS / 2, lambda s: bool(s.offers)),
    _Demand("body_sheets", "organisations", ("invite",), 3.0, lambda s: any(b.invite != "unknown" for b in s.organisations)),
    _Demand("body_sheets", "organisations", ("motives", "rated_by"), 10.0, lambda s: any(b.motives for b in s.organisations)),
    _Demand("propriety", "ties", ("kind",), 5.0, lambda s: any(tie.kind for tie in s.known_ties)),
    _Demand("propriety", "offers", ("conditions",), 5.0, lambda s: any(offer.conditions for offer in s.offers)),
)
"""What each section needs. Minutes: the first hour's parts, and for single columns an estimate of ours at about 20 seconds a row for 30 rows at most."""


def missing_inputs(situation: Situation) -> tuple[MissingInput, ...]:
    """For each section of the brief: the input that is not there at all, and the minutes that would fill it, in the brief's order.

    A column with one answer counts as begun; what is still open in it is counted by `coverage`. O(rows).
    """
    open_demands = (demand for demand in _DEMANDS if not demand.is_there(situation))
    return tuple(MissingInput(demand.section, demand.sheet, demand.columns, demand.minutes) for demand in open_demands)


def coverage(situation: Situation) -> tuple[Number, ...]:
    """How much is not known: counts with their base ("x of y") and the rows concerned.

    `pairs_unknown` counts the pairs of bodies of which nobody said yes or no; its base is n (n - 1) / 2. Every other Number counts records. O(rows).

    >>> from shutaf.analysis.situation import Body, Situation
    >>> [(n.key, n.value, n.base) for n in coverage(Situation(bodies=(Body("1", "A"), Body("2", "B")))) if n.key == "pairs_unknown"]
    [('pairs_unknown', 1.0, 1.0)]
    """
    return tuple(_coverage(situation))


def pairs_known(situation: Situation) -> frozenset[frozenset[str]]:
    """Pairs of different bodies on the map of which somebody said that a tie exists, or that none does."""
    said = (tie for tie in situation.ties if tie.status != "unknown" and tie.source_ref != tie.target_ref)
    return frozenset(tie.pair for tie in said if tie.pair <= situation.body_by_ref.keys())


def _coverage(situation: Situation) -> Iterator[Number]:
    bodies, outside, departments = situation.bodies, situation.organisations, situation.departments
    initiatives, ties = situation.initiatives, situation.known_ties
    needing, offering = {need.body for need in situation.needs}, {offer.body for offer in situation.offers}
    yield _open("sectors_unknown", outside, lambda body: not body.sector_key)
    yield _open("themes_unknown", outside, lambda body: not body.themes)
    yield _open("motives_unknown", outside, lambda body: not body.motives)
    yield _open("ratings_unknown", outside, lambda body: not _is_rated(body))
    yield _open("invites_unknown", outside, lambda body: body.invite == "unknown")
    yield _open("needs_unknown", bodies, lambda body: body.ref not in needing)
    yield _open("offers_unknown", bodies, lambda body: body.ref not in offering)
    yield _open("departments_not_asked", departments, lambda body: not is_asked(situation, body))
    yield _open("chances_unknown", initiatives, lambda initiative: initiative.chance_0_1 is None)
    yield _open("months_unknown", initiatives, lambda initiative: initiative.months_to_result is None)
    yield _open("requirements_unknown", initiatives, lambda initiative: not initiative.requires)
    yield _open("strengths_unknown", ties, lambda tie: tie.strength_1_5 is None)
    yield _open("holders_unknown", ties, lambda tie: not tie.holder)
    pairs = len(bodies) * (len(bodies) - 1) // 2
    yield Number("pairs_unknown", float(pairs - len(pairs_known(situation))), base=float(pairs))
    goals = situation.place.goals
    without_theme = sum(1 for goal in goals if not goal.key)
    yield Number("goals_without_theme", float(without_theme), rows=rows_of([situation.place]), base=float(len(goals)))


def _open(key: str, records: Iterable[_R], is_open: Callable[[_R], bool]) -> Number:
    listed = list(records)
    found = [record for record in listed if is_open(record)]
    return Number(key, float(len(found)), rows=rows_of(found), base=float(len(listed)))


def _is_rated(body: Body) -> bool:
    return body.influence_1_10 is not None and body.interest_1_10 is not None
