from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from real_networks import as_graph, city_projects, drawn_network, relabelled, search_and_rescue

from shutaf.analysis.network import distance_fragmentation, fragmentation, key_players, reach, reach_within
from shutaf.analysis.network.key_players import closeness_left, steps_from
from shutaf.analysis.situation import Network

MEASURES = ("fragmentation", "distance_fragmentation", "reach", "reach_within")


def f_by_pairs(graph: nx.Graph, removed: Collection[int]) -> float:
    left = graph.subgraph(set(graph) - set(removed))
    part = {body: i for i, found in enumerate(nx.connected_components(left)) for body in found}
    pairs = list(combinations(left, 2))
    return sum(part[one] != part[other] for one, other in pairs) / len(pairs)


def df_by_pairs(graph: nx.Graph, removed: Collection[int]) -> float:
    left = graph.subgraph(set(graph) - set(removed))
    near = sum(1 / steps for one, found in nx.all_pairs_shortest_path_length(left) for other, steps in found.items() if one != other)
    return 1 - near / (len(left) * (len(left) - 1))


def steps_by_networkx(graph: nx.Graph, bodies: Collection[int]) -> dict[int, int]:
    return nx.multi_source_dijkstra_path_length(graph, set(bodies), weight=None)


def dr_by_paths(graph: nx.Graph, bodies: Collection[int]) -> float:
    return sum(1 / max(steps, 1) for steps in steps_by_networkx(graph, bodies).values()) / len(graph)


def within_by_paths(graph: nx.Graph, bodies: Collection[int]) -> float:
    return sum(steps <= 2 for steps in steps_by_networkx(graph, bodies).values()) / len(graph)


SECOND = dict(zip(MEASURES, (f_by_pairs, df_by_pairs, dr_by_paths, within_by_paths), strict=True))


def value_of(measure: str, network: Network, bodies: Collection[int]) -> float:
    match measure:
        case "fragmentation":
            return fragmentation(network, bodies)
        case "distance_fragmentation":
            return distance_fragmentation(network, bodies)
        case "reach":
            return reach(network, bodies)
        case _:
            return reach_within(network, bodies, steps=2)


def test_a_line_of_five_by_hand() -> None:
    line = Network.of(5, [(0, 1), (1, 2), (2, 3), (3, 4)])
    assert fragmentation(line) == 0
    assert fragmentation(line, [2]) == pytest.approx(1 - 4 / 12)  # two pairs of two
    assert fragmentation(line, [1, 3]) == 1
    assert distance_fragmentation(line) == pytest.approx(1 - 2 * (4 + 3 / 2 + 2 / 3 + 1 / 4) / 20)
    assert reach(line, [2]) == pytest.approx((1 + 1 + 1 + 0.5 + 0.5) / 5)
    assert [reach_within(line, [0], steps=steps) for steps in range(5)] == [0.2, 0.4, 0.6, 0.8, 1.0]


def test_directions_carry_a_word_one_way_only() -> None:
    line = Network.of(3, [(0, 1), (1, 2)], is_directed=True)
    assert (reach(line, [0]), reach(line, [2])) == (pytest.approx(2.5 / 3), pytest.approx(1 / 3))
    assert steps_from(line, [1]).tolist() == [-1, 0, 1]


@pytest.mark.parametrize("measure", MEASURES)
@settings(derandomize=True, deadline=None, max_examples=25)
@given(st.integers(0, 10_000), st.integers(4, 12), st.integers(0, 25))
def test_networkx_finds_the_same_value(measure: str, seed: int, n: int, ties: int) -> None:
    network = drawn_network(seed, n, ties)
    for bodies in ([0], [1, 2]):
        assert value_of(measure, network, bodies) == pytest.approx(SECOND[measure](as_graph(network), bodies), abs=1e-9)


@pytest.mark.parametrize("measure", MEASURES)
def test_real_networks_are_as_networkx_says(shared_data: Path, measure: str) -> None:
    network, _ = city_projects(shared_data)
    for bodies in ([27, 178, 267],):
        assert value_of(measure, network, bodies) == pytest.approx(SECOND[measure](as_graph(network), bodies), abs=1e-9)
    for rescue, _ in search_and_rescue(shared_data).values():
        if measure.startswith("reach"):
            assert value_of(measure, rescue, [0, 1]) == pytest.approx(SECOND[measure](as_graph(rescue), [0, 1]), abs=1e-9)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("seed", range(4))
def test_no_set_is_better_than_the_one_found(measure: str, seed: int) -> None:
    network = drawn_network(seed, 10, 8 + 3 * seed)
    for k in (1, 2, 3):
        values = {bodies: SECOND[measure](as_graph(network), bodies) for bodies in combinations(range(10), k)}
        found = key_players(network, k, measure=measure)  # type: ignore[arg-type]
        assert found.is_exact
        assert found.value == pytest.approx(max(values.values()), abs=1e-9)
        assert found.bodies == next(bodies for bodies, value in values.items() if value > max(values.values()) - 1e-9)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("seed", range(4))
def test_climbing_finds_as_good_a_set_where_all_can_be_looked_at(measure: str, seed: int) -> None:
    network = drawn_network(seed, 10, 8 + 3 * seed)
    climbed = key_players(network, 3, measure=measure, most_sets=0)  # type: ignore[arg-type]
    assert not climbed.is_exact
    assert climbed.value == pytest.approx(value_of(measure, network, climbed.bodies), abs=1e-12)
    assert climbed.value == pytest.approx(key_players(network, 3, measure=measure).value, abs=1e-9)  # type: ignore[arg-type]


def test_rescue_networks_know_whom_to_tell_first(shared_data: Path) -> None:
    for network, _ in search_and_rescue(shared_data).values():
        found = key_players(network, 2, measure="reach")
        best = max(dr_by_paths(as_graph(network), bodies) for bodies in combinations(range(network.n), 2))
        assert found.value == pytest.approx(best, abs=1e-9)


def test_thirteen_projects_are_cut_as_deep_by_climbing_as_by_looking_at_all_pairs(shared_data: Path) -> None:
    network, _ = city_projects(shared_data)
    climbed, certain = (key_players(network, 2, most_sets=sets) for sets in (0, 50_000))
    assert (climbed.is_exact, certain.is_exact) == (False, True)
    assert climbed.value == pytest.approx(certain.value, abs=1e-12)
    assert certain.value == pytest.approx(f_by_pairs(as_graph(network), certain.bodies), abs=1e-9)
    assert certain.before == fragmentation(network)
    assert certain.before < certain.value


def test_the_best_two_are_not_the_two_best() -> None:
    """Two hubs that share their contacts: the second best alone adds nothing to the best."""
    ties = [(0, i) for i in range(2, 7)] + [(1, i) for i in range(2, 6)] + [(7, 8)]
    found = key_players(Network.of(9, ties), 2, measure="reach")
    assert found.bodies == (0, 7)


def test_the_same_seed_finds_the_same_set() -> None:
    network = drawn_network(3, 40, 60)
    assert key_players(network, 4, most_sets=0, seed=5) == key_players(network, 4, most_sets=0, seed=5)


@settings(derandomize=True, deadline=None, max_examples=20)
@given(st.integers(0, 10_000), st.sampled_from(MEASURES))
def test_numbers_of_bodies_do_not_matter(seed: int, measure: str) -> None:
    network = drawn_network(seed, 9, 14)
    order = np.random.default_rng(seed).permutation(9)
    other = relabelled(network, order)
    assert value_of(measure, other, order[[2, 5]].tolist()) == pytest.approx(value_of(measure, network, [2, 5]), abs=1e-12)
    assert key_players(other, 2, measure=measure).value == pytest.approx(  # type: ignore[arg-type]
        key_players(network, 2, measure=measure).value,  # type: ignore[arg-type]
        abs=1e-12,
    )


@settings(derandomize=True, deadline=None, max_examples=20)
@given(st.integers(0, 10_000))
def test_distance_cuts_at_least_as_much_and_more_members_reach_more(seed: int) -> None:
    network = drawn_network(seed, 10, 16)
    assert distance_fragmentation(network, [0]) >= fragmentation(network, [0]) - 1e-12
    assert reach(network, [0, 1]) >= reach(network, [0])
    assert reach_within(network, [0], steps=3) >= reach_within(network, [0], steps=2)


def test_distances_are_the_same_in_small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    network = drawn_network(1, 150, 300)
    whole = distance_fragmentation(network)
    monkeypatch.setitem(closeness_left.__globals__, "SOURCES", 65)
    assert distance_fragmentation(network) == pytest.approx(whole, abs=1e-12) == df_by_pairs(as_graph(network), [])


def test_a_set_may_name_a_body_twice_and_in_any_order() -> None:
    network = drawn_network(2)
    for measure in MEASURES:
        assert value_of(measure, network, [3, 1, 3]) == value_of(measure, network, [1, 3])
        assert value_of(measure, network, np.array([1, 3])) == value_of(measure, network, {1, 3})


def test_nobody_reaches_nobody_and_nothing_is_left_to_break() -> None:
    two = Network.of(2, [(0, 1)])
    assert (reach(two, []), reach_within(two, [], steps=1), fragmentation(two)) == (0, 0, 0)
    assert np.isnan([fragmentation(two, [0]), distance_fragmentation(two, [0]), fragmentation(Network.of(0, []))]).all()
    assert np.isnan([reach(Network.of(0, []), []), reach_within(Network.of(0, []), [], steps=1)]).all()
    assert (fragmentation(Network.of(3, [])), distance_fragmentation(Network.of(3, []))) == (1, 1)


def test_what_is_not_defined_is_refused() -> None:
    directed, small = Network.of(4, [(0, 1)], is_directed=True), Network.of(4, [(0, 1)])
    for refused in (
        lambda: fragmentation(directed),
        lambda: distance_fragmentation(directed),
        lambda: key_players(directed, 1),
        lambda: key_players(directed, 1, measure="distance_fragmentation"),
    ):
        with pytest.raises(ValueError, match="directed"):
            refused()
    for bodies in ([4], [-1]):
        with pytest.raises(ValueError, match="no such body"):
            reach(small, bodies)
    for k, measure in ((0, "reach"), (5, "reach"), (3, "fragmentation")):
        with pytest.raises(ValueError, match="k must be"):
            key_players(small, k, measure=measure)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="measure must be"):
        key_players(small, 1, measure="betweenness")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="0 or more"):
        reach_within(small, [0], steps=-1)
    with pytest.raises(ValueError, match="at most 500"):
        key_players(Network.of(501, []), 1, measure="reach")


def test_a_large_network_is_still_cut() -> None:
    spokes = [(hub, hub * 300 + i) for hub in range(3) for i in range(3, 300)]
    assert key_players(Network.of(900, [*spokes, (0, 1), (1, 2)]), 1).bodies == (1,)
