"""Power x interest on arrays: the published grid, the cut that is stated, and nobody placed by a guess."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.actors import QUARTERS, power_interest
from shutaf.analysis.actors.influence_interest import quarter

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "power_interest_grid.json").read_text(encoding="utf-8"))

ratings = st.lists(st.tuples(*[st.one_of(st.just(np.nan), st.integers(1, 10).map(float))] * 2), max_size=12)


def test_published_grid_from_yes_and_no() -> None:
    cases = ORACLE["strategies"]
    found = power_interest([case["power_high"] for case in cases], [case["interest_high"] for case in cases], cut=0.5)
    assert found.quarter.tolist() == [case["quarter"] for case in cases]


def test_rating_on_the_cut_counts_as_high() -> None:
    found = power_interest([5.5, np.nextafter(5.5, 0)], [5.5, np.nextafter(5.5, 0)], cut=5.5)
    assert found.quarter.tolist() == ["manage_closely", "watch"]


def test_two_scales_have_two_cuts_and_both_are_told() -> None:
    found = power_interest([3, 3], [3, 60], cut=3, cut_interest=50)
    assert found.quarter.tolist() == ["keep_satisfied", "manage_closely"]
    assert (found.cut_power, found.cut_interest) == (3.0, 50.0)


def test_actor_with_one_rating_stands_in_no_quarter_and_in_no_count() -> None:
    found = power_interest([9, np.nan, 9], [9, 9, None], cut=5.5)  # type: ignore[list-item]
    assert found.quarter.tolist() == ["manage_closely", "", ""]
    assert found.counts == {"manage_closely": 1, "keep_satisfied": 0, "keep_informed": 0, "watch": 0}


def test_nobody_is_placed_where_nobody_is_rated() -> None:
    assert power_interest([], [], cut=5.5).quarter.tolist() == []
    assert sum(power_interest([np.nan], [np.nan], cut=5.5).counts.values()) == 0


@pytest.mark.parametrize(
    ("power", "interest", "cut", "said"),
    [([1], [1, 2], 5, "1 ratings and interest 2"), ([np.inf], [1], 5, r"power\[0\]"), ([1], [1], np.nan, "^a cut must be a number$"), ([[1]], [1], 5, "power must be one list"),
     ([1, 2], [1, -np.inf], 5, r"interest\[1\]")],
)  # fmt: skip
def test_what_it_is_not_defined_for_is_refused(power: object, interest: object, cut: float, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        power_interest(power, interest, cut=cut)  # type: ignore[arg-type]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(ratings, st.integers(1, 10), st.randoms(use_true_random=False))
def test_equal_to_placing_one_by_one_in_any_order(pairs: list[tuple[float, float]], cut: int, chance: object) -> None:
    chance.shuffle(pairs)  # type: ignore[attr-defined]
    found = power_interest([one for one, _ in pairs], [two for _, two in pairs], cut=cut)
    expected = ["" if np.isnan(one + two) else quarter(one, two, cut) for one, two in pairs]
    assert found.quarter.tolist() == expected
    assert sum(found.counts.values()) == sum(name in QUARTERS for name in expected)


@settings(derandomize=True, deadline=None, max_examples=30)
@given(ratings, st.integers(1, 10))
def test_another_unit_with_its_cut_places_alike(pairs: list[tuple[float, float]], cut: int) -> None:
    power, interest = np.array([pair[0] for pair in pairs]), np.array([pair[1] for pair in pairs])
    one, two = power_interest(power, interest, cut=cut), power_interest(4 * power + 8, 4 * interest + 8, cut=4 * cut + 8)
    assert one.quarter.tolist() == two.quarter.tolist()
