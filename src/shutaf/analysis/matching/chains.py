"""Who could give to whom in a circle: A gives B and B gives A, or A gives B, B gives C and C gives A?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from shutaf.analysis.matching.apart import Apart
from shutaf.analysis.matching.encoded import Encoded
from shutaf.analysis.matching.grid import Block, blocks

MOST_CHAINS = 60
"""Ours: so many circles of each length are kept; more than sixty nobody reads."""

Given: TypeAlias = Mapping[tuple[int, int], "Link"]
"""(giver, taker), by the number of the body -> the best fitting pair from the one to the other."""


@dataclass(frozen=True, slots=True)
class Link:
    """One gift of a circle: rows of the need that is met and of the offer that meets it."""

    need: int
    offer: int
    score_0_1: float


@dataclass(frozen=True, slots=True)
class Chain:
    """links: each giver is the taker of the link before; the last one gives to the first."""

    links: tuple[Link, ...]

    @property
    def weakest_0_1(self) -> float:
        return min(link.score_0_1 for link in self.links)


def chains(table: Encoded, apart: Apart, *, most: int = MOST_CHAINS) -> tuple[Chain, ...]:
    """Circles of two and of three bodies, the two-sided first, then by the weakest link, best first, at most `most` of each length.

    A circle of three is left out where two of its bodies could give to each other directly. Between two bodies only the best fitting pair counts.
    Fits are added from the best on, and each closes what it can close, so the circles found are those with the strongest weakest link; equal
    ones come in the order of the bodies. O(fits among bodies that both need and offer, times bodies / 64). Ours: the order; no published method.
    """
    gifts = Gifts(table)
    for block in blocks(table, apart):
        gifts.add(block)
    return closed(gifts.best, most=most)


def closed(gifts: Given, *, most: int = MOST_CHAINS) -> tuple[Chain, ...]:
    """The circles that gifts close; see `chains`."""
    ordered = sorted(gifts, key=lambda pair: (-gifts[pair].score_0_1, pair))
    return (*_twos(gifts, most), *_threes(gifts, ordered, most))


def _twos(gifts: Given, most: int) -> list[Chain]:
    found = [Chain((gifts[pair], gifts[pair[::-1]])) for pair in gifts if pair[0] < pair[1] and pair[::-1] in gifts]
    return sorted(found, key=_order)[:most]


def _threes(gifts: Given, ordered: list[tuple[int, int]], most: int) -> list[Chain]:
    """Each gift, from the best on, closes circles with the gifts before it: taker's gifts to those who give to the giver, as bits."""
    out: dict[int, int] = {}
    into: dict[int, int] = {}
    found: list[Chain] = []
    for giver, taker in ordered:
        if len(found) >= most:
            break
        if (taker, giver) in gifts:  # they can give to each other without a third
            continue
        for third in _bits(out.get(taker, 0) & into.get(giver, 0)):
            found.append(_turned(gifts, (giver, taker, third)))
        out[giver] = out.get(giver, 0) | 1 << taker
        into[taker] = into.get(taker, 0) | 1 << giver
    return sorted(found, key=_order)[:most]


def _bits(word: int) -> Iterator[int]:
    while word:
        low = word & -word
        yield low.bit_length() - 1
        word ^= low


def _turned(gifts: Given, bodies: tuple[int, int, int]) -> Chain:
    """The circle, begun at its first body."""
    at = bodies.index(min(bodies))
    one, two, three = bodies[at:] + bodies[:at]
    return Chain((gifts[one, two], gifts[two, three], gifts[three, one]))


def _order(chain: Chain) -> tuple[float, float, tuple[int, ...]]:
    total = sum(link.score_0_1 for link in chain.links)
    return -chain.weakest_0_1, -round(total, 9), tuple(row for link in chain.links for row in (link.need, link.offer))


class Gifts:
    """The best fitting pair from each body to each other, among bodies that both need and offer; filled block by block."""

    def __init__(self, table: Encoded) -> None:
        self._table = table
        self._both = np.intersect1d(table.wants.body, table.gives.body)
        self.best: dict[tuple[int, int], Link] = {}

    def add(self, block: Block) -> None:
        """Equal ones in the order of needs, then offers."""
        i = np.isin(self._table.wants.body[block.i], self._both)
        j = np.isin(self._table.gives.body[block.j], self._both)
        at, to = np.nonzero((block.misses == 0) & i[:, None] & j[None, :])
        need, offer, score = block.i[at], block.j[to], block.score[at, to]
        giver, taker = self._table.gives.body[offer].astype(np.int64), self._table.wants.body[need].astype(np.int64)
        order = np.lexsort((offer, need, -score, taker, giver))
        key = (giver * len(self._table.bodies) + taker)[order]
        first = order[np.flatnonzero(np.diff(key, prepend=-1))]
        for row in first.tolist():
            self._keep((int(giver[row]), int(taker[row])), Link(int(need[row]), int(offer[row]), float(score[row])))

    def _keep(self, pair: tuple[int, int], link: Link) -> None:
        known = self.best.get(pair)
        if known is None or (-link.score_0_1, link.need, link.offer) < (-known.score_0_1, known.need, known.offer):
            self.best[pair] = link
