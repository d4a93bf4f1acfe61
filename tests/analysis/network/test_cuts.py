from __future__ import annotations

from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from graphs import as_graph, networks, real_networks, relabelled
from hypothesis import given, settings

from shutaf.analysis.network import bridges, components, cut_bodies, density, parts_without
from shutaf.analysis.situation import Network

any_network = settings(derandomize=True, deadline=None, max_examples=60)


def test_two_triangles_joined_by_a_tie_counted_by_hand() -> None:
    town = Network.of(8, [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (5, 2), (6, 3)])
    assert np.flatnonzero(cut_bodies(town)).tolist() == [2, 3, 5]
    assert parts_without(town).tolist() == [1, 1, 2, 2, 1, 2, 1, 0]
    assert bridges(town).tolist() == [[2, 5], [3, 6]]


def test_a_mutual_pair_is_one_tie() -> None:
    assert bridges(Network.of(2, [(0, 1), (1, 0)], is_directed=True)).tolist() == [[0, 1]]


def test_strong_parts_ask_for_a_way_back() -> None:
    arcs = Network.of(5, [(0, 1), (1, 2), (2, 0), (2, 3), (4, 3)], is_directed=True)
    assert components(arcs, mode="strong").tolist() == [0, 0, 0, 1, 2]
    assert components(arcs).tolist() == [0] * 5
    with pytest.raises(ValueError, match="mode must be one of weak, strong"):
        components(arcs, mode="both")  # type: ignore[arg-type]


def agree_with_networkx(network: Network) -> None:
    graph = nx.Graph(as_graph(network).to_undirected())
    assert set(np.flatnonzero(cut_bodies(network))) == set(nx.articulation_points(graph))
    assert sorted(bridges(network).tolist()) == sorted(sorted(pair) for pair in nx.bridges(graph))
    for body, parts in enumerate(parts_without(network).tolist()):
        rest = nx.node_connected_component(graph, body) - {body}
        assert parts == nx.number_connected_components(graph.subgraph(rest))
    if network.n > 1:
        assert density(network) == pytest.approx(nx.density(as_graph(network)), abs=1e-9)
    strong = components(network, mode="strong")
    theirs = nx.strongly_connected_components(as_graph(network)) if network.is_directed else nx.connected_components(graph)
    assert sorted(sorted(np.flatnonzero(strong == part).tolist()) for part in np.unique(strong)) == sorted(map(sorted, theirs))


def test_networkx_finds_the_same_in_real_networks(shared_data: Path) -> None:
    for name, network in real_networks(shared_data):
        if name != "city":
            agree_with_networkx(network)


def test_networkx_finds_the_same_cuts_in_the_city_projects(shared_data: Path) -> None:
    network = next(network for name, network in real_networks(shared_data) if name == "city")
    assert set(np.flatnonzero(cut_bodies(network))) == set(nx.articulation_points(as_graph(network)))
    assert sorted(bridges(network).tolist()) == sorted(sorted(pair) for pair in nx.bridges(as_graph(network)))


@given(networks())
@any_network
def test_networkx_finds_the_same_in_any_small_network(network: Network) -> None:
    agree_with_networkx(network)


@given(networks())
@any_network
def test_names_of_bodies_change_nothing(network: Network) -> None:
    order = np.arange(network.n)[::-1]
    other = relabelled(network, order)
    assert parts_without(other)[order].tolist() == parts_without(network).tolist()
    assert len(bridges(other)) == len(bridges(network))


def test_nobody_and_one_body_hold_nothing_together() -> None:
    for n in (0, 1):
        alone = Network.of(n, [])
        assert cut_bodies(alone).tolist() == [False] * n
        assert bridges(alone).shape == (0, 2)
        assert components(alone, mode="strong").tolist() == [0] * n
