"""The six preference functions, and strengths of preference between candidates."""

from __future__ import annotations

from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.criteria import PreferenceFunction, default_functions, preference, preferences
from shutaf.analysis.criteria.preference import SHAPES, Shape

DIFFERENCES = [-3.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 10.0]
BY_HAND: dict[Shape, list[float]] = {
    "usual": [0, 0, 1, 1, 1, 1, 1, 1, 1],
    "u-shape": [0, 0, 0, 0, 1, 1, 1, 1, 1],
    "v-shape": [0, 0, 1 / 6, 1 / 3, 1 / 2, 2 / 3, 1, 1, 1],
    "level": [0, 0, 0, 0, 0.5, 0.5, 0.5, 1, 1],
    "linear": [0, 0, 0, 0, 0.25, 0.5, 1, 1, 1],
    "gaussian": [0, 0, *(1 - exp(-(d**2) / 8) for d in DIFFERENCES[2:])],
}
"""With q = 1, p = 3, s = 2."""


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_by_hand_with_its_edges(shape: Shape) -> None:
    assert preference(DIFFERENCES, shape, q=1, p=3, s=2).tolist() == pytest.approx(BY_HAND[shape])
    assert PreferenceFunction(shape, 1, 3, 2)(DIFFERENCES).tolist() == pytest.approx(BY_HAND[shape])


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=9), st.floats(0, 5), st.floats(0, 5), st.floats(0, 5))
def test_preference_lies_between_none_and_whole_and_never_falls(
    shape: Shape, differences: list[float], q: float, more: float, s: float
) -> None:
    found = preference(sorted(differences), shape, q=q, p=q + more, s=s)
    assert ((found >= 0) & (found <= 1)).all()
    assert (np.diff(found) >= 0).all()
    assert (found[np.array(sorted(differences)) <= 0] == 0).all()


@pytest.mark.parametrize("shape", SHAPES)
def test_thresholds_of_nothing_are_a_step(shape: Shape) -> None:
    assert preference([-1.0, 0.0, 1e-9, 5.0], shape).tolist() == [0, 0, 1, 1]


@pytest.mark.parametrize("shape", SHAPES)
def test_unknown_difference_stays_unknown(shape: Shape) -> None:
    assert np.isnan(preference(np.array([[np.nan]]), shape, q=1, p=2, s=1)).all()


def test_linear_with_equal_thresholds_is_a_u_shape() -> None:
    assert preference(DIFFERENCES, "linear", q=1, p=1).tolist() == preference(DIFFERENCES, "u-shape", q=1).tolist()


@pytest.mark.parametrize(
    ("shape", "more", "says"),
    [
        ("round", {}, "is one of"),
        ("linear", {"q": -1}, "0 or more"),
        ("usual", {"s": np.nan}, "0 or more"),
        ("v-shape", {"p": np.inf}, "0 or more"),
        ("linear", {"q": 2, "p": 1}, "p must not be under q"),
        ("level", {"q": 2, "p": 1}, "p must not be under q"),
    ],
)
def test_what_is_no_preference_function_is_refused(shape: str, more: dict[str, float], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        PreferenceFunction(shape, **more)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=says):
        preference(1.0, shape, **more)  # type: ignore[arg-type]


def test_gaussian_turns_at_a_small_s_too() -> None:
    assert preference(0.5, "gaussian", s=0.5).item() == pytest.approx(1 - exp(-0.5))


def test_threshold_that_a_shape_does_not_use_is_ignored() -> None:
    assert preference(1.0, "v-shape", q=9, p=2).item() == 0.5


def test_defaults_decide_at_the_spread_of_what_is_known() -> None:
    found = default_functions([[1.0, 5.0, np.nan], [4.0, 5.0, np.nan], [np.nan, 5.0, np.nan]])
    assert [(function.shape, function.p) for function in found] == [("v-shape", 3.0), ("v-shape", 0.0), ("v-shape", 0.0)]


def test_strength_between_candidates_follows_the_direction() -> None:
    found = preferences([[1.0, 1.0], [3.0, 3.0], [np.nan, 2.0]], [1, -1], [PreferenceFunction("v-shape", p=4.0)] * 2)
    assert found.shape == (2, 3, 3)
    assert (found[0, 1, 0], found[0, 0, 1], found[1, 1, 0], found[1, 0, 1]) == (0.5, 0.0, 0.0, 0.5)
    assert np.isnan(found[0, 2]).all()
    assert np.isnan(found[0, :, 2]).all()
    assert not np.isnan(found[1]).any()


def test_there_is_one_function_for_each_criterion() -> None:
    with pytest.raises(ValueError, match="one preference function"):
        preferences([[1.0, 2.0]], [1, 1], [PreferenceFunction("usual")])
