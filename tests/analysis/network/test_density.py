from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from towns import as_networkx, as_situation, drawn_town

from shutaf.analysis.network import betweenness, betweenness_centralization, components, degree, degree_centralization, density, network_of
from shutaf.analysis.situation import Network, Situation

ORACLES = Path(__file__).parents[2] / "oracles"
FLORENTINE = json.loads((ORACLES / "sna_florentine.json").read_text())
KARATE = json.loads((ORACLES / "sna_karate.json").read_text())
SHAPES = json.loads((ORACLES / "sna_freeman_shapes.json").read_text())["shapes"]


def network(graph: nx.Graph) -> Network:
    return network_of(as_situation(graph))


def test_florentine_families_lie_between_as_published() -> None:
    graph = nx.florentine_families_graph()
    found = dict(zip(graph.nodes, betweenness(network(graph)), strict=True))
    assert found == pytest.approx(FLORENTINE["betweenness_n15"], abs=6e-4)


def test_a_family_without_ties_changes_centralization_as_published() -> None:
    graph = nx.florentine_families_graph()
    assert betweenness_centralization(network(graph)) == pytest.approx(FLORENTINE["betweenness_centralization_n15"], abs=6e-4)
    graph.add_node("Pucci")
    medici = list(graph.nodes).index("Medici")
    assert betweenness(network(graph))[medici] == pytest.approx(FLORENTINE["medici_betweenness_n16"], abs=6e-4)
    assert degree_centralization(network(graph)) == pytest.approx(FLORENTINE["degree_centralization_n16"], abs=6e-4)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: f"{shape['shape']} of {shape['n']}")
def test_star_circle_and_line_are_centralized_as_published(shape: dict[str, float]) -> None:
    n = int(shape["n"])
    graph = {"star": nx.star_graph(n - 1), "circle": nx.cycle_graph(n), "line": nx.path_graph(n)}[str(shape["shape"])]
    assert degree_centralization(network(graph)) == pytest.approx(shape["degree_centralization"])
    assert betweenness_centralization(network(graph)) == pytest.approx(shape["betweenness_centralization"])


def test_karate_club_is_dense_and_centralized_as_published() -> None:
    club = network(nx.karate_club_graph())
    assert density(club) == pytest.approx(KARATE["density"], abs=1e-9)
    assert degree_centralization(club) == pytest.approx(KARATE["degree_centralization"], abs=1e-9)
    assert betweenness_centralization(club) == pytest.approx(KARATE["betweenness_centralization"], abs=1e-9)


@pytest.mark.parametrize("seed", [1, 2])
def test_networkx_finds_the_same_density_degrees_and_betweenness(seed: int) -> None:
    town = drawn_town(seed)
    graph, found = as_networkx(town), network_of(town)
    assert density(found) == pytest.approx(nx.density(graph))
    assert degree(found).tolist() == [graph.degree(one.ref) for one in town.bodies]
    assert betweenness(found).tolist() == pytest.approx([nx.betweenness_centrality(graph)[one.ref] for one in town.bodies])


def test_networkx_finds_the_same_parts_and_the_largest_is_the_first() -> None:
    town = drawn_town(3, ties=45)
    parts = components(network_of(town))
    groups = [{one.ref for one, part in zip(town.bodies, parts, strict=True) if part == i} for i in range(parts.max() + 1)]
    assert sorted(map(sorted, groups)) == sorted(map(sorted, nx.connected_components(as_networkx(town))))
    assert [len(group) for group in groups] == sorted((len(group) for group in groups), reverse=True)


@pytest.mark.parametrize("bodies", [0, 1, 2])
def test_tiny_maps_have_no_centralization(bodies: int) -> None:
    tiny = network_of(Situation(bodies=drawn_town(4).bodies[:bodies]))
    assert np.isnan(degree_centralization(tiny))
    assert np.isnan(betweenness_centralization(tiny))
    assert np.isnan(density(tiny)) == (bodies < 2)
    assert len(components(tiny)) == len(degree(tiny)) == bodies
