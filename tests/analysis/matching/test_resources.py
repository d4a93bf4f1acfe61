"""Do arrays of needs and offers hold what was put into them, and refuse what does not fit together?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.matching import Resources, Rules, bit_masks, members

SETS = st.lists(st.frozensets(st.integers(0, 200), max_size=5), max_size=6)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SETS)
def test_sets_come_back_as_they_went_in(sets: list[frozenset[int]]) -> None:
    pairs = [(row, value) for row, values in enumerate(sets) for value in values]
    masks = bit_masks(len(sets), [row for row, _ in pairs], [value for _, value in pairs])
    assert [members(masks, row) for row in range(len(sets))] == [tuple(sorted(values)) for values in sets]


@pytest.mark.parametrize(
    ("row", "value", "said"),
    [
        ([0, 1], [1], "row and value must have the same length"),
        ([2], [0], "a row is outside 0 .. n-1, or a value is negative"),
        ([-1], [0], "a row is outside 0 .. n-1, or a value is negative"),
        ([0], [-1], "a row is outside 0 .. n-1, or a value is negative"),
    ],
)
def test_wrong_sets_are_refused(row: list[int], value: list[int], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        bit_masks(2, row, value)


def test_sets_without_a_number_are_one_word_wide() -> None:
    assert bit_masks(2, [], []).shape == (2, 1)


def test_what_is_given_stands_in_its_place() -> None:
    every = Resources.of(
        [1, 2], themes=[[1, 2], [3, 4]], amount=[1.5, 2], unit=[3, 4], first_day=[5, 6], last_day=[7, 1e12], places=[8, 9], body=[10, 11]
    )
    assert (every.kinds.tolist(), every.themes.tolist(), every.places.tolist()) == ([[1], [2]], [[1, 2], [3, 4]], [[8], [9]])
    assert (every.amount.tolist(), every.unit.tolist(), every.body.tolist()) == ([1.5, 2], [3, 4], [10, 11])
    assert (every.first_day.tolist(), every.last_day.tolist()) == ([5, 6], [7, 1e12])
    assert {str(array.dtype) for array in (every.kinds, every.themes, every.places)} == {"uint64"}
    assert {str(array.dtype) for array in (every.unit, every.body)} == {"int32"}


def test_what_is_left_out_is_unknown() -> None:
    one = Resources.of([1])
    assert (np.isnan(one.first_day).all(), np.isnan(one.last_day).all(), one.places.tolist()) == (True, True, [[0]])
    assert (one.themes.tolist(), one.unit.tolist(), one.body.tolist(), one.is_open.tolist()) == ([[0]], [-1], [-1], [True])
    assert np.isnan(one.amount).all()


def test_amounts_without_units_are_of_one_dimension() -> None:
    assert Resources.of([1, 1], amount=[1, 2]).unit.tolist() == [0, 0]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"amount": [1, 2], "themes": [1, 2]}, "every array must have one row per need or offer: themes, amount"),
        ({"amount": [np.inf], "unit": [0]}, "an amount must be finite, or NaN where it is unknown"),
        ({"last_day": [np.inf]}, "a day must be a count of days, or NaN where it is open"),
        ({"first_day": [-2e12]}, "a day must be a count of days, or NaN where it is open"),
    ],
)
def test_arrays_that_do_not_fit_together_are_refused(more: dict[str, list[float]], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        Resources.of([1], **more)


def test_rows_are_taken_in_the_order_asked() -> None:
    assert Resources.of([1, 2, 4], amount=[7, 8, 9]).take(np.array([2, 0])).amount.tolist() == [9, 7]


@pytest.mark.parametrize(
    "wrong",
    [
        {"weights": {"theme": 0.5}},
        {"weights": {"theme": 1.5, "amount": -0.5}},
        {"weights": {"colour": 1.0}},
        {"weights": {"theme": float("nan"), "amount": 1.0}},
        {"known_no": {"theme": "soft"}},
        {"known_no": {"tie": "hard"}},
        {"enough_share_0_1": 1.5},
        {"unknown_0_1": float("nan")},
    ],
)
def test_wrong_rules_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Rules(**wrong)  # type: ignore[arg-type]
