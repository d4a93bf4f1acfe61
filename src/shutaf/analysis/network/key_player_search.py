"""Which few bodies together matter most to the network: those it would miss most, or those that reach most others?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Literal, TypeAlias

import numpy as np

from shutaf.analysis.network.graph import to_igraph
from shutaf.analysis.network.key_players import DENSE_BODIES, distance_fragmentation, fragmentation, nearness, steps_from
from shutaf.analysis.situation import Floats, Network

Measure: TypeAlias = Literal["fragmentation", "distance_fragmentation", "reach", "reach_within"]

MOST_SETS = 20_000
"""Ours: up to this many sets all of them are looked at, so that the best one is certain."""
RESTARTS = 5
SEED = 1
EQUAL = 1e-12
"""Values nearer than this count as equal: they differ by the rounding of sums only."""


@dataclass(frozen=True)
class KeyPlayers:
    """The best set found. bodies: numbers, ascending; of sets alike in value the first in order, where all were looked at.

    value: of the measure with this set; before: with no set at all (what the network already is). is_exact: every set was looked at, so
    no set has a higher value. Sets with the same value are common: compare values, not bodies.
    """

    bodies: tuple[int, ...]
    value: float
    before: float
    is_exact: bool


Scores: TypeAlias = Callable[[Collection[int]], Floats]
"""Given some bodies: the value of them with each one body more, (n,); -inf for a body that is among them."""


def key_players(
    network: Network,
    k: int,
    *,
    measure: Measure = "fragmentation",
    steps: int = 2,
    restarts: int = RESTARTS,
    seed: int = SEED,
    most_sets: int = MOST_SETS,
) -> KeyPlayers:
    """The k bodies with the highest value of a measure of `key_players` together (which need not be the k highest one by one).

    measure: "fragmentation" and "distance_fragmentation" seek whom the network would miss (KPP-Neg), "reach" and "reach_within" through
    whom most are near (KPP-Pos). steps: for "reach_within". Directed networks: the two of reach only.
    Where there are at most most_sets sets all are looked at. Else: one body after the other, each the best beside those chosen; then
    single exchanges while one improves; then the exchanges again from `restarts` sets drawn with the seed; the best of all these is kept.
    Raises ValueError where k is not 1 .. n (less two for fragmentation), for a directed network where not defined, and above 500 bodies
    for all measures but fragmentation, whose tables of all pairs would not fit.
    O(k n) evaluations a round of exchanges; fragmentation O(m) each, distance_fragmentation O(n cubed), reach O(n).
    Source: Borgatti 2003, 2006 (greedy with exchange); restarts and limits ours.

    >>> path = Network.of(5, [(0, 1), (1, 2), (2, 3), (3, 4)])
    >>> key_players(path, 1).bodies, key_players(path, 2, measure="reach").value
    ((2,), 1.0)
    """
    _check(network, k, measure, steps)
    scores = _scores(network, measure, steps)
    is_exact = comb(network.n, k) <= most_sets
    sets = _all_sets(network.n, k, scores) if is_exact else _climbs(network.n, k, scores, restarts, seed)
    best: tuple[tuple[int, ...], float] | None = None
    for bodies, value in sets:
        if best is None or value > best[1] + EQUAL or (value > best[1] - EQUAL and bodies < best[0]):
            best = bodies, value
    assert best is not None
    return KeyPlayers(best[0], best[1], _before(network, measure), is_exact)


def _check(network: Network, k: int, measure: Measure, steps: int) -> None:
    if measure not in ("fragmentation", "distance_fragmentation", "reach", "reach_within"):
        raise ValueError('measure must be "fragmentation", "distance_fragmentation", "reach" or "reach_within"')
    removes = measure in ("fragmentation", "distance_fragmentation")
    if removes and network.is_directed:
        raise ValueError(f"{measure} is not defined for a directed network: make it undirected first")
    most = network.n - 2 if removes else network.n
    if not 1 <= k <= most:
        raise ValueError(f"k must be from 1 to {most}: two bodies must be left" if removes else f"k must be from 1 to {most}")
    if steps < 0:
        raise ValueError("steps must be 0 or more")
    if measure != "fragmentation" and network.n > DENSE_BODIES:
        raise ValueError(f"the best set by {measure} is sought in at most {DENSE_BODIES} bodies: it needs the distances of all pairs")


def _before(network: Network, measure: Measure) -> float:
    match measure:
        case "fragmentation":
            return fragmentation(network)
        case "distance_fragmentation":
            return distance_fragmentation(network)
        case _:
            return 0.0


def _scores(network: Network, measure: Measure, steps: int) -> Scores:
    match measure:
        case "fragmentation":
            return _cuts(network)
        case "distance_fragmentation":
            return _distances(network)
        case "reach":
            return _together(np.array([nearness(steps_from(network, [body])) for body in range(network.n)]))
        case _:
            away = np.array([steps_from(network, [body]) for body in range(network.n)])
            return _together(((away >= 0) & (away <= steps)).astype(np.float64))


def _cuts(network: Network) -> Scores:
    """F with one body more: only a cut body leaves more parts than before, so the others need no look at the ties."""
    whole = to_igraph(network)

    def scores(bodies: Collection[int]) -> Floats:
        graph = whole.copy()
        graph.delete_edges({edge for body in bodies for edge in graph.incident(body)})
        parts = graph.connected_components()
        sizes = np.array(parts.sizes(), dtype=np.float64)[parts.membership]  # of the part of each body
        left = network.n - len(bodies) - 1
        joined = (sizes - 1).sum() - 2 * (sizes - 1)  # ordered pairs with a path, once the body is gone
        found = 1 - joined / (left * (left - 1))
        for body in graph.articulation_points():
            found[body] = fragmentation(network, [*bodies, body])
        found[list(bodies)] = -np.inf
        return np.asarray(found)

    return scores


def _distances(network: Network) -> Scores:
    """DF with one body more, one after the other."""

    def scores(bodies: Collection[int]) -> Floats:
        return np.array([-np.inf if body in bodies else distance_fragmentation(network, [*bodies, body]) for body in range(network.n)])

    return scores


def _together(near: Floats) -> Scores:
    """near: (n, n), how near row body brings column body; a set brings each as near as its nearest member."""

    def scores(bodies: Collection[int]) -> Floats:
        chosen = list(bodies)
        covered = near[chosen].max(axis=0) if chosen else np.zeros(len(near))
        found = np.maximum(near, covered).sum(axis=1) / len(near)
        found[chosen] = -np.inf
        return np.asarray(found)

    return scores


def _all_sets(n: int, k: int, scores: Scores) -> Iterator[tuple[tuple[int, ...], float]]:
    """For each k - 1 bodies the best last one that comes after them: together every set is looked at."""
    for first in combinations(range(n), k - 1):
        values = scores(first)
        values[: first[-1] + 1 if first else 0] = -np.inf
        last = int(np.argmax(values > values.max() - EQUAL))
        if values[last] > -np.inf:
            yield (*first, last), float(values[last])


def _climbs(n: int, k: int, scores: Scores, restarts: int, seed: int) -> Iterator[tuple[tuple[int, ...], float]]:
    chosen: list[int] = []
    for _ in range(k):
        chosen.append(int(np.argmax(scores(chosen))))
    yield _exchanged(chosen, scores)
    random = np.random.default_rng(seed)
    for _ in range(restarts):
        yield _exchanged(random.choice(n, k, replace=False).tolist(), scores)


def _exchanged(bodies: list[int], scores: Scores) -> tuple[tuple[int, ...], float]:
    """The set after exchanges of one body for the best other one, until no exchange improves it."""
    chosen, value = sorted(bodies), -np.inf
    is_better = True
    while is_better:
        is_better = False
        for body in tuple(chosen):
            rest = [one for one in chosen if one != body]
            values = scores(rest)
            best = int(np.argmax(values > values.max() - EQUAL))
            if values[best] > max(value, float(values[body])) + EQUAL:
                chosen, is_better = sorted([*rest, best]), True
                value = float(values[best])
            value = max(value, float(values[body]))
    return tuple(chosen), value
