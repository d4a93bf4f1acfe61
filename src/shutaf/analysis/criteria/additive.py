"""What does each candidate add up to when every criterion is brought to one scale and weighed?"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.inputs import scaled, table
from shutaf.analysis.situation import Floats

Normalisation: TypeAlias = Literal["max", "min-max", "sum"]


def additive_values(values: npt.ArrayLike, better: npt.ArrayLike, normalisation: Normalisation = "max") -> Floats:
    """Each criterion brought to the scale 0 .. 1, where more is always better: (n, c) float64.

    values: (n, c), no NaN. better: (c,) +1 where more is better, -1 where less is.
    normalisation: how x becomes v.
    - "max": x / max where more is better, min / x where less is. Values 0 and up. A cost of 0 is the best there can be (v = 1).
    - "min-max": (x - min) / (max - min), or (max - x) / (max - min). Any values. 0 for all where all are alike.
    - "sum": x / sum of x, or (1/x) / sum of 1/x. Values 0 and up. Costs of 0 share everything among them (the limit), the others get 0.
    A column of zeros that should be large says nothing and stays 0. The choice of scale is a choice of result: it can turn the order.
    Raises ValueError on NaN, infinite values, negative values under "max" and "sum", or another normalisation.
    Source: Hwang & Yoon 1981 ("max", "min-max"); Yoon & Hwang 1995 ("sum").

    >>> additive_values([[2, 10], [4, 5]], [1, -1]).tolist()
    [[0.5, 0.5], [1.0, 1.0]]
    """
    array, direction = table(values, better, complete="the weighted sum")
    if normalisation not in get_args(Normalisation):
        raise ValueError(f"normalisation must be one of: {', '.join(get_args(Normalisation))}")
    if not len(array):
        return array
    if normalisation == "min-max":
        span = np.ptp(array, axis=0)
        edge = np.where(direction > 0, array.min(axis=0), array.max(axis=0))
        return np.asarray((array - edge) * direction / np.where(span > 0, span, 1.0))
    if np.any(array < 0):
        raise ValueError('the weighted sum needs values of 0 and up; "min-max" takes any')
    return np.where(direction > 0, *(_by_max(array) if normalisation == "max" else _by_sum(array)))


def _by_max(array: Floats) -> tuple[Floats, Floats]:
    largest, smallest = array.max(axis=0), array.min(axis=0)
    less = np.where(array > 0, smallest / np.where(array > 0, array, 1.0), 1.0)
    return array / np.where(largest > 0, largest, 1.0), less


def _by_sum(array: Floats) -> tuple[Floats, Floats]:
    total = array.sum(axis=0)
    free = array == 0
    least = np.where(free, np.inf, array).min(axis=0)
    inverse = np.where(free.any(axis=0), free.astype(np.float64), np.where(np.isinf(least), 1.0, least) / np.where(free, 1.0, array))
    return array / np.where(total > 0, total, 1.0), inverse / inverse.sum(axis=0)


def weighted_sum(values: npt.ArrayLike, better: npt.ArrayLike, weights: npt.ArrayLike, normalisation: Normalisation = "max") -> Floats:
    """Simple additive weighting: the weighted mean of what a candidate has by each criterion: (n,) float64, 0 .. 1, more is better.

    values, better, normalisation: see `additive_values`. weights: (c,), 0 and up, positive sum; scaled to sum 1.
    A low value is made up for by a high one elsewhere, at the rate of the weights. Raises ValueError as `additive_values`, and for wrong weights.
    Source: Hwang & Yoon 1981, pp. 99-103.

    >>> weighted_sum([[2, 10], [4, 5], [3, 5]], [1, -1], [1, 1]).tolist()
    [0.5, 1.0, 0.875]
    """
    scaled_values = additive_values(values, better, normalisation)
    return np.asarray(scaled_values @ scaled(weights, scaled_values.shape[1]), dtype=np.float64)
