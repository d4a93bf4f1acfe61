"""Which pairs did somebody decline, as rows, and what is best without them?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from shutaf.analysis.matching.best import Best, best_matches
from shutaf.analysis.matching.encoded import Encoded
from shutaf.analysis.situation import Bools, Situation

DECLINED = 8
"""In place of a count of misses where somebody declined the pair for a reason that still holds."""


@dataclass(frozen=True)
class Apart:
    """need, offer: (d,) rows of `Encoded`, each pair once. Pairs of which a side is gone are not in it."""

    need: npt.NDArray[np.int64]
    offer: npt.NDArray[np.int64]
    table: sparse.csr_array

    def among(self, i: npt.NDArray[np.intp], j: npt.NDArray[np.intp]) -> Bools | None:
        """(i, j) bool; None where nothing was declined, which is nearly always."""
        return np.asarray(self.table[i][:, j].toarray() > 0) if len(self.need) else None


def apart_of(table: Encoded, situation: Situation) -> Apart:
    """The declined pairs of a situation. O(needs + offers), nothing where none was declined."""
    pairs: set[tuple[int, int]] = set()
    if situation.choosing.declined:
        needs, offers = ({one.ref: row for row, one in enumerate(side)} for side in (table.needs, table.offers))
        pairs = {(needs[need], offers[offer]) for need, offer in situation.choosing.declined if need in needs and offer in offers}
    need, offer = (np.array([pair[side] for pair in sorted(pairs)], dtype=np.int64) for side in (0, 1))
    shape = (max(1, len(table.needs)), max(1, len(table.offers)))
    return Apart(need, offer, sparse.csr_array((np.ones(len(need), dtype=np.int8), (need, offer)), shape=shape))


def best_open(table: Encoded, apart: Apart, k: int, *, misses: int = 0) -> Best:
    """`best_matches` of a situation without the declined pairs: as many more are asked for as one need has declined."""
    most = int(np.bincount(apart.need).max()) if len(apart.need) else 0
    found = best_matches(table.wants, table.gives, k + most, ties=table.ties, misses=misses)
    if not most:
        return found
    gone = np.zeros(found.offer.shape, dtype=np.bool_)
    for need in np.unique(apart.need):
        gone[need] = np.isin(found.offer[need], apart.offer[apart.need == need])
    order = np.argsort(gone | (found.offer < 0), axis=1, kind="stable")[:, :k]
    rows = np.arange(len(order))[:, None]
    is_gone = gone[rows, order]
    return Best(np.where(is_gone, -1, found.offer[rows, order]).astype(np.int32), np.where(is_gone, np.nan, found.score[rows, order]))
