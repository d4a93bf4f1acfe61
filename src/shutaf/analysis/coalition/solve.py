"""Which set of bodies covers every need, keeps every rule and costs least, and how sure is that?"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

import numpy as np

from shutaf.analysis.coalition.building import model_of, order_of
from shutaf.analysis.coalition.child import searched
from shutaf.analysis.coalition.greedy import greedy
from shutaf.analysis.coalition.measure import Cost, cost_of, mean_trust
from shutaf.analysis.coalition.model import Model
from shutaf.analysis.coalition.stages import Reached
from shutaf.analysis.coalition.task import CoalitionProblem

SECONDS = 30.0
"""Ours: the time for one question unless the caller says otherwise."""

Status = Literal["proven", "time_limit", "infeasible", "unknown"]


@dataclass(frozen=True)
class CoalitionSolution:
    """A preparation for an open invitation, never a selection.

    status: proven (nothing costs less), time_limit (the best found, see gap), infeasible (no set keeps all rules: ask `why_infeasible`),
    unknown (nothing found in time). members: names, in their order; chosen: their places. cost: NaN without members found. bound: no set
    costs less. gap: (cost - bound) / |cost|, 0 when proven, NaN without a set. trust: mean of the members. is_settled: among equally
    cheap sets this has the fewest members, then the highest mean trust, then the first names, proven.
    """

    status: Status
    chosen: tuple[int, ...]
    members: tuple[str, ...]
    cost: float
    bound: float
    gap: float
    parts: Cost | None
    trust: float
    is_settled: bool

    @property
    def is_feasible(self) -> bool:
        return self.status in ("proven", "time_limit")


def solve(problem: CoalitionProblem, *, seconds: float = SECONDS) -> CoalitionSolution:
    """The cheapest set of candidates that covers every need and keeps every rule; see `CoalitionProblem` for what can be asked.

    Least cost, then fewest members, then highest mean trust, then the first names in sorted order, so the answer depends neither on the
    solver nor on the order of the rows. Costs that differ by less than a billionth of the largest count as equal. seconds: an outer limit that holds, however
    long the solver would go on; then the best set known (at least the greedy one, where there is one) with its gap. NP-hard; exact by
    branch and cut (HiGHS) after reduced-cost fixing. **Source:** weighted set multicover with side constraints; Lappas, Liu
    and Terzi 2009 for the terms between members. Ours: wishes with a price, the order of ties. Checked against trying every set.

    >>> from shutaf.analysis.coalition import CoalitionProblem, SectorRule, solve
    >>> town = CoalitionProblem.of(
    ...     [[60, 40, 0, 100], [0, 1, 1, 0]], [100, 1], names=["Bank", "Club", "Dairy", "Fund"], sector=["firm", "NGO", "firm", "NGO"],
    ...     cost=[1, 1, 1, 1.5], rules=[SectorRule("firm", at_least=1)])
    >>> found = solve(town)
    >>> found.status, found.members, found.cost
    ('proven', ('Bank', 'Club'), 2.0)
    """
    return solution_of(problem, model_of(problem), seconds=seconds)


def solution_of(problem: CoalitionProblem, model: Model, *, seconds: float, is_own_aim: bool = False) -> CoalitionSolution:
    """The solution of a model whose columns are the problem's candidates in the order of names, perhaps with further rows or another aim.

    A greedy set helps where it keeps the further rows as well. is_own_aim: the model's first aim is not the cost of the problem.
    """
    start = time.monotonic()
    quick = greedy(problem)
    if quick is not None and (is_own_aim or not _keeps(problem, model, quick)):
        quick = None
    known = np.inf if quick is None else cost_of(problem, quick).total
    reached = searched(model, max(0.0, seconds - (time.monotonic() - start)), known)
    return _solution(problem, reached, quick)


def _keeps(problem: CoalitionProblem, model: Model, chosen: tuple[int, ...]) -> bool:
    """Whether a set of the problem keeps the rows of the model that look at candidates only."""
    x = np.zeros(len(model.upper))
    x[: problem.n] = np.isin(order_of(problem), list(chosen))
    plain = np.asarray(abs(model.rows[:, problem.n :]).sum(axis=1)).ravel() == 0
    done = model.rows @ x
    return bool(np.all((done >= model.low - 1e-9) & (done <= model.high + 1e-9) | ~plain))


def _solution(problem: CoalitionProblem, reached: Reached, quick: tuple[int, ...] | None) -> CoalitionSolution:
    if reached.is_impossible:
        return CoalitionSolution("infeasible", (), (), np.nan, np.inf, np.nan, None, np.nan, is_settled=True)
    order = order_of(problem)
    chosen = None if reached.chosen is None else tuple(int(order[j]) for j in reached.chosen)
    if quick is not None and not reached.is_proven and (chosen is None or cost_of(problem, chosen).total > cost_of(problem, quick).total):
        chosen = quick
    bound = max(reached.bound, _least_possible(problem))
    if chosen is None:
        return CoalitionSolution("unknown", (), (), np.nan, bound, np.nan, None, np.nan, is_settled=False)
    parts = cost_of(problem, chosen)
    cost = parts.total
    bound = cost if reached.is_proven else min(bound, cost)
    gap = 0.0 if cost == bound else (cost - bound) / abs(cost) if cost else np.inf
    named = tuple(sorted(chosen, key=lambda i: problem.names[i]))
    status: Status = "proven" if gap == 0 else "time_limit"
    names = tuple(problem.names[i] for i in named)
    return CoalitionSolution(status, named, names, cost, bound, gap, parts, mean_trust(problem, named), reached.is_settled)


def _least_possible(problem: CoalitionProblem) -> float:
    """What no set can cost less than, without any solving: the musts, and every pair that saves."""
    return float(problem.cost[list(problem.must)].sum() + np.minimum(problem.pair_cost, 0.0).sum())
