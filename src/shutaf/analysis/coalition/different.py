"""Which other coalitions could do it, and what does it cost to do without someone or to have someone in?"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from shutaf.analysis.coalition.building import model_of, order_of
from shutaf.analysis.coalition.measure import covered_share, unmet_wish
from shutaf.analysis.coalition.solve import SECONDS, CoalitionSolution, solution_of, solve
from shutaf.analysis.coalition.task import CoalitionProblem


def alternatives(problem: CoalitionProblem, k: int, *, differ: int = 1, seconds: float = SECONDS) -> tuple[CoalitionSolution, ...]:
    """The k best different coalitions, the best first; fewer where there are no more.

    Different: each does without at least `differ` of the members of every better one (without all of them, where it has fewer), so that
    the same set with one more member is not told as another. Each is the best of those left, ties as in `solve`. seconds: for all
    together; a coalition that is not proven in time is told with its gap and is the last. Raises ValueError for k or differ under 1.
    **Source:** no-good cuts (Balas and Jeroslow 1972), here one-sided. Ours: what counts as different.

    >>> from shutaf.analysis.coalition import CoalitionProblem, alternatives
    >>> [found.members for found in alternatives(CoalitionProblem.of([[1, 1, 0], [1, 0, 1]], cost=[2.5, 1, 1]), 3)]
    [('2', '3'), ('1',)]
    """
    if k < 1 or differ < 1:
        raise ValueError("k and differ are 1 or more")
    deadline, found = time.monotonic() + seconds, [solve(problem, seconds=seconds)]
    model, place = model_of(problem), {int(i): j for j, i in enumerate(order_of(problem))}
    while len(found) < k and found[-1].status == "proven" and found[-1].chosen:
        row = np.zeros(len(model.upper))
        row[[place[i] for i in found[-1].chosen]] = 1.0
        model = model.with_row(row, -np.inf, float(max(0, len(found[-1].chosen) - differ)))
        found.append(solution_of(problem, model, seconds=max(0.0, deadline - time.monotonic())))
    return tuple(one for one in found if one.is_feasible)


@dataclass(frozen=True)
class Change:
    """before, after: the two answers. price: after - before in cost, NaN where one has no set. joined, left: names, in order."""

    before: CoalitionSolution
    after: CoalitionSolution

    @property
    def price(self) -> float:
        return self.after.cost - self.before.cost

    @property
    def joined(self) -> tuple[str, ...]:
        return tuple(name for name in self.after.members if name not in self.before.members)

    @property
    def left(self) -> tuple[str, ...]:
        return tuple(name for name in self.before.members if name not in self.after.members)


def what_if(
    problem: CoalitionProblem,
    *,
    without: tuple[str, ...] = (),
    having: tuple[str, ...] = (),
    before: CoalitionSolution | None = None,
    seconds: float = SECONDS,
) -> Change:
    """The best coalition if these bodies were out or in, beside the one found before. Raises ValueError for an unknown name.

    >>> from shutaf.analysis.coalition import CoalitionProblem, what_if
    >>> change = what_if(CoalitionProblem.of([[1, 1]], names=["Bank", "Club"], cost=[1, 3]), without=("Bank",))
    >>> change.price, change.joined, change.left
    (2.0, ('Club',), ('Bank',))
    """
    changed = problem.without(*without).having(*having)
    return Change(solve(problem, seconds=seconds) if before is None else before, solve(changed, seconds=seconds))


@dataclass(frozen=True)
class Essential:
    """One member. needs: uncovered when it leaves and nobody comes; share_0_1: what is then left of each. sectors: whose floor then breaks.

    price: what the best coalition without it costs more; NaN where there is none (nobody can do without it) or it was not found in time;
    can_do_without says which. replaced_by: who joins then. is_proven: the price is exact.
    """

    name: str
    needs: tuple[str, ...]
    share_0_1: tuple[float, ...]
    sectors: tuple[str, ...]
    price: float
    can_do_without: bool | None
    replaced_by: tuple[str, ...]
    is_proven: bool


def essential(problem: CoalitionProblem, solution: CoalitionSolution, *, seconds: float = SECONDS) -> tuple[Essential, ...]:
    """What each member is essential for, and what doing without it costs, in the order of the members. seconds: for all together.

    >>> from shutaf.analysis.coalition import CoalitionProblem, essential, solve
    >>> problem = CoalitionProblem.of([[1, 1, 0], [0, 0, 1]], needs=["hall", "permit"], names=["Bank", "Club", "Town"], cost=[1, 3, 1])
    >>> [(one.name, one.needs, one.price, one.can_do_without) for one in essential(problem, solve(problem))]
    [('Bank', ('hall',), 2.0, True), ('Town', ('permit',), nan, False)]
    """
    deadline = time.monotonic() + seconds
    return tuple(_essential(problem, solution, i, deadline, at) for at, i in enumerate(solution.chosen))


def _essential(p: CoalitionProblem, solution: CoalitionSolution, i: int, deadline: float, at: int) -> Essential:
    others = [j for j in solution.chosen if j != i]
    share = covered_share(p, others)
    short = [s for s in range(p.d) if share[s] < 1 - 1e-9]
    floors = [k for k, rule in enumerate(p.rules) if rule.sector == p.sector[i]]
    worse = [p.rules[k].sector for k in floors if unmet_wish(p, k, others) > unmet_wish(p, k, solution.chosen)]
    seconds = max(0.0, deadline - time.monotonic()) / max(1, len(solution.chosen) - at)
    change = what_if(p, without=(p.names[i],), before=solution, seconds=seconds)
    return Essential(
        name=p.names[i],
        needs=tuple(p.needs[s] for s in short),
        share_0_1=tuple(float(share[s]) for s in short),
        sectors=tuple(dict.fromkeys(worse)),
        price=change.price,
        can_do_without={"infeasible": False, "unknown": None}.get(change.after.status, True),
        replaced_by=change.joined,
        is_proven=solution.status == "proven" and change.after.status in ("proven", "infeasible"),
    )
