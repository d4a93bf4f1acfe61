"""Places, and whether a third candidate turns the order of two."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata

from shutaf.analysis.criteria import rank_reversals, ranks, topsis, weighted_sum
from shutaf.analysis.criteria.order import mean_ranks

scores = st.lists(st.sampled_from([-1.0, 0.0, 0.25, 0.5, 2.0]), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(scores)
def test_places_are_those_of_scipy(given_: list[float]) -> None:
    assert ranks(given_).tolist() == rankdata([-x for x in given_], method="min").tolist()
    assert mean_ranks(given_).tolist() == rankdata(given_).tolist()


def test_rows_are_ranked_apart_and_unknown_stands_last() -> None:
    assert ranks([[1.0, 2.0, np.nan], [3.0, 3.0, 1.0]]).tolist() == [[2, 1, 3], [1, 1, 3]]
    assert ranks(np.zeros((2, 0))).shape == (2, 0)


@pytest.mark.parametrize(("unit", "zero"), [(1e-12, 0.0), (1e12, 0.0), (1e-6, 5.0), (1.0, 1e6)])
def test_unit_and_zero_of_scores_change_no_place(unit: float, zero: float) -> None:
    given_ = np.array([[0.3, 0.1, 0.3, 0.9], [0.0, -1.0, 2.0, 1.9999]])
    assert ranks(given_ * unit + zero).tolist() == ranks(given_).tolist() == [[2, 4, 2, 1], [3, 4, 1, 2]]


def test_scores_without_end_are_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        ranks([1.0, np.inf])
    assert ranks([np.nan, np.nan]).tolist() == [1, 1]


def test_a_list_of_numbers_is_no_table() -> None:
    with pytest.raises(ValueError, match="one row a candidate"):
        rank_reversals(lambda table: table, [1.0, 2.0])


def test_what_the_machine_adds_makes_no_order() -> None:
    assert ranks([0.1 + 0.2, 0.3]).tolist() == [1, 1]


def test_topsis_turns_a_pair_when_a_third_one_leaves() -> None:
    """Without the third, the first has the best first criterion by far; with it, hardly."""
    values = np.array([[5.0, 1.0], [1.0, 4.5], [40.0, 0.0]])
    found = rank_reversals(lambda table: topsis(table, [1, 1], [1, 1]), values)
    with_third, without = topsis(values, [1, 1], [1, 1]), topsis(values[:2], [1, 1], [1, 1])
    assert (with_third[0] > with_third[1]) != (without[0] > without[1])
    assert found.pairs_turned.tolist()[2] == 1


def test_first_moves_only_where_another_was_taken_away() -> None:
    found = rank_reversals(lambda table: table[:, 0], [[1.0], [3.0], [2.0]])
    assert found.first.tolist() == [1, 2, 1]
    assert found.first_moves.tolist() == [False, False, False]
    assert found.pairs_turned.tolist() == [0, 0, 0]


def test_weighted_sum_turns_too_because_its_scale_hangs_on_the_largest() -> None:
    values = np.array([[10.0, 4.0], [6.0, 7.0], [1.0, 20.0]])
    found = rank_reversals(lambda table: weighted_sum(table, [1, 1], [1, 1]), values)
    assert found.pairs_turned[2] == 1


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_left_is_no_first(n: int) -> None:
    found = rank_reversals(lambda table: table[:, 0], np.ones((n, 1)))
    assert found.first.tolist() == [-1] * n
    assert found.first_moves.tolist() == [False] * n
