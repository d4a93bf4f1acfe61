"""How does every need of one kind stand to every offer of that kind, all at once?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy import sparse

from shutaf.analysis.matching.answers import OWN, answers
from shutaf.analysis.matching.apart import DECLINED, Apart, apart_of
from shutaf.analysis.matching.encoded import Encoded, encoded
from shutaf.analysis.matching.resources import WORD_BITS, Masks
from shutaf.analysis.situation import Bools, Floats, Need, Network, Offer, Situation

__all__ = ["BLOCK_CELLS", "DECLINED", "OWN", "Grid", "grids"]

BLOCK_CELLS = 1_000_000
"""Needs are taken in blocks of about so many pairs: 8 MB an array of float64, however many offers there are."""


@dataclass(frozen=True)
class Grid:
    """Needs (n) against offers (m) of one kind, both in the order of their refs.

    misses: (n, m) int8, what is known to keep the pair from fitting, 0 .. 3 (OWN for a body's own offer, DECLINED for a declined pair).
    score: (n, m) float64, 0 .. 1, rounded to 9 places so that equal answers give equal scores.
    """

    needs: tuple[Need, ...]
    offers: tuple[Offer, ...]
    misses: npt.NDArray[np.int8]
    score: Floats

    @cached_property
    def fits(self) -> Bools:
        return np.asarray(self.misses == 0)


@dataclass(frozen=True)
class Block:
    """The same in rows of `Encoded`: needs i (n,), offers j (m,) of one kind, both in order."""

    i: npt.NDArray[np.intp]
    j: npt.NDArray[np.intp]
    misses: npt.NDArray[np.int8]
    score: Floats


def grids(situation: Situation, *, block_cells: int = BLOCK_CELLS) -> Iterator[Grid]:
    """One grid a kind of resource (several where a kind has many needs), kinds in the order of their keys.

    A need or offer whose kind nobody wrote is in no grid. The same answers as `judge`, pair by pair. O(needs x offers of a kind).
    """
    table = encoded(situation)
    for block in blocks(table, apart_of(table, situation), block_cells=block_cells):
        needs, offers = tuple(table.needs[row] for row in block.i), tuple(table.offers[row] for row in block.j)
        yield Grid(needs, offers, block.misses, block.score)


def blocks(table: Encoded, apart: Apart, *, block_cells: int = BLOCK_CELLS) -> Iterator[Block]:
    """`grids` in rows. A need of a Situation has one kind at most, so it is in one block at most."""
    known = _tied(table.ties)
    for kind in range(len(table.kinds)):
        needs, offers = _of_kind(table.wants.kinds, kind), _of_kind(table.gives.kinds, kind)
        rows = max(1, block_cells // max(1, len(offers)))
        for start in range(0, len(needs) if len(offers) else 0, rows):
            yield _block(table, needs[start : start + rows], offers, known, apart)


def _of_kind(kinds: Masks, kind: int) -> npt.NDArray[np.intp]:
    column, bit = divmod(kind, WORD_BITS)
    return np.flatnonzero(kinds[:, column] >> np.uint64(bit) & np.uint64(1)) if column < kinds.shape[1] else np.zeros(0, dtype=np.intp)


def _block(table: Encoded, i: npt.NDArray[np.intp], j: npt.NDArray[np.intp], known: sparse.csr_array, apart: Apart) -> Block:
    is_tied = known[table.wants.body[i]][:, table.gives.body[j]].toarray() > 0
    misses, score = answers(table.wants, i[:, None], table.gives, j[None, :], is_tied=is_tied)
    if (declined := apart.among(i, j)) is not None:
        misses = np.where(declined, np.int8(DECLINED), misses)
    return Block(i, j, misses, score)


def _tied(ties: Network) -> sparse.csr_array:
    """(bodies, bodies) with a positive entry where a tie is known, both ways."""
    rows, columns = np.concatenate((ties.source, ties.target)), np.concatenate((ties.target, ties.source))
    n = max(1, ties.n)
    return sparse.csr_array((np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=(n, n))
