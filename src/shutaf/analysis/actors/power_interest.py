"""Into which quarter of power x interest does each actor fall, on any scale and any stated cut?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Floats

Quarter: TypeAlias = Literal["manage_closely", "keep_satisfied", "keep_informed", "watch"]
Texts: TypeAlias = npt.NDArray[np.str_]

QUARTERS: Final[tuple[Quarter, ...]] = ("manage_closely", "keep_satisfied", "keep_informed", "watch")

CUT: Final = 5.5
"""The middle of the scale 1-10. Ours: a rating of exactly the cut would count as high, as in the published table's note."""


@dataclass(frozen=True)
class PowerInterest:
    """quarter: (n,) text, one of QUARTERS, "" for an actor that is not placed. cut_power, cut_interest: what counted as high, from this value up."""

    quarter: Texts
    cut_power: float
    cut_interest: float

    @property
    def counts(self) -> dict[Quarter, int]:
        """How many actors stand in each quarter, in the order of QUARTERS; those not placed stand in none."""
        return {name: int(np.count_nonzero(self.quarter == name)) for name in QUARTERS}


def power_interest(power: npt.ArrayLike, interest: npt.ArrayLike, *, cut: float, cut_interest: float | None = None) -> PowerInterest:
    """Whom to manage closely, keep satisfied, keep informed or watch.

    power, interest: (n,) float64 ratings on any scale, more is more; NaN (or None) = not known. Yes and no are 1 and 0 with a cut of 0.5.
    cut: a rating of at least this is high; one on the cut counts as high. It has no default: it is your choice and belongs beside the result.
    cut_interest: the cut of interest, where its scale is another one.
    Returns the quarter of each; an actor with one rating or none is not placed ("").
    Raises ValueError where the two lengths differ, or a rating or cut is infinite (a cut also where it is NaN).
    Source: Mendelow 1991, as popularised by Johnson & Scholes. Ours: NaN is not placed.

    >>> power_interest([9, 2, 5.5, float("nan")], [8, 7, 1, 9], cut=5.5).quarter.tolist()
    ['manage_closely', 'keep_informed', 'keep_satisfied', '']
    """
    cuts = (float(cut), float(cut if cut_interest is None else cut_interest))
    if not np.all(np.isfinite(cuts)):
        raise ValueError("a cut must be a number")
    strong, keen = _ratings("power", power), _ratings("interest", interest)
    if len(strong) != len(keen):
        raise ValueError(f"power has {len(strong)} ratings and interest {len(keen)}: each actor needs both places, NaN where not known")
    is_high, is_keen = strong >= cuts[0], keen >= cuts[1]
    named = np.select([is_high & is_keen, is_high, is_keen], list(QUARTERS[:3]), default=QUARTERS[3])
    return PowerInterest(np.where(np.isnan(strong) | np.isnan(keen), "", named), *cuts)


def _ratings(name: str, values: npt.ArrayLike) -> Floats:
    """The ratings as floats, one a body."""
    ratings = np.asarray(values, dtype=np.float64)
    if ratings.ndim != 1:
        raise ValueError(f"{name} must be one list of ratings, one an actor")
    if (wrong := np.flatnonzero(np.isinf(ratings))).size:
        raise ValueError(f"{name}[{wrong[0]}] is infinite: a rating is a number, NaN where not known")
    return ratings
