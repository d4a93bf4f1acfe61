"""Who can act on whom, straight and through one other, and what does that make of each actor's strength?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from shutaf.analysis.actors.mactor.checked import checked_influence
from shutaf.analysis.actors.power_interest import Texts
from shutaf.analysis.situation import Floats

PLANE: Final = ("dominant", "relay", "autonomous", "dominated")
"""Godet's names for the four parts of the plane. They stay inside the library: nothing prints them (docs/explain/decisions/013)."""

NEAR: Final = 1e-9
"""Ours: a sum nearer to the mean than this counts as on it, so that a rounding never moves an actor across."""


@dataclass(frozen=True)
class Balance:
    """What each actor can do to the others, and they to it. All (n,) float64, 0 and up.

    influence: sum of its row without the diagonal. dependence: sum of its column without the diagonal. feedback: the diagonal, what comes
    back to it through others. raw: r, its share of all influence, less feedback, times influence / (influence + dependence).
    competitiveness: R, n times its share of all r: the mean is 1; 0 for an actor without influence and dependence, and 0 for all where no r is above 0.
    """

    influence: Floats
    dependence: Floats
    feedback: Floats
    raw: Floats
    competitiveness: Floats


def mdii(mdi: npt.ArrayLike) -> Floats:
    """Direct and indirect influences: what an actor can do to another itself, and through one other (the weaker of the two steps).

    mdi: (n, n) float64, 0 none .. 4 existence, row acts on column; the diagonal is not read and counts 0. n at most 500.
    Returns (n, n): MDI_ij + sum_k min(MDI_ik, MDI_kj); on the diagonal what comes back to the actor.
    Raises ValueError where a cell is no number of 0 .. 4 (which cell is said). O(n^3).
    Source: Godet 1991, Futures 23(6), 605-622. Never the matrix product.

    >>> mdii([[0, 3, 0], [0, 0, 2], [1, 0, 0]]).tolist()
    [[0.0, 3.0, 2.0], [1.0, 0.0, 2.0], [1.0, 1.0, 0.0]]
    """
    direct = checked_influence(mdi)
    found = direct.copy()
    for between in range(len(direct)):
        found += np.minimum(direct[:, between, None], direct[None, between, :])
    return found


def mmdii(mdi: npt.ArrayLike) -> Floats:
    """The strongest single way from each actor to each other, straight or through one other.

    mdi: as in `mdii`. Returns (n, n): max(MDI_ij, max_k min(MDI_ik, MDI_kj)), the diagonal 0. Raises ValueError as `mdii`. O(n^3).
    Source: Godet 1991.

    >>> mmdii([[0, 3, 0], [0, 0, 2], [1, 0, 0]]).tolist()
    [[0.0, 3.0, 2.0], [1.0, 0.0, 2.0], [1.0, 1.0, 0.0]]
    """
    direct = checked_influence(mdi)
    found = direct.copy()
    for between in range(len(direct)):
        np.maximum(found, np.minimum(direct[:, between, None], direct[None, between, :]), out=found)
    np.fill_diagonal(found, 0.0)
    return found


def balance(influences: npt.ArrayLike) -> Balance:
    """Influence, dependence, feedback and the relation of forces of each actor.

    influences: (n, n) float64, 0 and up: a result of `mdii` (gives r and R) or `mmdii` (gives q and Q).
    r_i = (I_i - diagonal_i) / sum_k I_k * I_i / (I_i + D_i): the feedback is taken off an I that already leaves the diagonal out.
    Returns a Balance. Raises ValueError unless it is square and each cell a number of 0 and up.
    Source: Godet 1991. Ours: r = 0 where I + D = 0, R = 0 for all where no r is above 0.

    >>> balance(mdii([[0, 3, 0], [0, 0, 2], [1, 0, 0]])).competitiveness.round(3).tolist()
    [1.94, 0.698, 0.362]
    """
    matrix = np.asarray(influences, dtype=np.float64)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise ValueError(f"influences must have a row and a column for each actor; its shape is {matrix.shape}")
    if not np.all((matrix >= 0) & np.isfinite(matrix)):
        raise ValueError("influences must be numbers of 0 and up")
    feedback = matrix.diagonal().copy()
    others = matrix.copy()
    np.fill_diagonal(others, 0.0)
    influence, dependence = others.sum(axis=1), others.sum(axis=0)
    raw = _share(influence - feedback, influence.sum()) * _share(influence, influence + dependence)
    return Balance(influence, dependence, feedback, raw, len(matrix) * _share(raw, raw.sum()))


def net_scale(influences: npt.ArrayLike) -> Floats:
    """By how much each actor can do more to another than that one to it: (n, n), NS_ij = influences_ij - influences_ji. Source: Godet 1991.

    >>> net_scale(mdii([[0, 3], [1, 0]])).tolist()
    [[0.0, 2.0], [-2.0, 0.0]]
    """
    matrix = np.asarray(influences, dtype=np.float64)
    return matrix - matrix.T


def plane(influence: npt.ArrayLike, dependence: npt.ArrayLike) -> Texts:
    """The part of the influence x dependence plane of each actor, cut at the two means: (n,) text, one of PLANE.

    influence, dependence: (n,) float64. On the mean counts as high. Source: Godet 1991. Ours: the rule for an actor on the mean.

    >>> plane([9, 1, 5], [1, 9, 5]).tolist()
    ['dominant', 'dominated', 'relay']
    """
    is_strong, is_bound = _from_mean_up(influence), _from_mean_up(dependence)
    return np.select([is_strong & ~is_bound, is_strong & is_bound, ~is_strong & ~is_bound], list(PLANE[:3]), default=PLANE[3])


def _from_mean_up(values: npt.ArrayLike) -> npt.NDArray[np.bool_]:
    listed = np.asarray(values, dtype=np.float64)
    return listed >= (listed.mean() if listed.size else 0.0) - NEAR


def _share(part: Floats, whole: Floats | np.float64) -> Floats:
    """part / whole, and 0 where the whole is 0."""
    total = np.broadcast_to(np.asarray(whole, dtype=np.float64), part.shape)
    return np.divide(part, total, out=np.zeros_like(part), where=total != 0)
