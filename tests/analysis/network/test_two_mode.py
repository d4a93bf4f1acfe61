from __future__ import annotations

from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from graphs import listed, oracle, real_networks, rows
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from shutaf.analysis.network import TwoMode, project, two_mode_betweenness, two_mode_closeness, two_mode_degree, two_mode_density
from shutaf.analysis.situation import Network

any_network = settings(derandomize=True, deadline=None, max_examples=60)
NAN = float("nan")


def davis() -> tuple[TwoMode, list[str], list[str]]:
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    ties = [(women.index(one), events.index(two)) for one, two in graph.edges]
    return TwoMode.of(len(women), len(events), ties), women, events


def city(shared_data: Path) -> TwoMode:
    """285 bodies in 13 projects."""
    said = list(rows(shared_data / "networks" / "city_projects_memberships.csv"))
    bodies = {row["id"]: i for i, row in enumerate(rows(shared_data / "networks" / "city_projects_bodies.csv"))}
    projects = {name: i for i, name in enumerate(dict.fromkeys(row["project"] for row in said))}
    return TwoMode.of(len(bodies), len(projects), [(bodies[row["body_id"]], projects[row["project"]]) for row in said])


@st.composite
def two_modes(draw: st.DrawFn) -> TwoMode:
    n, m = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    pairs = [(i, j) for i in range(n) for j in range(m)]
    return TwoMode.of(n, m, draw(st.lists(st.sampled_from(pairs), unique=True)))


def as_graph(network: TwoMode) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(network.rows + network.columns))
    graph.add_edges_from(zip(network.row.tolist(), (network.column + network.rows).tolist(), strict=True))
    return graph


def test_southern_women_and_events_stand_as_published() -> None:
    network, women, events = davis()
    known = oracle("sna_davis_two_mode")
    assert two_mode_density(network) == pytest.approx(known["density"])
    for name, measure in (("degree", two_mode_degree), ("closeness", two_mode_closeness), ("betweenness", two_mode_betweenness)):
        found = measure(network)
        values = dict(zip(women, found.rows, strict=True)) | dict(zip(events, found.columns, strict=True))
        for who, figures in known["nodes"].items():
            assert values[who] == pytest.approx(figures["recomputed"][name], abs=1e-9)
            assert values[who] == pytest.approx(figures["published"][name], abs=0.00501)


def test_three_bodies_in_two_projects_counted_by_hand() -> None:
    town = TwoMode.of(4, 3, [(0, 0), (1, 0), (1, 1), (2, 1)])
    assert two_mode_density(town) == 4 / 12
    assert two_mode_degree(town).rows.tolist() == pytest.approx([1 / 3, 2 / 3, 1 / 3, 0])
    assert two_mode_degree(town).columns.tolist() == [0.5, 0.5, 0]
    # of the part with rows 0 1 2 and columns 0 1: a row has 2 + 2 x 2 steps at least, row 0 has 1 + 2 + 3 + 4
    assert two_mode_closeness(town).rows.tolist() == pytest.approx([0.6, 1, 0.6, NAN], nan_ok=True)
    assert two_mode_closeness(town).columns.tolist() == pytest.approx([5 / 7, 5 / 7, NAN], nan_ok=True)
    assert two_mode_closeness(town, rule="wf_improved").rows.tolist() == pytest.approx([0.6 * 4 / 6, 4 / 6, 0.6 * 4 / 6, 0])
    projected = project(town)
    assert list(zip(projected.source.tolist(), projected.target.tolist(), strict=True)) == [(0, 1), (1, 2)]
    assert project(town, "columns").weight.tolist() == [1]


def test_meetings_of_many_say_less_by_newmans_weights() -> None:
    town = TwoMode.of(4, 2, [(0, 0), (1, 0), (2, 0), (3, 0), (0, 1), (1, 1)])
    found = project(town, weighting="newman")
    assert dict(zip(zip(found.source.tolist(), found.target.tolist(), strict=True), found.weight.tolist(), strict=True))[
        (0, 1)
    ] == pytest.approx(4 / 3)


def agree_with_networkx(network: TwoMode) -> None:
    graph, top = as_graph(network), list(range(network.rows))
    together = lambda found: [*found.rows.tolist(), *found.columns.tolist()]  # noqa: E731
    assert together(two_mode_degree(network)) == pytest.approx(listed(bipartite.degree_centrality(graph, top)), abs=1e-9)
    assert together(two_mode_closeness(network, rule="networkx")) == pytest.approx(
        listed(bipartite.closeness_centrality(graph, top)), abs=1e-9
    )
    if network.rows > 1 and network.columns > 1:
        theirs = listed(bipartite.betweenness_centrality(graph, top))
        assert together(two_mode_betweenness(network)) == pytest.approx(theirs, abs=1e-9)
    assert two_mode_density(network) == pytest.approx(bipartite.density(graph, top), abs=1e-9)
    for side, nodes, shift in (("rows", top, 0), ("columns", range(network.rows, len(graph)), network.rows)):
        for weighting, theirs_of in (
            ("count", bipartite.weighted_projected_graph),
            ("newman", bipartite.collaboration_weighted_projected_graph),
        ):
            found, other = project(network, side, weighting=weighting), theirs_of(graph, nodes)  # type: ignore[arg-type]
            weights = {(min(a, b) - shift, max(a, b) - shift): data["weight"] for a, b, data in other.edges(data=True)}
            ours = dict(zip(zip(found.source.tolist(), found.target.tolist(), strict=True), found.weight.tolist(), strict=True))
            assert ours == pytest.approx(weights, abs=1e-9)


def test_networkx_finds_the_same_in_city_projects(shared_data: Path) -> None:
    agree_with_networkx(city(shared_data))


def test_the_city_ties_of_the_shared_data_are_its_projection(shared_data: Path) -> None:
    found = project(city(shared_data))
    ties = next(network for name, network in real_networks(shared_data) if name == "city")
    assert found.source.tolist() == ties.source.tolist()
    assert found.target.tolist() == ties.target.tolist()
    assert found.weight.tolist() == ties.weight.tolist()


@given(two_modes())
@any_network
def test_networkx_finds_the_same_in_any_small_network(network: TwoMode) -> None:
    agree_with_networkx(network)


@given(two_modes())
@any_network
def test_turning_rows_into_columns_turns_the_answers_and_nobody_is_above_1(network: TwoMode) -> None:
    turned = TwoMode.of(network.columns, network.rows, np.column_stack([network.column, network.row]))
    for measure in (two_mode_degree, two_mode_closeness, two_mode_betweenness):
        one, two = measure(network), measure(turned)
        assert one.rows.tolist() == pytest.approx(two.columns.tolist(), nan_ok=True)
        assert one.columns.tolist() == pytest.approx(two.rows.tolist(), nan_ok=True)
        assert np.nanmax(np.concatenate([one.rows, one.columns, [0]])) <= 1 + 1e-9
    assert project(network).weight.tolist() == project(turned, "columns").weight.tolist()


def test_rows_said_twice_count_once_with_the_largest_weight() -> None:
    assert TwoMode.of(2, 2, [(0, 1), (0, 1)], [2, 5]).weight.tolist() == [5]
    assert TwoMode.of(1, 1, [(0, 0)]).as_network().m == 1


def test_an_empty_kind_has_no_figures() -> None:
    nobody = TwoMode.of(0, 2, [])
    assert np.isnan(two_mode_density(nobody))
    for measure in (two_mode_degree, two_mode_closeness, two_mode_betweenness):
        assert len(measure(nobody).rows) == 0
        assert np.isnan(measure(nobody).columns).tolist() == [True, True]
    assert isinstance(project(nobody), Network)
    assert project(nobody, "columns").n == 2


@pytest.mark.parametrize(
    ("arrays", "why"),
    [
        ((1, 1, [0], [1], [1]), "not there"),
        ((1, 1, [-1], [0], [1]), "not there"),
        ((1, 1, [0], [0], [0]), "above 0"),
        ((1, 1, [0, 0], [0], [1]), "same length"),
        ((1, 2, [0, 0], [1, 1], [1, 1]), "listed twice"),
    ],
)
def test_what_no_two_mode_network_can_be_is_refused(arrays: tuple[object, ...], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        TwoMode(*arrays)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="one entry per tie"):
        TwoMode.of(1, 1, [(0, 0)], [1, 2])


def test_what_is_not_defined_is_refused_in_words() -> None:
    town = TwoMode.of(1, 1, [(0, 0)])
    with pytest.raises(ValueError, match="onto must be one of rows, columns"):
        project(town, "women")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="weighting must be one of count, newman"):
        project(town, weighting="jaccard")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="rule must be one of"):
        two_mode_closeness(town, rule="harmonic")  # type: ignore[arg-type]
