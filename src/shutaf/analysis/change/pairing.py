"""Which record of the new map is which record of the old one?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pairing(Generic[T]):
    """Old and new records of one kind: those that are the same one (old, new), those that came, those that went."""

    same: tuple[tuple[T, T], ...]
    new: tuple[T, ...]
    gone: tuple[T, ...]


def pair(old: Sequence[T], new: Sequence[T], *keys: Callable[[T], Hashable]) -> Pairing[T]:
    """Pair records by the first key, those left over by the second, and so on.

    keys: what makes two records the same one, the surest first; a key that two records of one side share, or that is empty (None, ""), pairs nobody,
    for guessing between two is worse than saying that both changed. O(n x keys).

    >>> pair(["a", "b"], ["b", "c"], str).same
    (('b', 'b'),)
    """
    partner: dict[int, int] = {}
    for key in keys:
        left_old = [i for i in range(len(old)) if i not in partner]
        taken = set(partner.values())
        left_new = [j for j in range(len(new)) if j not in taken]
        by_key = _unique({j: key(new[j]) for j in left_new})
        for value, i in _unique({i: key(old[i]) for i in left_old}).items():
            if value in by_key:
                partner[i] = by_key[value]
    taken = set(partner.values())
    return Pairing(
        same=tuple((old[i], new[j]) for i, j in sorted(partner.items())),
        new=tuple(one for j, one in enumerate(new) if j not in taken),
        gone=tuple(one for i, one in enumerate(old) if i not in partner),
    )


def _unique(values: Mapping[int, Hashable]) -> Mapping[Hashable, int]:
    counts = Counter(values.values())
    return {value: i for i, value in values.items() if value and counts[value] == 1}
