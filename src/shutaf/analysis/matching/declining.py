"""Of which facts does a reason to decline a match speak, and are they still as they were?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import TypeAlias

from shutaf.analysis.matching.judgement import theme_keys
from shutaf.analysis.matching.words import amount_key, word_key
from shutaf.analysis.situation import Need, Offer, Resource
from shutaf.analysis.text.fold import fold

Facts: TypeAlias = tuple[str, ...]


def _kind(one: Resource) -> Facts:
    return (word_key(one.kind), *sorted(theme_keys(one)), fold(one.title))


def _amount(one: Resource) -> Facts:
    return (amount_key(one.amount), str(one.amount.base.normalize())) if one.amount else ("", "")


def _dates(one: Resource) -> Facts:
    return (one.from_date.strip(), one.until_date.strip())


def _place(one: Resource) -> Facts:
    return (fold(one.where),)


def _conditions(one: Resource) -> Facts:
    return (fold(one.conditions),)


SPOKEN_OF: Mapping[str, tuple[Callable[[Resource], Facts], ...]] = {
    "kind": (_kind,),
    "amount": (_amount,),
    "dates": (_dates,),
    "place": (_place,),
    "conditions": (_conditions,),
    "other": (_kind, _amount, _dates, _place, _conditions),
}
"""What each reason speaks of; another reason, in own words, may speak of any of it. Ours: the list."""

REASONS = tuple(SPOKEN_OF)


def facts_mark(reason: str, need: Need, offer: Offer) -> str:
    """A mark of the facts that the reason speaks of, on both sides: the same while they are as they were, whatever else changes.

    32 letters of a hash; case, points and spelling that folding evens out change nothing. KeyError for a reason there is not.

    >>> from dataclasses import replace
    >>> need, offer = Need("n", "a", "room", from_date="2026-03"), Offer("o", "b", "hall")
    >>> facts_mark("dates", need, offer) == facts_mark("dates", replace(need, title="a large room"), offer)
    True
    >>> facts_mark("dates", need, offer) == facts_mark("dates", replace(need, from_date="2026-05"), offer)
    False
    """
    told = [[tell(one) for tell in SPOKEN_OF[reason]] for one in (need, offer)]
    return blake2b(repr((reason, told)).encode(), digest_size=16).hexdigest()
