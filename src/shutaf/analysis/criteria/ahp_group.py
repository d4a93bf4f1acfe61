"""How does a group weigh, when each of its people compared in pairs?"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.ahp import reciprocal
from shutaf.analysis.situation import Floats


def aggregate_judgements(matrices: npt.ArrayLike, shares: npt.ArrayLike | None = None) -> Floats:
    """One matrix of a group that wants to speak as one: (n, n), the geometric mean of each judgement over the raters (AIJ).

    matrices: (raters, n, n), each as `ahp` takes it; NaN in both halves where a rater left a pair out. shares: (raters,) how much each rater
    counts, 0 and up; alike where left out. The mean of a pair runs over those who judged it; NaN where nobody did.
    Only the geometric mean keeps the matrix reciprocal. Raises ValueError as `ahp`, and for wrong shares.
    Source: Aczel & Saaty 1983, J. Math. Psychology 27:93-102; Forman & Peniwati 1998, EJOR 108:165-169.

    >>> aggregate_judgements([[[1, 2], [1/2, 1]], [[1, 8], [1/8, 1]]]).tolist()
    [[1.0, 4.0], [0.25, 1.0]]
    """
    given = np.array(matrices, dtype=np.float64)
    if given.ndim != 3 or not given.size or given.shape[1] != given.shape[2]:
        raise ValueError("judgements of a group must be one square table a rater")
    with np.errstate(divide="ignore", over="ignore"):  # what is no judgement is refused below, by its cell
        mirrored = np.where(np.isnan(given), 1 / given.transpose(0, 2, 1), given)
    for one in mirrored:
        np.fill_diagonal(one, np.where(np.isnan(np.diagonal(one)), 1.0, np.diagonal(one)))
    checked = np.array([reciprocal(np.where(np.isnan(one), 1.0, one)) for one in mirrored])
    return np.asarray(_geometric_mean(np.where(np.isnan(mirrored), np.nan, checked), shares))


def aggregate_priorities(weights: npt.ArrayLike, shares: npt.ArrayLike | None = None) -> Floats:
    """Weights of a group of separate people: (n,) sum 1, the geometric mean of each one's weights (AIP).

    weights: (raters, n) > 0, one row a rater's own `Ahp.weights`. shares: as in `aggregate_judgements`.
    Raises ValueError for weights not above 0 and for wrong shares. Source: Forman & Peniwati 1998, EJOR 108:165-169.

    >>> aggregate_priorities([[0.8, 0.2], [0.2, 0.8]]).tolist()
    [0.5, 0.5]
    """
    array = np.asarray(weights, dtype=np.float64)
    if array.ndim != 2 or not array.size or not np.all(np.isfinite(array) & (array > 0)):
        raise ValueError("weights of a group must be one row a rater, all above 0")
    mean = _geometric_mean(array, shares)
    return np.asarray(mean / mean.sum())


def _geometric_mean(array: Floats, shares: npt.ArrayLike | None) -> Floats:
    """Over the first axis, of what is not NaN."""
    given = np.ones(len(array)) if shares is None else np.asarray(shares, dtype=np.float64)
    if given.shape != (len(array),) or not np.isfinite(given).all() or np.any(given < 0) or given.sum() <= 0:
        raise ValueError("shares must hold one number a rater, 0 or more, with a positive sum")
    counted = np.where(np.isnan(array), 0.0, given.reshape(-1, *[1] * (array.ndim - 1)))
    total = counted.sum(axis=0)
    logs = (counted * np.log(np.where(np.isnan(array), 1.0, array))).sum(axis=0)
    return np.asarray(np.where(total > 0, np.exp(logs / np.where(total > 0, total, 1.0)), np.nan))
