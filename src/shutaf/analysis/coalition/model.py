"""What does the solver see? Columns, rows and a list of aims in their order, as plain arrays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy.sparse import csr_array, vstack

from shutaf.analysis.situation import Bools, Floats, Ints

LARGEST_WHOLE = 1e6
"""Ours: aims are counted in steps while no coefficient exceeds this many; the solver's tolerance is a millionth."""


@dataclass(frozen=True, eq=False)
class Model:
    """Columns: the candidates (0/1, in the order that settles the last ties), then helpers. aims: (a, c), minimised one after the other.

    rows (r, c) within low..high; the first `cover` rows ask for 1 with coefficients 0 and up, and are kept exactly (see `missed`).
    """

    candidates: int
    cover: int
    rows: csr_array
    low: Floats
    high: Floats
    lower: Floats
    upper: Floats
    whole: Bools
    aims: Floats

    def with_row(self, row: Any, low: float, high: float) -> Model:
        """The same model with one more row at the end."""
        rows = csr_array(vstack([self.rows, csr_array(np.atleast_2d(row))]))
        return replace(self, rows=rows, low=np.append(self.low, low), high=np.append(self.high, high))

    def fixed(self, places: Any, value: float) -> Model:
        """The same model with these columns held at a value."""
        lower, upper = self.lower.copy(), self.upper.copy()
        lower[places] = upper[places] = value
        return replace(self, lower=lower, upper=upper)

    def kept(self, columns: Ints) -> Model:
        """The model of some columns; the others must be 0 in it."""
        return replace(
            self,
            candidates=int(np.searchsorted(columns, self.candidates)),
            rows=csr_array(self.rows[:, columns]),
            lower=self.lower[columns],
            upper=self.upper[columns],
            whole=self.whole[columns],
            aims=self.aims[:, columns],
        )

    def missed(self, x: Floats) -> list[Floats]:
        """Rows that cut off a set which misses a cover row by less than the solver notices: one of its other givers must be in."""
        done = self.rows[: self.cover] @ x
        cuts = []
        for r in np.flatnonzero(done < 1 - 1e-9):
            row = self.rows[[int(r)], :].toarray()[0]
            cuts.append(np.where((row > 0) & (x < 0.5), 1.0, 0.0))
        return cuts


def step_of(aim: Floats) -> float | None:
    """The largest of 1, 0.1, ... 0.000001 of which all coefficients are multiples; None where there is none or they are too many steps."""
    used = aim[aim != 0]
    for digits in range(7):
        scaled = used * 10.0**digits
        if np.any(np.abs(scaled) > LARGEST_WHOLE):
            return None
        if np.all(np.abs(scaled - np.round(scaled)) <= 1e-9 * np.maximum(1.0, np.abs(scaled))):
            return float(10.0**-digits)
    return None
