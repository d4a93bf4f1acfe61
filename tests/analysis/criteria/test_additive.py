"""The weighted sum and its scales."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from shutaf.analysis.criteria import additive_values, weighted_sum
from shutaf.analysis.situation import Floats

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "topsis_saw_fighter.json").read_text("utf-8"))
FIGHTER = tuple(np.array(ORACLE[key], dtype=np.float64) for key in ("values", "better", "weights"))
SCALES = ("max", "min-max", "sum")
tables = st.integers(1, 6).flatmap(lambda n: arrays(np.float64, (n, 3), elements=st.floats(0.1, 100)))
BETTER, WEIGHTS = [1, -1, 1], [3.0, 2.0, 1.0]


def by_loops(values: Floats, better: list[int], weights: list[float], scale: str) -> list[float]:
    """The three scales, a second time, cell by cell."""

    def scaled(x: float, column: list[float], sign: int) -> float:
        if scale == "max":
            return x / max(column) if sign > 0 else min(column) / x
        if scale == "sum":
            return x / sum(column) if sign > 0 else (1 / x) / sum(1 / y for y in column)
        span = max(column) - min(column)
        return 0.0 if span == 0 else (x - min(column)) / span if sign > 0 else (max(column) - x) / span

    columns = [list(column) for column in values.T]
    return [
        sum(w * scaled(x, column, sign) for x, column, sign, w in zip(row, columns, better, weights, strict=True)) / sum(weights)
        for row in values
    ]


def test_weighted_sum_reproduces_the_published_values() -> None:
    found = weighted_sum(*FIGHTER)
    assert found.tolist() == pytest.approx(ORACLE["weighted_sum"], abs=ORACLE["weighted_sum_tolerance"])
    assert found.tolist() == pytest.approx(ORACLE["recomputed"]["SAW"], abs=1e-9)


def test_each_scale_counted_by_hand() -> None:
    values, better = [[2, 10], [4, 5], [4, 20]], [1, -1]
    assert additive_values(values, better, "max").tolist() == [[0.5, 0.5], [1.0, 1.0], [1.0, 0.25]]
    assert additive_values(values, better, "min-max").round(9).tolist() == [[0.0, 0.666666667], [1.0, 1.0], [1.0, 0.0]]
    assert additive_values(values, better, "sum").round(9).tolist() == [[0.2, 0.285714286], [0.4, 0.571428571], [0.4, 0.142857143]]


@pytest.mark.parametrize("scale", SCALES)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(tables)
def test_weighted_sum_is_that_of_plain_loops(scale: str, values: Floats) -> None:
    assert weighted_sum(values, BETTER, WEIGHTS, scale).tolist() == pytest.approx(by_loops(values, BETTER, WEIGHTS, scale), abs=1e-9)  # type: ignore[arg-type]


@pytest.mark.parametrize("scale", SCALES)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(tables, st.floats(0.01, 1000))
def test_unit_of_a_criterion_and_size_of_weights_change_nothing(scale: str, values: Floats, unit: float) -> None:
    again = weighted_sum(values * [unit, 1.0, 1.0], BETTER, [7 * w for w in WEIGHTS], scale)  # type: ignore[arg-type]
    assert again.tolist() == pytest.approx(weighted_sum(values, BETTER, WEIGHTS, scale).tolist(), abs=1e-9)  # type: ignore[arg-type]


def test_scale_can_turn_the_order() -> None:
    values, better, weights = [[10, 90], [7, 100], [0, 95]], [1, 1], [1, 1]
    assert [int(np.argmax(weighted_sum(values, better, weights, scale))) for scale in ("max", "min-max")] == [0, 1]


def test_costs_of_nothing_are_the_best_there_can_be() -> None:
    assert additive_values([[0.0], [2.0], [0.0]], [-1], "max").ravel().tolist() == [1.0, 0.0, 1.0]
    assert additive_values([[0.0], [2.0], [0.0]], [-1], "sum").ravel().tolist() == [0.5, 0.0, 0.5]
    assert additive_values([[1e-12], [2.0], [1e-12]], [-1], "sum").ravel().tolist() == pytest.approx([0.5, 0.0, 0.5])


@pytest.mark.parametrize("scale", SCALES)
def test_zeros_do_not_divide_and_no_candidate_is_no_score(scale: str) -> None:
    assert np.isfinite(additive_values(np.zeros((2, 2)), [1, -1], scale)).all()  # type: ignore[arg-type]
    assert weighted_sum(np.zeros((0, 2)), [1, -1], [1, 1], scale).shape == (0,)  # type: ignore[arg-type]
    assert weighted_sum([[5.0, 3.0]], [1, -1], [1, 1], scale).shape == (1,)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "better", "weights", "scale", "says"),
    [
        ([[np.nan]], [1], [1], "max", "every value"),
        ([[np.inf]], [1], [1], "max", "finite"),
        ([[-1.0]], [1], [1], "max", "0 and up"),
        ([[-1.0]], [1], [1], "sum", "0 and up"),
        ([[1.0]], [0], [1], "max", "better"),
        ([[1.0]], [1, 1], [1], "max", "better"),
        ([[1.0]], [1], [1, 1], "max", "one number for each criterion"),
        ([[1.0]], [1], [0], "max", "positive sum"),
        ([[1.0]], [1], [np.nan], "max", "0 or more"),
        ([[1.0]], [1], [1], "vector", "normalisation"),
        ([1.0], [1], [1], "max", "table"),
    ],
)
def test_what_cannot_be_added_is_refused(values: object, better: object, weights: object, scale: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        weighted_sum(values, better, weights, scale)  # type: ignore[arg-type]


def test_min_max_takes_values_under_zero() -> None:
    assert additive_values([[-4.0], [-2.0], [0.0]], [1], "min-max").ravel().tolist() == [0.0, 0.5, 1.0]
