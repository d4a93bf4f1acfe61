"""Which offers are of which kind, side by side in memory?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.matching.resources import WORD_BITS, Masks, Resources

Rows: TypeAlias = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Shelf:
    """The offers of one kind: their numbers, in order; may, sure: the words of each (`signature`)."""

    rows: Rows
    offers: Resources
    may: Masks
    sure: Masks


class Shelves:
    """Every kind's shelf, laid when first asked for; an offer of several kinds lies on each of theirs."""

    def __init__(self, offers: Resources, may: Masks, sure: Masks) -> None:
        self._offers, self._may, self._sure = offers, may, sure
        self._shelf: dict[int, Shelf] = {}

    def of(self, kinds: Masks) -> Shelf:
        """The shelf of a kind; of several kinds their offers, each once."""
        asked = [WORD_BITS * at + bit for at, word in enumerate(kinds.tolist()) for bit in range(WORD_BITS) if word >> bit & 1]
        shelves = [self._of_kind(kind) for kind in asked]
        if len(shelves) == 1:
            return shelves[0]
        return self._laid(np.unique(np.concatenate([shelf.rows for shelf in shelves])) if shelves else np.zeros(0, dtype=np.intp))

    def _of_kind(self, kind: int) -> Shelf:
        if kind not in self._shelf:
            column, bit = divmod(kind, WORD_BITS)
            words = self._offers.kinds[:, column] if column < self._offers.kinds.shape[1] else np.zeros(self._offers.n, dtype=np.uint64)
            self._shelf[kind] = self._laid(np.flatnonzero(words & np.uint64(1 << bit)))
        return self._shelf[kind]

    def _laid(self, rows: Rows) -> Shelf:
        return Shelf(rows, self._offers.take(rows), self._may[rows], self._sure[rows])
