"""How far do several orders of the same candidates agree: those of different methods, and those of different people?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.order import mean_ranks, ranks
from shutaf.analysis.situation import Bools, Floats, Ints


@dataclass(frozen=True)
class RankAgreement:
    """m methods, n candidates. methods: their names. ranks: (m, n) int32, 1 = first, equals share the better place. first: (m,) row of each method's
    first (the lowest row among equals). kendall_tau: (m, m) tau-b; spearman: (m, m) rho; -1 .. 1, NaN where a method finds all alike.
    best_rank, worst_rank: (n,) int32 over the methods. places_differ: (n,) True where the methods give a candidate different places."""

    methods: tuple[str, ...]
    ranks: Ints
    first: Ints
    kendall_tau: Floats
    spearman: Floats
    best_rank: Ints
    worst_rank: Ints

    @property
    def places_differ(self) -> Bools:
        return np.asarray(self.best_rank != self.worst_rank)


def rank_agreement(scores: Mapping[str, npt.ArrayLike]) -> RankAgreement:
    """Where methods put the same candidates in different places.

    scores: by method (n,), more is better, each in its own scale; equal as in `ranks`. No NaN. At least one method and one candidate.
    Raises ValueError where they do not fit. O(m^2 n^2).
    Source: Kendall 1945, Biometrika 33:239-251 (tau-b); Spearman 1904 (rho, mean ranks for equals).

    >>> found = rank_agreement({"sum": [0.9, 0.5, 0.1], "ideal": [0.8, 0.2, 0.6]})
    >>> round(float(found.kendall_tau[0, 1]), 3), found.places_differ.tolist()
    (0.333, [False, True, True])
    """
    array = _complete([np.asarray(one, dtype=np.float64) for one in scores.values()])
    places, placed = ranks(array), mean_ranks(array)
    signs = np.sign(placed[:, :, None] - placed[:, None, :]).reshape(len(array), -1)
    length = np.sqrt((signs**2).sum(axis=1))
    middle = placed - (array.shape[1] + 1) / 2
    spread = np.sqrt((middle**2).sum(axis=1))
    with np.errstate(invalid="ignore", divide="ignore"):
        tau = signs @ signs.T / np.outer(length, length)
        rho = middle @ middle.T / np.outer(spread, spread)
    return RankAgreement(
        tuple(scores), places, np.argmin(places, axis=1).astype(np.int32), tau, rho, places.min(axis=0), places.max(axis=0)
    )


@dataclass(frozen=True)
class Concordance:
    """w: Kendall's W, 0 no agreement .. 1 all alike, corrected for equals; NaN where every rater finds all alike. w_uncorrected: without that
    correction. chi_squared: raters x (things - 1) x w, for a test with things - 1 degrees of freedom from about 8 things on. raters, things: counted."""

    w: float
    w_uncorrected: float
    chi_squared: float
    raters: int
    things: int


def kendall_w(ratings: npt.ArrayLike) -> Concordance:
    """How far raters put the same things in the same order (Kendall's coefficient of concordance).

    ratings: (raters, things), any scale each rater likes, more or less is better for all alike; equals get the mean of their ranks. A thing that a
    rater left out (NaN) is left out for all. Rules of thumb, no laws: 0.5 moderate, 0.7 strong.
    Raises ValueError with fewer than two raters or two things rated by all. O(raters x things log things).
    Source: Kendall & Babington Smith 1939, Annals of Mathematical Statistics 10:275-287; correction for equals: Kendall 1948.

    >>> round(kendall_w([[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]]).w, 3)
    0.162
    """
    array = np.asarray(ratings, dtype=np.float64)
    if array.ndim != 2:
        raise ValueError("ratings must be a table: one row a rater, one column a thing")
    array = array[:, ~np.isnan(array).any(axis=0)]
    m, n = array.shape
    if m < 2 or n < 2:
        raise ValueError("agreement needs two raters and two things rated by all of them")
    placed = mean_ranks(array)
    spread = float(((placed.sum(axis=0) - m * (n + 1) / 2) ** 2).sum())
    equals = sum(float((counts**3 - counts).sum()) for row in placed for counts in [np.unique(row, return_counts=True)[1].astype(float)])
    most = m * m * (n**3 - n)
    w = 12 * spread / (most - m * equals) if most - m * equals > 0 else np.nan
    return Concordance(w, 12 * spread / most, m * (n - 1) * w, m, n)


def _complete(rows: list[Floats]) -> Floats:
    if not rows or any(row.ndim != 1 or row.shape != rows[0].shape for row in rows) or not rows[0].size:
        raise ValueError("every method must score the same candidates")
    array = np.array(rows)
    if np.isnan(array).any():
        raise ValueError("every method must score every candidate")
    return array
