from __future__ import annotations

import csv
import itertools
import json
import math
import random
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.network import adjusted_rand, communities, leiden, modularity, numbered_by_size, stability
from shutaf.analysis.situation import Network

KARATE = json.loads((Path(__file__).parents[2] / "oracles" / "sna_karate.json").read_text())
TWO_RINGS = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)]
LAWS = settings(derandomize=True, deadline=None, max_examples=40)


def karate() -> Network:
    """With the weights that networkx attaches and that the published figures leave out."""
    graph = nx.karate_club_graph()
    return Network.of(34, list(graph.edges), [data["weight"] for *_, data in graph.edges(data=True)])


def clubs() -> np.ndarray:
    return np.array([club == "Officer" for _, club in nx.karate_club_graph().nodes("club")], dtype=np.int32)


@st.composite
def divided(draw: st.DrawFn, is_directed: bool | None = None) -> tuple[Network, np.ndarray]:
    """A small network with at least one tie, weights 1 to 5, and a division of it."""
    n, directed = draw(st.integers(2, 8)), draw(st.booleans()) if is_directed is None else is_directed
    pairs = [(i, j) for i in range(n) for j in range(n) if i < j or (directed and i != j)]
    ties = draw(st.lists(st.sampled_from(pairs), unique=True, min_size=1))
    weight = draw(st.lists(st.integers(1, 5), min_size=len(ties), max_size=len(ties)))
    return Network.of(n, ties, weight, is_directed=directed), np.array(draw(st.lists(st.integers(0, 3), min_size=n, max_size=n)))


def by_definition(network: Network, membership: np.ndarray, weighted: bool, resolution: float) -> float:
    """Newman's sum over all pairs of bodies, in a plain loop."""
    a = np.zeros((network.n, network.n))
    for i, j, weight in zip(network.source, network.target, network.weight, strict=True):
        a[i, j] += weight if weighted else 1
        if not network.is_directed:
            a[j, i] += weight if weighted else 1
    total, out, into = a.sum(), a.sum(axis=1), a.sum(axis=0)
    same = [(i, j) for i, j in itertools.product(range(network.n), repeat=2) if membership[i] == membership[j]]
    return sum(a[i, j] - resolution * out[i] * into[j] / total for i, j in same) / total


def divisions(n: int) -> Iterator[tuple[int, ...]]:
    """Every division of n bodies, once."""
    if not n:
        yield ()
    for before in divisions(n - 1) if n else ():
        yield from ((*before, label) for label in range(max(before, default=-1) + 2))


def test_modularity_of_the_two_clubs_is_as_published_when_weights_are_left_out() -> None:
    assert modularity(karate(), clubs()) == pytest.approx(KARATE["modularity_of_the_clubs"], abs=1e-9)
    assert modularity(karate(), clubs(), weighted=True) == pytest.approx(KARATE["modularity_of_the_clubs_weighted"], abs=1e-9)


def test_karate_club_is_divided_as_well_as_can_be() -> None:
    found = communities(karate())
    assert found.modularity == pytest.approx(KARATE["max_modularity"], abs=1e-9)
    assert [np.flatnonzero(found.membership == one).tolist() for one in range(4)] == KARATE["max_modularity_partition"]
    assert found.modularities.shape == (10,)


def test_modularity_by_hand() -> None:
    # 7 ties, 3 inside each ring, degrees of a ring sum to 7: 6/7 - 2 (7/14)^2
    assert modularity(Network.of(6, TWO_RINGS), [4, 4, 4, -1, -1, -1]) == pytest.approx(6 / 7 - 1 / 2)


def test_directed_modularity_by_hand() -> None:
    # arcs 0>1, 1>0, 0>2: two inside; out of {0, 1} 3, into it 2; out of {2} 0: 2/3 - 3*2/9
    assert modularity(Network.of(3, [(0, 1), (1, 0), (0, 2)], is_directed=True), [0, 0, 1]) == pytest.approx(0)


@LAWS
@given(divided(), st.booleans(), st.sampled_from([0.5, 1.0, 2.0]))
def test_modularity_is_newmans_sum(case: tuple[Network, np.ndarray], weighted: bool, resolution: float) -> None:
    network, membership = case
    found = modularity(network, membership, weighted=weighted, resolution=resolution)
    assert found == pytest.approx(by_definition(network, membership, weighted, resolution), abs=1e-9)


@LAWS
@given(divided(), st.randoms(use_true_random=False))
def test_new_numbers_for_bodies_and_other_units_of_strength_change_no_modularity(
    case: tuple[Network, np.ndarray], draw: random.Random
) -> None:
    network, membership = case
    order = np.array(draw.sample(range(network.n), network.n))
    rows = np.column_stack([order[network.source], order[network.target]])
    other = Network.of(network.n, rows, 7 * network.weight, is_directed=network.is_directed)
    before = modularity(network, membership, weighted=True)
    assert modularity(other, membership[np.argsort(order)], weighted=True) == pytest.approx(before, abs=1e-9)


@LAWS
@given(divided(is_directed=False), st.booleans())
def test_no_body_gains_by_changing_to_another_community(case: tuple[Network, np.ndarray], weighted: bool) -> None:
    network, _ = case
    found = communities(network, weighted=weighted, seeds=(0, 1))
    best = found.modularity
    for body, to in itertools.product(range(network.n), range(network.n)):
        changed = found.membership.copy()
        changed[body] = to
        assert modularity(network, changed, weighted=weighted) <= best + 1e-9


def test_the_best_division_of_small_networks_is_found() -> None:
    for seed in range(5):
        graph = nx.gnm_random_graph(7, 10, seed=seed)
        network = Network.of(7, list(graph.edges))
        best = max(modularity(network, list(labels)) for labels in divisions(7))
        assert communities(network).modularity == pytest.approx(best, abs=1e-9)


def test_the_real_city_is_divided_as_networkx_counts(shared_data: Path) -> None:
    folder = shared_data / "networks"
    texts = [(folder / f"city_projects_{name}.csv").read_text(encoding="utf-8-sig") for name in ("bodies", "ties")]
    ids, ties = (list(csv.DictReader(text.splitlines())) for text in texts)
    place = {row["id"]: i for i, row in enumerate(ids)}
    network = Network.of(len(ids), [(place[row["from"]], place[row["to"]]) for row in ties], [float(row["strength"]) for row in ties])
    graph = nx.Graph()
    graph.add_nodes_from(range(network.n))
    graph.add_weighted_edges_from(zip(network.source.tolist(), network.target.tolist(), network.weight.tolist(), strict=True))
    for weighted in (False, True):
        found = communities(network, weighted=weighted)
        parts = [set(np.flatnonzero(found.membership == one).tolist()) for one in np.unique(found.membership)]
        assert found.modularity == pytest.approx(nx.community.modularity(graph, parts, weight="weight" if weighted else None), abs=1e-9)
        theirs = nx.community.louvain_communities(graph, weight="weight" if weighted else None, seed=1)
        assert found.modularity >= nx.community.modularity(graph, theirs, weight="weight" if weighted else None) - 1e-9


def test_the_order_and_direction_of_rows_change_nothing() -> None:
    network = karate()
    turned = Network(34, network.target[::-1], network.source[::-1], network.weight[::-1], network.asked)
    for weighted in (False, True):
        assert leiden(turned, seed=3, weighted=weighted).tolist() == leiden(network, seed=3, weighted=weighted).tolist()


def test_other_draws_before_change_nothing_and_none_is_taken() -> None:
    random.seed(1)
    first = leiden(karate(), seed=5)
    state = random.getstate()
    assert leiden(karate(), seed=5).tolist() == first.tolist()
    assert random.getstate() == state


def test_strength_counts_only_when_asked() -> None:
    chain = Network.of(4, [(0, 1), (1, 2), (2, 3)], [1, 9, 1])
    assert communities(chain).membership.tolist() == [0, 0, 1, 1]
    assert modularity(chain, [0, 1, 1, 2], weighted=True) > modularity(chain, [0, 0, 1, 1], weighted=True)
    assert communities(chain, weighted=True).modularity >= modularity(chain, [0, 1, 1, 2], weighted=True)


def test_runs_end_where_two_divisions_are_equally_good() -> None:
    """igraph 1.0, asked to go on until nothing changes, never came back from this network with seed 3."""
    ties = [(0, 2), (0, 5), (1, 6), (2, 4), (2, 6), (4, 5), (4, 7), (5, 6), (5, 7)]
    assert communities(Network.of(8, ties)).modularity == pytest.approx(29 / 162, abs=1e-9)


def test_more_resolution_gives_more_communities() -> None:
    few, many = (len(np.unique(communities(karate(), resolution=resolution).membership)) for resolution in (0.3, 3.0))
    assert few < 4 < many


def test_a_body_without_a_tie_is_one_of_its_own() -> None:
    assert communities(Network.of(4, [(1, 2)])).membership.tolist() == [1, 0, 0, 2]


def test_without_ties_there_is_no_modularity() -> None:
    for n in (0, 1, 3):
        found = communities(Network.of(n, []))
        assert found.membership.tolist() == list(range(n))
        assert found.membership.dtype == np.int32
        assert math.isnan(found.modularity)
        assert found.stability == 1.0


def test_what_is_not_defined_is_refused() -> None:
    arcs = Network.of(3, [(0, 1), (1, 0)], is_directed=True)
    for work in (communities, leiden):
        with pytest.raises(ValueError, match="undirected"):
            work(arcs)
    with pytest.raises(ValueError, match="seed"):
        communities(karate(), seeds=())
    for resolution in (0.0, -1.0, math.nan):
        with pytest.raises(ValueError, match="resolution"):
            leiden(karate(), resolution=resolution)
    with pytest.raises(ValueError, match="per body"):
        modularity(karate(), [0, 1])
    with pytest.raises(ValueError, match="same bodies"):
        adjusted_rand(np.zeros(2, dtype=np.int32), np.zeros(3, dtype=np.int32))


def test_rand_index_by_hand() -> None:
    one, two = np.array([0, 0, 0, 1, 1, 1], dtype=np.int32), np.array([0, 0, 1, 1, 2, 2], dtype=np.int32)
    # 2 pairs together in both, 6 and 3 in each, 15 in all: (2 - 6*3/15) / ((6+3)/2 - 6*3/15)
    assert adjusted_rand(one, two) == pytest.approx((2 - 1.2) / (4.5 - 1.2))


@LAWS
@given(st.lists(st.tuples(st.integers(-1, 3), st.integers(0, 3)), max_size=9))
def test_rand_index_counts_pairs(rows: list[tuple[int, int]]) -> None:
    one, two = (np.array([row[i] for row in rows], dtype=np.int32) for i in (0, 1))
    pairs = list(itertools.combinations(rows, 2))
    both, first, second = (
        sum(map(rule, pairs)) for rule in (lambda p: p[0] == p[1], lambda p: p[0][0] == p[1][0], lambda p: p[0][1] == p[1][1])
    )
    chance = first * second / len(pairs) if pairs else 0
    expected = (both - chance) / ((first + second) / 2 - chance) if (first + second) / 2 != chance else 1
    assert adjusted_rand(one, two) == pytest.approx(expected, abs=1e-9)
    assert adjusted_rand(two, one) == pytest.approx(expected, abs=1e-9)


def test_stability_is_the_mean_over_all_pairs_of_runs() -> None:
    one, two = np.array([0, 0, 1, 1], dtype=np.int32), np.array([0, 1, 0, 1], dtype=np.int32)
    assert stability([one]) == stability([one, one]) == 1.0
    assert stability([one, one, two]) == pytest.approx((1 + 2 * adjusted_rand(one, two)) / 3)


def test_communities_are_numbered_from_the_largest_then_by_their_first_body() -> None:
    assert numbered_by_size([9, 3, 3, 1, 1, 4]).tolist() == [2, 0, 0, 1, 1, 3]
