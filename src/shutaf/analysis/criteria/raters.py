"""What do several people's judgements of one thing come to, and who may come first by them?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.inputs import LARGEST
from shutaf.analysis.situation import Bools, Floats, Ints


@dataclass(frozen=True)
class Spread:
    """What raters said of each cell; every array has the shape of one rater's table. median, low, high: the middle, lowest and highest judgement;
    quartile_1, quartile_3: a quarter lies under and over; NaN where nobody judged. raters: int32, how many judged. Show no group under three."""

    median: Floats
    low: Floats
    high: Floats
    quartile_1: Floats
    quartile_3: Floats
    raters: Ints

    @property
    def interquartile_range(self) -> Floats:
        return self.quartile_3 - self.quartile_1


def median_and_spread(judgements: npt.ArrayLike) -> Spread:
    """The middle of several people's judgements and how far they lie apart, cell by cell; never a mean, and never multiplied with anything.

    judgements: (raters, ...), one table of any shape a rater; NaN = not judged. One extreme rater moves a mean and does not move a median.
    Raises ValueError without a rater, and for infinite values. O(raters log raters) a cell. Quartiles interpolate (Hyndman & Fan 1996, type 7).

    >>> found = median_and_spread([[0.9, 0.4], [0.7, float("nan")], [0.2, 0.6]])
    >>> found.median.tolist(), found.low.tolist(), found.raters.tolist()
    ([0.7, 0.5], [0.2, 0.4], [3, 2])
    """
    array = np.asarray(judgements, dtype=np.float64)
    if array.ndim < 1 or not len(array) or np.any(np.abs(array) > LARGEST):
        raise ValueError("judgements must be one table a rater, with finite numbers")
    raters = np.asarray((~np.isnan(array)).sum(axis=0), dtype=np.int32)
    filled = np.where(raters > 0, array, 0.0)
    found = np.nanquantile(filled, (0.5, 0.0, 1.0, 0.25, 0.75), axis=0) if filled.size else np.full((5, *raters.shape), np.nan)
    median, low, high, quartile_1, quartile_3 = np.where(raters > 0, found, np.nan)
    return Spread(median, low, high, quartile_1, quartile_3, raters)


@dataclass(frozen=True)
class Floor:
    """passes: (n,) True where the median reaches the floor. unknown: (n,) True where nobody judged: neither a pass nor a failure. disputed: (n,) True
    where some judgements reach the floor and some do not. share_reaching: (n,) of the raters, NaN where unknown. spread: the judgements."""

    passes: Bools
    unknown: Bools
    disputed: Bools
    share_reaching: Floats
    spread: Spread


def reaches_floor(judgements: npt.ArrayLike, floor: float) -> Floor:
    """Which candidates reach a floor set beforehand, by the median of those who judged; what is a floor does not also score.

    judgements: (raters, n), for example chances of success 0 .. 1; NaN = not judged. floor: in the same unit; a judgement at the floor reaches it.
    A chance is somebody's judgement: it opens or closes the door, it is never multiplied with a value, and standing high over the floor buys nothing.
    Raises ValueError for a floor that is no number, and as `median_and_spread`. Ours (decision 014).

    >>> found = reaches_floor([[0.9, 0.8], [0.8, 0.4], [0.6, 0.5]], 0.7)
    >>> found.passes.tolist(), found.disputed.tolist()
    ([True, False], [True, True])
    """
    if not np.isfinite(floor):
        raise ValueError("the floor must be a number")
    array = np.atleast_2d(np.asarray(judgements, dtype=np.float64))
    spread = median_and_spread(array)
    unknown = spread.raters == 0
    reaching = (array >= floor).sum(axis=0)
    share = np.where(unknown, np.nan, reaching / np.maximum(spread.raters, 1))
    return Floor(spread.median >= floor, unknown, (reaching > 0) & (reaching < spread.raters), share, spread)
