"""What does the map look like as a network, and how much of it is known?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import igraph
import numpy as np

from shutaf.analysis.network.municipality import municipal_refs, outside_refs
from shutaf.analysis.network.pairs import Pairs, pairs_of
from shutaf.analysis.situation import Network, Situation, Tie

__all__ = ["KnownPairs", "PairCount", "known_pairs", "municipal_refs", "network_of", "to_igraph"]


def network_of(situation: Situation, *, without: Collection[str] = frozenset(), directed: bool = False) -> Network:
    """The known ties as arrays, bodies numbered as in `situation.index_by_ref`.

    without: refs whose own ties are dropped; the bodies stay, so n and all numbers stay.
    directed: False gives one edge a pair. True gives one arc a direction: a mutual tie two, a one-way tie one.
    weight: the strongest strength reported for the pair (or arc), 1 where no row tells one. Ours: an unknown strength weighs as the weakest.
    A tie whose `until` has passed still counts: its row says that it exists. O(ties).

    >>> from shutaf.analysis.situation import Body, Situation, Tie
    >>> town = Situation(bodies=(Body("a", "A"), Body("b", "B"), Body("c", "C")), ties=(Tie("a", "b"), Tie("b", "a", strength_1_5=3)))
    >>> network_of(town).m, network_of(town).weight.tolist(), network_of(town, directed=True).m
    (1, [3.0], 2)
    """
    gone = frozenset(without)
    strongest: dict[tuple[int, int], float] = {}
    index = situation.index_by_ref
    for tie in situation.known_ties:
        if tie.source_ref in gone or tie.target_ref in gone:
            continue
        for edge in _edges(tie, index[tie.source_ref], index[tie.target_ref], directed):
            strongest[edge] = max(strongest.get(edge, 0.0), tie.strength_1_5 or 0.0)
    edges = np.array(sorted(strongest), dtype=np.int32).reshape(-1, 2)
    weight = np.array([strongest[edge] or 1.0 for edge in sorted(strongest)], dtype=np.float64)
    asked = np.array([body.ref in set(situation.map.asked) for body in situation.bodies], dtype=np.bool_)
    return Network(len(situation.bodies), edges[:, 0].copy(), edges[:, 1].copy(), weight, asked, directed)


def _edges(tie: Tie, source: int, target: int, directed: bool) -> tuple[tuple[int, int], ...]:
    if not directed:
        return ((min(source, target), max(source, target)),)
    return ((source, target),) if tie.direction == "one_way" else ((source, target), (target, source))


def to_igraph(network: Network) -> igraph.Graph:
    """The same network for igraph, with the edge attribute `weight`."""
    edges = np.column_stack([network.source, network.target]).tolist()
    return igraph.Graph(n=network.n, edges=edges, directed=network.is_directed, edge_attrs={"weight": network.weight.tolist()})


@dataclass(frozen=True, slots=True)
class PairCount:
    """Pairs of bodies: how many ties are known, how many pairs are known to have none, how many pairs there are."""

    ties: int
    nones: int
    possible: int

    @property
    def known(self) -> int:
        return self.ties + self.nones

    @property
    def unknown(self) -> int:
        return self.possible - self.known

    @property
    def share_known_0_1(self) -> float:
        """Known of possible pairs; NaN where no pair is possible."""
        return self.known / self.possible if self.possible else float("nan")


@dataclass(frozen=True, slots=True)
class KnownPairs:
    """Of how many pairs we know anything: among all bodies, and among the bodies outside (`outside_refs`)."""

    all_bodies: PairCount
    outside: PairCount


def known_pairs(situation: Situation) -> KnownPairs:
    """How much of the map is known: pairs with a row that says exists or none, of the pairs there are. O(ties).

    >>> from shutaf.analysis.situation import Body, Situation, Tie
    >>> town = Situation(bodies=tuple(Body(ref, ref) for ref in "abc"), ties=(Tie("a", "b"), Tie("a", "c", status="none")))
    >>> known_pairs(town).all_bodies
    PairCount(ties=1, nones=1, possible=3)
    """
    pairs = pairs_of(situation)
    inside = municipal_refs(situation)
    return KnownPairs(_count(pairs, len(situation.bodies)), _count(pairs.without(inside), len(outside_refs(situation))))


def _count(pairs: Pairs, bodies: int) -> PairCount:
    return PairCount(len(pairs.exists), len(pairs.none), bodies * (bodies - 1) // 2)
