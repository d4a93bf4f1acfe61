from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from towns import drawn_town

from shutaf.analysis.network import (
    DECIDED_BY_REPORTING,
    betweenness,
    degree,
    density,
    may_rank,
    municipal_refs,
    network_of,
    with_and_without,
    without_own_ties,
)
from shutaf.analysis.situation import Network

LAWS = settings(derandomize=True, deadline=None, max_examples=40)


def test_a_measure_is_given_with_and_without_own_ties() -> None:
    star = Network.of(5, [(0, 1), (0, 2), (0, 3), (2, 3), (3, 4)], [5, 4, 3, 2, 1], asked=[True, False, True, False, False])
    found = with_and_without(star, [True, False, False, False, False], degree)
    assert found.with_own.tolist() == [3, 1, 2, 3, 1]
    assert found.without_own.tolist() == [0, 0, 1, 2, 1]
    left = without_own_ties(star, [True, False, False, False, False])
    assert (left.n, left.weight.tolist(), left.asked.tolist()) == (5, [2, 1], star.asked.tolist())


def test_a_mask_of_zeros_and_ones_is_a_mask() -> None:
    assert without_own_ties(Network.of(3, [(0, 1), (1, 2)]), [1, 0, 0]).source.tolist() == [1]


def test_a_map_gives_the_same_with_its_own_words() -> None:
    town = drawn_town(4)
    own = np.array([one.ref in municipal_refs(town) for one in town.bodies])
    assert with_and_without(network_of(town), own, density).without_own == density(network_of(town, without=municipal_refs(town)))


@LAWS
@given(st.data())
def test_no_tie_of_an_own_body_is_left_and_every_other_is(data: st.DataObject) -> None:
    n = data.draw(st.integers(1, 8))
    pairs = [(i, j) for i in range(n) for j in range(n) if i != j]
    ties = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    own = data.draw(st.lists(st.booleans(), min_size=n, max_size=n))
    found = without_own_ties(Network.of(n, ties, is_directed=True), own)
    assert set(zip(found.source.tolist(), found.target.tolist(), strict=True)) == {(i, j) for i, j in ties if not own[i] and not own[j]}
    assert found.is_directed
    graph = nx.DiGraph(ties)
    graph.add_nodes_from(range(n))
    graph.remove_edges_from([(i, j) for i, j in ties if own[i] or own[j]])
    if n > 2:
        shares = nx.betweenness_centrality(graph)
        assert with_and_without(Network.of(n, ties, is_directed=True), own, betweenness).without_own == pytest.approx(
            [shares[i] for i in range(n)]
        )


def test_a_mask_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="per body"):
        with_and_without(Network.of(3, [(0, 1)]), [True], degree)


def test_on_a_reported_map_nothing_is_ranked_that_the_reporting_decides() -> None:
    brokerage = {"coordinator", "consultant", "representative", "gatekeeper", "liaison"}
    assert {"degree", "closeness", "betweenness", "eigenvector", "constraint", "effective_size"} | brokerage <= set(DECIDED_BY_REPORTING)
    for measure in DECIDED_BY_REPORTING:
        assert [may_rank(measure, scope) for scope in ("named", "ranked", "network")] == [False, True, False]
    assert [may_rank("offers", scope) for scope in ("named", "ranked", "network")] == [True, True, False]
