"""Everything one asks about a coalition at once: the best, why, on whom it rests, what else would do, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shutaf.analysis.coalition.different import Change, Essential, alternatives, essential, what_if
from shutaf.analysis.coalition.explain import Explanation, explain
from shutaf.analysis.coalition.front import Front, front
from shutaf.analysis.coalition.impossible import Reason, why_infeasible
from shutaf.analysis.coalition.solve import SECONDS, CoalitionSolution, solve
from shutaf.analysis.coalition.task import CoalitionProblem


@dataclass(frozen=True)
class Study:
    """best and what explains it. others: without the best. front, change: None where they were not asked for, or no set exists."""

    problem: CoalitionProblem
    best: CoalitionSolution
    why: Explanation | None
    essential: tuple[Essential, ...]
    others: tuple[CoalitionSolution, ...]
    front: Front | None
    change: Change | None
    infeasible: tuple[Reason, ...]


def study(
    problem: CoalitionProblem,
    *,
    alternatives: int = 2,
    differ: int = 1,
    front: Literal["size", "cost"] | None = None,
    without: tuple[str, ...] = (),
    having: tuple[str, ...] = (),
    seconds: float = SECONDS,
) -> Study:
    """The best coalition with its reasons, and the further questions that are asked. seconds: for each of the questions."""
    best = solve(problem, seconds=seconds)
    is_there = best.is_feasible
    change = what_if(problem, without=without, having=having, before=best, seconds=seconds) if without or having else None
    return Study(
        problem=problem,
        best=best,
        why=explain(problem, best, seconds=seconds) if is_there else None,
        essential=essential(problem, best, seconds=seconds) if is_there else (),
        others=_others(problem, alternatives, differ, seconds) if is_there and alternatives else (),
        front=_front(problem, front, seconds) if is_there and front else None,
        change=change,
        infeasible=why_infeasible(problem, seconds=seconds) if best.status == "infeasible" else (),
    )


def _others(problem: CoalitionProblem, count: int, differ: int, seconds: float) -> tuple[CoalitionSolution, ...]:
    return alternatives(problem, count + 1, differ=differ, seconds=seconds)[1:]


def _front(problem: CoalitionProblem, by: Literal["size", "cost"], seconds: float) -> Front:
    return front(problem, by=by, seconds=seconds)
