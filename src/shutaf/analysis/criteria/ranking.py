"""Which initiative should come first, why, and what must it prove for the bigger ones?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from shutaf.analysis.criteria.additive import weighted_sum
from shutaf.analysis.criteria.flows import net_flows
from shutaf.analysis.criteria.ideal import topsis
from shutaf.analysis.criteria.preference import PreferenceFunction, preferences
from shutaf.analysis.criteria.reasons import reasons_against, reasons_for
from shutaf.analysis.criteria.robustness import Robustness, Threshold, robustness
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

    chance: as stated, held against the floor; it does not score. values: by Ranking.criteria, None = unknown. net_flow: -1 .. 1, None where it could be compared with no other.
    passes_floor: None where the chance is unknown, which is neither a pass nor a failure. share_first: of 1,000 random weightings.
    second_stage: its stated chance is under the floor; it waits until the first has proven what it needs.
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

    @property
    def known_count(self) -> int:
        """By how many criteria something is known of it."""
        return sum(value is not None for value in self.values)


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """What two other methods put first, on the criteria known for every initiative that may be first."""

    topsis_first: str
    weighted_sum_first: str
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """rows: best first; those that pass the floor, then those of unknown chance, then those under it.

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

    @property
    def by_ref(self) -> Mapping[str, RankedInitiative]:
        return {row.ref: row for row in self.rows}


def rank_initiatives(situation: Situation, *, floor: float = FLOOR_0_1, weights: Mapping[str, float] | None = None) -> Ranking:
    """Quick win first: of the initiatives whose stated chance reaches the floor, the one that stands highest above all others.

    floor: 0 .. 1. weights: see `criteria_of`. Comparison by PROMETHEE II on the criteria known for both of a pair (see `net_flows`);
    equal flows: higher chance, then name. The chance is the floor and does not also score: standing high over it buys nothing. What offers do not cover is a criterion and a reason against, never a silent exclusion.
    Raises ValueError for a floor outside 0 .. 1 and for wrong weights. O(initiatives^2 x criteria x 1,600).
    Ours: the design (quick win first); PROMETHEE II: Brans & Vincke 1985.
    """
    if not 0 <= floor <= 1:
        raise ValueError("the floor is a share between 0 and 1")
    criteria = criteria_of(situation, weights)
    initiatives = sorted(
        situation.initiatives, key=lambda i: (-(i.chance_0_1 if i.chance_0_1 is not None else -1), fold(i.name), natural(i.ref))
    )
    if not initiatives:
        return Ranking((), criteria, floor, None, "no_initiative")
    compared = _Compared.of(situation, initiatives, criteria, floor)
    flows = np.round(net_flows(compared.preference, compared.weights[None, :])[0], 9)
    firm = robustness(compared.preference, compared.weights, compared.passes) if compared.passes.any() else None
    order = sorted(range(len(initiatives)), key=lambda i: (_tier(initiatives[i], floor), -np.nan_to_num(flows[i], nan=-2.0), i))
    rows = tuple(_row(situation, compared, i, rank, flows[i], firm) for rank, i in enumerate(order, 1))
    if firm is None:
        unknown = all(initiative.chance_0_1 is None for initiative in initiatives)
        return Ranking(rows, criteria, floor, None, "chance_unknown" if unknown else "none_passes_floor")
    origins = rows[0].net_flow.rows if rows[0].net_flow else ()
    holds = Number("first_holds", float(firm.holds), (rows[0].ref,), origins, base=float(firm.tried))
    return Ranking(rows, criteria, floor, rows[0].ref, "", holds, firm.thresholds, _cross_check(compared))


@dataclass(frozen=True)
class _Compared:
    """Initiatives in the order that settles ties, beside what is known of them. array: (n, c), NaN = unknown."""

    initiatives: tuple[Initiative, ...]
    criteria: tuple[Criterion, ...]
    floor: float
    chances: tuple[Number | None, ...]
    numbers: tuple[tuple[Number | None, ...], ...]
    array: Floats
    preference: Floats
    passes: Bools

    @classmethod
    def of(cls, situation: Situation, initiatives: list[Initiative], criteria: tuple[Criterion, ...], floor: float) -> _Compared:
        numbers = tuple(values_of(situation, initiative, criteria) for initiative in initiatives)
        array = np.array([[np.nan if number is None else number.value for number in row] for row in numbers], dtype=np.float64)
        functions = [PreferenceFunction("linear", c.indifferent, max(c.indifferent, c.decisive)) for c in criteria]
        passes = np.array([_tier(initiative, floor) == 0 for initiative in initiatives], dtype=np.bool_)
        chances = tuple(chance_of(initiative) for initiative in initiatives)
        return cls(tuple(initiatives), criteria, floor, chances, numbers, array, preferences(array, _better(criteria), functions), passes)

    @property
    def weights(self) -> Floats:
        return np.array([criterion.weight_0_1 for criterion in self.criteria])


def _better(criteria: tuple[Criterion, ...]) -> Floats:
    return np.array([1.0 if criterion.better == "more" else -1.0 for criterion in criteria])


def _tier(initiative: Initiative, floor: float) -> int:
    """0 passes the floor, 1 its chance is unknown, 2 under the floor."""
    if initiative.chance_0_1 is None:
        return 1
    return 0 if initiative.chance_0_1 >= floor else 2


def _row(situation: Situation, compared: _Compared, i: int, rank: int, flow: float, firm: Robustness | None) -> RankedInitiative:
    initiative, chance, numbers = compared.initiatives[i], compared.chances[i], compared.numbers[i]
    tier = _tier(initiative, compared.floor)
    rows = tuple(dict.fromkeys(origin for number in (chance, *numbers) if number is not None for origin in number.rows))
    return RankedInitiative(
        ref=initiative.ref,
        rank=rank,
        net_flow=None if np.isnan(flow) else Number("initiative_net_flow", float(flow), (initiative.ref,), rows),
        chance=chance,
        values=numbers,
        for_reasons=reasons_for(chance, numbers, compared.criteria, compared.floor),
        against_reasons=reasons_against(situation, initiative, chance, numbers, compared.criteria, compared.floor),
        passes_floor=(True, None, False)[tier],
        share_first=Number("initiative_share_first", float(firm.share_first[i]), (initiative.ref,), rows, base=1.0)
        if firm and tier == 0
        else None,
        second_stage=tier == 2,
    )


def _cross_check(compared: _Compared) -> CrossCheck | None:
    """None with fewer than two initiatives to choose from, or when nothing is known for all of them."""
    array = compared.array[compared.passes]
    usable = ~np.isnan(array).any(axis=0) & np.all(np.nan_to_num(array) >= 0, axis=0) & (compared.weights > 0)
    if len(array) < 2 or not usable.any():
        return None
    refs = [initiative.ref for initiative, passes in zip(compared.initiatives, compared.passes, strict=True) if passes]
    given = array[:, usable], _better(compared.criteria)[usable], compared.weights[usable]
    return CrossCheck(
        topsis_first=refs[int(np.argmax(np.round(topsis(*given), 9)))],
        weighted_sum_first=refs[int(np.argmax(np.round(weighted_sum(*given), 9)))],
        criteria=tuple(criterion.key for criterion, use in zip(compared.criteria, usable, strict=True) if use),
    )
