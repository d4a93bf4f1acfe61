"""The Pareto front of size or cost and trust, against trying every set."""

from __future__ import annotations

import numpy as np
import pytest
from every_set import every_set, price, problems, trust
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.coalition import CoalitionProblem, front


@settings(max_examples=18, deadline=None, derandomize=True)
@given(problems(7), st.sampled_from(["size", "cost"]))
def test_front_is_what_trying_every_set_leaves(problem: CoalitionProblem, by: str) -> None:
    sets = list(every_set(problem))
    seen = {(float(len(s)) if by == "size" else round(price(problem, s), 6), round(trust(problem, s), 6)) for s in sets}
    best = sorted((value, t) for value, t in seen if not any(v <= value and u >= t and (v, u) != (value, t) for v, u in seen))
    found = front(problem, by=by)  # type: ignore[arg-type]
    assert found.is_whole
    if not best or np.isnan(problem.trust).all() or not found.points[0].chosen:
        return
    points = [(float(len(p.chosen)) if by == "size" else p.cost, p.trust) for p in found.points]
    assert points == [(pytest.approx(v, abs=1e-6), pytest.approx(t, abs=1e-6)) for v, t in best]


def test_front_without_any_known_trust_has_one_point() -> None:
    found = front(CoalitionProblem.of([[1, 1]]))
    assert [point.members for point in found.points] == [("1",)]
    assert found.is_whole


def test_front_of_the_impossible_is_empty_and_one_cut_short_says_so() -> None:
    assert front(CoalitionProblem.of([[0.0]])).points == ()
    short = front(CoalitionProblem.of([[1, 0.5, 0.5]], trust=[1, 3, 4]), most=1)
    assert (len(short.points), short.is_whole) == (1, False)
