"""Does a round come to what its answers say: the same in any order of people, nothing of two, and first what most put first?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from shutaf.analysis.criteria.rated import LEAST_RATERS, Outcome, RatedBy, outcome

BY = (RatedBy("chance", "more", 0.1, 0.9, 0.7), RatedBy("months", "less", 1, 36), RatedBy("light", "more", 0, 10))
NAMES = ("a", "b", "c")
STEPS = ((0.1, 0.3, 0.5, 0.7, 0.9), (1.0, 3.0, 6.0, 12.0, 24.0, 36.0), (0.0, 2.0, 4.0, 6.0, 8.0, 10.0))


def found(values: object, groups: tuple[str, ...] = (), *, draws: int = 40) -> Outcome:
    array = np.asarray(values, dtype=float)
    return outcome(array, np.zeros((len(NAMES), len(BY))), NAMES, BY, groups or ("",) * len(array), draws=draws)


@st.composite
def tables(draw: st.DrawFn) -> np.ndarray:
    """What up to seven people pressed; NaN = nothing."""
    raters = draw(st.integers(0, 7))
    at = draw(arrays(np.int64, (raters, 3, 3), elements=st.integers(-1, 4)))
    values = np.array([[[STEPS[j][max(at[k, i, j], 0)] for j in range(3)] for i in range(3)] for k in range(raters)]).reshape(raters, 3, 3)
    return np.where(at < 0, np.nan, values)


EVERYBODY = [[0.9, 3, 8], [0.7, 6, 4], [0.1, 24, 2]]


def test_three_alike_agree_wholly_and_leave_nothing_to_talk_about() -> None:
    said = found([EVERYBODY] * 3)
    assert [cell.is_apart or cell.is_disputed for cell in said.cells] == [False] * 9
    assert [one.w for one in said.agreed] == [1.0, 1.0, 1.0]
    assert said.first == (("a", 1.0), ("b", 0.0))
    assert said.cell("c", "chance").passes is False


def test_a_floor_does_not_also_score() -> None:
    higher = [[0.9, 6, 4], [0.7, 3, 8], [0.1, 1, 10]]
    assert found([higher] * 3).first[0] == ("b", 1.0)


def test_where_less_is_better_the_floor_is_a_ceiling() -> None:
    by = (RatedBy("months", "less", 1, 36, 12), RatedBy("light", "more", 0, 10))
    said = outcome([[[12, 2], [24, 8]]] * 3, np.zeros((2, 2)), ("a", "b"), by, ("",) * 3)
    assert (said.cell("a", "months").passes, said.cell("b", "months").passes) == (True, False)
    assert said.first == (("a", 1.0),)


@pytest.mark.parametrize(
    ("values", "by", "why"),
    [([[[0.9]]] * 3, (BY[0],), "no_criterion"), ([[[0.1, 3]]] * 3, BY[:2], "none_passes"), ([[[0.9, 3]]] * 2, BY[:2], "few_raters")],
)
def test_why_nobody_is_first_is_said(values: object, by: tuple[RatedBy, ...], why: str) -> None:
    raters = len(np.asarray(values))
    said = outcome(values, np.zeros((1, len(by))), ("a",), by, ("",) * raters)
    assert (said.first, said.why_not_first) == ((), why)


def test_people_who_judged_nothing_are_no_raters() -> None:
    said = found([EVERYBODY, [[np.nan] * 3] * 3, EVERYBODY])
    assert (said.raters, said.why_not_first) == (2, "few_raters")


def test_a_group_of_two_has_no_number_and_one_of_three_has() -> None:
    said = found([EVERYBODY] * 5, ("business", "business", "business", "public", "public"))
    assert {one.group for one in said.groups} == {"business"}
    assert {one.raters for one in said.groups} == {3}


def test_nobody_at_all_is_an_answer() -> None:
    said = found(np.empty((0, 3, 3)))
    assert (said.raters, said.first, [cell.raters for cell in said.cells]) == (0, (), [0] * 9)


def test_groups_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="group"):
        found([EVERYBODY], ("a", "b"))


@given(tables())
def test_no_number_of_fewer_than_three_ever_leaves(values: np.ndarray) -> None:
    said = found(values, tuple(("business", "public")[n % 2] for n in range(len(values))))
    for cell in said.cells:
        assert (cell.median is None) == (cell.raters < LEAST_RATERS)
        assert cell.raters >= LEAST_RATERS or (cell.counts, cell.low, cell.reaching, cell.passes, cell.is_apart) == (
            (),
            None,
            None,
            None,
            False,
        )
    assert all(one.raters >= LEAST_RATERS for one in said.groups)
    assert all(one.w is None or one.raters >= LEAST_RATERS for one in said.agreed)
    assert not said.first or said.counted >= LEAST_RATERS


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(values: np.ndarray, chance: object) -> None:
    order = list(range(len(values)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    one, other = found(values), found(values[order])
    assert one.cells == other.cells
    assert dict(one.first).keys() == dict(other.first).keys()
    assert all(share == pytest.approx(dict(other.first)[ref]) for ref, share in one.first)


@given(tables())
def test_shares_lie_between_nothing_and_all_and_somebody_is_first_each_time(values: np.ndarray) -> None:
    said = found(values)
    assert all(0 <= share <= 1 for _ref, share in said.first)
    assert not said.first or sum(share for _ref, share in said.first) >= 1 - 1e-9
    assert [share for _ref, share in said.first] == sorted((share for _ref, share in said.first), reverse=True)
    for cell in said.cells:
        assert sum(count for _value, count in cell.counts) in (0, cell.raters)
        assert cell.median is None or cell.low <= cell.quartile_1 <= cell.median <= cell.quartile_3 <= cell.high  # type: ignore[operator]
