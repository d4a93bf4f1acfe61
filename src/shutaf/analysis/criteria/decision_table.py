"""What is compared by what, and what must each reach to come first at all?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from shutaf.analysis.criteria.preference import PreferenceFunction
from shutaf.analysis.situation import Floats, Ints


@dataclass(frozen=True)
class DecisionTable:
    """values: (n, c), NaN = unknown. better: (c,) +1 or -1. weights: (c,). functions: one for each criterion. floors: (c,) the value a candidate must
    reach (or, where less is better, not exceed), NaN where there is none. A criterion with a floor does not also score."""

    candidates: tuple[str, ...]
    criteria: tuple[str, ...]
    values: Floats
    better: Floats
    weights: Floats
    functions: tuple[PreferenceFunction, ...]
    floors: Floats

    @cached_property
    def scoring(self) -> Ints:
        """Places of the criteria that score."""
        return np.flatnonzero(np.isnan(self.floors)).astype(np.int32)

    @cached_property
    def tier(self) -> Ints:
        """(n,): 0 reaches every floor, 1 fails none but one is unknown, 2 fails one."""
        with_floor = ~np.isnan(self.floors)
        held = self.values[:, with_floor] * self.better[with_floor], (self.floors * self.better)[with_floor]
        return np.where((held[0] < held[1]).any(axis=1), 2, np.where(np.isnan(held[0]).any(axis=1), 1, 0)).astype(np.int32)
