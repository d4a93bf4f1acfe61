"""Draws of weightings: are all admissible ones equally likely, and no other?"""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import ks_2samp, kstest

from shutaf.analysis.criteria import random_weights, weights_in_order, weights_near
from shutaf.analysis.situation import Floats


def refused(ours: Floats, draws: int, low: float = 0.5, high: float = 2.0) -> Floats:
    """The same region a second way: draw from the whole simplex and throw away what lies outside."""
    drawn = np.random.default_rng(5).dirichlet(np.ones(len(ours)), draws)
    return drawn[((drawn >= low * ours) & (drawn <= high * ours)).all(axis=1)]


def test_random_weights_are_weights() -> None:
    drawn = random_weights(4, 500)
    assert drawn.shape == (500, 4)
    assert (drawn >= 0).all()
    np.testing.assert_allclose(drawn.sum(axis=1), 1.0)


def test_each_random_weight_has_the_spread_of_the_simplex() -> None:
    """One weight of c is over x in (1 - x)^(c - 1) of the cases."""
    for criterion in random_weights(4, 5_000).T:
        assert kstest(criterion, lambda x: 1 - (1 - x) ** 3).pvalue > 0.001


def test_draws_are_seeded() -> None:
    for draw in (random_weights(3, 5), weights_near([1, 2, 3], 5), weights_in_order([1, 2, 3], 5)):
        assert draw.shape == (5, 3)
    assert random_weights(3, 5).tolist() == random_weights(3, 5).tolist() != random_weights(3, 5, seed=1).tolist()
    assert weights_near([1, 2], 5).tolist() == weights_near([1, 2], 5).tolist() != weights_near([1, 2], 5, seed=1).tolist()


@pytest.mark.parametrize("ours", [[0.25, 0.25, 0.25, 0.25], [0.5, 0.3, 0.2], [0.1, 0.2, 0.3, 0.4]])
def test_near_weights_fill_their_region_evenly(ours: list[float]) -> None:
    found, other = weights_near(ours, 20_000), refused(np.array(ours), 200_000)
    for j in range(len(ours)):
        assert ks_2samp(found[:, j], other[:, j]).statistic < 0.016
    assert ks_2samp(found[:, 0] - found[:, -1], other[:, 0] - other[:, -1]).statistic < 0.016


def test_near_weights_keep_their_bounds_where_refusing_would_never_end() -> None:
    ours = np.array([0.91, *[0.01] * 9])
    found = weights_near(ours, 1_000)
    np.testing.assert_allclose(found.sum(axis=1), 1.0)
    assert ((found >= 0.5 * ours - 1e-12) & (found <= 2 * ours + 1e-12)).all()
    assert found[:, 1].std() > 0.003


def test_two_weights_by_hand() -> None:
    """0.8 and 0.2: the second between 0.1 and 0.4, evenly."""
    found = weights_near([4, 1], 4_000)[:, 1]
    assert kstest(found, lambda x: (x - 0.1) / 0.3).pvalue > 0.001


def test_weight_of_nothing_stays_nothing_and_a_single_one_stays_all() -> None:
    assert weights_near([1, 0, 1], 50)[:, 1].tolist() == [0.0] * 50
    assert weights_near([0, 3], 2).tolist() == [[0, 1], [0, 1]]
    assert weights_near([1, 1], 2, at_least=1, at_most=1).tolist() == [[0.5, 0.5]] * 2


def test_order_is_kept_and_filled_evenly() -> None:
    found = weights_in_order([2, 1, 3], 4_000)
    assert ((found[:, 1] >= found[:, 0]) & (found[:, 0] >= found[:, 2])).all()
    drawn = np.random.default_rng(7).dirichlet(np.ones(3), 40_000)
    other = drawn[(drawn[:, 1] >= drawn[:, 0]) & (drawn[:, 0] >= drawn[:, 2])]
    for j in range(3):
        assert ks_2samp(found[:, j], other[:, j]).pvalue > 0.001


def test_criteria_of_one_place_are_in_no_order() -> None:
    found = weights_in_order([1, 2, 2], 4_000)
    assert (found[:, 0] >= found[:, 1:].max(axis=1)).all()
    assert (found[:, 1] > found[:, 2]).mean() == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize("more", [{"at_least": 1.5}, {"at_most": 0.5}, {"at_least": -1}, {"draws": 0}])
def test_factors_that_leave_ours_out_are_refused(more: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="factors"):
        weights_near([1, 1], **more)  # type: ignore[arg-type]


def test_nothing_to_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="a criterion and a draw"):
        random_weights(0)
    with pytest.raises(ValueError, match="places"):
        weights_in_order([np.nan, 1])
