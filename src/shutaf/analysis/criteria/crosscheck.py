"""Would two other ranking methods put the same candidate first?"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.situation import Floats


def topsis(values: Floats, better: Floats, weights: Floats) -> Floats:
    """Closeness of each candidate to the best of everything: (n,), 0 .. 1.

    values: (n, c), no NaN. better: (c,) +1 more, -1 less. weights: (c,), 0 and up, positive sum.
    A column of zeros says nothing and is left at zero; where all candidates are alike each gets 0.5 (ours).
    Raises ValueError on NaN. Source: Hwang & Yoon 1981, pp. 128-134.
    """
    if np.isnan(values).any():
        raise ValueError("TOPSIS needs every value")
    length = np.sqrt((values**2).sum(axis=0))
    weighted = weights / weights.sum() * values / np.where(length > 0, length, 1.0) * better
    to_best = np.sqrt(((weighted - weighted.max(axis=0)) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - weighted.min(axis=0)) ** 2).sum(axis=1))
    both = to_best + to_worst
    return np.asarray(np.where(both > 0, to_worst / np.where(both > 0, both, 1.0), 0.5))


def weighted_sum(values: Floats, better: Floats, weights: Floats) -> Floats:
    """Simple additive weighting: (n,), 0 .. 1. v = x / max where more is better, min / x where less is.

    values: (n, c), 0 and up, no NaN. A cost of 0 is the best there can be (v = 1). A column of zeros that should be large adds 0.
    Raises ValueError on NaN or negative values. Source: Hwang & Yoon 1981, pp. 99-103.
    """
    if np.isnan(values).any() or np.any(values < 0):
        raise ValueError("the weighted sum needs every value, none below 0")
    largest, smallest = values.max(axis=0), values.min(axis=0)
    more = values / np.where(largest > 0, largest, 1.0)
    less = np.where(values > 0, smallest / np.where(values > 0, values, 1.0), 1.0)
    return np.asarray(np.where(better > 0, more, less) @ (weights / weights.sum()), dtype=np.float64)
