"""How much trust does one gain for one more member, or for more cost?"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from shutaf.analysis.coalition.building import model_of, trust_filled
from shutaf.analysis.coalition.model import Model
from shutaf.analysis.coalition.solve import SECONDS, CoalitionSolution, solution_of
from shutaf.analysis.coalition.task import CoalitionProblem

STRICTLY = 1e-5
"""Ours: mean trust counts as higher when the sum over the members rises by more than this part of the range of trust."""

MOST_POINTS = 50


@dataclass(frozen=True)
class Front:
    """points: by rising size or cost and rising mean trust; each is the best of its kind. is_whole: proven, and no point is left out."""

    points: tuple[CoalitionSolution, ...]
    is_whole: bool


def front(problem: CoalitionProblem, *, by: Literal["size", "cost"] = "size", most: int = MOST_POINTS, seconds: float = SECONDS) -> Front:
    """The coalitions for which no other has both fewer members (or less cost) and higher mean trust: the Pareto front.

    by "size": the first point has the fewest members that keep all rules, whatever they cost; by "cost": the least cost. Then each next
    point is the smallest (cheapest) with a higher mean trust. Trust that is not known counts as the mean of what is known; with no known
    trust there is one point. Ties: least cost (by size) or fewest members (by cost), then names. most: points at most. **Source:** epsilon constraint method, Haimes,
    Lasdon and Wismer 1971; mean trust at least t is the linear row sum (trust_i - t) x_i >= 0. Checked against trying every set.

    >>> from shutaf.analysis.coalition import CoalitionProblem, front
    >>> found = front(CoalitionProblem.of([[1, 0.5, 0.5]], trust=[1, 3, 4]))
    >>> [(len(point.members), point.trust) for point in found.points], found.is_whole
    ([(1, 1.0), (2, 3.5)], True)
    """
    deadline = time.monotonic() + seconds
    points: list[CoalitionSolution] = []
    for point in _points(problem, _aimed(model_of(problem), by), by, deadline):
        if point.status == "infeasible":
            return Front(tuple(points), is_whole=True)
        if point.status != "proven" or len(points) == most:
            break
        points.append(point)
    return Front(tuple(points), is_whole=False)


def _aimed(model: Model, by: str) -> Model:
    """The aim of the front first; trust is not an aim but a row."""
    aims = model.aims[[1, 0]] if by == "size" else model.aims[[0, 1]]
    return replace(model, aims=aims)


def _points(problem: CoalitionProblem, model: Model, by: str, deadline: float) -> Iterator[CoalitionSolution]:
    """Each next point, the last one infeasible or not proven."""
    point = _asked(problem, model, deadline)
    while point.status == "proven" and point.chosen and not np.isnan(point.trust):
        value = len(point.chosen) if by == "size" else point.cost
        better = _asked(problem, _trusted(problem, model, point.trust), deadline)
        while better.status == "proven" and (len(better.chosen) if by == "size" else better.cost) <= value + 1e-9:
            point = better
            better = _asked(problem, _trusted(problem, model, point.trust), deadline)
        yield point
        point = better
    yield point
    if point.status == "proven":
        yield replace(point, status="infeasible")


def _asked(problem: CoalitionProblem, model: Model, deadline: float) -> CoalitionSolution:
    return solution_of(problem, model, seconds=max(0.0, deadline - time.monotonic()), is_own_aim=True)


def _trusted(problem: CoalitionProblem, model: Model, trust: float) -> Model:
    """Only sets of higher mean trust."""
    filled = trust_filled(problem)
    spread = float(np.ptp(filled)) or 1.0
    order = np.argsort(np.array(problem.names, dtype=object), kind="stable")
    row = np.zeros(len(model.upper))
    row[: problem.n] = (filled[order] - trust) / spread * 1000.0
    return model.with_row(row, STRICTLY * 1000.0, np.inf)
