from __future__ import annotations

from itertools import chain, combinations
from math import sqrt
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from graphs import as_graph, knoke, networks, of_graph, oracle, real_networks, relabelled, without_direction
from hypothesis import given, settings

from shutaf.analysis.network import (
    betweenness_centralization,
    closeness,
    closeness_centralization,
    degree_centralization,
    eigenvector_centralization,
)
from shutaf.analysis.situation import Network

SHAPES = oracle("sna_freeman_shapes")["shapes"]
MEASURES = (degree_centralization, closeness_centralization, betweenness_centralization, eigenvector_centralization)
any_network = settings(derandomize=True, deadline=None, max_examples=60)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: f"{shape['shape']} of {shape['n']}")
def test_star_circle_and_line_are_as_published(shape: dict[str, float]) -> None:
    n = int(shape["n"])
    network = of_graph({"star": nx.star_graph(n - 1), "circle": nx.cycle_graph(n), "line": nx.path_graph(n)}[str(shape["shape"])])
    assert degree_centralization(network) == pytest.approx(shape["degree_centralization"])
    assert closeness_centralization(network) == pytest.approx(shape["closeness_centralization"])
    assert betweenness_centralization(network) == pytest.approx(shape["betweenness_centralization"])


@pytest.mark.parametrize("name", ["florentine", "karate"])
def test_families_and_club_are_centralized_as_published(name: str) -> None:
    graph = nx.florentine_families_graph() if name == "florentine" else nx.karate_club_graph()
    known = oracle(f"sna_{name}")
    known = {key.removesuffix("_n15"): value for key, value in (known.get("recomputed") or known).items()}
    for measure in MEASURES[:3]:
        assert measure(of_graph(graph)) == pytest.approx(known[measure.__name__], abs=1e-9)


def test_a_family_without_ties_changes_the_figures_as_published() -> None:
    graph, known = nx.florentine_families_graph(), oracle("sna_florentine")
    assert closeness_centralization(of_graph(graph)) == pytest.approx(known["closeness_centralization_n15"], abs=6e-4)
    graph.add_node("Pucci")
    assert degree_centralization(of_graph(graph)) == pytest.approx(known["degree_centralization_n16"], abs=6e-4)
    assert betweenness_centralization(of_graph(graph)) == pytest.approx(known["recomputed"]["betweenness_centralization_n16"], abs=1e-9)
    assert np.isnan(closeness_centralization(of_graph(graph)))


@pytest.mark.parametrize("denominator", ["ucinet", "sna"])
@pytest.mark.parametrize("direction", ["out", "in"])
def test_knokes_network_is_centralized_as_each_program_says(denominator: str, direction: str) -> None:
    known = oracle("sna_knoke")["published"]["degree_centralization"][denominator][direction]
    assert degree_centralization(knoke(), direction=direction, denominator=denominator) == pytest.approx(known, abs=5e-5)  # type: ignore[arg-type]


def test_knokes_betweenness_is_centralized_as_published() -> None:
    assert betweenness_centralization(knoke()) == pytest.approx(oracle("sna_knoke")["published"]["betweenness_centralization"], abs=5e-5)


def test_a_directed_star_is_1_by_sna_and_above_by_ucinet() -> None:
    star = Network.of(5, [(0, i) for i in range(1, 5)], is_directed=True)
    assert degree_centralization(star, direction="out", denominator="sna") == 1
    assert degree_centralization(star, direction="out") == pytest.approx(4 / 3)
    assert degree_centralization(star, direction="in", denominator="sna") == pytest.approx(1 / 16)
    mutual = Network.of(5, [(0, i) for i in range(1, 5)] + [(i, 0) for i in range(1, 5)], is_directed=True)
    assert degree_centralization(mutual) == degree_centralization(mutual, denominator="sna") == betweenness_centralization(mutual) == 1


def test_eigenvector_denominators_by_hand_on_a_star_and_on_one_tie() -> None:
    star, tie = Network.of(5, [(0, i) for i in range(1, 5)]), Network.of(5, [(0, 1)])
    spread = 4 * (1 / sqrt(2) - 1 / sqrt(8))
    assert eigenvector_centralization(star) == pytest.approx(1)
    assert eigenvector_centralization(star, denominator="sna") == pytest.approx(spread / (3 / sqrt(2)))
    assert eigenvector_centralization(star, denominator="igraph") == pytest.approx(4 * (1 - 0.5) / 3)
    assert eigenvector_centralization(tie, denominator="sna") == eigenvector_centralization(tie, denominator="igraph") == pytest.approx(1)
    assert np.isnan(eigenvector_centralization(Network.of(5, [])))


def test_networkx_figures_and_freemans_form_give_the_same_in_real_networks(shared_data: Path) -> None:
    for _, network in real_networks(shared_data):
        between = np.array(list(nx.betweenness_centrality(as_graph(network)).values()))
        assert betweenness_centralization(network) == pytest.approx((between.max() - between).sum() / (network.n - 1), abs=1e-9)
        plain = without_direction(network)
        graph = as_graph(plain)
        if nx.is_connected(graph):
            near = np.array(list(nx.closeness_centrality(graph).values()))
            most = (plain.n - 1) * (plain.n - 2) / (2 * plain.n - 3)
            assert closeness_centralization(plain) == pytest.approx((near.max() - near).sum() / most, abs=1e-9)
        strongest = max(
            nx.connected_components(graph), key=lambda part: np.linalg.eigvalsh(nx.to_numpy_array(graph.subgraph(part), weight=None))[-1]
        )
        values = np.abs(list(nx.eigenvector_centrality_numpy(graph.subgraph(strongest)).values()))
        outside = plain.n - len(values)
        expected = ((1 - values / values.max()).sum() + outside) / (plain.n - 2)
        assert eigenvector_centralization(plain, denominator="igraph") == pytest.approx(expected, abs=1e-9)


def test_no_network_of_five_bodies_is_more_centralized_than_a_star() -> None:
    pairs = list(combinations(range(5), 2))
    for ties in chain.from_iterable(combinations(pairs, size) for size in range(11)):
        network = Network.of(5, list(ties))
        harmonic = closeness(network, rule="harmonic")
        assert (harmonic.max() - harmonic).sum() <= 1.5 + 1e-12
    star = Network.of(5, [(0, i) for i in range(1, 5)])
    assert closeness_centralization(star, rule="harmonic") == pytest.approx(1)


@given(networks(least=3, is_directed=False))
@any_network
def test_every_figure_lies_between_0_and_1_and_names_change_nothing(network: Network) -> None:
    other = relabelled(network, np.arange(network.n)[::-1])
    for measure in MEASURES:
        found = measure(network)
        assert np.isnan(found) or found >= 0
        assert found == pytest.approx(measure(other), nan_ok=True)
    for found in (degree_centralization(network), betweenness_centralization(network), closeness_centralization(network, rule="harmonic")):
        assert found <= 1 + 1e-9
    assert np.isnan(found := eigenvector_centralization(network, denominator="sna")) or found <= 1 + 1e-9


@pytest.mark.parametrize("n", [0, 1, 2])
def test_fewer_than_three_bodies_have_no_centralization(n: int) -> None:
    network = Network.of(n, [(0, 1)] if n == 2 else [])
    assert [np.isnan(measure(network)) for measure in MEASURES] == [True] * 4
    assert np.isnan(degree_centralization(Network.of(n, [], is_directed=True), direction="out", denominator="sna"))


def test_what_is_not_defined_is_refused_in_words() -> None:
    for measure in (closeness_centralization, eigenvector_centralization):
        with pytest.raises(ValueError, match="undirected"):
            measure(knoke())
    with pytest.raises(ValueError, match="denominator must be one of ucinet, sna"):
        degree_centralization(knoke(), denominator="freeman")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="denominator must be one of star, sna, igraph"):
        eigenvector_centralization(Network.of(3, []), denominator="ucinet")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="rule"):
        closeness_centralization(Network.of(3, []), rule="wf_improved")  # type: ignore[arg-type]
