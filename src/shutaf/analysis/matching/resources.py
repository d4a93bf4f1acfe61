"""What do many needs, or many offers, look like as arrays?"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Bools, Floats, Ints

Masks: TypeAlias = npt.NDArray[np.uint64]

WORD_BITS = 64
MOST_DAYS = 1e12
"""Counts of days beyond it are a mistake: nanoseconds, or infinity in place of NaN."""


def bit_masks(n: int, row: npt.ArrayLike, value: npt.ArrayLike) -> Masks:
    """Sets of small numbers, one set a row, as bits: a pair (row, value) sets bit `value` of that row.

    n: rows. row, value: (p,) whole numbers, 0 and up; a pair named twice counts once.
    Returns (n, w) uint64: 64 values a column, w >= 1 columns; a row that no pair names is empty. O(p + n w).
    Raises ValueError where row and value differ in length, a row is outside 0 .. n-1 or a value is negative.

    >>> bit_masks(3, [0, 0, 2], [0, 3, 64]).tolist()
    [[9, 0], [0, 0], [0, 1]]
    """
    rows, values = np.asarray(row, dtype=np.int64).ravel(), np.asarray(value, dtype=np.int64).ravel()
    if len(rows) != len(values):
        raise ValueError("row and value must have the same length")
    if len(rows) and (rows.min() < 0 or rows.max() >= n or values.min() < 0):
        raise ValueError("a row is outside 0 .. n-1, or a value is negative")
    words = 1 + (int(values.max()) // WORD_BITS if len(values) else 0)
    masks = np.zeros((n, words), dtype=np.uint64)
    bit = np.left_shift(np.uint64(1), (values % WORD_BITS).astype(np.uint64))
    np.bitwise_or.at(masks, (rows, values // WORD_BITS), bit)
    return masks


@dataclass(frozen=True)
class Resources:
    """Needs, or offers, as arrays: row i is the i-th. What nobody said is unknown, never a no. `Resources.of` fills what is left out.

    kinds, themes, places: (n, w) uint64 sets of numbers as `bit_masks` makes them; an empty set is unknown, and a row without a kind meets
    nothing. amount: (n,) float64 in the base unit of its dimension, NaN unknown; unit: (n,) int32, number of that dimension, -1 none:
    amounts are compared within one dimension only. first_day, last_day: (n,) float64, any count of days, both included, NaN open or
    unknown. body: (n,) int32, whose it is, -1 unknown. The numbers must mean the same in needs and in offers.
    Raises ValueError where the arrays differ in length, or an amount is infinite, or a day lies beyond MOST_DAYS.
    """

    kinds: Masks
    themes: Masks
    amount: Floats
    unit: Ints
    first_day: Floats
    last_day: Floats
    places: Masks
    body: Ints

    @classmethod
    def of(
        cls,
        kinds: npt.ArrayLike,
        *,
        themes: npt.ArrayLike | None = None,
        amount: npt.ArrayLike | None = None,
        unit: npt.ArrayLike | None = None,
        first_day: npt.ArrayLike | None = None,
        last_day: npt.ArrayLike | None = None,
        places: npt.ArrayLike | None = None,
        body: npt.ArrayLike | None = None,
    ) -> Resources:
        """Resources of what is known: anything array-like, sets as (n,) where 64 numbers are enough; the rest is unknown.

        unit: where amounts are given without it, all are of one dimension, number 0. Raises ValueError where lengths differ.

        >>> rooms = Resources.of([0b1000, 0b0010], amount=[10, float("nan")])
        >>> rooms.n, rooms.themes.tolist(), rooms.unit.tolist(), rooms.body.tolist()
        (2, [[0], [0]], [0, 0], [-1, -1])
        """
        n = len(np.asarray(kinds))
        if unit is None and amount is not None:
            unit = np.zeros(n)
        return cls(
            _sets(kinds, n), _sets(themes, n), _column(amount, n, np.nan), _column(unit, n, -1).astype(np.int32),
            _column(first_day, n, np.nan), _column(last_day, n, np.nan), _sets(places, n), _column(body, n, -1).astype(np.int32),
        )  # fmt: skip

    def __post_init__(self) -> None:
        wrong = [each.name for each in fields(self) if len(getattr(self, each.name)) != self.n]
        if wrong:
            raise ValueError(f"every array must have one row per need or offer: {', '.join(wrong)}")
        if np.any(np.isinf(self.amount)):
            raise ValueError("an amount must be finite, or NaN where it is unknown")
        if any(np.any(np.abs(days) > MOST_DAYS) for days in (self.first_day, self.last_day)):
            raise ValueError("a day must be a count of days, or NaN where it is open")

    @property
    def n(self) -> int:
        return len(self.kinds)

    def take(self, rows: npt.NDArray[np.integer]) -> Resources:
        """The rows asked for, in that order, copied."""
        return Resources(**{each.name: getattr(self, each.name)[rows] for each in fields(self)})

    @cached_property
    def no_themes(self) -> Bools:
        return np.asarray(~self.themes.any(axis=1))

    @cached_property
    def no_places(self) -> Bools:
        return np.asarray(~self.places.any(axis=1))

    @cached_property
    def is_open(self) -> Bools:
        """True where the first or the last day is not known."""
        return np.asarray(np.isnan(self.first_day) | np.isnan(self.last_day))


def members(masks: Masks, row: int) -> tuple[int, ...]:
    """The numbers in one set, in their order: what `bit_masks` was given.

    >>> members(bit_masks(1, [0, 0, 0], [70, 3, 0]), 0)
    (0, 3, 70)
    """
    return tuple(WORD_BITS * at + bit for at, word in enumerate(masks[row].tolist()) for bit in range(WORD_BITS) if word >> bit & 1)


def _sets(given: npt.ArrayLike | None, n: int) -> Masks:
    if given is None:
        return np.zeros((n, 1), dtype=np.uint64)
    masks = np.asarray(given, dtype=np.uint64)
    return masks.reshape(-1, 1) if masks.ndim == 1 else masks


def _column(given: npt.ArrayLike | None, n: int, unknown: float) -> Floats:
    return np.full(n, unknown) if given is None else np.asarray(given, dtype=np.float64).ravel()
