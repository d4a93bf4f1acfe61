"""The whole decision on one table."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from shutaf.analysis.criteria import (
    DecisionTable,
    PreferenceFunction,
    decide,
    flow_parts,
    net_flows,
    preferences,
    topsis,
    topsis_under,
    weighted_sum,
)
from shutaf.analysis.criteria.asked import METHODS, Method
from shutaf.analysis.situation import Floats

nan = float("nan")
tables = st.integers(1, 5).flatmap(lambda n: arrays(np.float64, (n, 3), elements=st.sampled_from([0.0, 1.0, 2.0, 5.0])))
with_holes = st.integers(1, 5).flatmap(lambda n: arrays(np.float64, (n, 3), elements=st.sampled_from([0.0, 1.0, 2.0, 5.0, nan])))
WEIGHTS = np.array([1.0, 2.0, 0.5])


def table(values: object, floors: object = (nan, nan, nan)) -> DecisionTable:
    array = np.asarray(values, dtype=np.float64)
    functions = (PreferenceFunction("v-shape", p=2.0), PreferenceFunction("usual"), PreferenceFunction("linear", 0.5, 3.0))
    names = tuple(f"c{i}" for i in range(len(array)))
    return DecisionTable(names, ("x", "y", "z"), array, np.array([1.0, -1.0, 1.0]), WEIGHTS, functions, np.array(floors, dtype=np.float64))


@settings(max_examples=30, deadline=None, derandomize=True)
@given(tables)
def test_scores_are_those_of_the_methods(values: Floats) -> None:
    given_ = table(values)
    np.testing.assert_allclose(decide(given_, "topsis", draws=5).scores, topsis(values, given_.better, WEIGHTS), atol=1e-12)
    np.testing.assert_allclose(decide(given_, "weighted_sum", draws=5).scores, weighted_sum(values, given_.better, WEIGHTS), atol=1e-12)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(tables)
def test_topsis_under_many_weightings_is_topsis_of_each(values: Floats) -> None:
    weightings = np.array([[1.0, 2.0, 0.5], [0.0, 1.0, 0.0], [3.0, 3.0, 3.0]])
    found = topsis_under(values, [1, -1, 1], weightings)
    np.testing.assert_allclose(found, [topsis(values, [1, -1, 1], w) for w in weightings], atol=1e-12)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(with_holes)
def test_parts_of_a_flow_sum_to_the_flow(values: Floats) -> None:
    given_ = table(values)
    preference = preferences(values, given_.better, given_.functions)
    np.testing.assert_allclose(flow_parts(preference, WEIGHTS).sum(axis=1), net_flows(preference, WEIGHTS[None])[0], atol=1e-12)


@pytest.mark.parametrize("method", ["promethee", "weighted_sum"])
@settings(max_examples=30, deadline=None, derandomize=True)
@given(tables)
def test_lead_sums_to_the_difference_and_intervals_hold_todays_weights(method: Method, values: Floats) -> None:
    found = decide(table(values), method, draws=20)
    assert found.first is not None
    if found.runner_up is not None and len(values) > 1:
        assert found.lead.sum() == pytest.approx(found.scores[found.first] - found.scores[found.runner_up], abs=1e-9)
        assert found.lead.sum() >= -1e-9
    assert found.intervals is None or (found.intervals.low <= WEIGHTS / WEIGHTS.sum() + 1e-12).all()


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=20, deadline=None, derandomize=True)
@given(tables)
def test_shares_of_first_places_cover_every_weighting(method: Method, values: Floats) -> None:
    found = decide(table(values), method, draws=50)
    assert found.first_share.sum() >= 1 - 1e-9
    assert 0 <= found.holds <= found.tried == 6
    assert found.first is not None
    assert found.ranks[found.first] == 1


@pytest.mark.parametrize("method", METHODS)
def test_order_of_candidates_changes_nothing(method: Method) -> None:
    values = np.array([[3.0, 2.0, 1.0], [1.0, 5.0, 4.0], [2.0, 1.0, 0.0], [5.0, 4.0, 2.5]])
    one, other = decide(table(values), method, draws=500), decide(table(values[::-1]), method, draws=500)
    assert [3 - i for i in other.order] == list(one.order)
    np.testing.assert_allclose(other.first_share[::-1], one.first_share)


def test_floors_part_those_that_may_be_first_from_the_others() -> None:
    """y: less is better, so a floor of 3 must not be exceeded; the best of all fails it, another is not known to hold it."""
    found = decide(table([[9, 4, 9], [2, 3, 2], [8, nan, 8], [1, 1, 1]], (nan, 3, nan)), "weighted_sum", draws=50)
    assert found.table.tier.tolist() == [2, 0, 1, 0]
    assert (found.order, found.first, found.runner_up) == ((1, 3, 2, 0), 1, 3)
    assert np.isnan(found.first_share[[0, 2]]).all()
    assert np.isnan(found.lead[1])


def test_nobody_over_the_floor_has_no_first() -> None:
    found = decide(table([[1, 1, 1]], (5, nan, nan)), draws=5)
    assert (found.first, found.runner_up, found.holds, found.intervals, found.agreement) == (None, None, 0, None, None)


def test_unknown_values_go_with_promethee_and_not_with_topsis() -> None:
    holes = table([[1, nan, 2], [2, 1, nan], [0, 0, 0]])
    assert decide(holes, draws=20).first is not None
    assert decide(holes, "smaa", draws=20).acceptability is not None
    with pytest.raises(ValueError, match="every value"):
        decide(holes, "topsis")


def test_what_cannot_decide_is_refused() -> None:
    with pytest.raises(ValueError, match="does not score"):
        decide(table([[1, 1, 1]], (0, 0, 0)))
    with pytest.raises(ValueError, match="method must be one of"):
        decide(table([[1, 1, 1]]), "guess")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="positive sum"):
        decide(replace(table([[1, 1, 1]]), weights=np.zeros(3)))


def test_negative_values_go_with_min_max() -> None:
    found = decide(table([[-1, 1, 1], [-2, 1, 1]]), "weighted_sum", normalisation="min-max", draws=20)
    assert (found.first, found.agreement and found.agreement.methods) == (0, ("promethee", "topsis", "weighted_sum"))
    with pytest.raises(ValueError, match="0 and up"):
        decide(table([[-1, 1, 1], [-2, 1, 1]]), "weighted_sum")


def test_who_is_under_a_floor_is_never_named_as_the_next() -> None:
    """The best of all fails its floor; without the first, the other one that reaches it leads."""
    found = decide(table([[9, 4, 9], [2, 3, 2], [1, 1, 1]], (nan, 3, nan)), "weighted_sum", draws=20)
    assert found.reversals is not None
    assert found.reversals.first.tolist() == [1, 2, 1]
    assert not found.reversals.first_moves.any()


def test_fewer_weightings_are_drawn_where_values_are_unknown() -> None:
    assert (decide(table([[1, nan, 1], [2, 1, 0]])).draws, decide(table([[1, 1, 1], [2, 1, 0]])).draws) == (2_000, 10_000)
