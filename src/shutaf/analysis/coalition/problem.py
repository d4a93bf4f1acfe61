"""What is the smallest set of bodies that covers every demand and has each side at the table?"""

from __future__ import annotations

import math
import time
from collections.abc import Collection
from dataclasses import dataclass, field, replace

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
    counted: (n,) int32 or empty, how often a body is counted on elsewhere, less is better. must: columns that are in. conflicts: pairs of columns
    that are not in together. cuts: sets of columns of which at least one is out.
    """

    share: Floats
    may: Bools
    sides: Bools
    links: Ints
    counted: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    must: tuple[int, ...] = ()
    conflicts: tuple[tuple[int, int], ...] = ()
    cuts: tuple[tuple[int, ...], ...] = ()

    @property
    def reach(self) -> Floats:
        """(d, n): the part of each demand a body covers when unknown amounts are taken as enough."""
        return np.asarray(np.where(self.may, 1.0, self.share), dtype=np.float64)

    @property
    def counts(self) -> Ints:
        """(n,): `counted`, or nothing of anybody."""
        return self.counted if len(self.counted) else np.zeros(len(self.links), dtype=np.int32)

    @property
    def named(self) -> Bools:
        """(n,): columns that a rule names one by one, so that no other can take their place unseen."""
        found = np.zeros(len(self.links), dtype=np.bool_)
        found[[i for rule in (self.must, *self.conflicts, *self.cuts) for i in rule]] = True
        return found

    def keeps(self, chosen: Collection[int]) -> bool:
        """Whether a set keeps the rules that name columns."""
        inside = set(chosen)
        apart = all(not inside.issuperset(rule) for rule in (*self.conflicts, *self.cuts))
        return apart and inside.issuperset(self.must)

    def __post_init__(self) -> None:
        if not self.share.shape[1] == self.may.shape[1] == self.sides.shape[1] == len(self.counts) == len(self.links):
            raise ValueError("share, may, sides and links must have one column per body")
        if np.any(self.reach.sum(axis=1) < 1 - TOLERANCE) or np.any(self.sides.sum(axis=1) < 1):
            raise ValueError("a demand or side cannot be covered by all bodies together")


@dataclass(frozen=True)
class CoverSolution:
    """chosen: sorted columns. proven: no smaller set exists. bound: no set has fewer members than this. is_impossible: the rules that name bodies
    leave no set; then nobody is chosen. Where time ran out before any set that keeps them was found, nobody is chosen either."""

    chosen: tuple[int, ...]
    proven: bool
    bound: int
    is_impossible: bool = False


def smallest_cover(problem: CoverProblem, *, limit_seconds: float = LIMIT_SECONDS) -> CoverSolution:
    """The fewest bodies that cover every demand (known and unknown amounts together) and every side.

    Among equally small sets, in this order: fewest demands that rest on an unknown amount, fewest bodies that bring nothing but
    their side, least counted on elsewhere, most links, first in the order of columns;
    so the answer never depends on the solver. Raises ValueError where the problem cannot be satisfied (see CoverProblem).
    NP-hard; exact, by the same search as `solve`. Ours: the order of tie-breaks. Checked against brute force.
    """
    start = time.monotonic()
    greedy = greedy_cover(problem)
    kept = _worth_keeping(problem, len(greedy)) if problem.keeps(greedy) else _one_a_side(problem)
    model = _model(_take(problem, kept))
    reached = searched(model, max(0.0, limit_seconds - (time.monotonic() - start)), float(len(greedy)) if problem.keeps(greedy) else np.inf)
    if reached.is_impossible:
        return CoverSolution((), proven=True, bound=0, is_impossible=True)
    bound = max(least_size(problem), math.ceil(reached.bound - TOLERANCE) if math.isfinite(reached.bound) else 1)
    if reached.chosen is None:
        return CoverSolution(greedy if problem.keeps(greedy) else (), proven=False, bound=min(bound, len(greedy)))
    return CoverSolution(tuple(sorted(int(kept[i]) for i in reached.chosen)), reached.is_proven, bound)


def smallest_size(problem: CoverProblem, *, limit_seconds: float = LIMIT_SECONDS) -> int:
    """How many bodies the smallest set has (the best found, where the time limit strikes), where no rule names bodies."""
    greedy = greedy_cover(problem)
    model = _model(_take(problem, _worth_keeping(problem, len(greedy))))
    answer = minimise(model, model.aims[0], time.monotonic() + limit_seconds, float(len(greedy))).answer
    return len(greedy) if answer.x is None else round(answer.value)


def least_size(problem: CoverProblem) -> int:
    """No set has fewer members than this, by counting alone: of each demand the largest gifts until it is covered."""
    given = np.cumsum(-np.sort(-problem.reach, axis=1), axis=1)
    needed = (given < 1 - TOLERANCE).sum(axis=1) + 1
    return int(max(1, len(problem.must), needed.max(initial=0)))


def without(problem: CoverProblem, column: int) -> CoverProblem:
    """The problem in which this body is not there; the others keep their order. Raises ValueError where the rest cannot cover everything."""
    named = replace(
        problem,
        must=tuple(i for i in problem.must if i != column),
        conflicts=tuple(pair for pair in problem.conflicts if column not in pair),
        cuts=tuple(cut for cut in problem.cuts if column not in cut),
    )
    return _take(named, np.delete(np.arange(len(problem.links)), column).astype(np.int32))


def _model(problem: CoverProblem) -> Model:
    """Columns: whether a body is in, then whether a demand rests on an unknown amount."""
    d, n = problem.share.shape
    sides = len(problem.sides)
    apart = [list(rule) for rule in (*problem.conflicts, *problem.cuts)]
    named = np.zeros((len(apart), n + d))
    for row, rule in zip(named, apart, strict=True):
        row[rule] = 1.0
    cover = np.block(
        [[problem.reach, np.zeros((d, d))], [problem.share, np.eye(d)], [problem.sides.astype(np.float64), np.zeros((sides, d))]]
    )
    idle = (problem.reach.sum(axis=0) == 0).astype(np.float64)
    counted = [problem.counts.astype(np.float64)] if problem.counts.any() else []
    of_bodies = np.array([np.ones(n), np.zeros(n), idle, *counted, -problem.links.astype(np.float64)])
    of_demands = np.zeros((len(of_bodies), d))
    of_demands[1] = 1.0
    model = Model(
        candidates=n,
        cover=len(cover),
        rows=csr_array(np.vstack([cover, named])),
        low=np.concatenate([np.ones(len(cover)), np.full(len(named), -np.inf)]),
        high=np.concatenate([np.full(len(cover), np.inf), np.array([len(rule) - 1.0 for rule in apart])]),
        lower=np.zeros(n + d),
        upper=np.ones(n + d),
        whole=np.ones(n + d, dtype=np.bool_),
        aims=np.hstack([of_bodies, of_demands]),
    )
    model.lower[list(problem.must)] = 1.0
    return model


def greedy_cover(problem: CoverProblem) -> tuple[int, ...]:
    """A good set, quickly: again and again the body that covers most of what is still missing; equal ones by links, then order.

    An upper bound for the exact search and the answer where its time runs out. Within a factor of H_n of the smallest for whole covers.
    Those that must be in are in; conflicts and cuts are not looked at (ask `keeps`).
    """
    gain = np.vstack([problem.reach, problem.sides])
    chosen = list(problem.must)
    missing = np.maximum(0.0, np.ones(len(gain)) - gain[:, chosen].sum(axis=1))
    while np.any(missing > TOLERANCE):
        useful = np.minimum(gain, missing[:, None]).sum(axis=0)
        useful[chosen] = -1.0
        best = int(np.lexsort((-problem.links, -np.round(useful, 9)))[0])
        chosen.append(best)
        missing = np.maximum(0.0, missing - gain[:, best])
    return tuple(sorted(chosen))


def _take(problem: CoverProblem, kept: Ints) -> CoverProblem:
    """The problem of some columns. Those that a rule names are always among them."""
    place = {int(i): j for j, i in enumerate(kept)}
    return replace(
        problem,
        share=problem.share[:, kept],
        may=problem.may[:, kept],
        sides=problem.sides[:, kept],
        links=problem.links[kept],
        counted=problem.counts[kept],
        must=tuple(place[i] for i in problem.must),
        conflicts=tuple((place[a], place[b]) for a, b in problem.conflicts),
        cuts=tuple(tuple(place[i] for i in cut) for cut in problem.cuts),
    )


def _worth_keeping(problem: CoverProblem, at_most: int) -> Ints:
    """Columns the best set can need; turns thousands into dozens and loses no best set.

    A body is left out when at least `at_most` others (the size of a known set) are nowhere worse: one of them is not in the set and could
    take its place. Of bodies that bring nothing but a side, the best one is enough. Bodies that a rule names stay and take nobody's place.
    """
    kept = _one_a_side(problem)
    parts = np.vstack([problem.reach, problem.share, problem.sides])[:, kept]
    place = np.empty(len(kept), dtype=np.int32)
    place[np.lexsort((kept, -problem.links[kept], problem.counts[kept]))] = np.arange(len(kept))
    named = problem.named[kept]
    better: Bools = np.asarray((place[:, None] < place[None, :]) & ~named[:, None] & ~named[None, :])
    for part in parts:
        better = np.asarray(better & (part[:, None] >= part[None, :]))
    return np.asarray(kept[better.sum(axis=0) < at_most], dtype=np.int32)


def _one_a_side(problem: CoverProblem) -> Ints:
    """Columns that bring something or that a rule names; of the others of each combination of sides the least counted on, then the best linked."""
    keep: Bools = np.asarray((problem.reach > 0).any(axis=0) | problem.named)
    on_a_side: Bools = np.asarray(problem.sides.any(axis=0))
    kept = [int(i) for i in np.flatnonzero(keep)]
    seen: set[bytes] = set()
    for i in np.lexsort((-problem.links, problem.counts)):
        side = problem.sides[:, i].tobytes()
        if not keep[i] and on_a_side[i] and side not in seen:
            seen.add(side)
            kept.append(int(i))
    return np.array(sorted(kept), dtype=np.int32)
