from __future__ import annotations

from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from graphs import as_graph, knoke, listed, networks, of_graph, oracle, real_networks, relabelled, without_direction
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.network import (
    betweenness,
    closeness,
    core_numbers,
    degree,
    degree_centrality,
    eigenvector,
    paths_in_batches,
    strength,
    to_igraph,
)
from shutaf.analysis.situation import Network

any_network = settings(derandomize=True, deadline=None, max_examples=60)
NAN = float("nan")
same = lambda values: pytest.approx(values, abs=1e-9, nan_ok=True)  # noqa: E731


def test_florentine_families_are_as_near_and_as_between_as_published() -> None:
    families, known = nx.florentine_families_graph(), oracle("sna_florentine")
    found = of_graph(families)
    assert dict(zip(families, closeness(found), strict=True)) == pytest.approx(known["recomputed"]["closeness_n15"], abs=1e-9)
    assert dict(zip(families, betweenness(found), strict=True)) == pytest.approx(known["betweenness_n15"], abs=6e-4)


def test_karate_club_lies_between_as_published() -> None:
    known, found = oracle("sna_karate"), betweenness(of_graph(nx.karate_club_graph()))
    assert (found[0], found[33]) == pytest.approx((known["betweenness_node0"], known["betweenness_node33"]), abs=1e-9)


def test_knokes_organisations_stand_as_published() -> None:
    known = oracle("sna_knoke")
    assert degree(knoke(), direction="out").tolist() == known["recomputed"]["out_degree"]
    assert degree(knoke(), direction="in").tolist() == known["recomputed"]["in_degree"]
    assert (9 / closeness(knoke())).tolist() == same(known["recomputed"]["out_farness"])
    assert (9 / closeness(knoke(), direction="in")).tolist() == same(known["recomputed"]["in_farness"])
    between = dict(zip(known["names"], betweenness(knoke(), normalised=False), strict=True))
    assert {name: between[name] for name in known["published"]["betweenness"]} == pytest.approx(
        known["published"]["betweenness"], abs=0.005
    )


def test_a_star_and_a_pair_beside_it_counted_by_hand() -> None:
    town = Network.of(7, [(0, 1), (0, 2), (0, 3), (4, 5)], [2, 4, 1, 1])
    assert degree(town).tolist() == [3, 1, 1, 1, 1, 1, 0]
    assert strength(town).tolist() == [7, 2, 4, 1, 1, 1, 0]
    assert degree_centrality(town)[0] == 0.5
    assert betweenness(town, normalised=False).tolist() == [3, 0, 0, 0, 0, 0, 0]
    assert core_numbers(town).tolist() == [1, 1, 1, 1, 1, 1, 0]
    assert closeness(town).tolist() == same([1, 3 / 5, 3 / 5, 3 / 5, 1, 1, NAN])
    assert closeness(town, rule="harmonic").tolist() == same([3 / 6, 2 / 6, 2 / 6, 2 / 6, 1 / 6, 1 / 6, 0])
    assert closeness(town, by_strength=True)[0] == pytest.approx(3 / (1 / 2 + 1 / 4 + 1))
    assert eigenvector(town).tolist() == same([2**-0.5, 6**-0.5, 6**-0.5, 6**-0.5, 2**-0.5, 2**-0.5, NAN])
    assert eigenvector(town, rule="whole").tolist() == same([2**-0.5, 6**-0.5, 6**-0.5, 6**-0.5, 0, 0, 0])


def test_paths_prefer_strong_ties() -> None:
    detour = Network.of(3, [(0, 1), (1, 2), (0, 2)], [4, 4, 1])
    assert betweenness(detour, by_strength=True).tolist() == [0, 1, 0]
    assert betweenness(detour).tolist() == [0, 0, 0]


def test_directions_are_followed() -> None:
    line = Network.of(3, [(0, 1), (1, 2)], is_directed=True)
    assert closeness(line).tolist() == same([2 / 3, 1, NAN])
    assert closeness(line, direction="in").tolist() == same([NAN, 1, 2 / 3])
    assert closeness(line, direction="all").tolist() == same([2 / 3, 1, 2 / 3])
    assert strength(line, direction="in").tolist() == [0, 1, 1]
    assert betweenness(line).tolist() == [0, 0.5, 0]
    assert core_numbers(line, direction="out").tolist() == [0, 0, 0]
    assert degree_centrality(line, direction="out").tolist() == [0.5, 0.5, 0]
    assert degree_centrality(Network.of(2, [(0, 1)])).tolist() == [1, 1]


def agree_with_networkx(network: Network) -> None:
    graph = as_graph(network)
    sent = graph.out_degree if network.is_directed else graph.degree
    assert degree(network).tolist() == [graph.degree(body) for body in range(network.n)]
    assert degree(network, direction="out").tolist() == [sent(body) for body in range(network.n)]
    assert strength(network).tolist() == same([graph.degree(body, weight="weight") for body in range(network.n)])
    assert core_numbers(network).tolist() == listed(nx.core_number(graph))
    if network.n > 2:
        assert degree_centrality(network).tolist() == same(listed(nx.degree_centrality(graph)))
        assert betweenness(network).tolist() == same(listed(nx.betweenness_centrality(graph)))
    if network.n > 1:
        assert closeness(network, rule="wf_improved", direction="in").tolist() == same(listed(nx.closeness_centrality(graph)))
        within = listed(nx.closeness_centrality(graph, wf_improved=False))
        assert np.nan_to_num(closeness(network, direction="in")).tolist() == same(within)
        assert (closeness(network, rule="harmonic", direction="in") * (network.n - 1)).tolist() == same(
            listed(nx.harmonic_centrality(graph))
        )
    agree_by_strength(network)


def agree_by_strength(network: Network) -> None:
    """networkx compares lengths as they are, so it gets them sixtyfold, whole for weights 1 to 5: 1/3 + 1/3 + 1/3 is 1 there too."""
    graph = as_graph(network)
    for _, _, data in graph.edges(data=True):
        data["length"] = 60 // int(data["weight"])
    if network.n > 2:
        assert betweenness(network, by_strength=True).tolist() == same(listed(nx.betweenness_centrality(graph, weight="length")))
    if network.n > 1:
        found = closeness(network, rule="wf_improved", direction="in", by_strength=True)
        assert (found / 60).tolist() == same(listed(nx.closeness_centrality(graph, distance="length")))
        harmonic = closeness(network, rule="harmonic", direction="in", by_strength=True) * (network.n - 1)
        assert (harmonic / 60).tolist() == same(listed(nx.harmonic_centrality(graph, distance="length")))


def test_networkx_finds_the_same_in_real_networks(shared_data: Path) -> None:
    for _, network in real_networks(shared_data):
        agree_with_networkx(network)


@given(networks())
@any_network
def test_networkx_finds_the_same_in_any_small_network(network: Network) -> None:
    agree_with_networkx(network)


@pytest.mark.parametrize("by_strength", [False, True])
def test_networkx_finds_the_same_eigenvector_in_each_part_of_real_networks(shared_data: Path, by_strength: bool) -> None:
    for _, network in real_networks(shared_data):
        plain = without_direction(network)
        graph, found = as_graph(plain), eigenvector(plain, by_strength=by_strength)
        for part in nx.connected_components(graph):
            if len(part) > 1:
                theirs = nx.eigenvector_centrality_numpy(graph.subgraph(part), weight="weight" if by_strength else None)
                assert {body: found[body] for body in part} == pytest.approx({body: abs(value) for body, value in theirs.items()}, abs=1e-9)


@given(networks(is_directed=False), st.booleans())
@any_network
def test_each_value_is_proportional_to_the_sum_of_the_neighbours_values(network: Network, by_strength: bool) -> None:
    found = np.nan_to_num(eigenvector(network, by_strength=by_strength))
    sums = nx.to_numpy_array(as_graph(network), nodelist=range(network.n), weight="weight" if by_strength else None) @ found
    for part in nx.connected_components(as_graph(network)):
        if len(part) > 1:
            members = sorted(part)
            ratio = sums[members] / found[members]
            assert ratio == pytest.approx(np.full(len(members), ratio[0]))
            assert (found[members] ** 2).sum() == pytest.approx(1)
            assert (found[members] > 0).all()


def test_eigenvector_of_a_large_part_is_the_same_as_the_full_matrix_gives() -> None:
    graph = nx.barabasi_albert_graph(505, 2, seed=4)
    full = np.linalg.eigh(nx.to_numpy_array(graph))[1][:, -1]
    assert eigenvector(of_graph(graph)).tolist() == same(np.abs(full).tolist())


def test_two_equally_strong_parts_have_no_single_eigenvector() -> None:
    twins = Network.of(6, [(0, 1), (1, 2), (3, 4), (4, 5)])
    assert np.isnan(eigenvector(twins, rule="whole")).all()
    assert not np.isnan(eigenvector(twins)).any()


def test_a_chain_of_a_thousand_has_the_eigenvector_of_its_formula_and_one_of_five_thousand_is_refused() -> None:
    thousand, five = (Network.of(n, [(i, i + 1) for i in range(n - 1)]) for n in (1000, 5000))
    exact = np.sin(np.arange(1, 1001) * np.pi / 1001) * np.sqrt(2 / 1001)
    assert eigenvector(thousand).tolist() == same(exact.tolist())
    with pytest.raises(ValueError, match="too long and thin"):
        eigenvector(five)


def core_by_peeling(network: Network, direction: str) -> list[int]:
    """By the definition: the largest k whose core, found by throwing out everybody with fewer, still holds the body."""
    found = [0] * network.n
    arcs = list(zip(network.source.tolist(), network.target.tolist(), strict=True))
    for k in range(1, 2 * network.n):
        kept = set(range(network.n))
        while True:
            inside = [(one, two) for one, two in arcs if one in kept and two in kept]
            ends = [one for one, _ in inside] if direction != "in" else []
            ends += [two for _, two in inside] if direction != "out" else []
            loose = {body for body in kept if ends.count(body) < k}
            if not loose:
                break
            kept -= loose
        for body in kept:
            found[body] = k
    return found


@given(networks(most=7, is_directed=True), st.sampled_from(["in", "out", "all"]))
@any_network
def test_cores_are_what_peeling_leaves(network: Network, direction: str) -> None:
    assert core_numbers(network, direction=direction).tolist() == core_by_peeling(network, direction)  # type: ignore[arg-type]


@given(networks(most=7), st.randoms(use_true_random=False))
@any_network
def test_names_of_bodies_change_nothing(network: Network, random: object) -> None:
    order = np.array(sorted(range(network.n), key=lambda _: random.random()), dtype=np.int64)  # type: ignore[attr-defined]
    other = relabelled(network, order)
    for measure in (degree, strength, degree_centrality, closeness, betweenness, core_numbers):
        assert measure(other)[order].tolist() == same(measure(network).tolist())
    plain = without_direction(network)
    assert eigenvector(relabelled(plain, order))[order].tolist() == same(eigenvector(plain).tolist())


@given(networks(), st.sampled_from([0.25, 3.0, 1000.0]))
@any_network
def test_a_unit_of_strength_changes_no_path_and_scales_nearness(network: Network, unit: float) -> None:
    scaled = Network(network.n, network.source, network.target, network.weight * unit, network.asked, network.is_directed)
    assert betweenness(scaled, by_strength=True).tolist() == same(betweenness(network, by_strength=True).tolist())
    assert closeness(scaled, by_strength=True).tolist() == pytest.approx(
        (unit * closeness(network, by_strength=True)).tolist(), nan_ok=True
    )
    assert closeness(scaled).tolist() == same(closeness(network).tolist())
    assert strength(scaled).tolist() == pytest.approx((unit * strength(network)).tolist())


@given(networks(least=3, is_directed=False))
@any_network
def test_betweenness_adds_up_to_the_steps_between_others(network: Network) -> None:
    lengths = dict(nx.all_pairs_shortest_path_length(as_graph(network)))
    steps = sum(lengths[one][two] - 1 for one, two in combinations(range(network.n), 2) if two in lengths[one])
    assert betweenness(network, normalised=False).sum() == pytest.approx(steps)


@pytest.mark.parametrize("is_directed", [False, True])
def test_nobody_and_one_body_have_no_place(is_directed: bool) -> None:
    nobody, one = (Network.of(n, [], is_directed=is_directed) for n in (0, 1))
    for measure in (degree, strength, degree_centrality, closeness, betweenness, core_numbers):
        assert len(measure(nobody)) == 0
    for shares in (degree_centrality, closeness, betweenness):
        assert np.isnan(shares(one)).tolist() == [True]
    assert (degree(one)[0], strength(one)[0], core_numbers(one)[0], betweenness(one, normalised=False)[0]) == (0, 0, 0, 0)
    if not is_directed:
        assert np.isnan(eigenvector(one)).tolist() == [True]
        assert len(eigenvector(nobody)) == len(eigenvector(nobody, rule="whole")) == 0


def test_what_is_not_defined_is_refused_in_words() -> None:
    arcs = Network.of(2, [(0, 1)], is_directed=True)
    with pytest.raises(ValueError, match="undirected"):
        eigenvector(arcs)
    with pytest.raises(ValueError, match="direction must be one of all, out, in"):
        degree(arcs, direction="sideways")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="direction"):
        core_numbers(arcs, direction="sideways")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="rule must be one of"):
        closeness(arcs, rule="classic")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="rule must be one of"):
        eigenvector(Network.of(1, []), rule="all")  # type: ignore[arg-type]


@given(networks(is_directed=False), st.sampled_from([0.0, 0.3, 2.0]))
@any_network
def test_batches_find_the_same_betweenness_whichever_way_they_follow_ties(network: Network, few: float) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths_in_batches, "FEW", few)  # all by products, some by single entries, all by single entries
        found = paths_in_batches.leaning(network)
    assert found is not None
    assert (found / 2).tolist() == same(listed(nx.betweenness_centrality(as_graph(network), normalized=False)))


def test_large_networks_go_by_batches_and_long_ones_do_not() -> None:
    wide, long = of_graph(nx.barabasi_albert_graph(2100, 3, seed=1)), of_graph(nx.path_graph(2100))
    assert paths_in_batches.leaning(wide) is not None
    assert betweenness(wide, normalised=False).tolist() == same(to_igraph(wide).betweenness())
    assert paths_in_batches.leaning(long) is None
    assert betweenness(long, normalised=False)[[0, 1, 1050]].tolist() == [0, 2098, 1050 * 1049]


@pytest.mark.parametrize("unit_of_strength", [1e-9, 1e6, 1e12])
def test_the_unit_of_strengths_changes_no_path(unit_of_strength: float) -> None:
    ties, strengths = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4)], np.array([2, 2, 0.9999, 4, 5])
    plain, scaled = Network.of(5, ties, strengths), Network.of(5, ties, strengths * unit_of_strength)
    np.testing.assert_allclose(betweenness(scaled, by_strength=True), betweenness(plain, by_strength=True), rtol=1e-9)
    for rule in ("component", "harmonic", "wf_improved"):
        near, far = (closeness(network, rule=rule, by_strength=True) for network in (plain, scaled))
        np.testing.assert_allclose(far, near * unit_of_strength, rtol=1e-9)
