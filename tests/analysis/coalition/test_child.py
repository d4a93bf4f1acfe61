"""The process that is ended when time is up: the same answers, and nothing left running."""

from __future__ import annotations

import subprocess
from typing import Any

import numpy as np
import pytest

from shutaf.analysis.coalition import CoalitionProblem, SectorRule, child, solve


def drawn(n: int, d: int, seed: int) -> CoalitionProblem:
    """n candidates, d needs of many hands each: sums that are hard to prove."""
    random = np.random.default_rng(seed)
    amount = random.integers(0, 9, (d, n)) * (random.random((d, n)) < 0.8)
    return CoalitionProblem.of(
        amount.tolist(), (amount.sum(axis=1) * 0.2).tolist(), names=[f"b{i:05}" for i in range(n)], cost=random.integers(50, 60, n).tolist()
    )


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The children that were started."""
    found: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def noted(*words: Any, **options: Any) -> subprocess.Popen[bytes]:
        found.append(start(*words, **options))
        return found[-1]

    monkeypatch.setattr(child.subprocess, "Popen", noted)
    return found


def test_a_child_gives_the_answer_of_this_process(started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch) -> None:
    problem = CoalitionProblem.of(
        [[60, 40, 0, 100], [0, 1, 1, 0]], [100, 1], names=["Bank", "Club", "Dairy", "Fund"], sector=["firm", "NGO", "firm", "NGO"],
        cost=[1, 1, 1, 1.5], rules=[SectorRule("firm", at_least=1)],
    )  # fmt: skip
    here = solve(problem)
    monkeypatch.setattr(child, "BIG", -1)
    there = solve(problem)
    assert (there.status, there.members, there.cost, there.is_settled) == (here.status, here.members, here.cost, here.is_settled)
    assert len(started) == 1
    assert started[0].poll() is not None


def test_an_impossible_problem_is_impossible_in_a_child_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "BIG", -1)
    assert solve(CoalitionProblem.of([[1.0, 2.0]], [9.0], names=["a", "b"])).status == "infeasible"


def test_a_long_search_is_ended_and_the_best_so_far_is_a_cover(started: list[subprocess.Popen[bytes]]) -> None:
    problem = drawn(1_500, 20, seed=3)
    found = solve(problem, seconds=4.0)
    assert len(started) == 1
    assert started[0].poll() is not None
    assert found.status == "time_limit"
    assert 0 < found.gap < 0.1  # the bound of the relaxation is there at once
    brought = np.zeros(problem.d)
    for need, body, amount in zip(problem.need, problem.body, problem.amount, strict=True):
        brought[need] += amount * (int(body) in found.chosen)
    assert np.all(brought >= problem.needed - 1e-9)
