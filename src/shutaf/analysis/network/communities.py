"""Which bodies work with each other more than with the rest, and would another start of the computation say the same?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import igraph
import numpy as np
import numpy.typing as npt

from shutaf.analysis.network.randomness import seeded
from shutaf.analysis.situation import Floats, Ints, Network

SEEDS = tuple(range(10))
UNTIL_NOTHING_IMPROVES = -1
"""Counted here, not by igraph: igraph 1.0 never ends on some small networks where two divisions are equally good."""
IMPROVES_BY = 1e-12
"""What modularity gains beyond rounding."""


@dataclass(frozen=True, slots=True)
class Communities:
    """membership: (n,) int32, the division with the largest modularity; 0 is the largest community, equal ones by their first body; a body
    without a tie is one of its own. modularity: of that division; NaN without ties. stability: mean adjusted Rand index of all pairs of
    runs, 1 when every seed gives the same division, about 0 when they agree by chance only. modularities: (seeds,) of every run."""

    membership: Ints
    modularity: float
    stability: float
    modularities: Floats


def communities(
    network: Network,
    *,
    weighted: bool = False,
    resolution: float = 1.0,
    seeds: Sequence[int] = SEEDS,
    iterations: int = UNTIL_NOTHING_IMPROVES,
) -> Communities:
    """A division of the bodies by Leiden's algorithm: the best by modularity of one run a seed, and how far the runs agree.

    network: undirected. weighted, resolution, iterations: as in `leiden`. seeds: whole numbers, at least one.
    The same network and seeds always give the same division; of equally good runs the first counts.
    Raises ValueError without seeds, and as `leiden`. Near linear in ties per seed. Source: as of `leiden`, `modularity`, `stability`.

    >>> two_rings = Network.of(6, [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)])
    >>> found = communities(two_rings)
    >>> found.membership.tolist(), round(found.modularity, 4), found.stability
    ([0, 0, 0, 1, 1, 1], 0.3571, 1.0)
    """
    if not len(seeds):
        raise ValueError("communities need at least one seed")
    graph = _graph(network, weighted, resolution)
    runs = [_leiden(graph, resolution, seed, iterations) for seed in seeds]
    scores = np.array([modularity(network, run, weighted=weighted, resolution=resolution) for run in runs])
    best = runs[int(np.argmax(np.round(scores, 12)))]
    return Communities(numbered_by_size(best), float(scores.max()), stability(runs), scores)


def leiden(
    network: Network, *, seed: int = 0, weighted: bool = False, resolution: float = 1.0, iterations: int = UNTIL_NOTHING_IMPROVES
) -> Ints:
    """One run of Leiden's algorithm for modularity: the community of each body, (n,) int32 from 0; a body without a tie is one of its own.

    network: undirected. weighted: False counts every tie as 1 (what most published figures do), True takes `weight`. resolution: above 0;
    more gives more and smaller communities, 1 is plain modularity. iterations: rounds of the algorithm; -1 until nothing improves.
    Deterministic for a seed, whatever the order of the ties; another order of the bodies may end in another, equally defensible division.
    Python's own random numbers stay as they were. Raises ValueError for a directed network (igraph's directed variant does not maximise
    the modularity it reports) and for a resolution not above 0. Near linear in ties a round. Source: Traag, Waltman & van Eck 2019.
    """
    return numbered_by_size(_leiden(_graph(network, weighted, resolution), resolution, seed, iterations))


def modularity(network: Network, membership: npt.ArrayLike, *, weighted: bool = False, resolution: float = 1.0) -> float:
    """Ties inside communities beyond what the bodies' numbers of ties alone would give: -0.5 .. 1 at resolution 1; NaN without ties.

    Q = sum over communities c of m_c/m - resolution (D_c/2m)^2: m_c ties inside, D_c sum of degrees. Directed: (out_c in_c)/m^2 in place of
    (D_c/2m)^2. membership: (n,) whole numbers, any; equal means together. weighted: False counts every tie as 1; True sums weights.
    Raises ValueError where membership has not one entry a body. O(n log n + m). Source: Newman 2006; directed: Leicht & Newman 2008.

    >>> modularity(Network.of(4, [(0, 1), (2, 3)]), [0, 0, 1, 1])
    0.5
    """
    labels = np.asarray(membership)
    if labels.shape != (network.n,):
        raise ValueError("membership must have one entry per body")
    if not network.m:
        return float("nan")
    _, of = np.unique(labels, return_inverse=True)
    weight = network.weight if weighted else np.ones(network.m)
    source, target = of[network.source], of[network.target]
    total, inside = weight.sum(), weight[source == target].sum()
    out, into = (np.bincount(end, weights=weight, minlength=int(of.max()) + 1) for end in (source, target))
    by_chance = out @ into if network.is_directed else ((out + into) ** 2).sum() / 4
    return float(inside / total - resolution * by_chance / total**2)


def stability(runs: Sequence[Ints]) -> float:
    """How far several divisions of the same bodies agree: mean adjusted Rand index over all pairs of runs, 1 for a single run.

    runs: each (n,) whole numbers. O(runs squared x n). Source: the index is Hubert & Arabie 1985; its mean over seeds is ours.
    """
    scores = [adjusted_rand(one, two) for i, one in enumerate(runs) for two in runs[i + 1 :]]
    return float(np.mean(scores)) if scores else 1.0


def adjusted_rand(one: Ints, two: Ints) -> float:
    """How alike two divisions of the same bodies are: 1 the same, about 0 as by chance, below 0 less than that.

    one, two: (n,) whole numbers, any; equal means together. Two divisions that leave no room for chance (all together, or all apart, in both) give 1.
    Raises ValueError where they differ in length. O(n log n). Source: Hubert & Arabie 1985, eq. 5.

    >>> adjusted_rand(np.array([0, 0, 1, 1], dtype=np.int32), np.array([1, 1, 0, 0], dtype=np.int32))
    1.0
    """
    if len(one) != len(two):
        raise ValueError("both divisions must be of the same bodies")
    (first, sizes), (second, other_sizes) = (np.unique(labels, return_inverse=True, return_counts=True)[1:] for labels in (one, two))
    cells = np.unique(first.astype(np.int64) * len(other_sizes) + second, return_counts=True)[1]
    together, in_one, in_two, all_pairs = (
        float((counts * (counts - 1.0) / 2).sum()) for counts in (cells, sizes, other_sizes, np.array([len(one)]))
    )
    expected = in_one * in_two / all_pairs if all_pairs else 0.0
    most = (in_one + in_two) / 2
    return (together - expected) / (most - expected) if most != expected else 1.0


def numbered_by_size(membership: npt.ArrayLike) -> Ints:
    """The same division, its parts numbered from the largest (0), equal ones by their first body. membership: (n,) any labels.

    >>> numbered_by_size([7, 5, 5, 9]).tolist()
    [1, 0, 0, 2]
    """
    _, first, of, sizes = np.unique(np.asarray(membership), return_index=True, return_inverse=True, return_counts=True)
    place = np.empty(len(sizes), dtype=np.int32)
    place[np.lexsort((first, -sizes))] = np.arange(len(sizes), dtype=np.int32)
    return place[of]


def _graph(network: Network, weighted: bool, resolution: float) -> igraph.Graph:
    if network.is_directed:
        raise ValueError("Leiden's communities are defined here for undirected networks: symmetrise the reports first")
    if not resolution > 0:
        raise ValueError("resolution must be above 0")
    one, two = np.minimum(network.source, network.target), np.maximum(network.source, network.target)
    order = np.argsort(one.astype(np.int64) * network.n + two, kind="stable")
    graph = igraph.Graph(n=network.n, edges=np.column_stack([one[order], two[order]]).astype(np.int64))
    if weighted:
        graph.es["weight"] = network.weight[order]
    return graph


def _leiden(graph: igraph.Graph, resolution: float, seed: int, iterations: int) -> Ints:
    weights = "weight" if graph.ecount() and "weight" in graph.es.attributes() else None
    is_open = iterations < 0
    rounds = 2 if is_open else iterations

    def further(rounds: int, start: list[int] | None = None) -> igraph.VertexClustering:
        return graph.community_leiden(
            objective_function="modularity", weights=weights, resolution=resolution, n_iterations=rounds, initial_membership=start
        )

    with seeded(seed):
        found = further(rounds)
        while is_open and (better := further(1, found.membership)).quality > found.quality + IMPROVES_BY:
            found = better
    return np.array(found.membership, dtype=np.int32)
