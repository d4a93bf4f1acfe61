"""Can these numbers be ranked at all? What every method of this room checks before it computes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Floats

LARGEST = 1e150
"""The square of a larger number is none any more."""


def table(values: npt.ArrayLike, better: npt.ArrayLike, *, complete: str = "") -> tuple[Floats, Floats]:
    """The table (n, c) and the direction of each criterion (c,), checked.

    complete: the name of a method that cannot do with unknown values (NaN); "" where they may be. Raises ValueError with a plain sentence.
    """
    array, direction = np.asarray(values, dtype=np.float64), np.asarray(better, dtype=np.float64)
    if array.ndim != 2:
        raise ValueError("values must be a table: one row a candidate, one column a criterion")
    if direction.shape != (array.shape[1],) or not np.isin(direction, (-1.0, 1.0)).all():
        raise ValueError("better must hold +1 (more is better) or -1 (less is better) for each criterion")
    if np.any(np.abs(array) > LARGEST):
        raise ValueError("values must be finite, and under 1e150: choose a larger unit")
    if complete and np.isnan(array).any():
        raise ValueError(f"{complete} needs every value")
    return array, direction


def scaled(weights: npt.ArrayLike, criteria: int) -> Floats:
    """Weights (c,) scaled to sum 1. Raises ValueError for negative, unknown or all-zero weights, and for another number of them."""
    if np.ndim(weights) != 1:
        raise ValueError("weights must hold one number for each criterion")
    return np.asarray(scaled_rows(weights, criteria)[0])


def scaled_rows(weights: npt.ArrayLike, criteria: int) -> Floats:
    """Weightings (w, c), or one (c,), each row scaled to sum 1: (w, c). Raises ValueError as `scaled`."""
    array = np.atleast_2d(np.asarray(weights, dtype=np.float64))
    if array.ndim != 2 or array.shape[1] != criteria:
        raise ValueError("weights must hold one number for each criterion")
    if not np.isfinite(array).all() or np.any(array < 0) or not criteria or np.any(array.max(axis=1) <= 0):
        raise ValueError("weights must be 0 or more, with a positive sum")
    array = array / array.max(axis=1, keepdims=True)
    return np.asarray(array / array.sum(axis=1, keepdims=True))
