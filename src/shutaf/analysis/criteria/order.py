"""In which order do scores put the candidates, and does one more candidate turn it?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Bools, Floats, Ints

ALIKE_DECIMALS = 9
"""Ours: scores that agree to nine decimals are equal; what differs after that is the arithmetic of the machine."""


def ranks(scores: npt.ArrayLike) -> Ints:
    """The place of each candidate, 1 = the highest score; equal scores share the better place (1, 1, 3).

    scores: (n,), or (w, n) one ranking a row; equal to nine decimals counts as equal. NaN stands behind all others. Returns int32 of the same shape.
    O(w n log n).

    >>> ranks([0.2, 0.9, 0.2]).tolist()
    [2, 1, 2]
    """
    array = np.atleast_2d(np.asarray(scores, dtype=np.float64))
    rounded = np.where(np.isnan(array), -np.inf, np.round(array, ALIKE_DECIMALS))
    order = np.argsort(-rounded, axis=1)
    ordered = np.take_along_axis(rounded, order, axis=1)
    place = np.zeros(array.shape, dtype=np.int32)
    place[:, 1:] = np.where(ordered[:, 1:] < ordered[:, :-1], np.arange(1, array.shape[1], dtype=np.int32), 0)
    found = np.empty_like(place)
    np.put_along_axis(found, order, np.maximum.accumulate(place, axis=1) + 1, axis=1)
    return found.reshape(np.shape(scores))


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
    n = len(array)
    whole = np.round(score(array), ALIKE_DECIMALS)
    first, turned = np.full(n, -1, dtype=np.int32), np.zeros(n, dtype=np.int32)
    for gone in range(n):
        left = np.delete(np.arange(n), gone)
        if len(left):
            without = np.round(score(array[left]), ALIKE_DECIMALS)
            first[gone] = left[int(np.argmax(without))]
            before, after = np.sign(whole[left][:, None] - whole[left]), np.sign(without[:, None] - without)
            turned[gone] = int((before != after).sum()) // 2
    leader = int(np.argmax(whole)) if n else -1
    moves = (first != leader) & (np.arange(n) != leader) & (first >= 0)
    return Reversals(first, turned, moves)
