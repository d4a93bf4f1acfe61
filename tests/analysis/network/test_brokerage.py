from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from real_networks import city_projects, drawn_network, relabelled, search_and_rescue

from shutaf.analysis.network import ROLES, Brokerage, brokerage, triangles
from shutaf.analysis.network.brokerage_roles import group_codes
from shutaf.analysis.situation import Floats, Network

SECTORS = ["public", "firm", "club", None]


def by_loops(network: Network, groups: Sequence[object], *, is_weighted: bool = False) -> Floats:
    """(n, 6): the definition, path by path; the last column for paths on which a body has no group."""
    out: list[set[int]] = [set() for _ in range(network.n)]
    for source, target in zip(network.source.tolist(), network.target.tolist(), strict=True):
        out[source].add(target)
        if not network.is_directed:
            out[target].add(source)
    paths = [(a, b, c) for a in range(network.n) for b in out[a] for c in out[b] if c != a and c not in out[a]]
    brokers: dict[tuple[int, int], int] = {}
    for a, _, c in paths:
        brokers[a, c] = brokers.get((a, c), 0) + 1
    counts = np.zeros((network.n, 6))
    for a, b, c in paths:
        counts[b, role(groups[a], groups[b], groups[c])] += 1 / brokers[a, c] if is_weighted else 1
    return counts


def role(sender: object, broker: object, receiver: object) -> int:
    if None in (sender, broker, receiver):
        return 5
    if sender == broker == receiver:
        return 0
    if sender == receiver:
        return 1
    if sender == broker:
        return 2
    if broker == receiver:
        return 3
    return 4


def columns(found: Brokerage) -> Floats:
    return np.column_stack([found.roles, found.ungrouped])


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (["x", "x", "x"], "coordinator"),
        (["x", "y", "x"], "consultant"),
        (["x", "x", "y"], "representative"),
        (["x", "y", "y"], "gatekeeper"),
        (["x", "y", "z"], "liaison"),
        (["x", None, "x"], "ungrouped"),
        (["x", "x", ""], "ungrouped"),
        ([float("nan"), "x", "x"], "ungrouped"),
    ],
)
def test_each_role_on_one_path_by_hand(groups: list[object], expected: str) -> None:
    found = brokerage(Network.of(3, [(0, 1), (1, 2)], is_directed=True), groups)
    assert found.whole == {name: float(name in (expected, "total")) for name in (*ROLES, "ungrouped", "total")}
    assert getattr(found, expected).tolist() == [0, 1, 0]


def test_a_tie_from_end_to_end_leaves_nothing_to_broker() -> None:
    closed = Network.of(3, [(0, 1), (1, 2), (0, 2)], is_directed=True)
    assert brokerage(closed, ["x", "x", "y"]).whole["total"] == 0
    turned = Network.of(3, [(0, 1), (1, 2), (2, 0)], is_directed=True)  # a ring: each is between the two others
    assert brokerage(turned, ["x", "x", "y"]).total.tolist() == [1, 1, 1]


def test_a_path_there_and_back_to_the_same_body_is_none() -> None:
    assert brokerage(Network.of(2, [(0, 1), (1, 0)], is_directed=True), ["x", "y"]).whole["total"] == 0


def test_undirected_pairs_count_in_both_directions() -> None:
    found = brokerage(Network.of(4, [(0, 1), (1, 2), (1, 3)]), ["town", "town", "firm", "club"])
    assert (found.representative[1], found.gatekeeper[1], found.liaison[1], found.total[1]) == (2, 2, 2, 6)


def test_one_of_two_brokers_counts_half() -> None:
    ring = Network.of(4, [(0, 1), (1, 2), (2, 3), (3, 0)])
    found = brokerage(ring, ["x", "y", "x", "y"], is_weighted=True)
    assert found.consultant.tolist() == [1, 1, 1, 1]
    assert found.whole["total"] == 4  # the open pairs, both ways


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.integers(1, 13), st.integers(0, 60), st.booleans(), st.booleans())
def test_loops_over_all_paths_count_the_same(seed: int, n: int, ties: int, is_directed: bool, is_weighted: bool) -> None:
    network = drawn_network(seed, n, ties, is_directed=is_directed)
    groups = [SECTORS[i] for i in np.random.default_rng(seed).integers(0, len(SECTORS), n)]
    found = brokerage(network, groups, is_weighted=is_weighted)
    np.testing.assert_allclose(columns(found), by_loops(network, groups, is_weighted=is_weighted), atol=1e-9)
    np.testing.assert_allclose(found.total, columns(found).sum(axis=1), atol=1e-9)


@pytest.mark.parametrize("is_weighted", [False, True])
def test_real_networks_are_as_loops_over_all_paths_count(shared_data: Path, is_weighted: bool) -> None:
    for network, groups in (city_projects(shared_data), *search_and_rescue(shared_data).values()):
        found = brokerage(network, groups, is_weighted=is_weighted)
        np.testing.assert_allclose(columns(found), by_loops(network, groups, is_weighted=is_weighted), atol=1e-9)


def test_undirected_gatekeepers_are_the_representatives() -> None:
    found = brokerage(drawn_network(1, 30, 80), np.arange(30) % 4)
    assert found.gatekeeper.tolist() == found.representative.tolist()
    assert found.whole["gatekeeper"] > 0


def test_turning_all_ties_swaps_gatekeepers_and_representatives() -> None:
    network, groups = drawn_network(2, 20, 70, is_directed=True), np.arange(20) % 3
    turned = Network.of(network.n, np.column_stack([network.target, network.source]), is_directed=True)
    before, after = brokerage(network, groups), brokerage(turned, groups)
    assert after.gatekeeper.tolist() == before.representative.tolist()
    assert after.liaison.tolist() == before.liaison.tolist()


@settings(derandomize=True, deadline=None, max_examples=30)
@given(st.integers(0, 10_000), st.booleans(), st.booleans())
def test_neither_numbers_of_bodies_nor_names_of_groups_matter(seed: int, is_directed: bool, is_weighted: bool) -> None:
    network, groups = drawn_network(seed, 11, 30, is_directed=is_directed), np.arange(11) % 3
    order = np.random.default_rng(seed).permutation(11)
    moved = np.empty(11, dtype=object)
    moved[order] = [("a", "b", "c")[group] for group in groups]
    before = brokerage(network, groups, is_weighted=is_weighted)
    after = brokerage(relabelled(network, order), moved, is_weighted=is_weighted)
    np.testing.assert_allclose(columns(after)[order], columns(before), atol=1e-9)


def test_strengths_do_not_matter() -> None:
    network = drawn_network(3)
    heavy = Network(network.n, network.source, network.target, network.weight * 100, network.asked)
    np.testing.assert_array_equal(columns(brokerage(heavy, "ab" * 7 and list("ab" * 7))), columns(brokerage(network, list("ab" * 7))))


def test_weighted_totals_are_the_pairs_that_somebody_connects() -> None:
    network = drawn_network(4, 12, 25)
    ties = np.zeros((12, 12), dtype=bool)
    ties[network.source, network.target] = ties[network.target, network.source] = True
    reached = (ties.astype(int) @ ties > 0) & ~ties & ~np.eye(12, dtype=bool)
    assert brokerage(network, ["x"] * 12, is_weighted=True).whole["total"] == pytest.approx(reached.sum())


def test_a_group_of_its_own_for_each_body_leaves_liaisons_only() -> None:
    network = drawn_network(5, is_directed=True)
    found = brokerage(network, range(network.n))
    assert found.whole["liaison"] == found.whole["total"] > 0


def test_labels_of_many_kinds_are_told_apart() -> None:
    assert group_codes(["a", 1, (2, 3), None, "a", 0, float("nan"), ""], 8).tolist() == [0, 1, 2, -1, 0, 3, -1, -1]
    assert group_codes(np.array(["a", "", "b"]), 3).tolist() == [0, -1, 1]
    assert group_codes(np.array([1.0, np.nan, 1.0]), 3).tolist() == [0, -1, 0]
    assert group_codes([], 0).tolist() == []


@pytest.mark.parametrize("groups", ["abc", ["a", "b"], ["a", "b", ["c"]], np.zeros((3, 2)), ["a"] * 4])
def test_groups_must_be_one_label_a_body(groups: object) -> None:
    with pytest.raises(ValueError, match="one label for each of the 3 bodies"):
        brokerage(Network.of(3, [(0, 1)]), groups)  # type: ignore[arg-type]


@pytest.mark.parametrize("is_weighted", [False, True])
@pytest.mark.parametrize("n", [0, 1, 3])
def test_without_ties_nobody_brokers(n: int, is_weighted: bool) -> None:
    found = brokerage(Network.of(n, []), ["a"] * n, is_weighted=is_weighted)
    assert found.total.tolist() == [0] * n
    assert found.roles.shape == (n, 5)
    assert set(found.whole.values()) == {0.0}


def test_nobody_has_a_group_still_counts_the_paths() -> None:
    found = brokerage(Network.of(3, [(0, 1), (1, 2)]), [None] * 3)
    assert (found.whole["ungrouped"], found.whole["total"]) == (2, 2)


def test_many_groups_are_counted_without_a_whole_table(monkeypatch: pytest.MonkeyPatch) -> None:
    network, groups = drawn_network(6, 20, 80, is_directed=True), np.arange(20) % 7
    whole = columns(brokerage(network, groups))
    monkeypatch.setattr("shutaf.analysis.network.brokerage_paths.CELLS", 1)
    np.testing.assert_array_equal(columns(brokerage(network, groups)), whole)


def test_small_blocks_share_the_same_brokers(monkeypatch: pytest.MonkeyPatch) -> None:
    network, groups = drawn_network(7, 20, 80), np.arange(20) % 3
    whole = columns(brokerage(network, groups, is_weighted=True))
    monkeypatch.setattr("shutaf.analysis.network.brokerage_shared.PATHS", 2)
    np.testing.assert_allclose(columns(brokerage(network, groups, is_weighted=True)), whole, atol=1e-12)


def test_triangles_may_be_given() -> None:
    network, groups = drawn_network(8), np.arange(14) % 3
    np.testing.assert_array_equal(columns(brokerage(network, groups, found=triangles(network))), columns(brokerage(network, groups)))


def test_a_hub_is_counted_without_walking_its_paths() -> None:
    n = 30_001  # 900 million paths
    found = brokerage(Network.of(n, [(0, i) for i in range(1, n)]), ["hub", *["spoke"] * (n - 1)])
    assert found.consultant[0] == (n - 1) * (n - 2)
    assert found.whole["total"] == (n - 1) * (n - 2)
