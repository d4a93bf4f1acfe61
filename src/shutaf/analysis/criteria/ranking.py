"""Which initiative should come first, why, and what must it prove for the bigger ones?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from shutaf.analysis.criteria.additive import weighted_sum
from shutaf.analysis.criteria.flows import flow_parts, net_flows
from shutaf.analysis.criteria.ideal import topsis
from shutaf.analysis.criteria.preference import PreferenceFunction, preferences
from shutaf.analysis.criteria.reasons import reasons_against, reasons_for
from shutaf.analysis.criteria.robustness import Robustness, Threshold, robustness
from shutaf.analysis.criteria.settled import Floor, floors_of
from shutaf.analysis.criteria.values import Criterion, chance_of, criteria_of, values_of
from shutaf.analysis.matching.judgement import Reason
from shutaf.analysis.matching.words import natural
from shutaf.analysis.situation import Bools, Floats, Initiative, Number, Situation
from shutaf.analysis.text.fold import fold

FLOOR_0_1 = 0.7
"""Ours, after the toolkit's "start with something with high chances": 0.7, set in advance."""


@dataclass(frozen=True, slots=True)
class RankedInitiative:
    """One initiative in the order of the ranking.

    chance: as stated, held against the floor; it does not score. held: by Ranking.floors, the chance first. values: by Ranking.criteria, None = unknown.
    net_flow: -1 .. 1, None where it could be compared with no other; parts: what each criterion adds to it.
    passes_floor: None where it fails no floor and one is unknown, which is neither a pass nor a failure. share_first, share_next: of 1,000 random
    weightings, in how many it stands first, and second or third. second_stage: it is under a floor, or people put it off; it waits until the first
    has proven what it needs.
    """

    ref: str
    rank: int
    net_flow: Number | None
    chance: Number | None
    values: tuple[Number | None, ...]
    for_reasons: tuple[Reason, ...]
    against_reasons: tuple[Reason, ...]
    passes_floor: bool | None
    share_first: Number | None
    second_stage: bool
    held: tuple[Number | None, ...] = ()
    parts: tuple[Number | None, ...] = ()
    share_next: Number | None = None

    @property
    def known_count(self) -> int:
        """By how many criteria something is known of it."""
        return sum(value is not None for value in self.values)


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """What two other methods put first, on the criteria known for every initiative that may be first. topsis, weighted_sum: these, best first."""

    topsis_first: str
    weighted_sum_first: str
    criteria: tuple[str, ...]
    topsis: tuple[str, ...] = ()
    weighted_sum: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """rows: best first; those that pass the floors, then those of which one is unknown, then those under one. criteria: those that score.

    first: ref, or None with why_not_first: no_initiative, chance_unknown (nobody's chance is stated), none_passes_floor.
    holds: in how many single changes of a weight by a fifth the first stays first (base: of how many).
    """

    rows: tuple[RankedInitiative, ...]
    criteria: tuple[Criterion, ...]
    floor_0_1: float
    first: str | None
    why_not_first: str = ""
    holds: Number | None = None
    thresholds: tuple[Threshold, ...] = ()
    cross_check: CrossCheck | None = None
    floors: tuple[Floor, ...] = ()

    @property
    def by_ref(self) -> Mapping[str, RankedInitiative]:
        return {row.ref: row for row in self.rows}


def rank_initiatives(situation: Situation, *, floor: float | None = None, weights: Mapping[str, float] | None = None) -> Ranking:
    """Quick win first: of the initiatives that reach every floor, the one that stands highest above all others.

    floor: of the chance, 0 .. 1; where left out the one people settled, else 0.7. weights: see `criteria_of`. A criterion with a floor does not score. Comparison by PROMETHEE II on the criteria known for both of a pair (see `net_flows`);
    equal flows: higher chance, then name. The chance is the floor and does not also score: standing high over it buys nothing. What offers do not cover is a criterion and a reason against, never a silent exclusion.
    Raises ValueError for a floor outside 0 .. 1 and for wrong weights. O(initiatives^2 x criteria x 1,600).
    Ours: the design (quick win first); PROMETHEE II: Brans & Vincke 1985.
    """
    floors = _floors(situation, floor)
    criteria = _scoring(criteria_of(situation, weights), floors)
    initiatives = sorted(
        situation.initiatives, key=lambda i: (-(i.chance_0_1 if i.chance_0_1 is not None else -1), fold(i.name), natural(i.ref))
    )
    if not initiatives:
        return Ranking((), criteria, floors[0].at, None, "no_initiative", floors=floors)
    compared = _Compared.of(situation, initiatives, criteria, floors)
    flows = np.round(net_flows(compared.preference, compared.weights[None, :])[0], 9)
    firm = robustness(compared.preference, compared.weights, compared.passes) if compared.passes.any() else None
    order = sorted(range(len(initiatives)), key=lambda i: (compared.tier[i], -np.nan_to_num(flows[i], nan=-2.0), i))
    parts = flow_parts(compared.preference, compared.weights)
    rows = tuple(_row(situation, compared, i, rank, flows[i], parts[i], firm) for rank, i in enumerate(order, 1))
    if firm is None:
        unknown = all(initiative.chance_0_1 is None for initiative in initiatives)
        return Ranking(rows, criteria, floors[0].at, None, "chance_unknown" if unknown else "none_passes_floor", floors=floors)
    origins = rows[0].net_flow.rows if rows[0].net_flow else ()
    holds = Number("first_holds", float(firm.holds), (rows[0].ref,), origins, base=float(firm.tried))
    return Ranking(
        rows, criteria, floors[0].at, rows[0].ref, "", holds, _named(firm.thresholds, initiatives), _cross_check(compared), floors
    )


@dataclass(frozen=True)
class _Compared:
    """Initiatives in the order that settles ties, beside what is known of them. array: (n, c), NaN = unknown."""

    initiatives: tuple[Initiative, ...]
    criteria: tuple[Criterion, ...]
    floors: tuple[Floor, ...]
    held: tuple[tuple[Number | None, ...], ...]
    numbers: tuple[tuple[Number | None, ...], ...]
    array: Floats
    preference: Floats
    tier: tuple[int, ...]

    @classmethod
    def of(
        cls, situation: Situation, initiatives: list[Initiative], criteria: tuple[Criterion, ...], floors: tuple[Floor, ...]
    ) -> _Compared:
        numbers = tuple(values_of(situation, initiative, criteria) for initiative in initiatives)
        array = np.array([[np.nan if number is None else number.value for number in row] for row in numbers], dtype=np.float64)
        functions = [PreferenceFunction("linear", c.indifferent, max(c.indifferent, c.decisive)) for c in criteria]
        held = tuple(_held(situation, initiative, floors) for initiative in initiatives)
        tier = tuple(_tier(initiative, values, floors) for initiative, values in zip(initiatives, held, strict=True))
        return cls(tuple(initiatives), criteria, floors, held, numbers, array, preferences(array, _better(criteria), functions), tier)

    @property
    def passes(self) -> Bools:
        return np.array([tier == 0 for tier in self.tier], dtype=np.bool_)

    @property
    def weights(self) -> Floats:
        return np.array([criterion.weight_0_1 for criterion in self.criteria])


def _better(criteria: tuple[Criterion, ...]) -> Floats:
    return np.array([1.0 if criterion.better == "more" else -1.0 for criterion in criteria])


def _floors(situation: Situation, floor: float | None) -> tuple[Floor, ...]:
    """The floors; one that is asked for stands instead of the settled one of the chance."""
    found = floors_of(situation, FLOOR_0_1)
    if floor is not None:
        found = (replace(found[0], at=floor), *found[1:])
    if not 0 <= found[0].at <= 1:
        raise ValueError("the floor is a share between 0 and 1")
    return found


def _scoring(criteria: tuple[Criterion, ...], floors: tuple[Floor, ...]) -> tuple[Criterion, ...]:
    """Those without a floor, weights scaled to sum 1. Ours: where nothing would be left to compare by, all of them score."""
    gates = {floor.key for floor in floors}
    left = tuple(criterion for criterion in criteria if criterion.key not in gates)
    whole = sum(criterion.weight_0_1 for criterion in left)
    if whole <= 0 or len(left) == len(criteria):
        return criteria
    return tuple(replace(criterion, weight_0_1=criterion.weight_0_1 / whole) for criterion in left)


def _held(situation: Situation, initiative: Initiative, floors: tuple[Floor, ...]) -> tuple[Number | None, ...]:
    """What is known of an initiative by each criterion that has a floor."""
    gates = tuple(Criterion(floor.key, floor.label, 0.0, floor.better, 0.0, 0.0) for floor in floors[1:])
    return (chance_of(initiative), *values_of(situation, initiative, gates))


def _tier(initiative: Initiative, held: tuple[Number | None, ...], floors: tuple[Floor, ...]) -> int:
    """0 passes every floor, 1 fails none and one is unknown, 2 is under one or was put off by people."""
    fails = any(value is not None and not floor.holds(value.value) for value, floor in zip(held, floors, strict=True))
    if fails or initiative.shortlist == "later":
        return 2
    return 1 if any(value is None for value in held) else 0


def _named(thresholds: tuple[Threshold, ...], initiatives: list[Initiative]) -> tuple[Threshold, ...]:
    """Who comes first beyond each end, by its ref."""
    refs = {str(place): initiative.ref for place, initiative in enumerate(initiatives)}
    return tuple(replace(one, then_under=refs.get(one.then_under, ""), then_over=refs.get(one.then_over, "")) for one in thresholds)


def _row(
    situation: Situation, compared: _Compared, i: int, rank: int, flow: float, parts: Floats, firm: Robustness | None
) -> RankedInitiative:
    initiative, held, numbers = compared.initiatives[i], compared.held[i], compared.numbers[i]
    chance, tier, about = held[0], compared.tier[i], (initiative.ref,)
    rows = tuple(dict.fromkeys(origin for number in (*held, *numbers) if number is not None for origin in number.rows))
    shares = (firm.share_first[i], firm.share_next[i]) if firm and tier == 0 else None
    return RankedInitiative(
        ref=initiative.ref,
        rank=rank,
        net_flow=None if np.isnan(flow) else Number("initiative_net_flow", float(flow), about, rows),
        chance=chance,
        values=numbers,
        for_reasons=reasons_for(held, numbers, compared.criteria, compared.floors),
        against_reasons=reasons_against(situation, initiative, held, numbers, compared.criteria, compared.floors),
        passes_floor=(True, None, False)[tier],
        share_first=Number("initiative_share_first", float(shares[0]), about, rows, base=1.0) if shares else None,
        second_stage=tier == 2,
        held=held,
        parts=tuple(
            None
            if number is None or np.isnan(part)
            else Number("initiative_flow_part", float(part), (initiative.ref, criterion.key), number.rows)
            for number, part, criterion in zip(numbers, parts, compared.criteria, strict=True)
        ),
        share_next=Number("initiative_share_next", float(shares[1]), about, rows, base=1.0) if shares else None,
    )


def _cross_check(compared: _Compared) -> CrossCheck | None:
    """None with fewer than two initiatives to choose from, or when nothing is known for all of them."""
    array = compared.array[compared.passes]
    usable = ~np.isnan(array).any(axis=0) & np.all(np.nan_to_num(array) >= 0, axis=0) & (compared.weights > 0)
    if len(array) < 2 or not usable.any():
        return None
    refs = [initiative.ref for initiative, passes in zip(compared.initiatives, compared.passes, strict=True) if passes]
    given = array[:, usable], _better(compared.criteria)[usable], compared.weights[usable]
    orders = [
        tuple(refs[int(i)] for i in np.argsort(-np.round(scores, 9), kind="stable")) for scores in (topsis(*given), weighted_sum(*given))
    ]
    return CrossCheck(
        topsis_first=orders[0][0],
        weighted_sum_first=orders[1][0],
        criteria=tuple(criterion.key for criterion, use in zip(compared.criteria, usable, strict=True) if use),
        topsis=orders[0],
        weighted_sum=orders[1],
    )
