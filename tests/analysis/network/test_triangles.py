from __future__ import annotations

from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from real_networks import as_graph, city_projects, drawn_network, search_and_rescue

from shutaf.analysis.network import triangles
from shutaf.analysis.network import triangles as found_by
from shutaf.analysis.network.triangles import Finder, tied_pairs
from shutaf.analysis.situation import Network


def triples(network: Network) -> set[tuple[int, ...]]:
    found = triangles(network)
    listed = list(zip(*(bodies.tolist() for bodies in found.bodies), strict=True))
    assert len(set(listed)) == len(listed) == found.count
    return set(listed)


def triples_by_hand(network: Network) -> set[tuple[int, ...]]:
    tied = {frozenset(pair) for pair in zip(network.source.tolist(), network.target.tolist(), strict=True)}
    return {three for three in combinations(range(network.n), 3) if all(frozenset(two) in tied for two in combinations(three, 2))}


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.integers(1, 12), st.integers(0, 40), st.booleans())
def test_every_triple_with_three_ties_is_found_once(seed: int, n: int, ties: int, is_directed: bool) -> None:
    network = drawn_network(seed, n, ties, is_directed=is_directed)
    assert triples(network) == triples_by_hand(network)


def test_edges_of_a_triangle_are_the_ties_of_its_bodies() -> None:
    found = triangles(drawn_network(1, 20, 90))
    x, y, z = found.bodies
    for edge, one, other in zip(found.edges, (x, x, y), (y, z, z), strict=True):
        assert found.pairs.one[edge].tolist() == one.tolist()
        assert found.pairs.other[edge].tolist() == other.tolist()


def test_real_networks_have_as_many_as_networkx_counts(shared_data: Path) -> None:
    networks = [city_projects(shared_data)[0], *(network for network, _ in search_and_rescue(shared_data).values())]
    for network in networks:
        assert triangles(network).count == sum(nx.triangles(as_graph(network).to_undirected()).values()) // 3


def test_small_blocks_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    network = drawn_network(2, 20, 100)
    whole = triples(network)
    monkeypatch.setitem(found_by.__globals__, "BLOCK", 3)
    assert triples(network) == whole


@pytest.mark.parametrize("n", [0, 1, 2])
def test_fewer_than_three_bodies_make_no_triangle(n: int) -> None:
    assert triangles(Network.of(n, [(0, 1)] if n == 2 else [])).count == 0


def test_ties_in_any_order_and_direction_are_the_same_pairs() -> None:
    rows = np.array([(2, 0), (1, 2), (1, 0)])
    network = Network(3, rows[:, 0], rows[:, 1], np.array([5.0, 6.0, 7.0]), np.zeros(3, dtype=np.bool_))
    pairs = tied_pairs(network)
    assert list(zip(pairs.one.tolist(), pairs.other.tolist(), pairs.forth.tolist(), strict=True)) == [(0, 1, 7.0), (0, 2, 5.0), (1, 2, 6.0)]
    assert pairs.forth.tolist() == pairs.back.tolist()
    assert pairs.keys.tolist() == [1, 2, 5]


def test_finder_finds_what_is_there_and_nothing_else() -> None:
    keys = np.unique(np.random.default_rng(3).integers(0, 10**12, 5000))
    finder = Finder(keys)
    assert len(finder.crowded) > 0
    assert finder.places(keys).tolist() == list(range(len(keys)))
    others = np.setdiff1d(np.concatenate([keys + 1, np.arange(5000)]), keys)
    assert set(finder.places(others).tolist()) == {-1}


def test_a_hub_costs_no_more_than_its_contacts() -> None:
    spokes = [(0, i) for i in range(1, 20_001)]
    network = Network.of(20_001, [*spokes, (1, 2)])
    assert triples(network) == {(0, 1, 2)}
