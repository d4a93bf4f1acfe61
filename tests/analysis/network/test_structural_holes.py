from __future__ import annotations

import json
from pathlib import Path

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from real_networks import as_graph, city_projects, drawn_network, relabelled, search_and_rescue

from shutaf.analysis.network import (
    constraint,
    effective_size,
    effective_size_simple,
    efficiency,
    hierarchy,
    local_constraint,
    structural_holes,
    triangles,
)
from shutaf.analysis.situation import Floats, Network

ORACLE = json.loads((Path(__file__).parents[2] / "oracles/sna_structural_holes.json").read_text())
NAMES = ["A", "B", "F", "G", "E", "D", "C"]
CLOSE = 1e-9


def borgattis_network(weights: list[float] | None = None) -> Network:
    return Network.of(7, [(NAMES.index(one), NAMES.index(other)) for one, other in ORACLE["undirected"]["edges"]], weights)


def by_definition(network: Network) -> tuple[Floats, Floats, Floats]:
    """Constraint, effective size and hierarchy straight from the formulas, on a full matrix."""
    a = np.zeros((network.n, network.n))
    a[network.source, network.target] = network.weight
    z = a + a.T if network.is_directed else 2 * (a + a.T)
    held, size, order = (np.full(network.n, np.nan) for _ in range(3))
    for i in range(network.n):
        contacts = [j for j in range(network.n) if z[i, j] > 0]
        if not contacts:
            continue
        p = z / np.where(z.sum(axis=1, keepdims=True) > 0, z.sum(axis=1, keepdims=True), 1)
        local = [(p[i, j] + sum(p[i, q] * p[q, j] for q in contacts if q != j)) ** 2 for j in contacts]
        held[i] = sum(local)
        size[i] = sum(1 - sum(p[i, q] * z[j, q] / z[j].max() for q in contacts if q != j) for j in contacts)
        ratio = np.array(local) / np.mean(local)
        order[i] = (ratio * np.log(ratio)).sum() / (len(contacts) * np.log(len(contacts))) if len(contacts) > 1 else 1
    return held, size, order


def test_borgattis_seven_bodies_are_as_published() -> None:
    found = structural_holes(borgattis_network())
    for name, value in ORACLE["undirected"]["effective_size"].items():
        assert found.effective_size[NAMES.index(name)] == pytest.approx(value, abs=0.01)
    for name, value in ORACLE["undirected"]["constraint"].items():
        assert found.constraint[NAMES.index(name)] == pytest.approx(value, abs=0.01)
    for measure, values in ORACLE["undirected"]["by_two_programs"].items():
        assert dict(zip(NAMES, getattr(found, measure), strict=True)) == pytest.approx(values, abs=1e-9)


def test_weights_change_them_as_published() -> None:
    found = structural_holes(borgattis_network(ORACLE["weighted"]["weights_in_edge_order"]))
    for measure in ("effective_size", "constraint"):
        for name, value in ORACLE["weighted"][measure].items():
            assert getattr(found, measure)[NAMES.index(name)] == pytest.approx(value, abs=0.01)
    assert dict(zip(NAMES, found.constraint, strict=True)) == pytest.approx(ORACLE["weighted"]["constraint_by_two_programs"], abs=1e-9)


def test_directions_change_them_as_published() -> None:
    network = Network.of(3, ORACLE["directed"]["edges"], is_directed=True)
    assert effective_size(network).tolist() == pytest.approx(ORACLE["directed"]["effective_size"], abs=0.001)
    assert constraint(network).tolist() == pytest.approx(ORACLE["directed"]["constraint_by_two_programs"], abs=1e-9)


def test_a_closed_triangle_by_hand() -> None:
    found = structural_holes(Network.of(3, [(0, 1), (0, 2), (1, 2)]))
    assert found.contacts.tolist() == [2, 2, 2]
    assert found.constraint.tolist() == pytest.approx([1.125] * 3)  # 2 x (1/2 + 1/2 x 1/2) squared
    assert found.effective_size.tolist() == pytest.approx([1.0] * 3)  # two contacts that know each other are one
    assert found.efficiency.tolist() == pytest.approx([0.5] * 3)
    assert found.hierarchy.tolist() == pytest.approx([0.0] * 3, abs=1e-12)  # both contacts constrain alike


def test_one_heavy_contact_makes_hierarchy_by_hand() -> None:
    found = hierarchy(Network.of(3, [(0, 1), (0, 2)], [3, 1]))
    light, heavy = 2 * 1 / 10, 2 * 9 / 10  # 1/16 and 9/16 by their mean
    assert found.tolist() == pytest.approx([(light * np.log(light) + heavy * np.log(heavy)) / (2 * np.log(2)), 1.0, 1.0])


@pytest.mark.parametrize("is_directed", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_the_formulas_on_a_full_matrix_give_the_same(seed: int, is_directed: bool) -> None:
    network = drawn_network(seed, 15, 10 * seed + 3, is_directed=is_directed)
    found, expected = structural_holes(network), by_definition(network)
    for ours, theirs in zip((found.constraint, found.effective_size, found.hierarchy), expected, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=CLOSE)


def test_city_projects_are_as_networkx_and_igraph_say(shared_data: Path) -> None:
    network, _ = city_projects(shared_data)
    graph, plain = as_graph(network), Network(network.n, network.source, network.target, np.ones(network.m), network.asked)
    np.testing.assert_allclose(constraint(network), list(nx.constraint(graph, weight="weight").values()), atol=CLOSE)
    np.testing.assert_allclose(constraint(plain), list(nx.constraint(graph).values()), atol=CLOSE)
    np.testing.assert_allclose(effective_size(plain), list(nx.effective_size(graph).values()), atol=CLOSE)
    theirs = igraph.Graph(network.n, np.column_stack([network.source, network.target]).tolist())
    np.testing.assert_allclose(constraint(network), theirs.constraint(weights=network.weight.tolist()), atol=CLOSE)
    few = [i for i, contacts in enumerate(structural_holes(network).contacts) if 0 < contacts < 12]
    one_by_one = nx.effective_size(graph, nodes=few, weight="weight")
    np.testing.assert_allclose(effective_size(network)[few], [one_by_one[i] for i in few], atol=CLOSE)
    np.testing.assert_allclose(effective_size(network), by_definition(network)[1], atol=CLOSE)


def test_search_and_rescue_is_as_networkx_says(shared_data: Path) -> None:
    for network, _ in search_and_rescue(shared_data).values():
        graph = as_graph(network)
        np.testing.assert_allclose(constraint(network), list(nx.constraint(graph, weight="weight").values()), atol=CLOSE)
        local = local_constraint(network)
        for body, contact, value in list(zip(local.body.tolist(), local.contact.tolist(), local.value, strict=True))[::7]:
            assert value == pytest.approx(nx.local_constraint(graph, body, contact, weight="weight"), abs=CLOSE)
        # networkx calls a body whose ties all come in undefined when asked node by node
        nodes = [node for node in graph if graph.out_degree(node)]
        one_by_one = nx.effective_size(graph, nodes=nodes, weight="weight")
        np.testing.assert_allclose(effective_size(network)[nodes], [one_by_one[node] for node in nodes], atol=CLOSE)


def test_local_constraint_adds_up_and_names_each_contact_once() -> None:
    network = drawn_network(4)
    local = local_constraint(network)
    keys = local.body.astype(np.int64) * network.n + local.contact
    assert (np.diff(keys) > 0).all()
    totals = np.bincount(local.body, local.value, minlength=network.n)
    np.testing.assert_allclose(totals, np.nan_to_num(constraint(network)), atol=CLOSE)
    np.testing.assert_allclose(np.bincount(local.body, local.invested, minlength=network.n), structural_holes(network).contacts > 0)


def test_the_short_form_agrees_where_weights_and_directions_are_none() -> None:
    drawn = drawn_network(5, 12, 40)
    network = Network(drawn.n, drawn.source, drawn.target, np.full(drawn.m, 2.5), drawn.asked)
    np.testing.assert_allclose(effective_size_simple(network), effective_size(network), atol=CLOSE)
    with pytest.raises(ValueError, match="undirected"):
        effective_size_simple(Network.of(2, [(0, 1)], is_directed=True))


def test_each_measure_alone_is_as_all_together() -> None:
    network = drawn_network(6)
    found = structural_holes(network, found=triangles(network))
    for ours, together in zip(
        (constraint, effective_size, efficiency, hierarchy),
        (found.constraint, found.effective_size, found.efficiency, found.hierarchy),
        strict=True,
    ):
        np.testing.assert_array_equal(ours(network), together)


@pytest.mark.parametrize("n", [0, 1, 3])
def test_a_body_without_a_known_tie_has_none_of_them(n: int) -> None:
    found = structural_holes(Network.of(n, []))
    for values in (found.constraint, found.effective_size, found.efficiency, found.hierarchy, effective_size_simple(Network.of(n, []))):
        assert values.shape == (n,)
        assert np.isnan(values).all()
    assert found.contacts.tolist() == [0] * n


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.booleans(), st.floats(0.001, 1000))
def test_neither_names_nor_the_unit_of_strength_matter(seed: int, is_directed: bool, factor: float) -> None:
    network = drawn_network(seed, 10, 22, is_directed=is_directed)
    order = np.random.default_rng(seed).permutation(network.n)
    other = relabelled(network, order)
    scaled = Network(other.n, other.source, other.target, other.weight * factor, other.asked, is_directed)
    before, after = structural_holes(network), structural_holes(scaled)
    for measure in ("constraint", "effective_size", "efficiency", "hierarchy"):
        np.testing.assert_allclose(getattr(after, measure)[order], getattr(before, measure), atol=1e-9)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.booleans())
def test_measures_keep_within_their_bounds(seed: int, is_directed: bool) -> None:
    found = structural_holes(drawn_network(seed, 9, 20, is_directed=is_directed))
    tied = found.contacts > 0
    assert np.isnan(found.constraint[~tied]).all()
    assert (found.constraint[tied] > 0).all()
    assert (found.effective_size[tied] <= found.contacts[tied] + 1e-12).all()
    assert ((found.hierarchy[tied] >= 0) & (found.hierarchy[tied] <= 1 + 1e-12)).all()


def test_two_networks_side_by_side_do_not_touch_each_other() -> None:
    one = drawn_network(7, 8, 14)
    twice = Network.of(16, np.vstack([np.column_stack([one.source, one.target]) + shift for shift in (0, 8)]), np.tile(one.weight, 2))
    np.testing.assert_allclose(constraint(twice), np.tile(constraint(one), 2), atol=CLOSE)


def test_very_light_ties_beside_heavy_ones_make_no_warning() -> None:
    found = structural_holes(Network.of(3, [(0, 1), (0, 2)], [1e-300, 1e300]))
    assert found.hierarchy[0] == pytest.approx(1.0)
    assert found.constraint[0] == pytest.approx(1.0)
