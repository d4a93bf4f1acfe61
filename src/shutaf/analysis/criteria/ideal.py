"""How near is each candidate to a candidate that is best in everything?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.inputs import scaled, scaled_rows, table
from shutaf.analysis.criteria.order import ranks
from shutaf.analysis.situation import Floats, Ints


@dataclass(frozen=True)
class Topsis:
    """Every step of TOPSIS, for n candidates and c criteria.

    normalised: (n, c) values over the length of their column. weighted: (n, c) these times the weight. ideal_best, ideal_worst: (c,) the best
    and the worst of each weighted column (of a cost the best is the smallest). distance_best, distance_worst: (n,) Euclidean.
    closeness: (n,) 0 .. 1. rank: (n,) int32, 1 = nearest to the ideal, equals share the better place.
    """

    normalised: Floats
    weighted: Floats
    ideal_best: Floats
    ideal_worst: Floats
    distance_best: Floats
    distance_worst: Floats
    closeness: Floats
    rank: Ints


def topsis_steps(values: npt.ArrayLike, better: npt.ArrayLike, weights: npt.ArrayLike) -> Topsis:
    """TOPSIS with all it computes on the way; see `topsis` for what goes in.

    >>> topsis_steps([[1.0], [3.0]], [1], [1]).rank.tolist()
    [2, 1]
    """
    array, direction = table(values, better, complete="TOPSIS")
    share = scaled(weights, array.shape[1])
    largest = np.abs(array).max(axis=0, initial=0.0)
    array = array / np.where(largest > 0, largest, 1.0)
    length = np.sqrt((array**2).sum(axis=0))
    normalised = array / np.where(length > 0, length, 1.0)
    weighted = normalised * share
    if not len(array):
        nobody, nothing = np.zeros(0), np.full(array.shape[1], np.nan)
        return Topsis(normalised, weighted, nothing, nothing, nobody, nobody, nobody, nobody.astype(np.int32))
    best = np.where(direction > 0, weighted.max(axis=0), weighted.min(axis=0))
    worst = np.where(direction > 0, weighted.min(axis=0), weighted.max(axis=0))
    to_best = np.sqrt(((weighted - best) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - worst) ** 2).sum(axis=1))
    both = to_best + to_worst
    closeness = np.where(both > 0, to_worst / np.where(both > 0, both, 1.0), 0.5)
    return Topsis(normalised, weighted, best, worst, to_best, to_worst, closeness, ranks(closeness))


def topsis(values: npt.ArrayLike, better: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """Closeness of each candidate to the best of everything: (n,) float64, 0 (worst in all) .. 1 (best in all).

    values: (n, c), no NaN, each column divided by its length (vector normalisation), so any unit. better: (c,) +1 more, -1 less.
    weights: (c,), 0 and up, positive sum; scaled to sum 1. A column of zeros says nothing; where all candidates are alike each gets 0.5 (ours).
    The ideal is made of the candidates themselves: adding or dropping one can turn the order of two others (`rank_reversals` shows it).
    Raises ValueError on NaN or infinite values and on wrong weights. Source: Hwang & Yoon 1981, pp. 128-134.

    >>> topsis([[1.0, 5.0], [3.0, 5.0], [2.0, 5.0]], [1, -1], [1, 1]).round(3).tolist()
    [0.0, 1.0, 0.5]
    """
    return topsis_steps(values, better, weights).closeness


def topsis_under(values: npt.ArrayLike, better: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """The closeness of `topsis` under many weightings at once: (w, n) for weights (w, c). O(w n c). Source: Hwang & Yoon 1981, pp. 128-134.

    >>> topsis_under([[1.0, 5.0], [3.0, 4.0]], [1, 1], [[1, 0], [0, 1]]).tolist()
    [[0.0, 1.0], [1.0, 0.0]]
    """
    steps = topsis_steps(values, better, np.ones(np.size(better)))
    share = scaled_rows(weights, steps.weighted.shape[1]) ** 2
    size = len(steps.ideal_best)
    to_best, to_worst = (np.sqrt(share @ ((steps.weighted - end).T * size) ** 2) for end in (steps.ideal_best, steps.ideal_worst))
    both = to_best + to_worst
    return np.asarray(np.where(both > 0, to_worst / np.where(both > 0, both, 1.0), 0.5))
