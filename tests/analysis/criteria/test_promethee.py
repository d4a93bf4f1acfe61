"""PROMETHEE II flows, with and without unknown values."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from shutaf.analysis.criteria.promethee import linear_preference, net_flows, preferences
from shutaf.analysis.situation import Floats

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "promethee_by_hand.json").read_text("utf-8"))


def by_loops(values: Floats, better: list[float], indifferent: list[float], decisive: list[float], weights: list[float]) -> list[float]:
    """The same measure in plain loops."""

    def strength(a: int, b: int, j: int) -> float:
        gap = (values[a][j] - values[b][j]) * better[j]
        if decisive[j] <= indifferent[j]:
            return 1.0 if gap > indifferent[j] else 0.0
        return min(1.0, max(0.0, (gap - indifferent[j]) / (decisive[j] - indifferent[j])))

    flows = []
    for a in range(len(values)):
        gains = []
        for b in range(len(values)):
            both = [j for j in range(len(weights)) if not np.isnan(values[a][j]) and not np.isnan(values[b][j])]
            if b != a and (total := sum(weights[j] for j in both)) > 0:
                gains.append(sum(weights[j] * (strength(a, b, j) - strength(b, a, j)) for j in both) / total)
        flows.append(sum(gains) / len(gains) if gains else np.nan)
    return flows


def test_flows_counted_by_hand() -> None:
    given_ = [np.array(ORACLE[key], dtype=np.float64) for key in ("values", "better", "indifferent", "decisive")]
    preference = preferences(*given_)
    assert preference[:, 0, 1].tolist() == pytest.approx(ORACLE["preference_of_first_over_second"])
    assert net_flows(preference, np.array([ORACLE["weights"]]))[0].tolist() == pytest.approx(ORACLE["net_flows"])


tables = st.integers(1, 6).flatmap(
    lambda n: arrays(np.float64, (n, 3), elements=st.sampled_from([0.0, 0.5, 1.0, 2.0, 5.0, float("nan")])),
)
weightings = st.lists(st.sampled_from([0.0, 0.5, 1.0, 3.0]), min_size=3, max_size=3).filter(lambda w: sum(w) > 0)
BETTER, INDIFFERENT, DECISIVE = [1.0, -1.0, 1.0], [0.0, 0.5, 1.0], [2.0, 3.0, 0.0]


def flows(values: Floats, weights: list[float]) -> Floats:
    return net_flows(preferences(values, np.array(BETTER), np.array(INDIFFERENT), np.array(DECISIVE)), np.array([weights]))[0]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(tables, weightings)
def test_flows_are_those_of_plain_loops(values: Floats, weights: list[float]) -> None:
    np.testing.assert_allclose(flows(values, weights), by_loops(values, BETTER, INDIFFERENT, DECISIVE, weights), atol=1e-12)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(tables, weightings)
def test_scaling_all_weights_changes_nothing(values: Floats, weights: list[float]) -> None:
    np.testing.assert_allclose(flows(values, weights), flows(values, [7 * weight for weight in weights]), atol=1e-12)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(tables, weightings, st.randoms(use_true_random=False))
def test_order_of_candidates_changes_nothing(values: Floats, weights: list[float], random: Random) -> None:
    order = list(range(len(values)))
    random.shuffle(order)
    np.testing.assert_allclose(flows(values[order], weights), flows(values, weights)[order], atol=1e-12)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(tables.map(np.nan_to_num), weightings)
def test_complete_flows_sum_to_zero_and_stay_within_one(values: Floats, weights: list[float]) -> None:
    found = flows(values, weights)
    if len(values) > 1:
        assert found.sum() == pytest.approx(0.0, abs=1e-9)
        assert np.all(np.abs(found) <= 1 + 1e-12)


def test_candidate_that_shares_no_known_criterion_is_not_compared() -> None:
    found = flows(np.array([[1.0, np.nan, np.nan], [np.nan, 1.0, np.nan], [np.nan, 2.0, np.nan]]), [1.0, 1.0, 1.0])
    assert np.isnan(found[0])
    assert not np.isnan(found[1:]).any()


def test_usual_function_takes_any_difference() -> None:
    assert linear_preference(np.array([0.0, 0.001, np.nan]), 0.0, 0.0).tolist() == pytest.approx([0.0, 1.0, np.nan], nan_ok=True)


@pytest.mark.parametrize("weights", [[-1.0, 2.0], [0.0, 0.0]])
def test_weights_that_cannot_weigh_are_refused(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="weights"):
        net_flows(np.zeros((2, 2, 2)), np.array([weights]))


def test_negative_indifference_is_refused() -> None:
    with pytest.raises(ValueError, match="indifferent"):
        linear_preference(np.zeros(1), -1.0, 1.0)
