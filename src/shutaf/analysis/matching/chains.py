"""Who could give to whom in a circle: A gives B and B gives A, or A gives B, B gives C and C gives A?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.matching.answers import answers
from shutaf.analysis.matching.apart import Apart
from shutaf.analysis.matching.beside import Beside
from shutaf.analysis.matching.encoded import Encoded
from shutaf.analysis.matching.resources import WORD_BITS, Masks
from shutaf.analysis.situation import Floats

MOST_CHAINS = 60
"""Ours: so many circles of each length are kept; more than sixty nobody reads."""

BLOCK_CELLS = 1_000_000

Rows: TypeAlias = npt.NDArray[np.intp]
Gifts: TypeAlias = Mapping[tuple[int, int], "Link"]
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
    gifts = _gifts(table, apart)
    ordered = sorted(gifts, key=lambda pair: (-gifts[pair].score_0_1, pair))
    return (*_twos(gifts, most), *_threes(gifts, ordered, most))


def _twos(gifts: Gifts, most: int) -> list[Chain]:
    found = [Chain((gifts[pair], gifts[pair[::-1]])) for pair in gifts if pair[0] < pair[1] and pair[::-1] in gifts]
    return sorted(found, key=_order)[:most]


def _threes(gifts: Gifts, ordered: list[tuple[int, int]], most: int) -> list[Chain]:
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


def _turned(gifts: Gifts, bodies: tuple[int, int, int]) -> Chain:
    """The circle, begun at its first body."""
    at = bodies.index(min(bodies))
    one, two, three = bodies[at:] + bodies[:at]
    return Chain((gifts[one, two], gifts[two, three], gifts[three, one]))


def _order(chain: Chain) -> tuple[float, float, tuple[int, ...]]:
    total = sum(link.score_0_1 for link in chain.links)
    return -chain.weakest_0_1, -round(total, 9), tuple(row for link in chain.links for row in (link.need, link.offer))


def _gifts(table: Encoded, apart: Apart) -> dict[tuple[int, int], Link]:
    """(giver, taker) -> the best fitting pair, among bodies that both need and offer."""
    wants, gives = table.wants, table.gives
    both = np.intersect1d(wants.body, gives.body)
    needs, offers = np.flatnonzero(np.isin(wants.body, both)), np.flatnonzero(np.isin(gives.body, both))
    beside = Beside(table.ties, wants, gives)
    declined = set(zip(apart.need.tolist(), apart.offer.tolist(), strict=True))
    best: dict[tuple[int, int], Link] = {}
    for kind in range(len(table.kinds)):
        i, j = _of_kind(needs, wants.kinds, kind), _of_kind(offers, gives.kinds, kind)
        rows = max(1, BLOCK_CELLS // max(1, len(j)))
        for start in range(0, len(i) if len(j) else 0, rows):
            block = i[start : start + rows]
            tied = beside.tied(wants.body[block][:, None], gives.body[j][None, :])
            misses, score = answers(wants, block[:, None], gives, j[None, :], is_tied=tied)
            _keep_best(best, table, block, j, np.where(misses == 0, score, np.nan), declined)
    return best


def _of_kind(rows: Rows, kinds: Masks, kind: int) -> Rows:
    column, bit = divmod(kind, WORD_BITS)
    return rows[(kinds[rows, column] >> np.uint64(bit) & np.uint64(1)) > 0] if column < kinds.shape[1] else rows[:0]


def _keep_best(best: dict[tuple[int, int], Link], table: Encoded, i: Rows, j: Rows, score: Floats, declined: set[tuple[int, int]]) -> None:
    """The best of each pair of bodies in this block; equal ones in the order of needs, then offers."""
    at, to = np.nonzero(~np.isnan(score))
    need, offer, found = i[at], j[to], score[at, to]
    keep = (
        np.array([pair not in declined for pair in zip(need.tolist(), offer.tolist(), strict=True)], dtype=np.bool_)
        if declined
        else slice(None)
    )
    need, offer, found = need[keep], offer[keep], found[keep]
    giver, taker = table.gives.body[offer].astype(np.int64), table.wants.body[need].astype(np.int64)
    order = np.lexsort((offer, need, -found, taker, giver))
    key = (giver * len(table.bodies) + taker)[order]
    first = order[np.flatnonzero(np.diff(key, prepend=-1))]
    for row in first.tolist():
        pair, link = (int(giver[row]), int(taker[row])), Link(int(need[row]), int(offer[row]), float(found[row]))
        known = best.get(pair)
        if known is None or (-link.score_0_1, link.need, link.offer) < (-known.score_0_1, known.need, known.offer):
            best[pair] = link
