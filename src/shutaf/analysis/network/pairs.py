"""Of which pairs of bodies does some row say anything, and which rows?

A pair is known when a row says that the tie exists, or that there is none. Where rows disagree the tie counts as existing (union:
people forget ties more often than they invent them). A pair without a row, or with `unknown` only, is unknown and never "no tie".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TypeAlias

from shutaf.analysis.situation import Origin, Situation, Tie

Pair: TypeAlias = tuple[str, str]
"""The refs of two different bodies, in the order of the refs."""


def pair_of(one: str, other: str) -> Pair:
    """The pair of two refs, whichever is named first.

    >>> pair_of("b2", "b1")
    ('b1', 'b2')
    """
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True)
class Pairs:
    """Each pair that some row speaks of, once, with its rows. exists: at least one row says yes. none: rows say no, and none says yes."""

    exists: Mapping[Pair, Sequence[Tie]]
    none: Mapping[Pair, Sequence[Tie]]

    def is_known(self, one: str, other: str) -> bool:
        """Whether a row says yes or no about these two."""
        pair = pair_of(one, other)
        return pair in self.exists or pair in self.none

    @cached_property
    def neighbours(self) -> Mapping[str, frozenset[str]]:
        """Refs that each body has a known tie with; a body without a known tie is missing."""
        return neighbours_of(self.exists)

    def rows(self, pairs: Iterable[Pair]) -> tuple[Origin, ...]:
        """Where the rows about these pairs were read, in the order of sheet and row, each once."""
        found = {tie.origin for pair in pairs for tie in (*self.exists.get(pair, ()), *self.none.get(pair, ())) if tie.origin}
        return in_order(found)

    def without(self, refs: Collection[str]) -> Pairs:
        """The same without every pair that one of these bodies belongs to."""
        if not refs:
            return self
        gone = frozenset(refs)
        return Pairs(
            {pair: rows for pair, rows in self.exists.items() if gone.isdisjoint(pair)},
            {pair: rows for pair, rows in self.none.items() if gone.isdisjoint(pair)},
        )


def in_order(rows: Iterable[Origin]) -> tuple[Origin, ...]:
    """Rows by sheet and row number; those that were typed come first, by their refs."""
    return tuple(sorted(rows, key=attrgetter("sheet", "row", "ref")))


def pairs_of(situation: Situation) -> Pairs:
    """The pairs known in a situation. Rows that name an unknown body, or a body with itself, are left out. O(ties)."""
    exists: dict[Pair, list[Tie]] = {}
    none: dict[Pair, list[Tie]] = {}
    bodies = situation.body_by_ref
    for tie in situation.ties:
        one, other = tie.source_ref, tie.target_ref
        if tie.status != "unknown" and one != other and one in bodies and other in bodies:
            said = exists if tie.status == "exists" else none
            said.setdefault((one, other) if one < other else (other, one), []).append(tie)
    return Pairs(exists, {pair: rows for pair, rows in none.items() if pair not in exists})


def neighbours_of(pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    """For each body that occurs in `pairs`, the bodies it occurs with."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {ref: frozenset(refs) for ref, refs in found.items()}
