"""Which core fits well where there are too many to look at each? Climbs from several starts, moving or swapping one body at a time."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from shutaf.analysis.network.core_pattern import Pattern
from shutaf.analysis.situation import Bools, Floats

SEEDED_STARTS = 20
"""Ours: random starts beside the two from the best tied bodies, up to SEEDED_BODIES bodies; above, the two alone."""
SEEDED_BODIES = 500
SWAP_BODIES = 200
"""Ours: of each side, the bodies that a swap is tried with: the loosest of the core, the best tied to the periphery."""
BETTER = 1e-12


def climbed(pattern: Pattern, seed: int) -> Bools:
    """The best core of all climbs, (n,) bool; the same for the same seed."""
    found = [_climb(pattern, start) for start in _starts(pattern, seed)]
    return max(found, key=lambda core: round(pattern.fit_of(core), 12))


def _starts(pattern: Pattern, seed: int) -> Iterator[Bools]:
    strengths = np.asarray(pattern.ties.sum(axis=1), dtype=np.float64)
    order = np.argsort(-strengths, kind="stable")
    yield _best_first(pattern, order)
    yield _best_first(pattern, _greedy(pattern, strengths))
    random = np.random.default_rng(seed)
    for _ in range(SEEDED_STARTS if pattern.n <= SEEDED_BODIES else 0):
        start = np.zeros(pattern.n, dtype=np.bool_)
        start[random.permutation(pattern.n)[: random.integers(1, pattern.n - 1)]] = True
        yield start


def _best_first(pattern: Pattern, order: npt.NDArray[np.int64]) -> Bools:
    """The best of the cores made of the first bodies in this order. A tie is inside the periphery until the first of its ends has left it."""
    rank = np.empty(pattern.n, dtype=np.int64)
    rank[order] = np.arange(pattern.n)
    ties = pattern.ties.tocoo()
    leaves = np.bincount(np.minimum(rank[ties.row], rank[ties.col]), ties.data / 2, pattern.n)
    inside = leaves[::-1].cumsum()[::-1]  # with the first k bodies in the core
    fits = pattern.fits(np.arange(pattern.n, 0, -1, dtype=np.float64), inside)
    core = np.zeros(pattern.n, dtype=np.bool_)
    core[order[: int(np.nanargmax(fits))]] = True
    return core


def _greedy(pattern: Pattern, strengths: Floats) -> npt.NDArray[np.int64]:
    """Bodies in the order in which each takes most of the ties that are left. A stale entry of the heap is put back with its true value."""
    left = strengths.copy()
    heap = [(-value, body) for body, value in enumerate(left.tolist())]
    heapq.heapify(heap)
    order = []
    while heap:
        value, body = heapq.heappop(heap)
        if -value > left[body] + BETTER * strengths[body]:
            heapq.heappush(heap, (-float(left[body]), body))
            continue
        order.append(body)
        start, end = pattern.ties.indptr[body : body + 2]
        left[pattern.ties.indices[start:end]] -= pattern.ties.data[start:end]
    return np.array(order, dtype=np.int64)


def _climb(pattern: Pattern, start: Bools) -> Bools:
    """The core that no single move and no swap tried makes better."""
    core = start.copy()
    fit = pattern.fit_of(core)
    while True:
        to_outside = pattern.ties @ (~core).astype(np.float64)
        inside = float(to_outside @ ~core) / 2
        moves = _moves(pattern, core, to_outside)
        sizes = np.array([(~core).sum() + change for _, change, _ in moves], dtype=np.float64)
        fits = np.nan_to_num(pattern.fits(sizes, np.array([inside + more for _, _, more in moves])), nan=-np.inf)
        best = int(np.argmax(fits))
        if fits[best] <= fit + BETTER:
            return core
        fit = float(fits[best])
        core[moves[best][0]] ^= True


def _moves(pattern: Pattern, core: Bools, to_outside: Floats) -> list[tuple[list[int], int, float]]:
    """The best body to enter, the best to leave, the best swap: (bodies that change sides, change of the periphery's size, of its ties)."""
    entering, leaving = np.flatnonzero(~core), np.flatnonzero(core)
    entering = entering[np.argsort(-to_outside[entering], kind="stable")][:SWAP_BODIES]
    leaving = leaving[np.argsort(to_outside[leaving], kind="stable")][:SWAP_BODIES]
    found = [([int(entering[0])], -1, -float(to_outside[entering[0]]))]
    if len(leaving):
        found.append(([int(leaving[0])], 1, float(to_outside[leaving[0]])))
        between = pattern.ties[leaving][:, entering].toarray()
        more = to_outside[leaving][:, None] - to_outside[entering][None, :] - between
        one, two = np.unravel_index(int(np.argmin(more)), more.shape)
        found.append(([int(leaving[one]), int(entering[two])], 0, float(more[one, two])))
    return found
