"""The smallest set of bodies, against brute force."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.coalition.problem import TOLERANCE, CoverProblem, greedy_cover, smallest_cover, smallest_size


def satisfies(problem: CoverProblem, chosen: tuple[int, ...]) -> bool:
    some = list(chosen)
    return bool(np.all(problem.reach[:, some].sum(axis=1) >= 1 - TOLERANCE) and np.all(problem.sides[:, some].sum(axis=1) >= 1))


def brute_force(problem: CoverProblem) -> tuple[int, ...]:
    """Every set, smallest first; among the smallest: fewest demands resting on unknown amounts, fewest idle bodies, most links, first in order."""
    for size in range(1, len(problem.links) + 1):
        every = combinations(range(len(problem.links)), size)
        if found := [chosen for chosen in every if satisfies(problem, chosen) and problem.keeps(chosen)]:
            return min(
                found, key=lambda c: (_unsure(problem, c), _idle(problem, c), _counted(problem, c), -int(problem.links[list(c)].sum()), c)
            )
    return ()


def _counted(problem: CoverProblem, chosen: tuple[int, ...]) -> int:
    return int(problem.counts[list(chosen)].sum())


def _unsure(problem: CoverProblem, chosen: tuple[int, ...]) -> int:
    return int((problem.share[:, list(chosen)].sum(axis=1) < 1 - TOLERANCE).sum())


def _idle(problem: CoverProblem, chosen: tuple[int, ...]) -> int:
    return sum(not problem.reach[:, i].any() for i in chosen)


@st.composite
def problems(draw: st.DrawFn) -> CoverProblem:
    bodies, demands, sides = draw(st.integers(2, 9)), draw(st.integers(1, 3)), draw(st.integers(0, 3))

    def grid(cell: st.SearchStrategy[float], rows: int) -> list[list[float]]:
        return draw(st.lists(st.lists(cell, min_size=bodies, max_size=bodies), min_size=rows, max_size=rows))

    share = np.array(grid(st.sampled_from([0.0, 0.0, 0.25, 0.5, 1.0]), demands))
    may = np.array(grid(st.sampled_from([False, False, False, True]), demands), dtype=np.bool_)
    side = np.array(grid(st.booleans(), sides), dtype=np.bool_).reshape(sides, bodies)
    share[np.where(may, 1.0, share).sum(axis=1) < 1, 0] = 1.0
    side[side.sum(axis=1) < 1, -1] = True
    return CoverProblem(share, may, side, np.array(grid(st.integers(0, 2), 1)[0], dtype=np.int32))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(problems())
def test_answer_is_the_one_that_trying_everything_finds(problem: CoverProblem) -> None:
    found = smallest_cover(problem)
    assert found.chosen == brute_force(problem)
    assert found.proven
    assert found.bound <= len(found.chosen) == smallest_size(problem)


@st.composite
def with_rules(draw: st.DrawFn) -> CoverProblem:
    """Counted on elsewhere, musts, conflicts and cuts: rules that name bodies."""
    plain = draw(problems())
    n = len(plain.links)
    one = st.integers(0, n - 1)
    counted = np.array(draw(st.lists(st.integers(0, 2), min_size=n, max_size=n)), dtype=np.int32)
    pairs = st.tuples(one, one).filter(lambda pair: pair[0] != pair[1])
    some = st.lists(st.lists(one, min_size=1, max_size=3, unique=True).map(tuple), max_size=2).map(tuple)
    must = draw(st.lists(one, max_size=2, unique=True).map(tuple))
    return replace(plain, counted=counted, must=must, conflicts=tuple(draw(st.lists(pairs, max_size=2))), cuts=draw(some))


@settings(max_examples=120, deadline=None, derandomize=True)
@given(with_rules())
def test_rules_that_name_bodies_are_kept_as_trying_everything_keeps_them(problem: CoverProblem) -> None:
    found = smallest_cover(problem)
    assert found.chosen == brute_force(problem)
    assert found.proven
    assert found.is_impossible == (not found.chosen)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(problems())
def test_greedy_set_covers_and_is_never_smaller_than_the_smallest(problem: CoverProblem) -> None:
    greedy = greedy_cover(problem)
    assert satisfies(problem, greedy)
    assert len(greedy) >= len(brute_force(problem))


def test_many_small_gifts_add_up() -> None:
    share = np.full((1, 40), 0.1)
    found = smallest_cover(
        CoverProblem(share, np.zeros((1, 40), dtype=np.bool_), np.zeros((0, 40), dtype=np.bool_), np.zeros(40, dtype=np.int32))
    )
    assert found.chosen == tuple(range(10))


def test_what_all_together_cannot_cover_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be covered"):
        CoverProblem(
            np.array([[0.4, 0.5]]), np.zeros((1, 2), dtype=np.bool_), np.zeros((0, 2), dtype=np.bool_), np.zeros(2, dtype=np.int32)
        )


def test_columns_must_agree() -> None:
    with pytest.raises(ValueError, match="one column per body"):
        CoverProblem(np.ones((1, 2)), np.zeros((1, 2), dtype=np.bool_), np.zeros((0, 3), dtype=np.bool_), np.zeros(2, dtype=np.int32))


def test_out_of_time_answer_is_feasible_and_says_it_is_not_proven() -> None:
    rng = np.random.default_rng(4)
    share = rng.uniform(0.01, 0.2, (20, 120))
    problem = CoverProblem(share, np.zeros((20, 120), dtype=np.bool_), np.zeros((0, 120), dtype=np.bool_), np.zeros(120, dtype=np.int32))
    found = smallest_cover(problem, limit_seconds=1e-6)
    assert satisfies(problem, found.chosen)
    assert not found.proven
    assert found.bound <= len(found.chosen)


def test_solver_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    rng = np.random.default_rng(1)
    for _ in range(20):
        share = np.where(rng.random((3, 30)) < 0.3, rng.choice([0.25, 0.5, 1.0], (3, 30)), 0.0)
        share[:, 0] = 1.0
        smallest_cover(
            CoverProblem(share, rng.random((3, 30)) < 0.1, np.ones((1, 30), dtype=np.bool_), rng.integers(0, 3, 30).astype(np.int32))
        )
    assert capfd.readouterr().out == ""
