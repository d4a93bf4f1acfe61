"""TOPSIS, against the printed fighter aircraft example."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from shutaf.analysis.criteria import topsis, topsis_steps, weighted_sum
from shutaf.analysis.situation import Floats

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "topsis_saw_fighter.json").read_text("utf-8"))
FIGHTER = tuple(np.array(ORACLE[key], dtype=np.float64) for key in ("values", "better", "weights"))
tables = st.integers(1, 6).flatmap(lambda n: arrays(np.float64, (n, 3), elements=st.floats(-50, 100).map(lambda x: round(x, 3))))
BETTER, WEIGHTS = [1, -1, 1], [3.0, 2.0, 1.0]


def by_loops(values: Floats, better: list[int], weights: list[float]) -> list[float]:
    columns = [[row[j] for row in values] for j in range(len(better))]
    lengths = [sum(x * x for x in column) ** 0.5 or 1.0 for column in columns]
    rows = [[w / sum(weights) * x / length for x, w, length in zip(row, weights, lengths, strict=True)] for row in values]
    ends = [(max(column), min(column)) for column in zip(*rows, strict=True)]
    best = [high if sign > 0 else low for (high, low), sign in zip(ends, better, strict=True)]
    worst = [low if sign > 0 else high for (high, low), sign in zip(ends, better, strict=True)]
    found = []
    for row in rows:
        near, far = (sum((x - y) ** 2 for x, y in zip(row, end, strict=True)) ** 0.5 for end in (best, worst))
        found.append(far / (near + far) if near + far else 0.5)
    return found


def test_closeness_is_the_printed_one() -> None:
    assert topsis(*FIGHTER).tolist() == pytest.approx(ORACLE["closeness"], abs=ORACLE["closeness_tolerance"])
    assert topsis(*FIGHTER).tolist() == pytest.approx(ORACLE["recomputed"]["closeness"], abs=1e-9)


def test_every_step_is_the_printed_one() -> None:
    steps = topsis_steps(*FIGHTER)
    for ours, printed in (
        (steps.normalised, "normalized"),
        (steps.ideal_best, "ideal_best"),
        (steps.ideal_worst, "ideal_worst"),
        (steps.distance_best, "distance_best"),
        (steps.distance_worst, "distance_worst"),
    ):
        np.testing.assert_allclose(ours, ORACLE[printed], atol=ORACLE["closeness_tolerance"])
    np.testing.assert_allclose(steps.weighted, ORACLE["recomputed"]["weighted"], atol=1e-9)
    assert steps.rank.tolist() == ORACLE["rank"]


def test_two_methods_name_two_firsts_on_the_same_data() -> None:
    assert (int(np.argmax(topsis(*FIGHTER))), int(np.argmax(weighted_sum(*FIGHTER)))) == (0, 2)


def test_three_candidates_by_hand() -> None:
    """One column 3, 4, 0 of length 5: 0.6, 0.8, 0; the nearest to 0.8 and farthest from 0."""
    assert topsis([[3.0], [4.0], [0.0]], [1], [2]).tolist() == pytest.approx([0.75, 1.0, 0.0])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(tables)
def test_closeness_is_that_of_plain_loops(values: Floats) -> None:
    assert topsis(values, BETTER, WEIGHTS).tolist() == pytest.approx(by_loops(values, BETTER, WEIGHTS), abs=1e-9)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(tables, st.randoms(use_true_random=False), st.floats(0.01, 1000))
def test_order_unit_and_size_of_weights_change_nothing(values: Floats, random: object, unit: float) -> None:
    order = sorted(range(len(values)), key=lambda _: random.random())  # type: ignore[attr-defined]
    again = topsis(values[order] * [1.0, unit, 1.0], BETTER, [9 * w for w in WEIGHTS])
    np.testing.assert_allclose(again, topsis(values, BETTER, WEIGHTS)[order], atol=1e-7)


def test_alike_candidates_are_alike_and_zeros_do_not_divide() -> None:
    assert topsis(np.zeros((2, 2)), [1, -1], [1, 1]).tolist() == [0.5, 0.5]
    assert topsis([[7.0, 1.0]], [1, -1], [1, 1]).tolist() == [0.5]
    assert topsis(np.zeros((0, 2)), [1, -1], [1, 1]).shape == (0,)


def test_criterion_without_weight_says_nothing() -> None:
    np.testing.assert_allclose(topsis([[1, 9], [2, 1], [3, 4]], [1, 1], [1, 0]), topsis([[1], [2], [3]], [1], [1]))


def test_unknown_values_are_refused() -> None:
    with pytest.raises(ValueError, match="every value"):
        topsis([[np.nan]], [1], [1])


def test_any_unit_will_do_even_one_whose_square_is_no_number() -> None:
    values = np.array([[1.0, 5.0], [3.0, 4.0], [2.0, 2.0]])
    np.testing.assert_allclose(topsis(values * [1e-200, 1e140], [1, -1], [1, 1]), topsis(values, [1, -1], [1, 1]))
    with pytest.raises(ValueError, match="larger unit"):
        topsis([[1e200], [1.0]], [1], [1])
