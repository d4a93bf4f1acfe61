"""Who covers what with how much, what is to spare, and what did each wish cost?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from shutaf.analysis.coalition.measure import unmet_wish
from shutaf.analysis.coalition.solve import SECONDS, CoalitionSolution, solve
from shutaf.analysis.coalition.task import CoalitionProblem, SectorRule


@dataclass(frozen=True)
class Covers:
    """One need. givers: members and the amount each brings in the need's unit, NaN where it is not known. given: known amounts together.

    spare: given - needed, below 0 where only an unknown amount makes it whole (is_unsure); NaN where no amount was asked.
    only_giver: the member without whom nobody known offers it, "" where others do.
    """

    need: str
    needed: float
    givers: tuple[tuple[str, float], ...]
    given: float
    spare: float
    is_unsure: bool
    only_giver: str


@dataclass(frozen=True)
class WishTold:
    """One wish. unmet: members too few or too many; paid: unmet x its price. would_cost: what keeping it as a rule adds to the total
    when its own price is left out of both; 0 = it is kept already, NaN = no set keeps it or it was not found in time."""

    rule: SectorRule
    unmet: int
    paid: float
    would_cost: float


@dataclass(frozen=True)
class Explanation:
    """Why this set: its needs in the problem's order, its wishes, and members who bring nothing to a need (there by a rule, wish or pair)."""

    covers: tuple[Covers, ...]
    wishes: tuple[WishTold, ...]
    without_offer: tuple[str, ...]

    @property
    def unsure(self) -> tuple[str, ...]:
        return tuple(one.need for one in self.covers if one.is_unsure)


def explain(problem: CoalitionProblem, solution: CoalitionSolution, *, seconds: float = SECONDS) -> Explanation:
    """The reasons of a solution: who covers what with how much, the spare, the price of each wish. seconds: for all wishes together.

    >>> from shutaf.analysis.coalition import CoalitionProblem, explain, solve
    >>> problem = CoalitionProblem.of([[60, 50, 20]], [100], names=["Bank", "Club", "Dairy"], needs=["hours"])
    >>> one = explain(problem, solve(problem)).covers[0]
    >>> one.givers, one.given, one.spare
    ((('Bank', 60.0), ('Club', 50.0)), 110.0, 10.0)
    """
    covers = tuple(_covers(problem, solution))
    gives = {name for one in covers for name, _ in one.givers}
    wishes = [k for k, rule in enumerate(problem.rules) if rule.price is not None]
    return Explanation(
        covers=covers,
        wishes=tuple(_wish(problem, solution, k, seconds / len(wishes)) for k in wishes),
        without_offer=tuple(name for name in solution.members if name not in gives),
    )


def _covers(p: CoalitionProblem, solution: CoalitionSolution) -> Iterator[Covers]:
    inside = np.isin(p.body, list(solution.chosen))
    for s in range(p.d):
        offers = np.flatnonzero((p.need == s) & ((p.amount > 0) | np.isnan(p.amount)))
        amounts: dict[int, list[float]] = {}
        for row in offers[inside[offers]].tolist():
            amounts.setdefault(int(p.body[row]), []).append(float(p.amount[row]))
        givers = [(p.names[i], float(np.sum(amounts[i]))) for i in solution.chosen if i in amounts]
        known = float(sum(amount for found in amounts.values() for amount in found if amount == amount))
        wanted = float(p.needed[s])
        everybody = {int(i) for i in p.body[offers].tolist()}
        only = p.names[next(iter(everybody))] if len(everybody) == 1 and givers else ""
        yield Covers(p.needs[s], wanted, tuple(givers), known, known - wanted, known < wanted * (1 - 1e-9), only)


def _wish(p: CoalitionProblem, solution: CoalitionSolution, k: int, seconds: float) -> WishTold:
    rule, unmet = p.rules[k], unmet_wish(p, k, solution.chosen)
    price = rule.price or 0.0
    if not unmet:
        return WishTold(rule, 0, 0.0, 0.0)
    kept = replace(p, rules=tuple(replace(other, price=None) if i == k else other for i, other in enumerate(p.rules)))
    return WishTold(rule, unmet, unmet * price, solve(kept, seconds=seconds).cost - (solution.cost - unmet * price))
