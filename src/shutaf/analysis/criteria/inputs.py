"""Can these numbers be ranked at all? What every method of this room checks before it computes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Floats


def table(values: npt.ArrayLike, better: npt.ArrayLike, *, complete: str = "") -> tuple[Floats, Floats]:
    """The table (n, c) and the direction of each criterion (c,), checked.

    complete: the name of a method that cannot do with unknown values (NaN); "" where they may be. Raises ValueError with a plain sentence.
    """
    array, direction = np.asarray(values, dtype=np.float64), np.asarray(better, dtype=np.float64)
    if array.ndim != 2:
        raise ValueError("values must be a table: one row a candidate, one column a criterion")
    if direction.shape != (array.shape[1],) or not np.isin(direction, (-1.0, 1.0)).all():
        raise ValueError("better must hold +1 (more is better) or -1 (less is better) for each criterion")
    if np.isinf(array).any():
        raise ValueError("values must be finite")
    if complete and np.isnan(array).any():
        raise ValueError(f"{complete} needs every value")
    return array, direction


def scaled(weights: npt.ArrayLike, criteria: int) -> Floats:
    """Weights (c,), or (w, c) one weighting a row, each scaled to sum 1. Raises ValueError for negative, unknown or all-zero weights."""
    array = np.asarray(weights, dtype=np.float64)
    if array.ndim not in (1, 2) or array.shape[-1] != criteria:
        raise ValueError("weights must hold one number for each criterion")
    total = array.sum(axis=-1, keepdims=True)
    if not np.isfinite(array).all() or np.any(array < 0) or np.any(total <= 0):
        raise ValueError("weights must be 0 or more, with a positive sum")
    return np.asarray(array / total)
