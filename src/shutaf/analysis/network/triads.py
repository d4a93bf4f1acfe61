"""Are ties returned, and do the contacts of a body know each other?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from shutaf.analysis.network.choices import chosen, directed_only
from shutaf.analysis.network.cuts import undirected
from shutaf.analysis.network.degree import degree
from shutaf.analysis.network.graph import to_igraph
from shutaf.analysis.situation import Floats, Ints, Network

TRIADS = ("003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C", "210", "300")
"""The sixteen kinds of three bodies, by mutual, one-way and missing ties; D down, U up, T transitive, C cyclic. Source: Holland & Leinhardt 1970."""
_TRANSITIVE = {"030T": 1, "120D": 2, "120U": 2, "120C": 1, "210": 3, "300": 6}  # ways i -> j -> k with i -> k in each kind


@dataclass(frozen=True, slots=True)
class Dyads:
    """Pairs of bodies: with ties both ways, with a tie one way, with no known tie. All ties of an undirected network are mutual."""

    mutual: int
    one_way: int
    none: int


def dyad_census(network: Network) -> Dyads:
    """How many pairs have known ties both ways, one way, or none.

    network: directed or not; weights are ignored. Source: Holland & Leinhardt 1970; Wasserman & Faust 1994, ch. 13.

    >>> dyad_census(Network.of(3, [(0, 1), (1, 0), (1, 2)], is_directed=True))
    Dyads(mutual=1, one_way=1, none=1)
    """
    pairs = network.n * (network.n - 1) // 2
    tied = undirected(network).m
    mutual = network.m - tied if network.is_directed else tied
    return Dyads(mutual, tied - mutual, pairs - tied)


def reciprocity(network: Network, *, of: Literal["arcs", "pairs"] = "arcs") -> float:
    """How far directed ties are returned.

    network: directed; weights are ignored. of: `arcs` is the share of ties that are returned (networkx; UCINET "arc", sna "edgewise"),
    `pairs` the share of pairs with any tie that have both (UCINET "dyad", sna "dyadic.nonnull").
    Returns 0..1; NaN without ties. Raises ValueError on an undirected network or another `of`. Source: Wasserman & Faust 1994, ch. 13.

    >>> arcs = Network.of(3, [(0, 1), (1, 0), (1, 2)], is_directed=True)
    >>> round(reciprocity(arcs), 3), reciprocity(arcs, of="pairs")
    (0.667, 0.5)
    """
    chosen("of", of, ("arcs", "pairs"))
    directed_only(network, "reciprocity")
    dyads = dyad_census(network)
    returned, all_of_them = (2 * dyads.mutual, network.m) if of == "arcs" else (dyads.mutual, dyads.mutual + dyads.one_way)
    return returned / all_of_them if all_of_them else float("nan")


def transitivity(network: Network) -> float:
    """How often two contacts of the same body have a known tie themselves.

    network: undirected: 3 x triangles / pairs of ties that meet. Directed: of the paths i -> j -> k, the share with a tie i -> k.
    Weights are ignored. Returns 0..1; NaN where no two ties meet. O(sum of squared degrees) at worst.
    Source: Wasserman & Faust 1994, ch. 6; Newman 2003.

    >>> round(transitivity(Network.of(4, [(0, 1), (1, 2), (0, 2), (2, 3)])), 9)
    0.6
    """
    if not network.is_directed:
        return float(to_igraph(network).transitivity_undirected(mode="nan"))
    census, into, out = triad_census(network), degree(network, direction="in"), degree(network, direction="out")
    paths = int((into.astype(np.int64) * out).sum()) - 2 * dyad_census(network).mutual  # i -> j -> i leads to no third body
    return sum(census[kind] * ways for kind, ways in _TRANSITIVE.items()) / paths if paths else float("nan")


def clustering(network: Network) -> Floats:
    """What share of a body's pairs of contacts have a known tie to each other (local clustering).

    network: undirected: Watts and Strogatz; directed: Fagiolo's, of all directed triangles that the body's ties could be part of.
    Weights are ignored. Returns (n,) float64, 0..1; NaN for a body with fewer than two contacts (networkx writes 0 there).
    O(triangles + m). Source: Watts & Strogatz 1998; Fagiolo 2007, eq. 8.

    >>> clustering(Network.of(4, [(0, 1), (1, 2), (0, 2), (2, 3)])).round(3).tolist()
    [1.0, 1.0, 0.333, nan]
    """
    if not network.is_directed:
        return np.array(to_igraph(network).transitivity_local_undirected(mode="nan"), dtype=np.float64)
    plain = undirected(network)
    triangles = np.array(to_igraph(plain).list_triangles(), dtype=np.int64).reshape(-1, 3)
    both = _arcs_of_pairs(network, plain)
    key = plain.source.astype(np.int64) * network.n + plain.target
    sides = np.sort(triangles, axis=1)
    ways = np.ones(len(sides))
    for one, two in ((0, 1), (0, 2), (1, 2)):
        ways *= both[np.searchsorted(key, sides[:, one] * network.n + sides[:, two])]
    closed = np.bincount(sides.ravel(), np.repeat(ways, 3), network.n)
    ties = degree(network).astype(np.float64)
    mutual = np.bincount(np.concatenate([plain.source, plain.target]), np.tile(both - 1, 2), network.n)
    possible = ties * (ties - 1) - 2 * mutual
    return np.asarray(np.divide(closed, possible, out=np.full(network.n, np.nan), where=possible > 0))


def average_clustering(network: Network, *, undefined: Literal["zero", "left_out"] = "zero") -> float:
    """The mean of `clustering` over bodies.

    undefined: bodies with fewer than two contacts count 0 (`zero`, as networkx does) or not at all (`left_out`, as igraph does).
    Returns 0..1; NaN where nobody is left to average. Raises ValueError on another choice. Source: Watts & Strogatz 1998.

    >>> average_clustering(Network.of(4, [(0, 1), (1, 2), (0, 2), (2, 3)]), undefined="left_out").__round__(3)
    0.778
    """
    chosen("undefined", undefined, ("zero", "left_out"))
    found = clustering(network)
    kept = np.nan_to_num(found) if undefined == "zero" else found[~np.isnan(found)]
    return float(kept.mean()) if len(kept) else float("nan")


def triad_census(network: Network) -> dict[str, int]:
    """How many sets of three bodies are of each of the sixteen kinds.

    network: directed; undirected ties count as mutual, so only 003, 102, 201 and 300 occur. Weights are ignored.
    Returns the sixteen `TRIADS` with their counts, which sum to n(n-1)(n-2)/6. O(sum of squared degrees) at worst.
    Source: Holland & Leinhardt 1970; Batagelj & Mrvar 2001.

    >>> {kind: count for kind, count in triad_census(Network.of(4, [(0, 1), (1, 2), (0, 2)])).items() if count}
    {'102': 3, '300': 1}
    """
    if network.n < 3:
        return dict.fromkeys(TRIADS, 0)
    graph = to_igraph(network)
    if not network.is_directed:
        graph.to_directed(mode="mutual")
    found = [int(count) for count in graph.triad_census()]
    census = dict(zip(TRIADS, found, strict=True))
    census["003"] = network.n * (network.n - 1) * (network.n - 2) // 6 - sum(found[1:])  # exact also where a float is not
    return census


def _arcs_of_pairs(network: Network, plain: Network) -> Ints:
    """How many arcs each pair of `plain` has, (pairs,), 1 or 2; the pairs are sorted."""
    low, high = np.minimum(network.source, network.target).astype(np.int64), np.maximum(network.source, network.target)
    _, counts = np.unique(low * network.n + high, return_counts=True)
    assert len(counts) == plain.m
    return counts.astype(np.int32)
