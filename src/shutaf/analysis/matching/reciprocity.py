"""Who gives and who gets, in kinds and amounts: what was said, and what was agreed?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, TypeAlias

from shutaf.analysis.matching.words import amount_key, word_key
from shutaf.analysis.situation import SECTORS, Amount, Need, Offer, Resource, Situation, Word

Pairs: TypeAlias = Collection[tuple[str, str]]
"""(ref of a need, ref of an offer)."""

GROUPS: Final = ("department", *SECTORS, "")
"""In the order of every table; the departments together are the municipality."""

Item: TypeAlias = tuple[Resource, Amount | None]


@dataclass(frozen=True, slots=True)
class OfKind:
    """Things of one kind. sums: one a dimension or currency, never added across; without_amount: how many told none."""

    kind: Word
    things: tuple[Resource, ...]
    sums: tuple[Amount, ...]
    without_amount: int


@dataclass(frozen=True, slots=True)
class Flow:
    """What goes one way. things: each once, in the order written; kinds: the most things first."""

    things: tuple[Resource, ...] = ()
    kinds: tuple[OfKind, ...] = ()

    def __len__(self) -> int:
        return len(self.things)


@dataclass(frozen=True, slots=True)
class Agreed:
    """A need and an offer whose match was accepted. amount: the smaller of both, None where one is unknown or they cannot be compared."""

    need: Need
    offer: Offer
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One side. key: a group, or the ref of a body. bodies: who belongs to it; silent: of them, who said neither a need nor an offer.

    offers, needs: what was said. gives, gets: what was agreed, as the offers and the needs of accepted matches.
    """

    key: str
    bodies: tuple[str, ...]
    silent: tuple[str, ...]
    offers: Flow
    needs: Flow
    gives: Flow
    gets: Flow

    @property
    def is_silent(self) -> bool:
        return not (self.offers.things or self.needs.things)


@dataclass(frozen=True)
class Reciprocity:
    """groups: those that have bodies, in the order of GROUPS. bodies: those that said something, who agreed most first.

    between: (group that gives, group that gets) -> accepted matches.
    """

    groups: tuple[Standing, ...]
    bodies: tuple[Standing, ...]
    agreed: tuple[Agreed, ...]
    between: Mapping[tuple[str, str], int]

    def group(self, key: str) -> Standing | None:
        return next((one for one in self.groups if one.key == key), None)


def reciprocity(situation: Situation, accepted: Pairs = ()) -> Reciprocity:
    """Count both ways. accepted: pairs that somebody accepted; one whose need or offer is gone is passed over. O(bodies + things)."""
    agreed = _agreed(situation, accepted)
    group_of = {body.ref: body.group_key for body in situation.bodies}
    members: dict[str, list[str]] = defaultdict(list)
    for ref, group in group_of.items():
        members[group].append(ref)
    told = _Told(situation, agreed)
    groups = tuple(told.standing(key, members[key]) for key in GROUPS if key in members)
    bodies = [told.standing(ref, [ref]) for ref in group_of if told.said_something(ref)]
    bodies.sort(key=lambda one: (-(len(one.gives) + len(one.gets)), -(len(one.offers) + len(one.needs))))
    between = Counter((group_of[one.offer.body], group_of[one.need.body]) for one in agreed)
    return Reciprocity(groups, tuple(bodies), agreed, between)


def _agreed(situation: Situation, accepted: Pairs) -> tuple[Agreed, ...]:
    needs = {need.ref: need for need in situation.needs if need.body in situation.body_by_ref}
    offers = {offer.ref: offer for offer in situation.offers if offer.body in situation.body_by_ref}
    there = ((needs[need], offers[offer]) for need, offer in dict.fromkeys(accepted) if need in needs and offer in offers)
    return tuple(Agreed(need, offer, smaller(need.amount, offer.amount)) for need, offer in there)


def smaller(one: Amount | None, other: Amount | None) -> Amount | None:
    """The smaller of two amounts of one dimension; None where either is unknown or they cannot be compared.

    >>> smaller(Amount(Decimal(3), "hour", "time", Decimal(1)), Amount(Decimal(1), "day", "time", Decimal(8))).unit
    'hour'
    """
    if one is None or other is None or amount_key(one) != amount_key(other):
        return None
    return one if one.base <= other.base else other


class _Told:
    """What each body said and agreed, gathered once."""

    def __init__(self, situation: Situation, agreed: Sequence[Agreed]) -> None:
        self.offers, self.needs, self.gives, self.gets = (defaultdict[str, list[Item]](list) for _side in range(4))
        for rows, kept in ((situation.offers, self.offers), (situation.needs, self.needs)):
            for thing in rows:
                kept[thing.body].append((thing, thing.amount))
        for one in agreed:
            self.gives[one.offer.body].append((one.offer, one.amount))
            self.gets[one.need.body].append((one.need, one.amount))

    def said_something(self, ref: str) -> bool:
        return bool(self.offers.get(ref) or self.needs.get(ref))

    def standing(self, key: str, refs: Sequence[str]) -> Standing:
        flows = (_flow(item for ref in refs for item in kept.get(ref, ())) for kept in (self.offers, self.needs, self.gives, self.gets))
        return Standing(key, tuple(refs), tuple(ref for ref in refs if not self.said_something(ref)), *flows)


def _flow(items: Iterable[Item]) -> Flow:
    by_kind: dict[str, list[Item]] = defaultdict(list)
    for thing, amount in items:
        by_kind[word_key(thing.kind)].append((thing, amount))
    kinds = [_of_kind(several) for several in by_kind.values()]
    kinds.sort(key=lambda one: -len(one.things))
    return Flow(tuple(thing for one in kinds for thing in one.things), tuple(kinds))


def _of_kind(items: Sequence[Item]) -> OfKind:
    amounts = [amount for _thing, amount in items if amount is not None]
    return OfKind(items[0][0].kind, tuple(thing for thing, _amount in items), totals(amounts), len(items) - len(amounts))


def totals(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    """One sum a dimension, currency or own unit, in the smallest unit that was used; nothing is added across.

    >>> hour, day = Amount(Decimal(4), "hour", "time", Decimal(1)), Amount(Decimal(2), "day", "time", Decimal(8))
    >>> [(str(one.value), one.unit) for one in totals([hour, day, Amount(Decimal(5), "boxes")])]
    [('20', 'hour'), ('5', 'boxes')]
    """
    several: dict[str, list[Amount]] = defaultdict(list)
    for amount in amounts:
        several[amount_key(amount)].append(amount)
    return tuple(_total(of_one) for of_one in several.values())


def _total(amounts: Sequence[Amount]) -> Amount:
    least = min(amounts, key=lambda one: one.factor if one.factor is not None else Decimal(1))
    base = sum((one.base for one in amounts), Decimal(0))
    return replace(least, value=base / (least.factor if least.factor is not None else Decimal(1)))
