"""Why there is no coalition: certain gaps, and bundles of rules of which each is needed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from every_set import best_of_all, problems
from hypothesis import given, settings

from shutaf.analysis.coalition import CoalitionProblem, Rule, SectorRule, why_infeasible
from shutaf.analysis.coalition.impossible import _is_possible


@settings(max_examples=25, deadline=None, derandomize=True)
@given(problems(6))
def test_reasons_are_told_exactly_when_no_set_keeps_the_rules(problem: CoalitionProblem) -> None:
    reasons = why_infeasible(problem)
    assert bool(reasons) == (best_of_all(problem) is None)
    for bundle in (reason.facts["rules"] for reason in reasons if reason.key == "rules_collide"):
        assert not possible(problem, bundle)
        assert all(possible(problem, tuple(other for other in bundle if other != rule)) for rule in bundle)


def possible(problem: CoalitionProblem, rules: tuple[Rule, ...]) -> bool:
    return bool(_is_possible(problem, rules, float("inf")))


def test_nobody_offers_a_permit_and_two_could_if_asked() -> None:
    problem = CoalitionProblem.of([[1, 0, 0], [0, 0, 0]], needs=["hall", "permit"], names=["a", "b", "c"])
    asked = replace(problem, if_asked=np.array([[1, 2], [1, 1]], dtype=np.int32))
    (reason,) = why_infeasible(asked)
    assert reason.key == "nobody_offers"
    assert reason.facts == {
        "need": "permit",
        "needed": 1.0,
        "offered": 0.0,
        "share_0_1": 0.0,
        "not_counted_on": (),
        "if_asked": ("b", "c"),
    }


def test_too_little_tells_how_much_and_who_is_not_counted_on() -> None:
    (reason,) = why_infeasible(CoalitionProblem.of([[30, 40, 50]], [100], names=["a", "b", "c"], must_not=["c"]))
    assert reason.key == "not_enough_offered"
    assert (reason.facts["offered"], reason.facts["not_counted_on"]) == (70.0, ("c",))


def test_rules_in_each_others_way_are_told_and_no_other() -> None:
    problem = CoalitionProblem.of(
        [[1, 0, 0, 0], [0, 1, 1, 0]],
        names=["a", "b", "c", "d"],
        sector=["x", "x", "y", "y"],
        conflicts=[("a", "b"), ("c", "d")],
        must_not=["c"],
        rules=[SectorRule("x", at_most=2)],
    )
    (reason,) = why_infeasible(problem)
    kinds = {(rule.kind, *rule.about) for rule in reason.facts["rules"]}
    assert kinds == {("need", "need 1"), ("need", "need 2"), ("conflict", "a", "b"), ("must_not", "c")}
    assert set(reason.facts["enough"]) == set(reason.facts["rules"])


def test_small_sector_and_double_order_are_told() -> None:
    (few,) = why_infeasible(CoalitionProblem.of([[1, 1]], sector=["x", "y"], rules=[SectorRule("x", at_least=2)]))
    assert (few.key, few.facts) == ("sector_has_too_few", {"sector": "x", "at_least": 2, "known": 1})
    (both,) = why_infeasible(CoalitionProblem.of([[1, 1]], names=["a", "b"], must=["a"], must_not=["a"]))
    assert (both.key, both.facts) == ("told_in_and_out", {"body": "a"})


def test_without_time_it_says_so() -> None:
    (reason,) = why_infeasible(CoalitionProblem.of([[1, 0], [0, 1]], max_size=1), seconds=0.0)
    assert reason.key == "not_settled_in_time"
