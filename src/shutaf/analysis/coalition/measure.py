"""What does one set of bodies cost, what does it cover, and which rules does it break? By plain counting, without any solver."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from math import fsum

import numpy as np

from shutaf.analysis.coalition.building import Rule, rules_of, trust_filled
from shutaf.analysis.coalition.task import CoalitionProblem
from shutaf.analysis.situation import Floats

WHOLE = 1 - 1e-9
"""A need counts as covered when at most a billionth of it is missing: what adding floats may lose."""


@dataclass(frozen=True)
class Cost:
    """members: their own cost; pairs: what pairs add or save; wishes: the price of those not kept; total: the three together."""

    members: float
    pairs: float
    wishes: float

    @property
    def total(self) -> float:
        return fsum((self.members, self.pairs, self.wishes))


def cost_of(problem: CoalitionProblem, chosen: Collection[int]) -> Cost:
    """What a set costs. chosen: places in names."""
    inside = set(chosen)
    paid = (price for (a, b), price in zip(problem.pairs.tolist(), problem.pair_cost.tolist(), strict=True) if a in inside and b in inside)
    wishes = (
        unmet_wish(problem, index, chosen) * (rule.price or 0.0) for index, rule in enumerate(problem.rules) if rule.price is not None
    )
    return Cost(fsum(float(problem.cost[i]) for i in inside), fsum(paid), fsum(wishes))


def unmet_wish(problem: CoalitionProblem, index: int, chosen: Collection[int]) -> int:
    """How many members too few or too many the set has for a sector rule."""
    rule = problem.rules[index]
    count = sum(problem.sector[i] == rule.sector for i in set(chosen))
    return max(0, rule.at_least - count) + (max(0, count - rule.at_most) if rule.at_most is not None else 0)


def covered_share(problem: CoalitionProblem, chosen: Collection[int]) -> Floats:
    """(d,): the share of each need that the set covers, unknown amounts taken as enough; above 1 is spare."""
    need, body, share, _ = problem.share
    inside = np.zeros(problem.n, dtype=np.bool_)
    inside[list(chosen)] = True
    return np.bincount(need, share * inside[body], problem.d).astype(np.float64)


def mean_trust(problem: CoalitionProblem, chosen: Collection[int]) -> float:
    """Mean trust of the members (one whose trust is not known counts as the mean of those known); NaN without members or any known trust."""
    if not chosen or bool(np.isnan(problem.trust).all()):
        return float("nan")
    filled = trust_filled(problem)
    return fsum(float(filled[i]) for i in chosen) / len(chosen)


def broken(problem: CoalitionProblem, chosen: Collection[int]) -> tuple[Rule, ...]:
    """The rules that must hold and that this set breaks."""
    return tuple(_broken(problem, set(chosen)))


def _broken(p: CoalitionProblem, inside: set[int]) -> Iterator[Rule]:
    share = dict(zip(p.needs, covered_share(p, inside).tolist(), strict=True))
    names = {p.names[i] for i in inside}
    for rule in rules_of(p):
        bound = rule.value or 0.0
        match rule.kind:
            case "need":
                is_broken = share[rule.about[0]] < WHOLE
            case "sector_floor":
                is_broken = sum(p.sector[i] == rule.about[0] for i in inside) < bound
            case "sector_ceiling":
                is_broken = sum(p.sector[i] == rule.about[0] for i in inside) > bound
            case "conflict":
                is_broken = names.issuperset(rule.about)
            case "must":
                is_broken = rule.about[0] not in names
            case "must_not":
                is_broken = rule.about[0] in names
            case _:
                is_broken = len(inside) > bound
        if is_broken:
            yield rule
