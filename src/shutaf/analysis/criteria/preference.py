"""How strongly does a difference on one criterion speak for the better candidate?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.inputs import table
from shutaf.analysis.situation import Floats

Shape: TypeAlias = Literal["usual", "u-shape", "v-shape", "level", "linear", "gaussian"]
SHAPES: tuple[Shape, ...] = get_args(Shape)


@dataclass(frozen=True, slots=True)
class PreferenceFunction:
    """One of the six preference functions of PROMETHEE; see `preference` for what q, p and s do in each.

    q: up to this difference the two are as good as equal. p: from this difference on the better one is wholly preferred. s: the difference of
    the Gaussian's turning point. All in the unit of the criterion, 0 and up; p at least q. What a shape does not use is ignored.
    Raises ValueError for another shape, for negative or unknown numbers, and for p under q where both count (level, linear).
    """

    shape: Shape = "usual"
    q: float = 0.0
    p: float = 0.0
    s: float = 0.0

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise ValueError(f"a preference function is one of: {', '.join(SHAPES)}")
        if not all(np.isfinite(x) and x >= 0 for x in (self.q, self.p, self.s)):
            raise ValueError("q, p and s must be 0 or more")
        if self.shape in ("level", "linear") and self.p < self.q:
            raise ValueError(f"{self.shape}: p must not be under q")

    def __call__(self, difference: npt.ArrayLike) -> Floats:
        return preference(difference, self.shape, q=self.q, p=self.p, s=self.s)


def preference(difference: npt.ArrayLike, shape: Shape, *, q: float = 0.0, p: float = 0.0, s: float = 0.0) -> Floats:
    """How strongly a difference speaks for the better one, 0 not at all .. 1 wholly: an array of the shape of `difference`.

    difference: d, any shape, in the criterion's unit, above 0 where the first is better; NaN stays NaN.

    | shape | P(d) for d > 0; 0 for d <= 0 |
    |---|---|
    | usual | 1 |
    | u-shape | 1 where d > q, else 0 |
    | v-shape | d / p up to p, then 1 |
    | level | 0 up to q, 1/2 up to p, then 1 |
    | linear | 0 up to q, (d - q) / (p - q) up to p, then 1 |
    | gaussian | 1 - exp(-d^2 / 2 s^2) |

    A p of 0 (v-shape), an s of 0 (gaussian) or p = q (linear) are taken as the limit, a step. Raises ValueError as `PreferenceFunction`.
    Source: Brans & Vincke 1985, Management Science 31:647-656, criteria of type I .. VI.

    >>> preference([-1.0, 0.0, 1.0, 4.0], "v-shape", p=2.0).tolist()
    [0.0, 0.0, 0.5, 1.0]
    >>> preference([1.0, 2.0, 5.0], "level", q=1.0, p=4.0).tolist()
    [0.0, 0.5, 1.0]
    """
    PreferenceFunction(shape, q, p, s)
    d = np.asarray(difference, dtype=np.float64)
    above = np.maximum(np.nan_to_num(d), 0.0)
    with np.errstate(over="ignore"):  # thresholds next to nothing: the quotient is as good as infinite, and the preference whole
        return np.where(np.isnan(d), np.nan, _strength(above, shape, q, p, s))


def _strength(d: Floats, shape: Shape, q: float, p: float, s: float) -> Floats:
    if shape == "v-shape":
        shape, q = "linear", 0.0
    if shape == "level":
        return np.where(d > p, 1.0, np.where(d > q, 0.5, 0.0))
    if shape == "linear" and p > q:
        return np.clip((d - q) / (p - q), 0.0, 1.0)
    if shape == "gaussian" and s > 0:
        return np.asarray(-np.expm1(-((d / s) ** 2) / 2))
    step = q if shape in ("u-shape", "linear") else 0.0
    return (d > step).astype(np.float64)


def default_functions(values: npt.ArrayLike) -> tuple[PreferenceFunction, ...]:
    """What we take where nobody says better: for each criterion a v-shape that decides at the spread of its known values.

    values: (n, c), NaN = unknown. The candidates at the two ends of a criterion are then wholly preferred one to the other, and half of the
    spread counts half. Ours: Brans & Vincke leave the choice to the person who decides; say what difference counts wherever you can.

    >>> default_functions([[1.0, 5.0], [4.0, 5.0]])[0].p
    3.0
    """
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != 2:
        raise ValueError("values must be a table: one row a candidate, one column a criterion")
    known = [column[~np.isnan(column)] for column in array.T]
    return tuple(PreferenceFunction("v-shape", p=float(np.ptp(column)) if len(column) else 0.0) for column in known)


def preferences(values: npt.ArrayLike, better: npt.ArrayLike, functions: Sequence[PreferenceFunction]) -> Floats:
    """(c, n, n) float64: how strongly criterion j prefers candidate a over candidate b, 0 .. 1; NaN where either value is unknown.

    values: (n, c), NaN = unknown. better: (c,) +1 where more is better, -1 where less is. functions: one for each criterion.
    Raises ValueError where these do not fit together. O(c n^2) time and memory.

    >>> preferences([[1.0], [3.0]], [1], [PreferenceFunction("v-shape", p=4.0)]).tolist()
    [[[0.0, 0.0], [0.5, 0.0]]]
    """
    array, direction = table(values, better)
    if len(functions) != array.shape[1]:
        raise ValueError("there must be one preference function for each criterion")
    n = len(array)
    found = np.empty((len(functions), n, n))
    for j, function in enumerate(functions):
        found[j] = function((array[:, None, j] - array[None, :, j]) * direction[j])
    return found
