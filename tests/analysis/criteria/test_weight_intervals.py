"""The interval of each weight in which the first stays first."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from shutaf.analysis.criteria import (
    PreferenceFunction,
    additive_values,
    criterion_flows,
    net_flows,
    preferences,
    weight_intervals,
    weight_intervals_of_flows,
)
from shutaf.analysis.situation import Floats

CELLS = [0.0, 0.3, 1.0, 2.0, 5.0]
complete = st.integers(1, 6).flatmap(lambda n: arrays(np.float64, (n, 3), elements=st.sampled_from(CELLS)))
with_holes = st.integers(2, 6).flatmap(lambda n: arrays(np.float64, (n, 4), elements=st.sampled_from([*CELLS, float("nan")])))
weightings = st.lists(st.sampled_from([0.0, 0.5, 1.0, 3.0]), min_size=4, max_size=4).filter(lambda w: sum(x > 0 for x in w) > 1)
FUNCTIONS = [
    PreferenceFunction("v-shape", p=2.0),
    PreferenceFunction("usual"),
    PreferenceFunction("linear", 0.5, 4.0),
    PreferenceFunction("level", 0, 1),
]


def moved(weights: Floats, j: int, t: float) -> Floats:
    """Weight j at t, the others keeping their proportions."""
    found = weights * (1 - t) / (1 - weights[j])
    found[j] = t
    return found


def leads(flows: Floats, first: int) -> bool:
    return bool(np.nan_to_num(flows, nan=-2.0)[first] >= np.nan_to_num(flows, nan=-2.0).max() - 1e-7)


def test_two_candidates_by_hand() -> None:
    """1, 0 against 0, 1/2 at equal weights: t = (1 - t) / 2 at a third."""
    found = weight_intervals([[1.0, 0.0], [0.0, 0.5]], [1, 1])
    assert (found.first, found.low.tolist(), found.high.tolist()) == (0, pytest.approx([1 / 3, 0.0]), pytest.approx([1.0, 2 / 3]))


def test_better_in_everything_never_loses() -> None:
    found = weight_intervals([[2.0, 3.0], [1.0, 1.0]], [0.2, 0.8])
    assert (found.low.tolist(), found.high.tolist()) == ([0, 0], [1, 1])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(complete, st.lists(st.sampled_from([0.5, 1.0, 3.0]), min_size=3, max_size=3))
def test_first_leads_inside_and_not_just_outside(values: Floats, raw: list[float]) -> None:
    scores, weights = additive_values(values, [1, -1, 1], "min-max"), np.array(raw) / sum(raw)
    found = weight_intervals(scores, weights)
    for j in range(3):
        assert found.low[j] <= weights[j] <= found.high[j]
        for t in np.linspace(found.low[j], found.high[j], 7):
            assert leads(scores @ moved(weights, j, t), found.first)
        for t in (found.low[j] - 1e-3, found.high[j] + 1e-3):
            if 0 <= t <= 1:
                assert not leads(scores @ moved(weights, j, t), found.first)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(with_holes, weightings)
def test_with_unknown_values_no_dip_is_missed(values: Floats, raw: list[float]) -> None:
    """On a fine grid: wherever the interval says first, the first leads; just outside of it, it is overtaken."""
    preference, weights = preferences(values, [1, -1, 1, 1], FUNCTIONS), np.array(raw) / sum(raw)
    found = weight_intervals_of_flows(preference, weights)
    for j in np.flatnonzero(weights < 1):
        assert found.low[j] <= weights[j] <= found.high[j]
        inside = [t for t in np.linspace(found.low[j], found.high[j], 41) if 1e-6 < t < 1 - 1e-6]
        flows = net_flows(preference, np.array([moved(weights, j, t) for t in inside])) if inside else []
        assert all(leads(row, found.first) for row in flows)
        outside = [t for t in (found.low[j] - 1e-6, found.high[j] + 1e-6) if 0 < t < 1]
        for row in net_flows(preference, np.array([moved(weights, j, t) for t in outside])) if outside else []:
            assert row[found.first] < np.nanmax(row) - 1e-9


@settings(max_examples=40, deadline=None, derandomize=True)
@given(complete, st.lists(st.sampled_from([0.5, 1.0, 3.0]), min_size=3, max_size=3))
def test_both_ways_agree_where_all_is_known(values: Floats, raw: list[float]) -> None:
    """The search with holes, forced by a fourth candidate of whom nothing is known, against the roots of straight lines."""
    functions = FUNCTIONS[:3]
    straight = weight_intervals(criterion_flows(preferences(values, [1, -1, 1], functions)), raw)
    nobody = np.vstack([values, np.full(3, np.nan)])
    searched = weight_intervals_of_flows(preferences(nobody, [1, -1, 1], functions), raw)
    if len(values) > 1:
        assert searched.first == straight.first
        np.testing.assert_allclose(searched.low, straight.low, atol=1e-6)
        np.testing.assert_allclose(searched.high, straight.high, atol=1e-6)


def test_twins_with_holes_are_found_equal_at_once() -> None:
    values = np.array([[1.0, np.nan, 3.0], [1.0, np.nan, 3.0], [0.0, 2.0, np.nan]])
    found = weight_intervals_of_flows(preferences(values, [1, 1, 1], FUNCTIONS[:3]), [1, 1, 1])
    assert (found.first, found.low.tolist(), found.high.tolist()) == (0, [0, 0, 0], [1, 1, 1])


def test_only_those_that_may_be_first_are_rivals() -> None:
    scores = [[1.0, 0.0], [0.0, 0.5], [9.0, 9.0]]
    found = weight_intervals(scores, [1, 1], [True, True, False])
    assert (found.first, found.low[0]) == (0, pytest.approx(1 / 3))


@pytest.mark.parametrize(("unit", "zero"), [(1e-12, 0.0), (1e9, 0.0), (1.0, 1000.0)])
def test_unit_and_zero_of_scores_change_no_interval(unit: float, zero: float) -> None:
    scores = np.array([[0.9, 0.1, 0.4], [0.2, 0.8, 0.5], [0.5, 0.5, 0.6]])
    one, other = weight_intervals(scores, [1, 2, 1]), weight_intervals(scores * unit + zero, [1, 2, 1])
    np.testing.assert_allclose(one.low, other.low, atol=1e-9)
    np.testing.assert_allclose(one.high, other.high, atol=1e-9)


def test_order_of_candidates_changes_nothing() -> None:
    scores = np.array([[0.9, 0.1, 0.4], [0.2, 0.8, 0.5], [0.5, 0.5, 0.6]])
    one, other = weight_intervals(scores, [1, 2, 1]), weight_intervals(scores[::-1], [2, 4, 2])
    assert one.first == 2 - other.first
    np.testing.assert_allclose(one.low, other.low)


def test_the_only_weight_has_no_interval() -> None:
    found = weight_intervals([[1.0, 0.0], [0.0, 1.0]], [1, 0])
    assert np.isnan(found.low[0])
    assert np.isnan(found.high[0])
    assert (found.low[1], found.high[1]) == (0.0, pytest.approx(0.5))


def test_tie_today_ends_the_interval_today() -> None:
    found = weight_intervals([[1.0, 0.0], [0.0, 1.0]], [1, 1])
    assert (found.first, found.low.tolist(), found.high.tolist()) == (0, pytest.approx([0.5, 0.0]), pytest.approx([1.0, 0.5]))


@pytest.mark.parametrize(
    ("scores", "weights", "may", "says"),
    [
        ([[np.nan]], [1], None, "every score"),
        ([[1.0]], [0], None, "positive sum"),
        ([[1.0]], [1], [False], "at least one"),
        (np.zeros((0, 1)), [1], None, "at least one"),
        ([[1.0]], [1], [True, True], "at least one"),
    ],
)
def test_what_has_no_first_is_refused(scores: object, weights: object, may: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        weight_intervals(scores, weights, may)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(5))
def test_ends_with_unknown_values_are_those_of_a_fine_scan(seed: int) -> None:
    """A thousand steps to either side of today's weight, and halves from the first step at which another one leads."""
    rng = np.random.default_rng(seed)
    values = np.where(rng.random((5, 4)) < 0.35, np.nan, rng.random((5, 4)) * 4)
    preference, weights = preferences(values, [1, -1, 1, 1], FUNCTIONS), np.array([0.4, 0.3, 0.2, 0.1])
    found = weight_intervals_of_flows(preference, weights)

    def overtaken(j: int, t: float) -> bool:
        flows = np.nan_to_num(net_flows(preference, moved(weights, j, t)[None])[0], nan=-2.0)
        return bool(flows[found.first] < flows.max() - 1e-9)

    for j in range(4):
        for end, toward in ((found.low[j], 1e-9), (found.high[j], 1 - 1e-9)):
            steps = np.linspace(weights[j], toward, 301)
            lost = next((i for i, t in enumerate(steps) if overtaken(j, t)), None)
            near, far = (toward, toward) if lost is None else (steps[lost - 1], steps[lost])
            while abs(far - near) > 1e-10:
                middle = (near + far) / 2
                near, far = (near, middle) if overtaken(j, middle) else (middle, far)
            assert end == pytest.approx(near, abs=1e-6)
