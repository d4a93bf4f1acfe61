from __future__ import annotations

import json
import math
import random
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.network import (
    answered_pairs,
    answered_rows,
    available_case,
    reconstructed,
    response_of,
    scope_of,
    showing,
    showing_of,
    sure_of_ties,
)
from shutaf.analysis.situation import Body, MapBasis, Network, Situation

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "survey_missing_ties.json").read_text())
EXPECTED = ORACLE["expected"]
LAWS = settings(derandomize=True, deadline=None, max_examples=60)


def oracle_reports() -> Network:
    matrix = ORACLE["reports_row_about_column"]
    ties = [(i, j) for i, row in enumerate(matrix) for j, said in enumerate(row) if said]
    return Network.of(4, ties, asked=[None not in row for row in matrix], is_directed=True)


def matrix_of(network: Network) -> np.ndarray:
    found = np.zeros((network.n, network.n))
    found[network.source, network.target] = network.weight
    return found if network.is_directed else found + found.T


@st.composite
def surveys(draw: st.DrawFn, is_directed: bool | None = None) -> Network:
    """Up to seven bodies, some of whom answered, some rows of those who did not."""
    n, directed = draw(st.integers(0, 7)), draw(st.booleans()) if is_directed is None else is_directed
    pairs = [(i, j) for i in range(n) for j in range(n) if i < j or (directed and i != j)]
    ties = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weight = draw(st.lists(st.integers(1, 5), min_size=len(ties), max_size=len(ties)))
    return Network.of(n, ties, weight, asked=draw(st.lists(st.booleans(), min_size=n, max_size=n)), is_directed=directed)


def test_counts_of_answers_are_as_published() -> None:
    reports = oracle_reports()
    found = answered_pairs(reports)
    assert response_of(reports) == EXPECTED["response_rate"]
    assert (found.total, found.both, found.described) == (
        EXPECTED["dyads_total"],
        EXPECTED["dyads_both_answered"],
        EXPECTED["dyads_described_by_at_least_one"],
    )
    assert found.share_both_0_1 == EXPECTED["relational_response_rate_both"]


def test_available_case_is_as_published() -> None:
    found = available_case(oracle_reports())
    assert found.density == pytest.approx(EXPECTED["available_case_directed_density"], abs=1e-9)
    assert found.mean_degree == pytest.approx(5 / 3)  # five reports of three bodies
    np.testing.assert_equal(found.degree, [2, 1, 2, np.nan])
    assert found.degree_possible.tolist() == [3, 3, 3, 0]
    assert found.in_degree.tolist() == [1, 2, 1, 1]
    assert found.in_degree_possible.tolist() == [2, 2, 2, 3]


def test_undirected_density_over_described_pairs_is_as_published() -> None:
    reports = oracle_reports()
    either = Network.of(4, np.column_stack([reports.source, reports.target]), asked=reports.asked)
    assert available_case(either).density == pytest.approx(EXPECTED["union_density"], abs=1e-9)
    assert available_case(either).degree.tolist() == [3, 2, 2, 1]


def test_reconstruction_is_as_published() -> None:
    found = reconstructed(oracle_reports())
    assert matrix_of(found.network)[3].tolist() == EXPECTED["reconstructed_row_z_by_transpose"]
    assert found.missing_pairs == 0
    assert found.network.source[found.is_taken_over].tolist() == [3]


@pytest.mark.parametrize(
    ("answered", "bodies", "expected"),
    [
        (80, 100, "all"),
        (4, 5, "all"),
        (7999, 10_000, "network"),
        (79_999_999, 100_000_000, "network"),
        (65, 100, "network"),
        (13, 20, "network"),
        (6499, 10_000, "little"),
        (0, 3, "little"),
        (0, 0, "little"),
        (1, 1, "all"),
    ],
)
def test_the_borders_of_80_and_65_percent_are_exact(answered: int, bodies: int, expected: str) -> None:
    assert showing(answered, bodies) == expected


@given(st.integers(1, 400), st.data())
@LAWS
def test_what_is_shown_follows_the_exact_share(bodies: int, data: st.DataObject) -> None:
    answered = data.draw(st.integers(0, bodies))
    share = Fraction(answered, bodies)
    expected = "all" if share >= Fraction(4, 5) else "network" if share >= Fraction(13, 20) else "little"
    assert showing(answered, bodies) == expected


@pytest.mark.parametrize(("answered", "bodies"), [(-1, 3), (4, 3)])
def test_more_answers_than_bodies_are_refused(answered: int, bodies: int) -> None:
    with pytest.raises(ValueError, match="answered"):
        showing(answered, bodies)


@pytest.mark.parametrize(
    ("answered", "expected"), [(8, ("all", "ranked", 4)), (7, ("network", "network", 2)), (6, ("little", "network", 1))]
)
def test_a_map_follows_the_same_rules(answered: int, expected: tuple[str, str, int]) -> None:
    bodies = tuple(Body(f"b{i}", f"B{i}") for i in range(10))
    town = Situation(bodies=bodies, map=MapBasis("surveyed", asked=("gone", *(f"b{i}" for i in range(answered)))))
    assert (showing_of(town), scope_of(town), sure_of_ties(town).level) == expected


@LAWS
@given(surveys())
def test_available_case_counts_answered_pairs_only(network: Network) -> None:
    n, asked, a = network.n, network.asked, matrix_of(network)
    known = {(i, j) for i in range(n) for j in range(n) if i != j and (asked[i] or (asked[j] and not network.is_directed))}
    found = available_case(network)
    rows = [[a[i, j] > 0 for j in range(n) if (i, j) in known] for i in range(n)]
    columns = [[a[i, j] > 0 for i in range(n) if (i, j) in known] for j in range(n)]
    np.testing.assert_equal(found.degree, [sum(row) if row else np.nan for row in rows])
    np.testing.assert_equal(found.in_degree, [sum(column) if column else np.nan for column in columns])
    assert found.degree_possible.tolist() == [len(row) for row in rows]
    assert found.in_degree_possible.tolist() == [len(column) for column in columns]
    expected = sum(map(sum, rows)) / len(known) if known else math.nan
    assert found.density == pytest.approx(expected, abs=1e-12, nan_ok=True)
    assert found.mean_degree == pytest.approx((n - 1) * expected, abs=1e-12, nan_ok=True)


@LAWS
@given(surveys(is_directed=True))
def test_reconstruction_takes_the_transpose_where_a_body_is_silent(network: Network) -> None:
    n, asked, a = network.n, network.asked, matrix_of(network)
    expected = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            expected[i, j] = a[i, j] if asked[i] else a[j, i] if asked[j] else 0
    found = reconstructed(network)
    assert (matrix_of(found.network) == expected).all()
    assert found.network.asked.tolist() == asked.tolist()
    assert found.is_taken_over.tolist() == [not asked[i] for i in found.network.source]
    assert found.missing_pairs == sum(not asked[i] and not asked[j] for i in range(n) for j in range(i))
    again = reconstructed(found.network)
    assert (matrix_of(again.network) == expected).all()


@LAWS
@given(surveys())
def test_pairs_are_counted_by_who_answered(network: Network) -> None:
    answers = [int(network.asked[i]) + int(network.asked[j]) for i in range(network.n) for j in range(i)]
    found = answered_pairs(network)
    assert (found.both, found.one, found.neither, found.total) == (answers.count(2), answers.count(1), answers.count(0), len(answers))
    assert found.described == len(answers) - answers.count(0)
    assert found.share_both_0_1 == pytest.approx(answers.count(2) / len(answers) if answers else math.nan, nan_ok=True)


@LAWS
@given(surveys(), st.randoms(use_true_random=False))
def test_new_numbers_for_bodies_change_nothing(network: Network, draw: random.Random) -> None:
    order = np.array(draw.sample(range(network.n), network.n), dtype=np.int64)
    rows = np.column_stack([order[network.source], order[network.target]])
    other = Network.of(network.n, rows, network.weight, asked=network.asked[np.argsort(order)], is_directed=network.is_directed)
    before, after = available_case(network), available_case(other)
    assert after.density == pytest.approx(before.density, nan_ok=True)
    np.testing.assert_equal(after.degree[order], before.degree)
    assert answered_pairs(other) == answered_pairs(network)


def test_where_all_answered_nothing_is_missing() -> None:
    network = Network.of(3, [(0, 1), (1, 0), (1, 2)], asked=[True] * 3, is_directed=True)
    assert answered_rows(network).m == reconstructed(network).network.m == 3
    assert available_case(network).density == 0.5
    assert not reconstructed(network).is_taken_over.any()


def test_where_nobody_answered_nothing_is_known() -> None:
    network = Network.of(3, [(0, 1), (1, 2)], is_directed=True)
    assert response_of(network) == 0
    assert answered_rows(network).m == reconstructed(network).network.m == 0
    assert reconstructed(network).missing_pairs == 3
    assert math.isnan(available_case(network).density)
    assert np.isnan(available_case(network).in_degree).all()


def test_no_bodies_and_one_body_have_no_pairs() -> None:
    for n in (0, 1):
        network = Network.of(n, [], asked=[True] * n)
        assert math.isnan(available_case(network).density)
        assert math.isnan(answered_pairs(network).share_both_0_1)
    assert math.isnan(response_of(Network.of(0, [])))


def test_reconstruction_of_an_undirected_network_is_refused() -> None:
    with pytest.raises(ValueError, match="directed"):
        reconstructed(Network.of(2, [(0, 1)]))
