"""AHP: weights of pairwise judgements, their contradictions, and groups."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.criteria import RANDOM_INDEX, aggregate_judgements, aggregate_priorities, ahp
from shutaf.analysis.situation import Floats

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "ahp_examples.json").read_text("utf-8"))
CASES = {case["name"]: case for case in ORACLE["cases"]}
SCALE = [1 / 9, 1 / 5, 1 / 3, 1.0, 2.0, 4.0, 7.0]
nan = float("nan")


def judged(upper: list[float], n: int) -> Floats:
    """A reciprocal matrix of what stands over its diagonal."""
    matrix = np.ones((n, n))
    matrix[np.triu_indices(n, 1)] = upper
    return np.where(np.tril(matrix, -1) > 0, 1 / matrix.T, matrix)


matrices = st.integers(1, 7).flatmap(
    lambda n: st.lists(st.sampled_from(SCALE), min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2).map(lambda upper: judged(upper, n))
)


def by_powers(matrix: Floats) -> tuple[list[float], float]:
    """The eigenvector a second time: multiply until nothing moves."""
    rows, weights = matrix.tolist(), [1 / len(matrix)] * len(matrix)
    while True:
        product = [sum(a * w for a, w in zip(row, weights, strict=True)) for row in rows]
        total = sum(product)
        after = [x / total for x in product]
        if max(abs(a - b) for a, b in zip(after, weights, strict=True)) < 1e-13:
            return after, total
        weights = after


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_printed_examples_are_reproduced(case: dict[str, Any]) -> None:
    found = ahp(case["matrix"], "1980")
    assert found.weights.tolist() == pytest.approx(case["published"]["priorities"], abs=case["priorities_tolerance"])
    for key, value in (("lambda_max", found.lambda_max), ("CI", found.ci), ("CR", found.cr)):
        if key in case["published"]:
            assert value == pytest.approx(case["published"][key], abs=0.003)


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_recomputed_values_are_met_closely(case: dict[str, Any]) -> None:
    found, known = ahp(case["matrix"]), case["recomputed"]
    assert found.weights.tolist() == pytest.approx(known["priorities"], abs=1e-9)
    assert (found.lambda_max, found.ci, found.cr) == pytest.approx(
        (known["lambda_max"], known["CI"], known["CR_with_RI_of_table"]), abs=1e-8
    )


def test_tables_of_random_indices_are_the_printed_ones() -> None:
    for name, printed in ORACLE["random_index"].items():
        assert {str(n): RANDOM_INDEX[name][n - 1] for n in range(3, 11)} == printed


def test_house_fails_the_rule_and_drinks_pass() -> None:
    assert ahp(CASES["buying a house (criteria)"]["matrix"]).is_consistent is False
    assert ahp(CASES["US drink consumption"]["matrix"]).is_consistent is True


def test_table_is_named_and_decides() -> None:
    chairs = CASES["four chairs (inverse square law)"]["matrix"]
    old, new = ahp(chairs, "1980"), ahp(chairs, "2005")
    assert (old.random_index, new.random_index) == (0.90, 0.89)
    assert (old.random_index_table, new.random_index_table) == ("1980", "2005")
    assert old.cr * 0.90 == pytest.approx(new.cr * 0.89)
    without = ahp(chairs, None)
    assert np.isnan(without.cr)
    assert without.is_consistent is None


def test_judgement_that_fits_least_is_pointed_out() -> None:
    """Saaty 2003 finds it in the same house: neighbourhood over condition, judged 6, where the rest says about 1."""
    case = CASES["buying a house (criteria)"]
    worst = ahp(case["matrix"]).worst
    assert worst is not None
    assert (case["labels"][worst.row], case["labels"][worst.column], worst.given) == ("neighbourhood", "condition", 6)
    assert worst.fits == pytest.approx(0.188 / 0.167, abs=0.01)
    assert worst.factor == pytest.approx(worst.given / worst.fits)


def test_one_and_two_things_cannot_contradict() -> None:
    assert ahp([[1]]).weights.tolist() == [1.0]
    two = ahp([[1, 4], [0.25, 1]])
    assert (two.weights.tolist(), two.ci, two.cr, two.worst) == (pytest.approx([0.8, 0.2]), 0.0, 0.0, None)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(matrices)
def test_eigenvector_is_that_of_powers(matrix: Floats) -> None:
    weights, largest = by_powers(matrix)
    found = ahp(matrix)
    assert found.weights.tolist() == pytest.approx(weights, abs=1e-9)
    assert found.lambda_max == pytest.approx(largest, abs=1e-9)
    assert found.lambda_max >= len(matrix) - 1e-9


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.floats(0.1, 10), min_size=1, max_size=8))
def test_judgements_made_of_weights_give_the_weights_back(weights: list[float]) -> None:
    given_ = np.array(weights)
    found = ahp(given_[:, None] / given_)
    assert found.weights.tolist() == pytest.approx((given_ / given_.sum()).tolist(), abs=1e-9)
    assert (found.ci, found.worst) == (pytest.approx(0.0, abs=1e-9), None)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(matrices, st.randoms(use_true_random=False))
def test_order_of_the_things_changes_nothing(matrix: Floats, random: Any) -> None:
    order = list(range(len(matrix)))
    random.shuffle(order)
    moved, before = ahp(matrix[np.ix_(order, order)]), ahp(matrix)
    np.testing.assert_allclose(moved.weights, before.weights[order], atol=1e-9)
    assert moved.cr == pytest.approx(before.cr, abs=1e-9)


def test_a_half_that_is_left_out_is_the_mirror() -> None:
    full = ahp([[1, 2, 6], [1 / 2, 1, 3], [1 / 6, 1 / 3, 1]])
    half = ahp([[nan, 2, nan], [nan, 1, 3], [1 / 6, nan, nan]])
    assert half.weights.tolist() == pytest.approx(full.weights.tolist())


def test_fractions_rounded_to_two_decimals_pass() -> None:
    assert ahp([[1, 7, 9], [0.14, 1, 8], [0.11, 0.13, 1]]).weights[0] > 0.7


@pytest.mark.parametrize(
    ("matrix", "says"),
    [
        ([[1, 2], [3, 1]], "row 1, column 2: 2 and its mirror 3"),
        ([[1, 2], [0.55, 1]], "mirror 0.55"),
        ([[1, 2, 1], [0.5, 1, 2], [1, 2, 1]], "row 2, column 3"),
        ([[1, nan], [nan, 1]], "row 1, column 2: nobody judged"),
        ([[1, -2], [-0.5, 1]], "row 1, column 2: a judgement must be above 0, not -2"),
        ([[1, 0], [0, 1]], "above 0"),
        ([[2, 1], [1, 1]], "row 1, column 1: .* diagonal is 1"),
        ([[1, float("inf")], [0, 1]], "above 0"),
        ([[1, 2, 3], [0.5, 1, 2]], "square"),
        ([], "square"),
        (np.ones((11, 11)), "ends at 10"),
    ],
)
def test_what_is_no_pairwise_matrix_is_refused_with_its_cell(matrix: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        ahp(matrix)


def test_more_than_ten_things_have_weights_but_no_ratio() -> None:
    assert ahp(np.ones((11, 11)), None).weights.tolist() == pytest.approx([1 / 11] * 11)
    with pytest.raises(ValueError, match="1980, 2005"):
        ahp([[1]], "1999")  # type: ignore[arg-type]


def test_group_of_judgements_by_hand() -> None:
    """2 and 8 make 4, the square root of their product; the mirror stays the mirror."""
    joint = aggregate_judgements([[[1, 2], [1 / 2, 1]], [[1, 8], [1 / 8, 1]]])
    assert joint.tolist() == [[1.0, pytest.approx(4.0)], [pytest.approx(0.25), 1.0]]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.lists(st.sampled_from(SCALE), min_size=6, max_size=6), min_size=1, max_size=4))
def test_joint_judgements_stay_reciprocal_and_count_no_order_of_raters(uppers: list[list[float]]) -> None:
    raters = np.array([judged(upper, 4) for upper in uppers])
    joint = aggregate_judgements(raters)
    np.testing.assert_allclose(joint * joint.T, 1.0, atol=1e-9)
    np.testing.assert_allclose(aggregate_judgements(raters[::-1]), joint, atol=1e-9)
    product = [[float(np.prod([one[i, j] for one in raters])) ** (1 / len(raters)) for j in range(4)] for i in range(4)]
    np.testing.assert_allclose(joint, product, atol=1e-9)


def test_shares_of_raters_are_exponents() -> None:
    raters = [[[1, 2], [1 / 2, 1]], [[1, 16], [1 / 16, 1]]]
    assert aggregate_judgements(raters, [2, 1])[0, 1] == pytest.approx(4.0)
    assert aggregate_judgements(raters, [1, 0])[0, 1] == pytest.approx(2.0)


def test_a_pair_counts_those_who_judged_it() -> None:
    joint = aggregate_judgements([[[1, 2, nan], [nan, 1, nan], [nan, nan, nan]], [[1, 8, 3], [1 / 8, 1, nan], [nan, nan, 1]]])
    assert joint[0].tolist() == pytest.approx([1.0, 4.0, 3.0])
    assert np.isnan(joint[1, 2])
    assert joint[2, 2] == 1.0
    with pytest.raises(ValueError, match="row 2, column 3: nobody judged"):
        ahp(joint)


def test_group_of_separate_people_by_hand() -> None:
    assert aggregate_priorities([[0.8, 0.2], [0.2, 0.8]]).tolist() == pytest.approx([0.5, 0.5])
    assert aggregate_priorities([[0.8, 0.2], [0.5, 0.5]]).tolist() == pytest.approx([2 / 3, 1 / 3])


def test_agreeing_raters_give_both_ways_the_same() -> None:
    """For consistent raters the two ways of joining a group give the same weights."""
    each = np.array([[0.5, 0.3, 0.2], [0.2, 0.2, 0.6], [0.1, 0.6, 0.3]])
    joint = aggregate_judgements(each[:, :, None] / each[:, None, :])
    assert ahp(joint).weights.tolist() == pytest.approx(aggregate_priorities(each).tolist())


@pytest.mark.parametrize("shares", [[1], [0, 0], [-1, 2], [nan, 1]])
def test_wrong_shares_are_refused(shares: list[float]) -> None:
    with pytest.raises(ValueError, match="shares"):
        aggregate_priorities([[0.5, 0.5], [0.5, 0.5]], shares)


def test_a_rater_who_contradicts_the_mirror_is_refused() -> None:
    with pytest.raises(ValueError, match="mirror"):
        aggregate_judgements([[[1, 2], [2, 1]]])
    with pytest.raises(ValueError, match="above 0"):
        aggregate_priorities([[0.0, 1.0]])
    with pytest.raises(ValueError, match="one square table"):
        aggregate_judgements(np.ones((2, 2)))


def test_all_orders_of_three_fit_the_same_judgement_least() -> None:
    matrix = np.array([[1, 3, 1 / 4], [1 / 3, 1, 5], [4, 1 / 5, 1]])
    for order in permutations(range(3)):
        assert ahp(matrix[np.ix_(order, order)]).worst is not None


def test_three_things_contradict_a_little_by_hand() -> None:
    """2, 2 and 3 where 4 would fit: for three things lambda is 1 + r + 1/r with r the cube root of 3 / (2 x 2)."""
    found = ahp([[1, 2, 3], [1 / 2, 1, 2], [1 / 3, 1 / 2, 1]])
    r = (3 / 4) ** (1 / 3)
    assert found.lambda_max == pytest.approx(1 + r + 1 / r)
    assert (found.ci, found.cr) == pytest.approx(((r + 1 / r - 2) / 2, (r + 1 / r - 2) / 2 / 0.58))
    assert found.worst is not None
    assert found.worst.factor == pytest.approx(1 / r)


def test_neighbours_in_the_table_are_looked_at_too() -> None:
    weights = np.array([0.4, 0.3, 0.2, 0.1])
    matrix = weights[:, None] / weights
    matrix[1, 2], matrix[2, 1] = 9.0, 1 / 9
    worst = ahp(matrix).worst
    assert worst is not None
    assert (worst.row, worst.column) == (1, 2)


def test_ten_things_are_not_too_many() -> None:
    found = ahp(np.ones((10, 10)))
    assert (found.random_index, found.cr) == (1.49, pytest.approx(0.0, abs=1e-12))
    assert np.isnan(ahp([[1]], None).random_index)
