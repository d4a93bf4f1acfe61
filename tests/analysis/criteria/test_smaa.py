"""SMAA-2: how the places share the space of weights."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from shutaf.analysis.criteria import (
    PreferenceFunction,
    additive_values,
    criterion_flows,
    holistic_acceptability,
    preferences,
    random_weights,
    smaa,
    smaa_promethee,
    uncertain_scores,
)
from shutaf.analysis.situation import Floats

CELLS = [0.0, 0.25, 0.5, 1.0]
tables = st.integers(1, 5).flatmap(lambda n: arrays(np.float64, (n, 3), elements=st.sampled_from(CELLS)))
WEIGHTS = random_weights(3, 200)


def by_loops(scores: Floats, weights: Floats) -> tuple[list[list[float]], list[list[float]]]:
    """Place = 1 + how many are better, weighting by weighting."""
    n = len(scores)
    shares, sums = [[0.0] * n for _ in range(n)], [[0.0] * len(weights[0]) for _ in range(n)]
    for weighting in weights:
        totals = [round(sum(w * x for w, x in zip(weighting, row, strict=True)), 9) for row in scores]
        for i in range(n):
            place = sum(other > totals[i] for other in totals)
            shares[i][place] += 1 / len(weights)
            if place == 0:
                sums[i] = [a + b for a, b in zip(sums[i], weighting, strict=True)]
    firsts = [row[0] * len(weights) for row in shares]
    return shares, [[x / k for x in row] if k > 0.5 else [np.nan] * len(row) for row, k in zip(sums, firsts, strict=True)]


def test_two_criteria_by_hand() -> None:
    """(1, 0) beats (0, 1/2) where w > (1 - w) / 2: in two thirds of all weightings; its central weight is the middle of 1/3 .. 1."""
    found = smaa([[1.0, 0.0], [0.0, 0.5]], random_weights(2, 20_000))
    assert found.first_share[0] == pytest.approx(2 / 3, abs=4 * found.standard_error_at_most)
    assert found.central_weights[0].tolist() == pytest.approx([2 / 3, 1 / 3], abs=0.01)
    assert found.central_weights[1].tolist() == pytest.approx([1 / 6, 5 / 6], abs=0.01)
    assert found.confidence.tolist() == [1.0, 1.0]


def test_three_criteria_have_the_areas_of_the_triangle() -> None:
    """Each best in one criterion alone: thirds. One good everywhere at 0.5 takes the triangle inside: a quarter; the corners share the rest."""
    found = smaa(np.vstack([np.eye(3), np.full((1, 3), 0.5)]), random_weights(3, 20_000))
    assert found.first_share.tolist() == pytest.approx([0.25, 0.25, 0.25, 0.25], abs=4 * found.standard_error_at_most)
    assert found.central_weights[3].tolist() == pytest.approx([1 / 3, 1 / 3, 1 / 3], abs=0.01)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(tables)
def test_shares_are_those_of_plain_loops(scores: Floats) -> None:
    found = smaa(scores, WEIGHTS)
    shares, central = by_loops(scores, WEIGHTS)
    np.testing.assert_allclose(found.acceptability, shares, atol=1e-9)
    np.testing.assert_allclose(found.central_weights, central, atol=1e-9)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(tables, st.randoms(use_true_random=False))
def test_order_of_candidates_and_scale_of_scores_change_nothing(scores: Floats, random: Random) -> None:
    order = list(range(len(scores)))
    random.shuffle(order)
    again, before = smaa(3 * scores[order] + 1, WEIGHTS), smaa(scores, WEIGHTS)
    np.testing.assert_allclose(again.acceptability, before.acceptability[order], atol=1e-12)
    np.testing.assert_allclose(again.central_weights, before.central_weights[order], atol=1e-12)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(tables)
def test_places_of_a_candidate_sum_to_one_and_its_central_weights_make_it_first(scores: Floats) -> None:
    found = smaa(scores, WEIGHTS)
    np.testing.assert_allclose(found.acceptability.sum(axis=1), 1.0)
    ever = found.first_share > 0
    assert (found.confidence[ever] == 1).all()
    assert np.isnan(found.confidence[~ever]).all()
    np.testing.assert_allclose(found.central_weights[ever].sum(axis=1), 1.0)


def test_what_another_beats_in_everything_is_never_first() -> None:
    found = smaa([[0.9, 0.8], [0.5, 0.7]], random_weights(2, 100))
    assert found.acceptability.tolist() == [[1, 0], [0, 1]]
    assert np.isnan(found.central_weights[1]).all()


def test_twins_share_the_better_place() -> None:
    assert smaa([[1.0, 0.0], [1.0, 0.0], [0.0, 0.0]], random_weights(2, 50)).acceptability.tolist() == [[1, 0, 0], [1, 0, 0], [0, 0, 1]]


def test_error_of_a_share_is_that_of_the_draws() -> None:
    found = smaa([[1.0, 0.0], [0.0, 1.0]], random_weights(2, 2_500))
    assert (found.draws, found.standard_error_at_most) == (2_500, pytest.approx(0.01))


def test_draws_go_in_blocks_without_a_seam() -> None:
    weights, scores = random_weights(3, 4_100), np.random.default_rng(2).random((4, 3))
    whole = smaa(scores, weights)
    parts = [smaa(scores, weights[i : i + 410]).acceptability for i in range(0, 4_100, 410)]
    np.testing.assert_allclose(whole.acceptability, np.mean(parts, axis=0), atol=1e-12)


def test_promethee_flows_go_both_ways() -> None:
    values = np.array([[1.0, 5.0, 2.0], [4.0, 3.0, 2.5], [2.0, 9.0, 0.0], [3.0, 3.0, 3.0]])
    preference = preferences(values, [1, -1, 1], [PreferenceFunction("linear", 0.5, 2)] * 3)
    one, other = smaa(criterion_flows(preference), WEIGHTS), smaa_promethee(preference, WEIGHTS)
    np.testing.assert_allclose(one.acceptability, other.acceptability, atol=1e-12)
    np.testing.assert_allclose(one.central_weights, other.central_weights, atol=1e-12)
    np.testing.assert_array_equal(one.confidence, other.confidence)


def test_with_unknown_values_flows_are_counted_pair_by_pair() -> None:
    values = np.array([[1.0, np.nan], [0.0, 1.0], [np.nan, 0.0], [np.nan, np.nan]])
    found = smaa_promethee(preferences(values, [1, 1], [PreferenceFunction("usual")] * 2), random_weights(2, 50))
    assert found.first_share.tolist() == [1.0, 0.0, 0.0, 0.0]
    assert found.acceptability[3].tolist() == [0, 0, 0, 1]


def test_uncertain_values_lower_the_confidence() -> None:
    """0.6 for sure against anything between 0 and 1: first in six of ten tables, whatever the weights."""
    tables_ = uncertain_scores([[0.6, 0.6], [0.0, 0.0]], [[0.6, 0.6], [1.0, 1.0]], 4_000, seed=3)
    found = smaa(tables_, np.tile([1.0, 0.0], (4_000, 1)))
    assert found.first_share.tolist() == pytest.approx([0.6, 0.4], abs=0.03)
    assert found.confidence.tolist() == pytest.approx([0.6, 0.4], abs=0.03)


def test_certain_tables_are_the_table() -> None:
    scores = np.array([[0.2, 0.9, 0.1], [0.5, 0.3, 0.4]])
    one, other = smaa(np.repeat(scores[None], 200, axis=0), WEIGHTS), smaa(scores, WEIGHTS)
    np.testing.assert_allclose(one.acceptability, other.acceptability)
    np.testing.assert_array_equal(one.confidence, other.confidence)


def test_holistic_figure_by_hand() -> None:
    """Three places: centroid (11/6, 5/6, 2/6) / (11/6)."""
    assert holistic_acceptability(np.eye(3)).tolist() == pytest.approx([1, 5 / 11, 2 / 11])
    assert holistic_acceptability(np.eye(3), "linear").tolist() == pytest.approx([1, 0.5, 0])
    assert holistic_acceptability(np.eye(3), "inverse").tolist() == pytest.approx([1, 1 / 2, 1 / 3])
    assert holistic_acceptability(np.eye(3), [1, 0, 0]).tolist() == [1, 0, 0]
    assert holistic_acceptability([[1.0]], "linear").tolist() == [1.0]
    with pytest.raises(ValueError, match="meta weights"):
        holistic_acceptability(np.eye(2), "best")  # type: ignore[arg-type]


def test_min_max_values_go_in_as_they_are() -> None:
    scores = additive_values([[10, 2], [20, 4]], [1, -1], "min-max")
    assert smaa(scores, random_weights(2, 1_000)).first_share.sum() == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("scores", "weights", "says"),
    [
        ([[np.nan]], [[1]], "every score"),
        ([1.0], [[1]], "every score"),
        ([[1.0]], [[1, 1]], "one number for each criterion"),
        ([[1.0]], [[0]], "positive sum"),
        (np.ones((3, 2, 1)), [[1]], "one drawn table"),
    ],
)
def test_what_cannot_be_drawn_is_refused(scores: object, weights: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        smaa(scores, weights)  # type: ignore[arg-type]


def test_bounds_that_cross_are_refused() -> None:
    with pytest.raises(ValueError, match="low never above high"):
        uncertain_scores([[1.0]], [[0.0]], 3, seed=1)
