"""On which objectives do two actors want the same, and on which the opposite?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Floats


@dataclass(frozen=True)
class Order:
    """One order of the positions: 1 signs only, 2 with how much each objective touches an actor, 3 also with the actor's relation of forces.

    mao: (n, m). caa, daa: (n, n), how much two actors agree, and disagree. mobilisation: (m,) sum of |mao| of each objective; in_favour (0 and
    up) and against (0 and under) are its two sides. involvement: (n,) sum of |mao| of each actor. convergence_percent: 0 .. 100, NaN where no two
    actors take a position on one objective. ambivalence: (n,) 0 .. 1, NaN for an actor that shares no objective with another.
    """

    mao: Floats
    caa: Floats
    daa: Floats
    mobilisation: Floats
    in_favour: Floats
    against: Floats
    involvement: Floats
    convergence_percent: float
    ambivalence: Floats


def order_of(mao: Floats) -> Order:
    """Everything of one order from its positions (n, m). O(n^2 m)."""
    mao = mao + 0.0  # no negative zero, which would be printed
    agree, differ = caa(mao), daa(mao)
    size = np.abs(mao)
    return Order(
        mao, agree, differ, size.sum(axis=0), np.maximum(mao, 0.0).sum(axis=0), np.minimum(mao, 0.0).sum(axis=0) + 0.0, size.sum(axis=1),
        convergence_percent(agree, differ), ambivalence(agree, differ),
    )  # fmt: skip


def caa(mao: npt.ArrayLike) -> Floats:
    """How much two actors agree: over the objectives both want or both refuse, the mean of their two positions' sizes, summed.

    mao: (n, m) float64 of any order; the sign is for or against, 0 indifferent. Returns (n, n) symmetric, 0 and up, the diagonal 0.
    Raises ValueError for NaN or infinity. O(n^2 m). Source: Godet 1991 (convergence).

    >>> caa([[2, -1], [4, 3], [0, -1]]).tolist()
    [[0.0, 3.0, 1.0], [3.0, 0.0, 0.0], [1.0, 0.0, 0.0]]
    """
    wanting, refusing, want, refuse = _sides(mao)
    return _doubled(wanting @ want.T + refusing @ refuse.T)


def daa(mao: npt.ArrayLike) -> Floats:
    """How much two actors disagree: the same sum over the objectives that one wants and the other refuses.

    mao: as in `caa`. Returns (n, n) symmetric, 0 and up, the diagonal 0. Raises ValueError for NaN or infinity. O(n^2 m). Source: Godet 1991 (divergence).

    >>> daa([[2, -1], [4, 3], [0, -1]]).tolist()
    [[0.0, 2.0, 0.0], [2.0, 0.0, 2.0], [0.0, 2.0, 0.0]]
    """
    wanting, refusing, want, refuse = _sides(mao)
    return _doubled(wanting @ refuse.T + refusing @ want.T)


def convergence_percent(agree: npt.ArrayLike, differ: npt.ArrayLike) -> float:
    """How much of all that is shared is shared as the same will: 100 * sum of caa / (sum of caa + sum of daa); NaN where both sums are 0.

    agree, differ: (n, n), results of `caa` and `daa`. Source: Godet 1991.

    >>> convergence_percent([[0, 3], [3, 0]], [[0, 1], [1, 0]])
    75.0
    """
    one, other = float(np.sum(agree)), float(np.sum(differ))
    return 100.0 * one / (one + other) if one + other > 0 else float("nan")


def ambivalence(agree: npt.ArrayLike, differ: npt.ArrayLike) -> Floats:
    """How much each actor agrees and disagrees with the same others: 0 with each only the one or the other, 1 with each as much as both.

    agree, differ: (n, n), results of `caa` and `daa`. Returns (n,): 1 - sum_j |caa_ij - daa_ij| / sum_j (caa_ij + daa_ij);
    NaN for an actor that shares no objective with any other. Source: Godet 1991. Ours: NaN there.

    >>> ambivalence([[0, 3], [3, 0]], [[0, 1], [1, 0]]).tolist()
    [0.5, 0.5]
    """
    one, other = np.asarray(agree, dtype=np.float64), np.asarray(differ, dtype=np.float64)
    apart, whole = np.abs(one - other).sum(axis=1), (one + other).sum(axis=1)
    known = whole > 0
    return np.where(known, np.clip(1.0 - apart / np.where(known, whole, 1.0), 0.0, 1.0), np.nan)


def _sides(mao: npt.ArrayLike) -> tuple[Floats, Floats, Floats, Floats]:
    """How much each actor wants and refuses each objective, and the same as 1 and 0."""
    positions = np.asarray(mao, dtype=np.float64)
    if positions.ndim != 2 or not np.all(np.isfinite(positions)):
        raise ValueError("mao must have a row for each actor and a column for each objective, each cell a number")
    wanting, refusing = np.maximum(positions, 0.0), np.maximum(-positions, 0.0)
    return wanting, refusing, (positions > 0).astype(np.float64), (positions < 0).astype(np.float64)


def _doubled(half: Floats) -> Floats:
    """Both actors' sizes: the half sum of the matrix and its mirror, without an actor's agreement with itself."""
    whole = (half + half.T) / 2.0
    np.fill_diagonal(whole, 0.0)
    return whole
