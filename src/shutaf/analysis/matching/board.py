"""What is there to show of all matches of all needs: the best offers of each, how many more, what almost fits, and who could give in a circle?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.matching.apart import Apart, apart_of, best_open
from shutaf.analysis.matching.best import Best
from shutaf.analysis.matching.chains import Chain, Gifts, closed
from shutaf.analysis.matching.encoded import Encoded, encoded
from shutaf.analysis.matching.fit import ties_by_pair
from shutaf.analysis.matching.grid import Block, blocks
from shutaf.analysis.situation import Bools, Need, Offer, Situation, Tie

KEPT = 5
"""Ours: so many offers of each need are kept ready; the rest is looked up when one need is opened."""

Standing: TypeAlias = Literal["fits", "near", "open"]


@dataclass(frozen=True)
class Board:
    """Matches of one situation, in the rows of `table`. fits, near: the best KEPT of each need. fit_count, near_count: (needs,) int64, all of them."""

    situation: Situation
    table: Encoded
    apart: Apart
    fits: Best
    near: Best
    fit_count: npt.NDArray[np.int64]
    near_count: npt.NDArray[np.int64]
    chains: tuple[Chain, ...]

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The rows of needs: met ones first, best score first; then those that are nearly met; then the rest; equal ones in the order of refs."""
        best = np.nan_to_num(self.fits.score[:, 0], nan=-1.0)
        nearly = np.nan_to_num(self.near.score[:, 0], nan=-1.0)
        return tuple(np.lexsort((np.arange(len(best)), -nearly, -best)).tolist())

    @cached_property
    def ties(self) -> Mapping[frozenset[str], tuple[Tie, ...]]:
        return ties_by_pair(self.situation)

    @cached_property
    def need_rows(self) -> Mapping[str, int]:
        return {need.ref: row for row, need in enumerate(self.table.needs)}

    @cached_property
    def offer_rows(self) -> Mapping[str, int]:
        return {offer.ref: row for row, offer in enumerate(self.table.offers)}

    def standing(self, row: int) -> Standing:
        return "fits" if self.fit_count[row] else "near" if self.near_count[row] else "open"

    def offers_of(self, best: Best, row: int) -> tuple[Offer, ...]:
        """The offers kept for one need, best first."""
        return tuple(self.table.offers[at] for at in best.offer[row].tolist() if at >= 0)

    def pair(self, need: str, offer: str) -> tuple[Need, Offer] | None:
        """Both sides by their refs, if both are there."""
        at, to = self.need_rows.get(need), self.offer_rows.get(offer)
        return None if at is None or to is None else (self.table.needs[at], self.table.offers[to])


def board_of(situation: Situation) -> Board:
    """Everything in one pass over the pairs of each kind, in arrays. O(needs x offers of a kind); for circles see `chains`."""
    table = encoded(situation)
    apart = apart_of(table, situation)
    n = len(table.needs)
    (fits, fit_count), (near, near_count) = ((_none(n), np.zeros(n, dtype=np.int64)) for _ in range(2))
    gifts = Gifts(table)
    for block in blocks(table, apart):
        for best, count, wanted in ((fits, fit_count, block.misses == 0), (near, near_count, block.misses == 1)):
            count[block.i] = wanted.sum(axis=1)
            _keep(best, block, wanted)
        gifts.add(block)
    return Board(situation, table, apart, fits, near, fit_count, near_count, closed(gifts.best))


def _none(n: int) -> Best:
    return Best(np.full((n, KEPT), -1, dtype=np.int32), np.full((n, KEPT), np.nan))


def _keep(best: Best, block: Block, wanted: Bools) -> None:
    """The best KEPT of each need of the block; equal ones in the order of the offers."""
    score = np.where(wanted, block.score, -1.0)
    order = np.argsort(-score, axis=1, kind="stable")[:, :KEPT]
    found = np.take_along_axis(score, order, axis=1)
    k = order.shape[1]
    best.offer[block.i, :k] = np.where(found >= 0, block.j[order], -1)
    best.score[block.i, :k] = np.where(found >= 0, found, np.nan)


def all_of_need(board: Board, row: int, *, misses: int = 0) -> tuple[Offer, ...]:
    """All offers that fit one need (misses=0), or would but for one thing (1), best first."""
    count = int((board.near_count if misses else board.fit_count)[row])
    if not count:
        return ()
    only = np.array([row])
    kept = board.apart.need == row
    declined = Apart(np.zeros(int(kept.sum()), dtype=np.int64), board.apart.offer[kept], board.apart.table[only])
    one = Encoded((board.table.needs[row],), board.table.offers, board.table.wants.take(only), board.table.gives, board.table.kinds,
                  board.table.themes, board.table.places, board.table.bodies, board.table.ties)  # fmt: skip
    return board.offers_of(best_open(one, declined, count, misses=misses), 0)
