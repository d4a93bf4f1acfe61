"""With which bodies is no tie known to us, and whom could we ask about them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from shutaf.analysis.network.pairs import Pairs, pairs_of
from shutaf.analysis.network.questions import name_order, traits
from shutaf.analysis.situation import Situation

ASKED_AT_MOST = 3
"""Ours: more names than this to ask about one body is no longer a question but a list."""


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A body with no tie known to us (which does not mean that it has none).

    was_asked: the body itself answered for its ties. known_nones: pairs with it that are known to have no tie.
    to_ask: refs of bodies of its theme, neighbourhood or sector that we know best, about whom no row says that they have no tie with it.
    """

    ref: str
    was_asked: bool
    known_nones: int
    to_ask: tuple[str, ...]


def unlinked(situation: Situation, *, without: Collection[str] = frozenset()) -> tuple[Unlinked, ...]:
    """Bodies without a known tie, by name. without: refs left out, with all their ties.

    to_ask, ours: the bodies with most in common (`likeness`), then with most known ties, then by name; only bodies that have a tie and
    something in common. O(unlinked bodies x bodies that share something).
    """
    refs = bodies_without_tie(situation, without=without)
    pairs = pairs_of(situation)
    asked = frozenset(situation.map.asked)
    nones = Counter(ref for pair in pairs.none for ref in pair)
    to_ask = whom_to_ask(situation, refs)
    return tuple(Unlinked(ref, ref in asked, nones[ref], to_ask[ref]) for ref in refs)


def bodies_without_tie(situation: Situation, *, without: Collection[str] = frozenset()) -> tuple[str, ...]:
    """Refs of the bodies without a known tie, by name. without: refs left out, with all their ties. O(bodies + ties)."""
    linked = pairs_of(situation).without(without).neighbours
    return name_order(situation, (ref for ref in situation.body_by_ref if ref not in linked and ref not in without))


def whom_to_ask(situation: Situation, refs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each of these bodies, whom to ask about it: `Unlinked.to_ask`. O(refs x bodies that share something)."""
    pairs = pairs_of(situation)
    sharing = _sharing(situation, pairs)
    return {ref: _to_ask(situation, pairs, sharing, ref) for ref in refs}


Sharing: TypeAlias = Mapping[tuple[str, str], Sequence[str]]


def _sharing(situation: Situation, pairs: Pairs) -> Sharing:
    """For each trait the bodies with a known tie that have it."""
    found: dict[tuple[str, str], list[str]] = {}
    for ref in pairs.neighbours:
        for trait in traits(situation.body_by_ref[ref]):
            found.setdefault(trait, []).append(ref)
    return found


def _to_ask(situation: Situation, pairs: Pairs, sharing: Sharing, ref: str) -> tuple[str, ...]:
    alike: Counter[str] = Counter()
    for trait, weight in traits(situation.body_by_ref[ref]).items():
        for other in sharing.get(trait, ()):
            alike[other] += weight
    ranks = {
        other: (-common, -len(pairs.neighbours[other]))
        for other, common in alike.items()
        if other != ref and not pairs.is_known(ref, other)
    }
    third = sorted(ranks.values())[:ASKED_AT_MOST]
    best = name_order(situation, (other for other, rank in ranks.items() if rank <= third[-1])) if third else ()
    return tuple(sorted(best, key=ranks.__getitem__)[:ASKED_AT_MOST])
