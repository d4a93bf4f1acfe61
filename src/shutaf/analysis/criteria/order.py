"""In which order do scores put the candidates, and does one more candidate turn it?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Bools, Floats, Ints

ALIKE = 1e-9
NOISE = 1e-14
"""Ours: scores that differ by less than a billionth of their spread, or of what the machine's arithmetic adds, are equal."""


def ranks(scores: npt.ArrayLike) -> Ints:
    """The place of each candidate, 1 = the highest score; equal scores share the better place (1, 1, 3).

    scores: (n,), or (w, n) one ranking a row, in any unit; a difference under a billionth of the row's spread is none. NaN stands behind all others.
    Returns int32 of the same shape. Raises ValueError for infinite scores. O(w n log n).

    >>> ranks([0.2, 0.9, 0.2]).tolist()
    [2, 1, 2]
    """
    rounded = _in_steps(np.atleast_2d(np.asarray(scores, dtype=np.float64)))
    order = np.argsort(-rounded, axis=1)
    ordered = np.take_along_axis(rounded, order, axis=1)
    place = np.zeros(rounded.shape, dtype=np.int32)
    place[:, 1:] = np.where(ordered[:, 1:] < ordered[:, :-1], np.arange(1, rounded.shape[1], dtype=np.int32), 0)
    found = np.empty_like(place)
    np.put_along_axis(found, order, np.maximum.accumulate(place, axis=1) + 1, axis=1)
    return found.reshape(np.shape(scores))


def _in_steps(array: Floats) -> Floats:
    """Each row as whole steps under its highest score, so that equal scores are equal whatever their unit."""
    if np.isinf(array).any():
        raise ValueError("scores must be finite")
    if not array.size:
        return array
    known = np.isnan(array)
    low, high = np.where(known, np.inf, array).min(axis=1), np.where(known, -np.inf, array).max(axis=1)
    low, high = np.where(np.isinf(low), 0.0, low), np.where(np.isinf(high), 0.0, high)
    step = np.maximum(ALIKE * (high / 2 - low / 2), NOISE * np.maximum(np.abs(low), np.abs(high)))
    steps = np.round((array / 2 - high[:, None] / 2) / np.where(step > 0, step, 1.0)[:, None])
    return np.where(known, -np.inf, steps)


def mean_ranks(scores: npt.ArrayLike) -> Floats:
    """The place of each candidate counted from the lowest score, equal scores sharing the mean of their places: shape and NaN as in `ranks`.

    >>> mean_ranks([0.2, 0.9, 0.2]).tolist()
    [1.5, 3.0, 1.5]
    """
    array = np.asarray(scores, dtype=np.float64)
    return np.asarray((ranks(-array) + array.shape[-1] + 1 - ranks(array)) / 2)


@dataclass(frozen=True)
class Reversals:
    """What taking one candidate away does to the others.

    first: (n,) int32, who comes first (lowest row among equals) when that candidate is missing; -1 where nobody is left.
    pairs_turned: (n,) int32, pairs of the remaining whose order is another one without it. first_moves: (n,) True where another comes first
    although the first was not the one taken away.
    """

    first: Ints
    pairs_turned: Ints
    first_moves: Bools


def rank_reversals(score: Callable[[Floats], Floats], values: npt.ArrayLike) -> Reversals:
    """Does the order of two candidates hang on a third one?

    score: from a table (k, c) the scores (k,) of its rows, more is better. values: (n, c). TOPSIS and PROMETHEE may turn pairs, and so may a
    weighted sum, whose scale hangs on the largest value; a method that does not is proof against padding the list. O(n) calls of `score`, O(n^3).
    Source: rank reversal, Belton & Gear 1983, Omega 11:228-230. Ours: every candidate taken away once.

    >>> rank_reversals(lambda table: table.sum(axis=1), [[1.0], [3.0], [2.0]]).pairs_turned.tolist()
    [0, 0, 0]
    """
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != 2:
        raise ValueError("values must be a table: one row a candidate")
    n = len(array)
    whole = ranks(score(array)) if n else np.zeros(0, dtype=np.int32)
    first, turned = np.full(n, -1, dtype=np.int32), np.zeros(n, dtype=np.int32)
    for gone in range(n):
        left = np.delete(np.arange(n), gone)
        if len(left):
            without = ranks(score(array[left]))
            first[gone] = left[int(np.argmin(without))]
            before, after = np.sign(whole[left][:, None] - whole[left]), np.sign(without[:, None] - without)
            turned[gone] = int((before != after).sum()) // 2
    leader = int(np.argmin(whole)) if n else -1
    moves = (first != leader) & (np.arange(n) != leader) & (first >= 0)
    return Reversals(first, turned, moves)
