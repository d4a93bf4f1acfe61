"""PROMETHEE I and II, with and without unknown values."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from shutaf.analysis.criteria import PreferenceFunction, criterion_flows, net_flows, partial_order, preferences, promethee
from shutaf.analysis.situation import Floats

ORACLES = Path(__file__).parents[2] / "oracles"
BY_HAND = json.loads((ORACLES / "promethee_by_hand.json").read_text("utf-8"))
PLANT = json.loads((ORACLES / "promethee_power_plant.json").read_text("utf-8"))
BETTER = [1.0, -1.0, 1.0]
FUNCTIONS = [PreferenceFunction("linear", 0.0, 2.0), PreferenceFunction("level", 0.5, 3.0), PreferenceFunction("usual")]
USUAL = PreferenceFunction("usual")

tables = st.integers(1, 6).flatmap(
    lambda n: arrays(np.float64, (n, 3), elements=st.sampled_from([0.0, 0.5, 1.0, 2.0, 5.0, float("nan")])),
)
weightings = st.lists(st.sampled_from([0.0, 0.5, 1.0, 3.0]), min_size=3, max_size=3).filter(lambda w: sum(w) > 0)


def strength(a: Floats, b: Floats, j: int) -> float:
    gap = (a[j] - b[j]) * BETTER[j]
    if j == 0:
        return min(1.0, max(0.0, gap / 2))
    if j == 1:
        return 1.0 if gap > 3 else 0.5 if gap > 0.5 else 0.0
    return 1.0 if gap > 0 else 0.0


def by_loops(values: Floats, weights: list[float]) -> tuple[list[float], list[float], list[int]]:
    """The same flows in plain loops: positive, negative, with how many others."""
    plus, minus, others = [], [], []
    for a in range(len(values)):
        out, back = [], []
        for b in range(len(values)):
            both = [j for j in range(3) if not np.isnan(values[a][j]) and not np.isnan(values[b][j])]
            if b != a and (total := sum(weights[j] for j in both)) > 0:
                out.append(sum(weights[j] * strength(values[a], values[b], j) for j in both) / total)
                back.append(sum(weights[j] * strength(values[b], values[a], j) for j in both) / total)
        plus.append(sum(out) if out else np.nan)
        minus.append(sum(back) if back else np.nan)
        others.append(len(out))
    return plus, minus, others


def test_six_shapes_reproduce_the_printed_power_plants() -> None:
    functions = [PreferenceFunction(**function) for function in PLANT["functions"]]
    found = promethee(PLANT["values"], PLANT["better"], PLANT["weights"], functions)
    np.testing.assert_allclose(found.preference_index, PLANT["preference_index"], atol=PLANT["preference_index_tolerance"])
    assert [PLANT["candidates"][i] for i in np.argsort(found.rank)] == PLANT["order"]
    assert found.net_flow_sum.round(3).tolist() == pytest.approx([-0.728, 0.086, -0.448, -0.100, 1.464, -0.274], abs=0.001)


def test_flows_counted_by_hand() -> None:
    functions = [PreferenceFunction("linear", q, p) for q, p in zip(BY_HAND["indifferent"], BY_HAND["decisive"], strict=True)]
    preference = preferences(BY_HAND["values"], BY_HAND["better"], functions)
    assert preference[:, 0, 1].tolist() == pytest.approx(BY_HAND["preference_of_first_over_second"])
    assert net_flows(preference, np.array([BY_HAND["weights"]]))[0].tolist() == pytest.approx(BY_HAND["net_flows"])
    found = promethee(BY_HAND["values"], BY_HAND["better"], BY_HAND["weights"], functions)
    assert found.net_flow_n_minus_1.tolist() == pytest.approx(BY_HAND["net_flows"])


def test_each_denominator_is_what_its_name_says() -> None:
    """Three candidates, one criterion, usual: the best beats two, the middle one beats one and loses one."""
    found = promethee([[3], [2], [1]], [1], [1], [USUAL])
    assert found.positive_flow_sum.tolist() == [2, 1, 0]
    assert found.negative_flow_sum.tolist() == [0, 1, 2]
    assert found.net_flow_sum.tolist() == [2, 0, -2]
    assert found.net_flow_n_minus_1.tolist() == [1, 0, -1]
    assert found.net_flow_mean.tolist() == pytest.approx([2 / 3, 0, -2 / 3])
    assert found.positive_flow_n_minus_1.tolist() == [1, 0.5, 0]
    assert found.negative_flow_n_minus_1.tolist() == [0, 0.5, 1]
    assert found.positive_flow_mean.tolist() == pytest.approx([2 / 3, 1 / 3, 0])
    assert found.negative_flow_mean.tolist() == pytest.approx([0, 1 / 3, 2 / 3])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(tables, weightings)
def test_flows_are_those_of_plain_loops(values: Floats, weights: list[float]) -> None:
    found = promethee(values, BETTER, weights, FUNCTIONS)
    plus, minus, others = by_loops(values, weights)
    np.testing.assert_allclose(found.positive_flow_sum, plus, atol=1e-12)
    np.testing.assert_allclose(found.negative_flow_sum, minus, atol=1e-12)
    assert found.compared.tolist() == others
    many = net_flows(preferences(values, BETTER, FUNCTIONS), np.array([weights, [1.0, 1.0, 1.0]]))
    np.testing.assert_allclose(many[0], found.net_flow_n_minus_1, atol=1e-12)
    np.testing.assert_allclose(many[1], promethee(values, BETTER, [1, 1, 1], FUNCTIONS).net_flow_n_minus_1, atol=1e-12)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(tables, weightings, st.randoms(use_true_random=False))
def test_order_of_candidates_and_size_of_weights_change_nothing(values: Floats, weights: list[float], random: Random) -> None:
    order = list(range(len(values)))
    random.shuffle(order)
    again = promethee(values[order], BETTER, [7 * weight for weight in weights], FUNCTIONS)
    before = promethee(values, BETTER, weights, FUNCTIONS)
    np.testing.assert_allclose(again.net_flow_sum, before.net_flow_sum[order], atol=1e-12)
    np.testing.assert_allclose(again.preference_index, before.preference_index[np.ix_(order, order)], atol=1e-12)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(tables.map(np.nan_to_num), weightings)
def test_complete_flows_sum_to_zero_and_add_up_from_single_criteria(values: Floats, weights: list[float]) -> None:
    found = promethee(values, BETTER, weights, FUNCTIONS)
    if len(values) > 1:
        assert found.net_flow_sum.sum() == pytest.approx(0.0, abs=1e-9)
        assert np.all(np.abs(found.net_flow_n_minus_1) <= 1 + 1e-12)
        alone = criterion_flows(preferences(values, BETTER, FUNCTIONS))
        np.testing.assert_allclose(alone, found.criterion_flow_n_minus_1, atol=1e-12)
        np.testing.assert_allclose(alone @ np.array(weights) / sum(weights), found.net_flow_n_minus_1, atol=1e-12)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(tables.map(np.nan_to_num), weightings)
def test_a_twin_has_the_same_flow(values: Floats, weights: list[float]) -> None:
    found = promethee(np.vstack([values, values[:1]]), BETTER, weights, FUNCTIONS)
    assert found.net_flow_sum[0] == pytest.approx(found.net_flow_sum[-1], abs=1e-12)
    assert found.rank[0] == found.rank[-1]
    assert partial_order(found.positive_flow_sum, found.negative_flow_sum).indifferent[0, -1]


def test_candidate_that_shares_no_known_criterion_is_not_compared() -> None:
    found = promethee([[1, np.nan, np.nan], [np.nan, 1, np.nan], [np.nan, 2, np.nan]], BETTER, [1, 1, 1], FUNCTIONS)
    assert np.isnan(found.net_flow_sum[0])
    assert not np.isnan(found.net_flow_sum[1:]).any()
    assert np.isnan(found.preference_index[0, 1])
    assert (found.compared.tolist(), found.rank.tolist()) == ([0, 1, 1], [3, 1, 2])


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_to_compare_with_is_no_flow(n: int) -> None:
    found = promethee(np.ones((n, 2)), [1, 1], [1, 1])
    assert np.isnan(found.net_flow_n_minus_1).all()
    assert found.net_flow_mean.shape == (n,)
    assert np.isnan(net_flows(np.zeros((2, n, n)), np.ones((1, 2)))).all()


def test_partial_order_by_hand() -> None:
    """0 beats 2 in both flows; 0 and 1 disagree; 3 is a twin of 2; 4 ties 0 in one flow and loses the other."""
    order = partial_order([0.6, 0.5, 0.3, 0.3, 0.6], [0.2, 0.1, 0.4, 0.4, 0.3])
    assert order.preferred[0].tolist() == [False, False, True, True, True]
    assert order.incomparable[0].tolist() == [False, True, False, False, False]
    assert order.indifferent[2].tolist() == [False, False, False, True, False]
    assert order.incomparable[1].tolist() == [True, False, False, False, True]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(tables.map(np.nan_to_num), weightings)
def test_partial_order_says_one_thing_of_each_pair_and_never_against_the_net_flow(values: Floats, weights: list[float]) -> None:
    found = promethee(values, BETTER, weights, FUNCTIONS)
    order = partial_order(found.positive_flow_sum, found.negative_flow_sum)
    said = order.preferred.astype(int) + order.preferred.T + order.indifferent + order.incomparable
    assert (said == 1 - np.eye(len(values), dtype=int)).all()
    net = found.net_flow_sum
    assert not (order.preferred & (net[:, None] < net - 1e-9)).any()


@pytest.mark.parametrize(("positive", "negative"), [([1.0, 2.0], [1.0]), ([[1.0]], [[1.0]])])
def test_flows_that_do_not_fit_together_are_refused(positive: object, negative: object) -> None:
    with pytest.raises(ValueError, match="each candidate"):
        partial_order(positive, negative)  # type: ignore[arg-type]


def test_unknown_flow_is_incomparable() -> None:
    assert partial_order([np.nan, 1.0], [np.nan, 0.0]).incomparable.tolist() == [[False, True], [True, False]]


@pytest.mark.parametrize("weights", [[-1.0, 2.0], [0.0, 0.0], [1.0]])
def test_weights_that_cannot_weigh_are_refused(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="weights"):
        net_flows(np.zeros((2, 2, 2)), np.array([weights]))
    with pytest.raises(ValueError, match="weights"):
        promethee([[1, 2]], [1, 1], weights)


def test_flows_by_one_criterion_need_every_value() -> None:
    with pytest.raises(ValueError, match="every value"):
        criterion_flows(np.full((1, 2, 2), np.nan))
