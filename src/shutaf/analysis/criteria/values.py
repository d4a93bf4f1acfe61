"""By what are initiatives compared, and what is known of each?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from shutaf.analysis.coalition.requirements import Demand, demands
from shutaf.analysis.coalition.sides import left_out, lowest, stances_toward
from shutaf.analysis.criteria.settled import FLOOR, is_less, labels_settled, own_key, weights_settled
from shutaf.analysis.situation import MUNICIPALITY, Initiative, Number, Origin, Situation


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing initiatives are compared by.

    key: months_to_result, sectors_gain, resources_covered, bodies_willing, or "own:<folded label>"; label: an own criterion as written.
    weight_0_1: all weights sum to 1. indifferent, decisive: differences up to the first count nothing, from the second on fully.
    """

    key: str
    label: str
    weight_0_1: float
    better: Literal["more", "less"]
    indifferent: float
    decisive: float


STANDARD = (
    Criterion("months_to_result", "", 1.0, "less", 1.0, 12.0),
    Criterion("sectors_gain", "", 1.0, "more", 0.0, 2.0),
    Criterion("resources_covered", "", 1.0, "more", 0.0, 0.5),
    Criterion("bodies_willing", "", 1.0, "more", 0.0, 3.0),
)
"""Ours: the criteria and their steps. One month is noise; a year, two sectors, half of the resources or three willing bodies decide. Equal weights
unless the caller gives others. The chance of success is no criterion: it is the floor, and a floor does not also score (decision 014)."""


def criteria_of(situation: Situation, weights: Mapping[str, float] | None = None) -> tuple[Criterion, ...]:
    """The standard criteria, then the user's own in the order of their first appearance; weights scaled to sum 1.

    weights: relative importance by key; those people settled where left out; a criterion not named counts 1, one of 0 counts nothing.
    Ours: an own criterion decides at the spread of its known values; settled weights that are all 0 are as good as none.
    Raises ValueError for a key that is no criterion here (chance is the floor), for negative weights, and when none is positive.
    """
    found = (*STANDARD, *_own(situation))
    if weights is None:
        settled = weights_settled(situation.choosing)
        raw = [settled.get(criterion.key, 1.0) for criterion in found]
        return _scaled(found, raw if sum(raw) > 0 else [1.0] * len(found))
    given = dict(weights)
    if FLOOR in given:
        raise ValueError("chance is the floor that opens or closes the door; it does not also score")
    if unknown := given.keys() - {criterion.key for criterion in found}:
        raise ValueError(f"no such criterion: {', '.join(sorted(unknown))}")
    raw = [given.get(criterion.key, 1.0) for criterion in found]
    if min(raw) < 0 or sum(raw) <= 0:
        raise ValueError("weights must be 0 or more, and one of them above 0")
    return _scaled(found, raw)


def _scaled(found: Sequence[Criterion], raw: Sequence[float]) -> tuple[Criterion, ...]:
    return tuple(replace(criterion, weight_0_1=weight / sum(raw)) for criterion, weight in zip(found, raw, strict=True))


def values_of(situation: Situation, initiative: Initiative, criteria: Sequence[Criterion]) -> tuple[Number | None, ...]:
    """What is known of one initiative by each criterion; None = unknown, never 0."""
    known = {
        "months_to_result": _plain("initiative_months_to_result", initiative, initiative.months_to_result),
        "sectors_gain": _sectors_gain(situation, initiative),
        "resources_covered": _resources_covered(situation, initiative),
        "bodies_willing": _bodies_willing(situation, initiative),
    }
    for label, value in initiative.criteria:
        number = Number("initiative_own_criterion", value, (initiative.ref, label), _rows(initiative.origin))
        known[own_key(label)] = number
    return tuple(known.get(criterion.key) for criterion in criteria)


def chance_of(initiative: Initiative) -> Number | None:
    """The stated chance of success: somebody's judgement, held against the floor and never multiplied; None = nobody stated one."""
    return _plain("initiative_chance", initiative, initiative.chance_0_1)


def counted_demands(situation: Situation, initiative: Initiative) -> tuple[Demand, ...]:
    """What the initiative requires beside the offers of bodies that may be counted on (not of those strongly against or not to be invited)."""
    return demands(situation, initiative, without={body.ref for body in left_out(situation, initiative)})


def _own(situation: Situation) -> list[Criterion]:
    """Those somebody judged, then those that were only switched on: there every value is unknown."""
    seen: dict[str, tuple[str, list[float]]] = {}
    for initiative in situation.initiatives:
        for label, value in initiative.criteria:
            seen.setdefault(own_key(label), (label, []))[1].append(value)
    for key, label in labels_settled(situation.choosing).items():
        seen.setdefault(key, (label, [0.0]))
    return [
        Criterion(key, label, 1.0, "less" if is_less(situation.choosing, key) else "more", 0.0, max(known) - min(known))
        for key, (label, known) in seen.items()
    ]


def _plain(key: str, initiative: Initiative, value: float | None) -> Number | None:
    return None if value is None else Number(key, value, (initiative.ref,), _rows(initiative.origin))


def _sectors_gain(situation: Situation, initiative: Initiative) -> Number | None:
    """Groups as written stand in no sector; where nothing but such groups gain, the number of sectors is unknown."""
    bodies = [situation.body_by_ref[ref] for ref in initiative.gains if ref in situation.body_by_ref]
    sectors = {body.sector_key for body in bodies} - {""}
    if any(who == MUNICIPALITY for who, _what in initiative.gains_what):
        sectors.add("public")
    if not sectors:
        return None
    rows = _rows(initiative.origin, *(body.origin for body in bodies))
    return Number("initiative_sectors_gain", float(len(sectors)), (initiative.ref,), rows)


def _resources_covered(situation: Situation, initiative: Initiative) -> Number | None:
    """The mean covered share of what is required; an offer of unknown amount counts as one that may cover, and a reason says so."""
    wanted = counted_demands(situation, initiative)
    if not wanted:
        return None
    share = sum(demand.covered_share_0_1 for demand in wanted) / len(wanted)
    rows = _rows(initiative.origin, *(gift.offer.origin for demand in wanted for gift in demand.gifts))
    return Number("initiative_resources_covered", share, (initiative.ref,), rows, base=float(len(wanted)))


def _bodies_willing(situation: Situation, initiative: Initiative) -> Number | None:
    """Bodies whose most cautious stance is above 0, of those whose stance is known."""
    stances = stances_toward(situation, initiative)
    if not stances:
        return None
    willing = sum(lowest(given) > 0 for given in stances.values())
    rows = _rows(*(stance.origin for given in stances.values() for stance in given))
    return Number("initiative_bodies_willing", float(willing), (initiative.ref,), rows, base=float(len(stances)))


def _rows(*origins: Origin | None) -> tuple[Origin, ...]:
    return tuple(origin for origin in origins if origin is not None)
