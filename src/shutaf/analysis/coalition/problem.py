"""What is the smallest set of bodies that covers every demand and has each side at the table?"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from shutaf.analysis.coalition.child import searched
from shutaf.analysis.coalition.model import Model
from shutaf.analysis.coalition.narrowing import minimise
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
    NP-hard; exact, by the same search as `solve`. Ours: the order of tie-breaks. Checked against brute force.
    """
    greedy = greedy_cover(problem)
    kept = _worth_keeping(problem, len(greedy))
    reached = searched(_model(_take(problem, kept)), limit_seconds, float(len(greedy)))
    bound = max(1, math.ceil(reached.bound - TOLERANCE)) if math.isfinite(reached.bound) else 1
    if reached.chosen is None:
        return CoverSolution(greedy, proven=False, bound=min(bound, len(greedy)))
    return CoverSolution(tuple(sorted(int(kept[i]) for i in reached.chosen)), reached.is_proven, bound)


def smallest_size(problem: CoverProblem, *, limit_seconds: float = LIMIT_SECONDS) -> int:
    """How many bodies the smallest set has (the best found, where the time limit strikes)."""
    greedy = greedy_cover(problem)
    model = _model(_take(problem, _worth_keeping(problem, len(greedy))))
    answer = minimise(model, model.aims[0], time.monotonic() + limit_seconds, float(len(greedy))).answer
    return len(greedy) if answer.x is None else round(answer.value)


def _model(problem: CoverProblem) -> Model:
    """Columns: whether a body is in, then whether a demand rests on an unknown amount."""
    d, n = problem.share.shape
    sides = len(problem.sides)
    rows = np.block(
        [[problem.reach, np.zeros((d, d))], [problem.share, np.eye(d)], [problem.sides.astype(np.float64), np.zeros((sides, d))]]
    )
    idle = (problem.reach.sum(axis=0) == 0).astype(np.float64)
    of_bodies = np.array([np.ones(n), np.zeros(n), idle, -problem.links.astype(np.float64)])
    of_demands = np.zeros((4, d))
    of_demands[1] = 1.0
    return Model(
        candidates=n,
        cover=len(rows),
        rows=csr_array(rows),
        low=np.ones(len(rows)),
        high=np.full(len(rows), np.inf),
        lower=np.zeros(n + d),
        upper=np.ones(n + d),
        whole=np.ones(n + d, dtype=np.bool_),
        aims=np.hstack([of_bodies, of_demands]),
    )


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
