"""Without which bodies would the network fall apart, and through which few would a word reach the most others?"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from shutaf.analysis.network.triangles import Longs
from shutaf.analysis.situation import Floats, Ints, Network

DENSE_BODIES = 500
"""Ours: tables of all pairs of bodies are made up to this many bodies."""
SOURCES = 512
"""Ours: distances are taken from so many bodies at once; 64 bytes a tie."""


def fragmentation(network: Network, removed: Collection[int] = ()) -> float:
    """Share of the pairs of remaining bodies that have no path between them once `removed` are gone (Borgatti's F), 0..1.

    F = 1 - sum over parts of s (s - 1) / (r (r - 1)), with r bodies left in parts of s. removed: numbers of bodies, with all their ties.
    NaN where fewer than two bodies are left. Strengths are ignored. O(n + m).
    Raises ValueError for a directed network and for bodies that are not there. Source: Borgatti 2003, eq. 3; Borgatti 2006, eq. 4.

    >>> path = Network.of(5, [(0, 1), (1, 2), (2, 3), (3, 4)])
    >>> fragmentation(path), round(fragmentation(path, [2]), 4)
    (0.0, 0.6667)
    """
    _refuse_directed(network, "fragmentation")
    stays = np.ones(network.n, dtype=np.bool_)
    stays[members(network, removed)] = False
    left = int(stays.sum())
    if left < 2:
        return float("nan")
    kept = stays[network.source] & stays[network.target]
    ties = coo_array((np.ones(int(kept.sum())), (network.source[kept], network.target[kept])), shape=(network.n, network.n))
    _, part = connected_components(ties, directed=False)
    sizes = np.bincount(part[stays]).astype(np.float64)
    return float(1 - (sizes * (sizes - 1)).sum() / (left * (left - 1)))


def distance_fragmentation(network: Network, removed: Collection[int] = ()) -> float:
    """As `fragmentation`, and a pair that is left far apart counts as partly cut (Borgatti's DF), 0..1.

    DF = 1 - sum over pairs i, j of 1 / dist(i, j) / (r (r - 1)) among the r bodies left; no path counts 0, every tie is one step.
    0 where all have a tie with all; at least F. NaN where fewer than two bodies are left. O(r m / 64) a step.
    Raises ValueError for a directed network and for bodies that are not there. Source: Borgatti 2003, eq. 4; Borgatti 2006, eq. 9.

    >>> round(distance_fragmentation(Network.of(3, [(0, 1), (1, 2)])), 4)
    0.1667
    """
    _refuse_directed(network, "distance-weighted fragmentation")
    gone = members(network, removed)
    left = network.n - len(gone)
    return 1 - closeness_left(network, gone) / (left * (left - 1)) if left > 1 else float("nan")


def closeness_left(network: Network, without: Longs) -> float:
    """Sum of 1 / steps over all ordered pairs of the bodies left, 0 for a pair without a path, in an undirected network.

    For SOURCES bodies at once each body holds a bit for each of them: set when it is within the steps taken so far.
    """
    stays = np.ones(network.n, dtype=np.bool_)
    stays[without] = False
    kept = stays[network.source] & stays[network.target]
    own = np.arange(network.n)
    body = np.concatenate([own, network.source[kept], network.target[kept]])  # itself too, so that nobody is without an entry
    order = np.argsort(body, kind="stable")
    contact = np.concatenate([own, network.target[kept], network.source[kept]])[order]
    start = np.searchsorted(body[order], own)
    sources = np.flatnonzero(stays)
    return sum(_closeness_from(contact, start, sources[at : at + SOURCES]) for at in range(0, len(sources), SOURCES))


def _closeness_from(contact: Longs, start: Longs, sources: Longs) -> float:
    place = np.arange(len(sources))
    near = np.zeros((len(start), len(sources) // 64 + 1), dtype=np.uint64)
    near[sources, place // 64] = np.uint64(1) << (place % 64).astype(np.uint64)
    found, steps, total = len(sources), 0, 0.0
    while True:
        near = np.bitwise_or.reduceat(near[contact], start, axis=0)
        steps += 1
        now = int(np.bitwise_count(near).sum(dtype=np.int64))
        if now == found:
            return total
        total += (now - found) / steps
        found = now


def reach(network: Network, bodies: Collection[int]) -> float:
    """How near the whole network is to a set of bodies (Borgatti's DR), 0..1: (sum over all j of 1 / dist(set, j)) / n.

    Members of the set count 1, a body at two steps one half, one without a path 0. Directed: steps go with the ties, out from the set.
    Strengths are ignored. NaN without bodies in the network. O(n + m).
    Raises ValueError for bodies that are not there. Source: Borgatti 2003, eq. 5; Borgatti 2006, eq. 14.

    >>> reach(Network.of(4, [(0, 1), (1, 2)]), [0])
    0.625
    """
    steps = steps_from(network, members(network, bodies))
    return float(nearness(steps).sum() / network.n) if network.n else float("nan")


def reach_within(network: Network, bodies: Collection[int], *, steps: int) -> float:
    """Share of all bodies within so many steps of a set (m-reach), members counted, 0..1.

    steps: 0 or more; 1 counts the contacts. Directed: with the ties, out from the set. NaN without bodies in the network. O(n + m).
    Raises ValueError for negative steps and for bodies that are not there. Source: Borgatti 2006, p. 30.

    >>> reach_within(Network.of(4, [(0, 1), (1, 2)]), [0], steps=1)
    0.5
    """
    if steps < 0:
        raise ValueError("steps must be 0 or more")
    away = steps_from(network, members(network, bodies))
    return float(((away >= 0) & (away <= steps)).sum() / network.n) if network.n else float("nan")


def steps_from(network: Network, bodies: Collection[int], without: Collection[int] = ()) -> Ints:
    """Ties on the shortest path from the nearest of some bodies to each body, (n,) int32; -1 where there is no path.

    Directed: with the ties. without: bodies that no path may touch. O(n + m).
    """
    start, to = _contacts(network)
    away = np.full(network.n, -1, dtype=np.int32)
    is_closed = np.zeros(network.n, dtype=np.bool_)
    is_closed[list(without)] = True
    frontier = np.unique(np.fromiter(bodies, dtype=np.int64))
    length = 0
    while len(frontier):
        away[frontier] = length
        length += 1
        many = start[frontier + 1] - start[frontier]
        first = np.repeat(start[frontier] - np.concatenate([[0], np.cumsum(many)[:-1]]), many)
        found = to[first + np.arange(len(first))]
        frontier = np.unique(found[(away[found] < 0) & ~is_closed[found]])
    return away


def nearness(steps: Ints) -> Floats:
    """1 by the steps: 1 for the set itself and for its contacts, 0 where there is no path."""
    return np.where(steps < 0, 0.0, 1 / np.maximum(steps, 1))


def members(network: Network, bodies: Collection[int]) -> Longs:
    """Numbers of bodies, ascending, each once. Raises ValueError for one that is not 0 .. n-1."""
    found = np.unique(np.fromiter(bodies, dtype=np.int64))
    if len(found) and (found[0] < 0 or found[-1] >= network.n):
        raise ValueError(f"there is no such body: the network has the numbers 0 to {network.n - 1}")
    return found


def _contacts(network: Network) -> tuple[Longs, Longs]:
    """Where the contacts of each body begin, (n + 1,), and the contacts one body after the other."""
    source, target = network.source.astype(np.int64), network.target.astype(np.int64)
    if not network.is_directed:
        source, target = np.concatenate([source, target]), np.concatenate([target, source])
    order = np.argsort(source, kind="stable")
    return np.concatenate([[0], np.cumsum(np.bincount(source, minlength=network.n))]), target[order]


def _refuse_directed(network: Network, what: str) -> None:
    if network.is_directed:
        raise ValueError(f"{what} is not defined for a directed network: make it undirected first")
