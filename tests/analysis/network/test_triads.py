from __future__ import annotations

from itertools import permutations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from graphs import as_graph, knoke, listed, networks, of_graph, oracle, real_networks, relabelled, without_direction
from hypothesis import given, settings

from shutaf.analysis.network import Dyads, average_clustering, clustering, dyad_census, reciprocity, transitivity, triad_census
from shutaf.analysis.situation import Network

any_network = settings(derandomize=True, deadline=None, max_examples=60)


def test_florentine_families_close_their_triads_as_published() -> None:
    graph, known = nx.florentine_families_graph(), oracle("sna_florentine")
    graph.add_node("Pucci")
    census = triad_census(of_graph(graph))
    assert {kind: count for kind, count in census.items() if count} == known["triad_census_n16"]
    assert transitivity(of_graph(graph)) == pytest.approx(known["transitivity"], abs=1e-7)
    assert dyad_census(of_graph(graph)) == Dyads(known["dyads_n16"]["mutual"], 0, known["dyads_n16"]["null"])


def test_karate_club_clusters_as_published() -> None:
    known, club = oracle("sna_karate"), of_graph(nx.karate_club_graph())
    assert transitivity(club) == pytest.approx(known["transitivity"], abs=1e-9)
    assert average_clustering(club) == pytest.approx(known["average_clustering"], abs=1e-9)


def test_knokes_reports_are_returned_as_published() -> None:
    known = oracle("sna_knoke")
    assert dyad_census(knoke()) == Dyads(known["published"]["confirmed_ties"], 32 - 17, 45 - 32)
    assert reciprocity(knoke(), of="pairs") == pytest.approx(known["published"]["reciprocity_pairs"], abs=5e-5)
    assert reciprocity(knoke()) == 34 / 49
    assert triad_census(knoke()) == known["recomputed"]["triads"]


def test_a_triangle_with_a_tail_counted_by_hand() -> None:
    town = Network.of(5, [(0, 1), (1, 2), (0, 2), (2, 3)])
    assert transitivity(town) == pytest.approx(3 / 5)
    assert clustering(town).tolist() == pytest.approx([1, 1, 1 / 3, float("nan"), float("nan")], nan_ok=True)
    assert average_clustering(town) == pytest.approx((1 + 1 + 1 / 3) / 5)
    assert average_clustering(town, undefined="left_out") == pytest.approx((1 + 1 + 1 / 3) / 3)
    assert triad_census(town) == dict.fromkeys(triad_census(town), 0) | {"003": 2, "102": 5, "201": 2, "300": 1}


def test_directed_paths_counted_by_hand() -> None:
    arcs = Network.of(4, [(0, 1), (1, 2), (0, 2), (2, 3), (3, 2)], is_directed=True)
    assert transitivity(arcs) == pytest.approx(1 / 3)  # 0-1-2 is closed, 0-2-3 and 1-2-3 are not
    assert clustering(arcs).tolist() == pytest.approx([1 / 2, 1 / 2, 1 / 10, float("nan")], nan_ok=True)


def agree_with_networkx(network: Network) -> None:
    graph = as_graph(network)
    if network.is_directed:
        assert (
            reciprocity(network) == pytest.approx(nx.overall_reciprocity(graph), abs=1e-9) if network.m else np.isnan(reciprocity(network))
        )
    else:
        theirs = nx.transitivity(graph)
        assert np.nan_to_num(transitivity(network)) == pytest.approx(theirs, abs=1e-9)
    assert np.nan_to_num(clustering(network)).tolist() == pytest.approx(listed(nx.clustering(graph)), abs=1e-9)
    if network.n:
        assert average_clustering(network) == pytest.approx(nx.average_clustering(graph), abs=1e-9)


def test_networkx_finds_the_same_in_real_networks(shared_data: Path) -> None:
    for name, network in real_networks(shared_data):
        agree_with_networkx(network)
        if name != "city":
            assert triad_census(network) == nx.triadic_census(as_graph(network))


@given(networks())
@any_network
def test_networkx_finds_the_same_in_any_small_network(network: Network) -> None:
    agree_with_networkx(network)
    graph = as_graph(network)
    assert triad_census(network) == nx.triadic_census(graph.to_directed())


@given(networks(is_directed=True))
@any_network
def test_transitivity_is_the_share_of_two_step_paths_that_a_tie_closes(network: Network) -> None:
    arcs = set(zip(network.source.tolist(), network.target.tolist(), strict=True))
    paths = [(i, k) for i, j, k in permutations(range(network.n), 3) if (i, j) in arcs and (j, k) in arcs]
    expected = sum(path in arcs for path in paths) / len(paths) if paths else float("nan")
    assert transitivity(network) == pytest.approx(expected, nan_ok=True)


@given(networks())
@any_network
def test_names_and_strengths_change_nothing_and_triads_are_all_counted(network: Network) -> None:
    order = np.arange(network.n)[::-1]
    other = relabelled(network, order)
    assert triad_census(other) == triad_census(network)
    assert sum(triad_census(network).values()) == network.n * (network.n - 1) * (network.n - 2) // 6
    assert clustering(other)[order].tolist() == pytest.approx(clustering(network).tolist(), nan_ok=True)
    dyads = dyad_census(network)
    assert dyads.mutual + dyads.one_way + dyads.none == network.n * (network.n - 1) // 2


@given(networks(is_directed=False))
@any_network
def test_ties_both_ways_are_the_same_as_ties_without_direction(network: Network) -> None:
    rows = np.column_stack([np.r_[network.source, network.target], np.r_[network.target, network.source]])
    both = Network.of(network.n, rows, is_directed=True)
    assert transitivity(both) == pytest.approx(transitivity(network), nan_ok=True)
    assert clustering(both).tolist() == pytest.approx(clustering(network).tolist(), nan_ok=True)
    assert triad_census(both) == triad_census(network)
    assert without_direction(both).m == network.m


@pytest.mark.parametrize("is_directed", [False, True])
def test_nobody_and_one_body_have_no_triads(is_directed: bool) -> None:
    for n in (0, 1, 2):
        few = Network.of(n, [], is_directed=is_directed)
        assert np.isnan(transitivity(few))
        assert set(triad_census(few).values()) == {0}
        assert np.isnan(clustering(few)).tolist() == [True] * n
        assert np.isnan(average_clustering(few, undefined="left_out"))
    assert np.isnan(average_clustering(Network.of(0, [], is_directed=is_directed)))


def test_what_is_not_defined_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="directed"):
        reciprocity(Network.of(2, [(0, 1)]))
    with pytest.raises(ValueError, match="of must be one of arcs, pairs"):
        reciprocity(knoke(), of="dyads")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="undefined must be one of zero, left_out"):
        average_clustering(knoke(), undefined="skip")  # type: ignore[arg-type]
