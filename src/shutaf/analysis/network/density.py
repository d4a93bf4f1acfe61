"""How many of the possible ties are known, how are they spread, and how far does the network hang on one body?"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.network.graph import to_igraph
from shutaf.analysis.situation import Floats, Ints, Network


def density(network: Network) -> float:
    """Known ties of possible ones, 0..1; NaN for fewer than two bodies. On a map with unknown pairs this is the least the density can be.

    Source: Wasserman & Faust 1994, ch. 4.

    >>> from shutaf.analysis.network.graph import network_of
    >>> from shutaf.analysis.situation import Body, Situation, Tie
    >>> density(network_of(Situation(bodies=(Body("a", "A"), Body("b", "B"), Body("c", "C")), ties=(Tie("a", "b"),))))
    0.3333333333333333
    """
    possible = network.n * (network.n - 1) / (1 if network.is_directed else 2)
    return network.m / possible if possible else float("nan")


def degree(network: Network) -> Ints:
    """Known ties of each body, (n,) int32; of a directed network arcs in and out together."""
    ends = np.concatenate([network.source, network.target])
    return np.bincount(ends, minlength=network.n).astype(np.int32)


def components(network: Network) -> Ints:
    """The part each body belongs to, (n,) int32: parts are numbered from the largest (0), then by the first body in them.

    A body without a known tie is a part of its own. Directions are ignored. O(n + m).
    """
    found = np.array(to_igraph(network).connected_components(mode="weak").membership, dtype=np.int32)
    parts, first, sizes = np.unique(found, return_index=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    place = np.empty(len(parts), dtype=np.int32)
    place[order] = np.arange(len(parts), dtype=np.int32)
    return place[found] if network.n else found


def betweenness(network: Network) -> Floats:
    """Share of the shortest known paths between others that lead through each body, (n,) float64, 0..1; NaN for fewer than three bodies.

    Every tie counts as one step. For maps of the whole network and for tests: no Finding ranks bodies by it (DESIGN rule 2).
    O(n m). Source: Freeman 1977; Brandes 2001.
    """
    if network.n < 3:
        return np.full(network.n, np.nan)
    paths = (network.n - 1) * (network.n - 2) / (1 if network.is_directed else 2)
    return np.array(to_igraph(network).betweenness(directed=network.is_directed), dtype=np.float64) / paths


def degree_centralization(network: Network) -> float:
    """How far ties gather at one body: 0 all have the same number, 1 a star; NaN for fewer than three bodies or a directed network.

    Denominator (n-1)(n-2). Source: Freeman 1979; METHODS 5.
    """
    if network.n < 3 or network.is_directed:
        return float("nan")
    ties = degree(network)
    return float((ties.max() - ties).sum() / ((network.n - 1) * (network.n - 2)))


def betweenness_centralization(network: Network) -> float:
    """How far the shortest known paths lead through one body: 0 evenly, 1 a star; NaN as for degree_centralization. Source: Freeman 1979."""
    if network.n < 3 or network.is_directed:
        return float("nan")
    shares = betweenness(network)
    return float((shares.max() - shares).sum() / (network.n - 1))
