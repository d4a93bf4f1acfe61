"""Which three bodies all have a tie with each other? The one list that brokerage and structural holes are computed from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Floats, Ints, Network

Longs: TypeAlias = npt.NDArray[np.int64]

BLOCK = 1_000_000
"""Ours: so many pairs of contacts are looked at at once; some 60 MB at the peak, whatever the size of the network."""


@dataclass(frozen=True)
class Pairs:
    """The pairs of bodies with a tie in at least one direction, each once, in the order of (one, other).

    one, other: (p,) int32, one < other. forth, back: (p,) float64, the weight of the tie one -> other and other -> one; 0 where there
    is none. Of an undirected network both are its weight. keys: (p,) int64, one * n + other, ascending.
    """

    n: int
    one: Ints
    other: Ints
    forth: Floats
    back: Floats
    keys: Longs


@dataclass(frozen=True)
class Triangles:
    """Triples of bodies that all have a tie with each other, whatever its direction, each triple once, bodies ascending in it.

    bodies: three (t,) int32 arrays, x < y < z. edges: three (t,) int64 arrays, the places in `pairs` of (x, y), (x, z) and (y, z).
    """

    pairs: Pairs
    bodies: tuple[Ints, Ints, Ints]
    edges: tuple[Longs, Longs, Longs]

    @property
    def count(self) -> int:
        return len(self.bodies[0])


def tied_pairs(network: Network) -> Pairs:
    """The pairs with a tie, and what each direction weighs. O(m log m).

    >>> pairs = tied_pairs(Network.of(3, [(0, 1), (1, 0), (2, 1)], [4, 5, 6], is_directed=True))
    >>> pairs.one.tolist(), pairs.other.tolist(), pairs.forth.tolist(), pairs.back.tolist()
    ([0, 1], [1, 2], [4.0, 0.0], [5.0, 6.0])
    """
    source, target, weight = network.source.astype(np.int64), network.target.astype(np.int64), network.weight
    keys = np.minimum(source, target) * network.n + np.maximum(source, target)
    is_sorted = bool(np.all(keys[1:] > keys[:-1]))
    if is_sorted and not network.is_directed:  # as Network.of leaves it
        return Pairs(
            network.n, np.minimum(network.source, network.target), np.maximum(network.source, network.target), weight, weight, keys
        )
    if not is_sorted:
        order = order_of(keys, network.n**2)
        keys, source, target, weight = keys[order], source[order], target[order], weight[order]
    is_new = np.diff(keys, prepend=-1) > 0
    place, goes_forth = np.cumsum(is_new) - 1, source < target
    keys = keys[is_new]
    forth, back = np.zeros(len(keys)), np.zeros(len(keys))
    forth[place[goes_forth]] = weight[goes_forth]
    back[place[~goes_forth]] = weight[~goes_forth]
    if not network.is_directed:
        forth = back = forth + back
    one, other = np.divmod(keys, max(network.n, 1))
    return Pairs(network.n, one.astype(np.int32), other.astype(np.int32), forth, back, keys)


def triangles(network: Network) -> Triangles:
    """All triangles of the network; directions are ignored, and told by `pairs`.

    Each tie points from the body with fewer contacts to the one with more; of each body the pairs of contacts it points to are looked
    up among the ties. A hub with a hundred thousand contacts points to few, so it costs no more than they do.
    O(p to the 1.5) time in the worst case, for p pairs with a tie; memory for the triangles and one block.
    Source: Schank & Wagner 2005, algorithm "forward"; Latapy 2008.

    >>> found = triangles(Network.of(4, [(0, 1), (1, 2), (0, 2), (2, 3)]))
    >>> [one.tolist() for one in found.bodies]
    [[0], [1], [2]]
    """
    pairs = tied_pairs(network)
    pointed = _pointed(pairs)
    finder = Finder(pairs.keys)
    found = [_closed(pairs, finder, *pointed[:2], first, second) for first, second in _wedges(pointed[2])]
    first, second, third = (np.concatenate([np.empty(0, dtype=np.int64), *(block[i] for block in found)]) for i in range(3))
    edges = _ascending(first, second, third)  # pairs are in the order of their bodies, so (x, y), (x, z), (y, z) are in this order too
    return Triangles(pairs, (pairs.one[edges[0]], pairs.other[edges[0]], pairs.other[edges[1]]), edges)


def _pointed(pairs: Pairs) -> tuple[Longs, Longs, Longs]:
    """Ties by the body they point from: their places in `pairs`, the body each points to, and where each body's ties start, (n + 1,)."""
    contacts = np.bincount(pairs.one, minlength=pairs.n) + np.bincount(pairs.other, minlength=pairs.n)
    is_turned = contacts[pairs.one] > contacts[pairs.other]
    source, target = np.where(is_turned, pairs.other, pairs.one), np.where(is_turned, pairs.one, pairs.other)
    order = order_of(source.astype(np.int64), pairs.n)
    start = np.concatenate([[0], np.cumsum(np.bincount(source, minlength=pairs.n))])
    return order, target[order].astype(np.int64), start


def _wedges(start: Longs) -> Iterator[tuple[Longs, Longs]]:
    """Pairs of ties that point from one body, in blocks: the place of the first tie and of the second, first < second."""
    partners = np.repeat(start[1:], np.diff(start)) - np.arange(start[-1]) - 1
    total = np.concatenate([[0], np.cumsum(partners)])
    at = 0
    while at < len(partners):
        end = max(at + 1, int(np.searchsorted(total, total[at] + BLOCK, side="right")) - 1)
        first = np.repeat(np.arange(at, end), partners[at:end])
        yield first, first + 1 + np.arange(total[at], total[end]) - total[first]
        at = end


def _closed(pairs: Pairs, finder: Finder, order: Longs, target: Longs, first: Longs, second: Longs) -> tuple[Longs, Longs, Longs]:
    """Those of the wedges whose far ends have a tie with each other: the places of the three ties."""
    one, other = target[first], target[second]
    place = finder.places(np.minimum(one, other) * pairs.n + np.maximum(one, other))
    closed = np.flatnonzero(place >= 0)
    return order[first[closed]], order[second[closed]], place[closed]


GOLDEN = 0x9E3779B97F4A7C15
"""The golden ratio of 2**64: multiplied by it, numbers that follow each other lie far apart (Knuth 1973, vol. 3, 6.4)."""


class Finder:
    """Where numbers stand in an array of different ones, each in about one look: a hash table, and a smaller one for those whose slot was taken.

    Several times faster than a binary search among half a million keys, of which most looks miss the cache. keys: (m,) int64, 0 and up.
    """

    def __init__(self, keys: Longs, level: int = 1) -> None:
        self.keys = keys
        self.factor = np.uint64(pow(GOLDEN, level, 1 << 64))
        self.shift = np.uint64(64 - (4 * len(keys) + 1).bit_length())
        self.table = np.full(1 << (64 - int(self.shift)), -1, dtype=np.int32)
        places, slots = np.arange(len(keys), dtype=np.int32), self._slots(keys)
        self.table[slots] = places
        self.crowded = np.flatnonzero(self.table[slots] != places)
        self.rest = Finder(keys[self.crowded], level + 1) if len(self.crowded) else None

    def places(self, numbers: Longs) -> Longs:
        """The place of each number among the keys, -1 where it is none of them."""
        found = self.table.take(self._slots(numbers)).astype(np.int64)
        taken = np.flatnonzero(found >= 0)
        others = taken[self.keys.take(found[taken]) != numbers[taken]]
        found[others] = -1
        if self.rest:
            place = self.rest.places(numbers[others])
            is_there = place >= 0
            found[others[is_there]] = self.crowded[place[is_there]]
        return found

    def _slots(self, numbers: Longs) -> Longs:
        return ((numbers.view(np.uint64) * self.factor) >> self.shift).view(np.int64)


def order_of(values: Longs, top: int) -> Longs:
    """The places of values 0 .. top in ascending order, equal ones as they stand. Four times as fast as argsort where value and place fit one number."""
    bits = len(values).bit_length()
    if top.bit_length() + bits > 62:
        return np.argsort(values, kind="stable")
    return np.sort((values << bits) | np.arange(len(values))) & ((1 << bits) - 1)


def _ascending(one: Longs, two: Longs, three: Longs) -> tuple[Longs, Longs, Longs]:
    """Three arrays, sorted place by place."""
    low, high = np.minimum(one, two), np.maximum(one, two)
    return np.minimum(low, three), np.maximum(low, np.minimum(high, three)), np.maximum(high, three)
