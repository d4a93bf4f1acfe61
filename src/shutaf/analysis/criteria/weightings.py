"""Which weights could somebody hold? Draws of weightings, all admissible ones equally likely."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.inputs import scaled
from shutaf.analysis.situation import Floats

SEED = 20_160_715
STEPS_PER_CRITERION = 40
"""Ours: how often each pair-move of the walk in a box is tried, per criterion; twice as many change no share by more than the draw does."""


def random_weights(criteria: int, draws: int = 10_000, *, seed: int = SEED) -> Floats:
    """Weightings when nothing is known of the weights: (draws, criteria) float64, each row 0 and up, sum 1.

    Every weighting is equally likely (uniform on the simplex, Dirichlet with all parameters 1). That is an assumption, not knowledge: nobody's
    weights look like a draw. Raises ValueError without a criterion or a draw. Source: Tervonen & Lahdelma 2007, EJOR 178:500-513.

    >>> random_weights(3, 2).sum(axis=1).round(12).tolist()
    [1.0, 1.0]
    """
    if criteria < 1 or draws < 1:
        raise ValueError("there must be a criterion and a draw")
    return np.asarray(np.random.default_rng(seed).dirichlet(np.ones(criteria), draws))


def weights_near(weights: npt.ArrayLike, draws: int = 10_000, *, at_least: float = 0.5, at_most: float = 2.0, seed: int = SEED) -> Floats:
    """Weightings in which each weight lies between half and double of ours: (draws, c) float64, each row sum 1.

    weights: (c,) ours, 0 and up, positive sum; scaled to sum 1 first. at_least, at_most: the factors, 0 <= at_least <= 1 <= at_most.
    Every admissible weighting is equally likely. A weight of 0 stays 0. Drawn by a walk that gives and takes between two weights at a time, started
    at ours, all draws walking side by side; draws are independent, their spread is that of the whole region to within the error of the draw.
    Raises ValueError for wrong weights or factors. O(draws c). Source: the walk is Gibbs sampling (Gelfand & Smith 1990). Ours: half and double.

    >>> near = weights_near([2, 1, 1], 100)
    >>> bool((near >= [0.249, 0.124, 0.124]).all() and (near <= [1.0, 0.501, 0.501]).all())
    True
    """
    ours = scaled(weights, np.size(weights))
    if not 0 <= at_least <= 1 <= at_most or draws < 1:
        raise ValueError("the factors must hold 1 between them, and there must be a draw")
    low, high = at_least * ours, np.minimum(at_most * ours, 1.0)
    rng = np.random.default_rng(seed)
    walking = np.repeat(ours[:, None], draws, axis=1)
    counted = np.flatnonzero(ours > 0)
    for _ in range(STEPS_PER_CRITERION * len(counted) if len(counted) > 1 else 0):
        i, j = rng.choice(counted, 2, replace=False)
        both = walking[i] + walking[j]
        least, most = np.maximum(low[i], both - high[j]), np.minimum(high[i], both - low[j])
        walking[i] = least + rng.random(draws) * np.maximum(most - least, 0.0)
        walking[j] = both - walking[i]
    return np.ascontiguousarray(walking.T)


def weights_in_order(places: npt.ArrayLike, draws: int = 10_000, *, seed: int = SEED) -> Floats:
    """Weightings that keep an order of importance: (draws, c) float64, each row sum 1.

    places: (c,) the place of each criterion, 1 = most important; criteria of one place are in no order among themselves.
    Every admissible weighting is equally likely: draws of `random_weights`, put into the order. Raises ValueError on NaN or no criterion.
    Source: Tervonen & Lahdelma 2007, EJOR 178:500-513 (ordinal preferences).

    >>> drawn = weights_in_order([2, 1, 3], 100)
    >>> bool((drawn[:, 1] >= drawn[:, 0]).all() and (drawn[:, 0] >= drawn[:, 2]).all())
    True
    """
    place = np.asarray(places, dtype=np.float64)
    if place.ndim != 1 or np.isnan(place).any():
        raise ValueError("places must hold one number for each criterion")
    rng = np.random.default_rng(seed)
    falling = -np.sort(-random_weights(len(place), draws, seed=seed), axis=1)
    order = np.lexsort((rng.random((draws, len(place))), np.broadcast_to(place, (draws, len(place)))), axis=1)
    found = np.empty_like(falling)
    np.put_along_axis(found, order, falling, axis=1)
    return found
