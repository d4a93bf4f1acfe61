"""Other coalitions, what-if questions and essential members, against trying every set."""

from __future__ import annotations

import numpy as np
import pytest
from every_set import best_of_all, every_set, price, problems, rank
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.coalition import CoalitionProblem, SectorRule, alternatives, essential, explain, solve, what_if

quietly = settings(max_examples=12, deadline=None, derandomize=True)


@quietly
@given(problems(7), st.integers(1, 3), st.integers(1, 2))
def test_alternatives_are_the_best_of_those_left(problem: CoalitionProblem, k: int, differ: int) -> None:
    sets, expected = list(every_set(problem)), []
    while sets and len(expected) < k and (not expected or expected[-1]):
        expected.append(min(sets, key=lambda chosen: rank(problem, chosen)))
        last = set(expected[-1])
        sets = [chosen for chosen in sets if len(last - set(chosen)) >= min(differ, len(last))]
    found = alternatives(problem, k, differ=differ)
    assert [set(one.chosen) for one in found] == [set(one) for one in expected]


def test_same_set_with_one_more_is_no_other_coalition() -> None:
    found = alternatives(CoalitionProblem.of([[1, 0, 1]], cost=[1, 0.1, 5]), 5)
    assert [one.members for one in found] == [("1",), ("3",)]


@pytest.mark.parametrize(("k", "differ"), [(0, 1), (1, 0)])
def test_no_number_of_alternatives_is_refused(k: int, differ: int) -> None:
    with pytest.raises(ValueError, match="1 or more"):
        alternatives(CoalitionProblem.of([[1]]), k, differ=differ)


@quietly
@given(problems(6))
def test_price_of_doing_without_is_the_one_that_trying_finds(problem: CoalitionProblem) -> None:
    found = solve(problem)
    for one in essential(problem, found) if found.is_feasible else ():
        other = best_of_all(problem.without(one.name))
        assert one.can_do_without == (other is not None)
        assert one.is_proven
        if other is not None:
            assert one.price == pytest.approx(price(problem, other) - found.cost, abs=1e-9)
        else:
            assert np.isnan(one.price)


def test_member_is_essential_for_what_only_it_covers_and_for_its_sector() -> None:
    problem = CoalitionProblem.of(
        [[60, 60, 0], [0, 0, 1]], [100, 1], names=["a", "b", "c"], sector=["firm", "NGO", "NGO"], rules=[SectorRule("firm", at_least=1)]
    )
    first, second, third = essential(problem, solve(problem))
    assert (first.needs, first.share_0_1, first.sectors, first.can_do_without) == (("need 1",), (0.6,), ("firm",), False)
    assert (second.sectors, third.needs) == ((), ("need 2",))


def test_what_if_puts_in_and_takes_out_in_one_call() -> None:
    problem = CoalitionProblem.of([[1, 1, 1]], names=["a", "b", "c"], cost=[1, 2, 3], must_not=["c"])
    change = what_if(problem, without=("a",), having=("c",))
    assert (change.price, change.joined, change.left) == (2.0, ("c",), ("a",))
    with pytest.raises(ValueError, match="no candidate"):
        what_if(problem, without=("z",))


def test_explanation_tells_givers_spare_and_the_price_of_a_wish() -> None:
    problem = CoalitionProblem.of(
        [[60, 50, np.nan], [0, 1, 0]],
        [100, np.nan],
        names=["a", "b", "c"],
        cost=[1, 1, 5],
        sector=["firm", "firm", "NGO"],
        rules=[SectorRule("NGO", at_least=1, price=0.5), SectorRule("firm", at_least=1, price=9)],
    )
    told = explain(problem, solve(problem))
    hours, permit = told.covers
    assert hours.givers == (("a", 60.0), ("b", 50.0))
    assert (hours.spare, hours.is_unsure, hours.only_giver) == (10.0, False, "")
    assert permit.only_giver == "b"
    assert np.isnan(permit.spare)
    ngo, firm = told.wishes
    assert (ngo.unmet, ngo.paid, ngo.would_cost) == (1, 0.5, 4.0)  # c alone covers the hours: b and c cost 6, a and b cost 2
    assert (firm.unmet, firm.would_cost) == (0, 0.0)
    assert told.without_offer == ()


def test_explanation_marks_what_rests_on_an_unknown_amount() -> None:
    problem = CoalitionProblem.of([[np.nan, 5]], [10], must=["2"], names=["1", "2"], needs=["hours"])
    told = explain(problem, solve(problem))
    assert told.unsure == ("hours",)
    assert told.covers[0].spare == -5.0
