"""What several people's judgements come to, and the floor."""

from __future__ import annotations

from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.criteria import median_and_spread, reaches_floor

nan = float("nan")
tables = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.lists(st.sampled_from([nan, 0.1, 0.5, 0.7, 0.9]), min_size=n, max_size=n), min_size=1, max_size=5)
)


def test_median_and_spread_by_hand() -> None:
    found = median_and_spread([[0.9, nan], [0.1, nan], [0.6, nan], [0.7, nan], [0.8, nan]])
    assert (found.median[0], found.low[0], found.high[0]) == (0.7, 0.1, 0.9)
    assert (found.quartile_1[0], found.quartile_3[0]) == (0.6, 0.8)
    assert found.interquartile_range[0] == pytest.approx(0.2)
    assert found.raters.tolist() == [5, 0]
    assert np.isnan([found.median[1], found.low[1], found.high[1], found.quartile_1[1]]).all()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(tables)
def test_median_is_that_of_the_standard_library(rows: list[list[float]]) -> None:
    found = median_and_spread(rows)
    for j in range(len(rows[0])):
        known = [row[j] for row in rows if row[j] == row[j]]
        assert found.raters[j] == len(known)
        if known:
            assert (found.median[j], found.low[j], found.high[j]) == pytest.approx((median(known), min(known), max(known)))


def test_order_of_raters_changes_nothing_and_tables_keep_their_shape() -> None:
    rows = np.random.default_rng(4).random((3, 2, 5))
    assert median_and_spread(rows[::-1]).median.tolist() == median_and_spread(rows).median.tolist()
    assert median_and_spread(rows).median.shape == (2, 5)


def test_one_extreme_rater_does_not_move_the_median() -> None:
    assert median_and_spread([[0.8], [0.8], [0.8]]).median == median_and_spread([[0.8], [0.8], [0.0]]).median


def test_floor_by_hand() -> None:
    """All reach, the middle reaches but one does not, the middle falls short, nobody judged; a judgement at the floor reaches it."""
    found = reaches_floor([[0.9, 0.8, 0.8, nan], [0.7, 0.7, 0.4, nan], [0.8, 0.5, 0.5, nan]], 0.7)
    assert found.passes.tolist() == [True, True, False, False]
    assert found.unknown.tolist() == [False, False, False, True]
    assert found.disputed.tolist() == [False, True, True, False]
    assert found.share_reaching.tolist() == pytest.approx([1, 2 / 3, 1 / 3, nan], nan_ok=True)
    assert found.spread.median.tolist() == pytest.approx([0.8, 0.7, 0.5, nan], nan_ok=True)


def test_where_nobody_reaches_the_floor_there_is_no_dispute() -> None:
    found = reaches_floor([[0.5], [0.6]], 0.7)
    assert (found.passes.tolist(), found.disputed.tolist(), found.share_reaching.tolist()) == ([False], [False], [0.0])


def test_one_rater_may_be_a_plain_row() -> None:
    assert reaches_floor([0.9, 0.2], 0.7).passes.tolist() == [True, False]


@pytest.mark.parametrize("judgements", [[], [[np.inf]], 3.0])
def test_judgements_of_nobody_are_refused(judgements: object) -> None:
    with pytest.raises(ValueError, match="judgements"):
        median_and_spread(judgements)  # type: ignore[arg-type]


def test_floor_must_be_a_number() -> None:
    with pytest.raises(ValueError, match="floor"):
        reaches_floor([[0.5]], nan)
