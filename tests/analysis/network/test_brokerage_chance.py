from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import comb, sqrt

import numpy as np
import pytest
from real_networks import drawn_network

from shutaf.analysis.network import brokerage, brokerage_expected, brokerage_shuffled
from shutaf.analysis.network.brokerage_chance import COLUMNS
from shutaf.analysis.situation import Floats, Network


def places(n: int, is_directed: bool) -> list[tuple[int, int]]:
    return [(i, j) for i in range(n) for j in range(n) if (i != j if is_directed else i < j)]


def all_networks(n: int, is_directed: bool) -> Iterator[Network]:
    for m in range(len(places(n, is_directed)) + 1):
        for ties in combinations(places(n, is_directed), m):
            yield Network.of(n, ties, is_directed=is_directed)


def counted(network: Network, groups: list[str | None]) -> Floats:
    """(n + 1, 6): roles and total of each body, and their sums in the last row."""
    found = brokerage(network, groups)
    rows = np.column_stack([found.roles, found.total])
    return np.vstack([rows, rows.sum(axis=0)])


@pytest.mark.parametrize(
    ("n", "is_directed", "groups"),
    [
        (3, True, ["a", "a", "b"]),
        (3, True, ["a", "b", "c"]),
        (4, False, ["a", "a", "b", "b"]),
        (4, False, ["a", "a", "b", "c"]),
        (4, False, ["a", "a", "a", None]),
        (5, False, ["a", "a", "a", "b", "b"]),
        (5, False, ["a", "b", "c", "d", "a"]),
    ],
)
def test_moments_are_those_of_all_networks_there_can_be(n: int, is_directed: bool, groups: list[str | None]) -> None:
    networks = list(all_networks(n, is_directed))
    values, ties = np.array([counted(network, groups) for network in networks]), np.array([network.m for network in networks])
    most = len(places(n, is_directed))
    for m in (2, most // 2, most - 1):
        network = next(network for network in networks if network.m == m)
        chances = {"ties": (ties == m) / (ties == m).sum(), "density": (m / most) ** ties * (1 - m / most) ** (most - ties)}
        for given, chance in chances.items():
            found = brokerage_expected(network, groups, given=given)  # type: ignore[arg-type]
            mean = np.einsum("i,ijk->jk", chance, values)
            spread = np.sqrt(np.maximum(np.einsum("i,ijk->jk", chance, values**2) - mean**2, 0))
            expected, deviation = np.vstack([found.expected, found.whole_expected]), np.vstack([found.deviation, found.whole_deviation])
            known = ~np.isnan(expected)
            np.testing.assert_allclose(expected[known], mean[known], atol=1e-9)
            np.testing.assert_allclose(deviation[known], spread[known], atol=1e-6)


@pytest.mark.parametrize("given", ["density", "ties"])
def test_moments_of_directed_networks_are_those_of_many_draws(given: str) -> None:
    random, groups = np.random.default_rng(1), list("aaabbbccd")
    there = np.array(places(9, True))
    draws = [random.random(72) < 0.4 if given == "density" else random.permutation(72) < 29 for _ in range(1200)]
    values = np.array([counted(Network.of(9, there[draw], is_directed=True), list(groups)) for draw in draws])
    # the model of the density uses the density there is: 29 of 72, so nearly 0.4
    found = brokerage_expected(Network.of(9, there[:29], is_directed=True), groups, given=given)  # type: ignore[arg-type]
    error = values.std(axis=0) / sqrt(len(draws))
    away = np.abs(values.mean(axis=0) - np.vstack([found.expected, found.whole_expected]))
    assert (away <= 5 * error + 0.03 * values.mean(axis=0)).all()
    ratio = values.std(axis=0) / np.maximum(np.vstack([found.deviation, found.whole_deviation]), 1e-9)
    assert (np.abs(ratio[values.std(axis=0) > 0] - 1) < 0.12).all()


def test_single_bodies_are_expected_as_sna_expects_them() -> None:
    """The formulas of R sna 2.x, by the group of the broker: w_I, w_O, b_IO, b_OI, b_O, t. CROSS: written out here for one case."""
    network, groups = drawn_network(2, 10, 40, is_directed=True), list("aaaabbbccc")
    d, others = network.m / 90, [3, 3]
    p, q = d**2 * (1 - d), d**3 * (1 - d) ** 3
    mean = [p * 3 * 2, p * 12, p * 6 * 3, p * 6 * 3, p * (36 - 18), p * 9 * 8]
    extra = [
        2 * 3 * 2 * 1,
        2 * sum(n * (n - 1) * (n - 2) for n in others),
        2 * (3 * comb(6, 2) + 6 * comb(3, 2)),
        2 * (3 * comb(6, 2) + 6 * comb(3, 2)),
        4 * sum(n * comb(10 - n - 4, 2) for n in others),
        2 * 9 * 8 * 7,
    ]
    found = brokerage_expected(network, groups)
    np.testing.assert_allclose(found.expected[0], mean, atol=1e-12)
    np.testing.assert_allclose(
        found.deviation[0], [sqrt(one * (1 - p) + many * q) for one, many in zip(mean, extra, strict=True)], atol=1e-12
    )
    np.testing.assert_allclose(found.z, (found.observed - found.expected) / found.deviation)


def test_observed_is_what_brokerage_counts_and_names_are_in_order() -> None:
    network, groups = drawn_network(3), list("abcabcabcabcab")
    found, seen = brokerage_expected(network, groups), brokerage(network, groups)
    for i, column in enumerate(COLUMNS):
        assert found.observed[:, i].tolist() == getattr(seen, column).tolist()
        assert found.whole[column]["observed"] == seen.whole[column]
        assert found.whole[column]["z"] == pytest.approx(
            (seen.whole[column] - found.whole_expected[i]) / found.whole_deviation[i], nan_ok=True
        )
    assert np.isnan(found.at_least_0_1).all()
    assert np.isnan(found.whole_at_least_0_1).all()


@pytest.mark.parametrize("n", [0, 1, 2])
@pytest.mark.parametrize("given", ["density", "ties"])
def test_too_few_bodies_to_broker_expect_nothing(n: int, given: str) -> None:
    found = brokerage_expected(Network.of(n, []), ["a"] * n, given=given)  # type: ignore[arg-type]
    assert found.expected.shape == (n, 6)
    assert np.nan_to_num(found.expected).sum() == found.whole_expected.sum() == 0
    assert np.isnan(found.z).all()
    assert np.isnan(found.whole_z).all()


@pytest.mark.parametrize("is_directed", [False, True])
def test_an_empty_and_a_full_network_leave_nothing_to_chance(is_directed: bool) -> None:
    for ties in ([], places(5, is_directed)):
        found = brokerage_expected(Network.of(5, ties, is_directed=is_directed), list("aabbc"))
        assert not found.expected.any()
        assert np.isnan(found.z).all()


def test_a_body_without_a_group_has_no_expected_roles_but_a_total() -> None:
    found = brokerage_expected(drawn_network(4, 6, 12), ["a", "a", "b", "b", None, "c"])
    assert np.isnan(found.expected[4, :5]).all()
    assert found.expected[4, 5] == pytest.approx(found.expected[0, 5])


def test_another_word_for_given_is_refused() -> None:
    with pytest.raises(ValueError, match="density"):
        brokerage_expected(Network.of(2, []), ["a", "a"], given="chance")  # type: ignore[arg-type]


def test_shuffled_groups_keep_the_paths_and_agree_with_all_ways_to_deal() -> None:
    network, groups = drawn_network(5, 7, 12, is_directed=True), list("aaabbcc")
    ways = sorted({tuple(np.random.default_rng(i).permutation(groups)) for i in range(2500)})
    assert len(ways) == 210  # 7! / (3! 2! 2!): all of them
    values = np.array([counted(network, list(way)) for way in ways])
    found = brokerage_shuffled(network, groups, draws=1500, seed=2)
    np.testing.assert_allclose(found.expected, values.mean(axis=0)[:-1], atol=0.15)
    np.testing.assert_allclose(found.whole_deviation, values.std(axis=0)[-1], rtol=0.06, atol=1e-9)
    share = (values >= counted(network, groups)).mean(axis=0)
    np.testing.assert_allclose(found.at_least_0_1, share[:-1], atol=0.05)
    np.testing.assert_allclose(found.whole_at_least_0_1, share[-1], atol=0.05)
    assert np.isnan(found.z[:, 5]).all()
    assert found.whole_expected[5] == found.whole_observed[5]


def test_the_same_seed_gives_the_same_and_unknown_groups_stay_unknown() -> None:
    network, groups = drawn_network(6, 8, 16), ["a", "a", "b", None, "b", "c", None, "c"]
    one, two = (brokerage_shuffled(network, groups, draws=20, seed=3) for _ in range(2))
    np.testing.assert_array_equal(one.expected, two.expected)
    assert not one.expected[3, :5].any()
    assert not np.array_equal(one.expected, brokerage_shuffled(network, groups, draws=20, seed=4).expected)


def test_one_draw_has_no_deviation() -> None:
    with pytest.raises(ValueError, match="2 or more"):
        brokerage_shuffled(Network.of(2, []), ["a", "a"], draws=1)
