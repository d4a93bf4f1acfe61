"""Agreement of methods, and of raters."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare, kendalltau, spearmanr

from shutaf.analysis.criteria import kendall_w, rank_agreement

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "kendall_w.json").read_text("utf-8"))
CELLS = st.sampled_from([0.0, 1.0, 2.0, 3.0, 4.0])
rows = st.integers(2, 7).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=2, max_size=4))


def test_interviewers_and_anxiety_have_the_published_concordance() -> None:
    assert kendall_w(ORACLE["interviewers"]).w == pytest.approx(ORACLE["interviewers_w"], abs=ORACLE["interviewers_tolerance"])
    anxiety = kendall_w(ORACLE["anxiety"])
    assert anxiety.w == pytest.approx(ORACLE["anxiety_w"], abs=0.005)
    assert anxiety.chi_squared == pytest.approx(ORACLE["anxiety_chi_squared"], abs=ORACLE["anxiety_tolerance"])
    assert (anxiety.raters, anxiety.things) == (3, 20)


def test_concordance_of_three_by_hand() -> None:
    """Rank sums 4, 6, 8 of three raters: spread 8 of at most 18."""
    assert kendall_w([[1, 2, 3], [1, 2, 3], [2, 2, 2]]).w_uncorrected == pytest.approx(8 / 18)
    assert kendall_w([[1, 2, 3], [1, 2, 3], [2, 2, 2]]).w == pytest.approx(12 * 8 / (9 * 24 - 3 * 24))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(rows)
def test_concordance_is_the_mean_of_scipys_rank_correlations(ratings: list[list[float]]) -> None:
    if any(len(set(row)) == 1 for row in ratings):
        return
    found, m = kendall_w(ratings), len(ratings)
    assert -1e-12 <= found.w <= 1 + 1e-12
    if all(len(set(row)) == len(row) for row in ratings):
        rho = np.mean([spearmanr(one, other).statistic for one, other in combinations(ratings, 2)])
        assert found.w == pytest.approx((1 + rho * (m - 1)) / m, abs=1e-9)
    if m > 2:
        assert found.chi_squared == pytest.approx(
            friedmanchisquare(*np.array(ratings).T).statistic if len(ratings[0]) > 2 else found.chi_squared
        )


@settings(max_examples=40, deadline=None, derandomize=True)
@given(rows, st.randoms(use_true_random=False))
def test_order_and_scale_of_ratings_change_no_concordance(ratings: list[list[float]], random: Random) -> None:
    array = np.array(ratings)
    things = sorted(range(array.shape[1]), key=lambda _: random.random())
    again = kendall_w(3 * array[::-1][:, things] + 1).w
    assert again == pytest.approx(kendall_w(array).w, nan_ok=True)


def test_all_alike_is_whole_and_nobody_deciding_is_none() -> None:
    assert kendall_w([[1, 2, 3], [10, 20, 30]]).w == pytest.approx(1.0)
    assert np.isnan(kendall_w([[1, 1], [2, 2]]).w)


def test_thing_that_a_rater_left_out_is_left_out() -> None:
    assert kendall_w([[1, 9, 2, 3], [1, np.nan, 2, 3]]) == kendall_w([[1, 2, 3], [1, 2, 3]])


@pytest.mark.parametrize("ratings", [[[1, 2, 3]], [[1], [2]], [[np.nan, 1], [1, np.nan]], [1, 2]])
def test_too_few_to_agree_are_refused(ratings: object) -> None:
    with pytest.raises(ValueError, match=r"agreement needs|table"):
        kendall_w(ratings)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(rows)
@pytest.mark.filterwarnings("ignore:An input array is constant")
def test_correlations_of_methods_are_those_of_scipy(scores: list[list[float]]) -> None:
    found = rank_agreement({str(i): row for i, row in enumerate(scores)})
    for i, one in enumerate(scores):
        for j, other in enumerate(scores):
            assert found.kendall_tau[i, j] == pytest.approx(kendalltau(one, other).statistic, nan_ok=True, abs=1e-9)
            assert found.spearman[i, j] == pytest.approx(spearmanr(one, other).statistic, nan_ok=True, abs=1e-9)


def test_places_that_differ_by_hand() -> None:
    found = rank_agreement({"sum": [0.9, 0.5, 0.1, 0.0], "ideal": [8, 2, 6, 1]})
    assert found.methods == ("sum", "ideal")
    assert found.ranks.tolist() == [[1, 2, 3, 4], [1, 3, 2, 4]]
    assert found.first.tolist() == [0, 0]
    assert (found.best_rank.tolist(), found.worst_rank.tolist()) == ([1, 2, 2, 4], [1, 3, 3, 4])
    assert found.places_differ.tolist() == [False, True, True, False]
    assert found.kendall_tau[0, 1] == pytest.approx(4 / 6)


def test_one_method_and_one_candidate_agree_with_themselves() -> None:
    assert rank_agreement({"only": [1.0, 2.0]}).kendall_tau.tolist() == [[pytest.approx(1.0)]]
    assert np.isnan(rank_agreement({"a": [1.0], "b": [2.0]}).kendall_tau).all()


@pytest.mark.parametrize("scores", [{}, {"a": []}, {"a": [1, 2], "b": [1]}, {"a": [np.nan]}])
def test_methods_that_score_different_things_are_refused(scores: dict[str, list[float]]) -> None:
    with pytest.raises(ValueError, match="every method"):
        rank_agreement(scores)
