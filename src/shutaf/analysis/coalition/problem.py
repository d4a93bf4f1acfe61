"""What is the smallest set of bodies that covers every demand and has each side at the table?"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from shutaf.analysis.situation import Bools, Floats, Ints

TOLERANCE = 1e-6
"""A demand counts as covered when at most a millionth of it is missing: the solver's own feasibility tolerance."""

LIMIT_SECONDS = 5.0
"""Ours: for one question to the solver. Towns of 2,000 bodies take a hundredth of it; at the limit the answer says it is not proven."""


@dataclass(frozen=True)
class CoverProblem:
    """Bodies are columns, in the order that settles ties.

    share: (d, n) float64, 0 .. 1, the part of each demand that known amounts cover. may: (d, n) bool, an offer of unknown amount.
    sides: (s, n) bool, each row a side of which at least one body must be in. links: (n,) int32, 0 and up, more is better at equal size.
    Every demand and side must be satisfiable by all bodies together: what cannot be covered is taken out beforehand and explained.
    """

    share: Floats
    may: Bools
    sides: Bools
    links: Ints

    @property
    def reach(self) -> Floats:
        """(d, n): the part of each demand a body covers when unknown amounts are taken as enough."""
        return np.asarray(np.where(self.may, 1.0, self.share), dtype=np.float64)

    def __post_init__(self) -> None:
        if not self.share.shape[1] == self.may.shape[1] == self.sides.shape[1] == len(self.links):
            raise ValueError("share, may, sides and links must have one column per body")
        if np.any(self.reach.sum(axis=1) < 1 - TOLERANCE) or np.any(self.sides.sum(axis=1) < 1):
            raise ValueError("a demand or side cannot be covered by all bodies together")


@dataclass(frozen=True)
class CoverSolution:
    """chosen: sorted columns. proven: no smaller set exists. bound: no set has fewer members than this."""

    chosen: tuple[int, ...]
    proven: bool
    bound: int


def smallest_cover(problem: CoverProblem, *, limit_seconds: float = LIMIT_SECONDS) -> CoverSolution:
    """The fewest bodies that cover every demand (known and unknown amounts together) and every side.

    Among equally small sets, in this order: fewest demands that rest on an unknown amount, fewest bodies that bring nothing but
    their side, most links, first in the order of columns;
    so the answer never depends on the solver. Raises ValueError where the problem cannot be satisfied (see CoverProblem).
    NP-hard; exact by mixed-integer programming (HiGHS). Ours: the order of tie-breaks. Checked against brute force.
    """
    greedy = greedy_cover(problem)
    kept = _worth_keeping(problem, len(greedy))
    small = _take(problem, kept)
    asked = _Asked(small, limit_seconds)
    size = asked.least(np.ones(len(kept)))
    if size is None:
        return CoverSolution(greedy, proven=False, bound=1)
    asked.hold(np.ones(len(kept)), at_most=size)
    unsure = asked.least(np.zeros(len(kept)), unsure=1.0)
    asked.hold(np.zeros(len(kept)), at_most=unsure, unsure=1.0)
    idle = (small.reach.sum(axis=0) == 0).astype(np.float64)
    asked.hold(idle, at_most=asked.least(idle))
    links = asked.least(-small.links.astype(np.float64))
    asked.hold(-small.links.astype(np.float64), at_most=links)
    asked.settle_order()
    return CoverSolution(tuple(sorted(int(kept[i]) for i in asked.chosen)), asked.is_proven, asked.bound)


def smallest_size(problem: CoverProblem, *, limit_seconds: float = LIMIT_SECONDS) -> int:
    """How many bodies the smallest set has (the best found, where the time limit strikes)."""
    greedy = greedy_cover(problem)
    small = _take(problem, _worth_keeping(problem, len(greedy)))
    size = _Asked(small, limit_seconds).least(np.ones(len(small.links)))
    return len(greedy) if size is None else round(size)


def greedy_cover(problem: CoverProblem) -> tuple[int, ...]:
    """A good set, quickly: again and again the body that covers most of what is still missing; equal ones by links, then order.

    An upper bound for the exact search and the answer where its time runs out. Within a factor of H_n of the smallest for whole covers.
    """
    gain = np.vstack([problem.reach, problem.sides])
    missing = np.ones(len(gain))
    chosen: list[int] = []
    while np.any(missing > TOLERANCE):
        useful = np.minimum(gain, missing[:, None]).sum(axis=0)
        useful[chosen] = -1.0
        best = int(np.lexsort((-problem.links, -np.round(useful, 9)))[0])
        chosen.append(best)
        missing = np.maximum(0.0, missing - gain[:, best])
    return tuple(sorted(chosen))


def _take(problem: CoverProblem, kept: Ints) -> CoverProblem:
    return replace(problem, share=problem.share[:, kept], may=problem.may[:, kept], sides=problem.sides[:, kept], links=problem.links[kept])


def _worth_keeping(problem: CoverProblem, at_most: int) -> Ints:
    """Columns the best set can need; turns thousands into dozens and loses no best set.

    A body is left out when at least `at_most` others (the size of a known set) are nowhere worse: one of them is not in the set and could
    take its place. Of bodies that bring nothing but a side, the one with most links is enough.
    """
    kept = _one_a_side(problem)
    parts = np.vstack([problem.reach, problem.share, problem.sides])[:, kept]
    links = problem.links[kept]
    earlier = kept[:, None] < kept[None, :]
    better: Bools = np.asarray((links[:, None] > links[None, :]) | ((links[:, None] == links[None, :]) & earlier))
    for part in parts:
        better = np.asarray(better & (part[:, None] >= part[None, :]))
    return np.asarray(kept[better.sum(axis=0) < at_most], dtype=np.int32)


def _one_a_side(problem: CoverProblem) -> Ints:
    """Columns that bring something, and of the others the best linked of each combination of sides."""
    brings: Bools = np.asarray((problem.reach > 0).any(axis=0))
    on_a_side: Bools = np.asarray(problem.sides.any(axis=0))
    kept = [int(i) for i in np.flatnonzero(brings)]
    seen: set[bytes] = set()
    for i in np.argsort(-problem.links, kind="stable"):
        side = problem.sides[:, i].tobytes()
        if not brings[i] and on_a_side[i] and side not in seen:
            seen.add(side)
            kept.append(int(i))
    return np.array(sorted(kept), dtype=np.int32)


class _Asked:
    """One model put to the solver with one objective after another, each answer held before the next is asked.

    Columns: x (n,) whether a body is in; u (d,) whether a demand rests on an unknown amount.
    """

    def __init__(self, problem: CoverProblem, limit_seconds: float) -> None:
        self.problem = problem
        self.d, self.n = problem.share.shape
        self.limit_seconds = limit_seconds
        self.lower = np.zeros(self.n + self.d)
        self.upper = np.ones(self.n + self.d)
        sides = len(problem.sides)
        rows = np.block(
            [
                [problem.reach, np.zeros((self.d, self.d))],
                [problem.share, np.eye(self.d)],
                [problem.sides.astype(np.float64), np.zeros((sides, self.d))],
            ]
        )
        self.constraints = [LinearConstraint(rows, lb=1.0)]
        self.chosen: tuple[int, ...] = ()
        self.is_proven = True
        self.bound = 0

    def least(self, weight: Floats, *, unsure: float = 0.0) -> float | None:
        """The smallest value of weight.x + unsure * sum(u), or None where the solver found no set in time."""
        cost = np.concatenate((weight, np.full(self.d, unsure)))
        found = self._solve(cost, self.lower, self.upper, self.constraints)
        if not self.chosen:  # the first question asks for the size
            self.is_proven = found.status == 0
            self.bound = math.ceil(found.mip_dual_bound - TOLERANCE) if found.mip_dual_bound is not None else 1
        if found.x is None:
            return None
        self.chosen = tuple(int(i) for i in np.flatnonzero(found.x[: self.n] > 0.5))
        return float(round(found.fun, 6))

    # Without presolve: at these sizes it saves nothing, and with it HiGHS 1.12 at times prints a line of its own to standard output,
    # which would end up inside a report written to "-".
    def _solve(self, cost: Floats, lower: Floats, upper: Floats, constraints: list[LinearConstraint]) -> Any:
        return milp(
            cost,
            integrality=np.ones(len(cost), dtype=np.int32),
            bounds=Bounds(lower, upper),
            constraints=constraints,
            options={"mip_rel_gap": 0.0, "time_limit": self.limit_seconds, "presolve": False},
        )

    def hold(self, weight: Floats, *, at_most: float | None, unsure: float = 0.0) -> None:
        """From now on only sets that are as good as the last answer."""
        if at_most is not None:
            row = np.concatenate((weight, np.full(self.d, unsure)))
            self.constraints.append(LinearConstraint(row, ub=at_most + 0.5))  # all values are whole numbers

    def settle_order(self) -> None:
        """Among what is left, the set whose sorted columns come first: settle its first column, then the next."""
        settled: list[int] = []
        for _ in range(len(self.chosen)):
            first = self._earliest(settled)
            if first is None:
                return
            self.upper[[i for i in range(first) if i not in settled]] = 0.0
            self.lower[first] = 1.0
            settled.append(first)
        self.chosen = tuple(settled)

    def _earliest(self, settled: list[int]) -> int | None:
        """The smallest column that any remaining set has beyond the settled ones: p (n,) points at one chosen column, the earliest wins."""
        may_point_at = np.ones(self.n)
        may_point_at[settled] = 0.0
        found = self._solve(
            np.concatenate((np.zeros(self.n + self.d), np.arange(self.n))),
            np.concatenate((self.lower, np.zeros(self.n))),
            np.concatenate((self.upper, may_point_at)),
            [*(_widened(held, self.n) for held in self.constraints), *self._pointing],
        )
        return None if found.x is None else int(np.argmax(found.x[self.n + self.d :]))

    @property
    def _pointing(self) -> tuple[LinearConstraint, LinearConstraint]:
        """p points once, and only at a body that is in."""
        at_chosen = np.hstack([np.eye(self.n), np.zeros((self.n, self.d)), -np.eye(self.n)])
        once = np.concatenate((np.zeros(self.n + self.d), np.ones(self.n)))
        return LinearConstraint(at_chosen, lb=0.0), LinearConstraint(once, lb=1.0, ub=1.0)


def _widened(held: LinearConstraint, columns: int) -> LinearConstraint:
    """The same constraint in a model with further columns that it does not touch."""
    rows: Floats = np.atleast_2d(np.asarray(held.A, dtype=np.float64))
    return LinearConstraint(np.hstack([rows, np.zeros((len(rows), columns))]), held.lb, held.ub)
