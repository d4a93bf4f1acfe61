"""What does an initiative require, and which known offers cover how much of it?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from shutaf.analysis.matching.words import amount_key, covered_share, natural, word_key
from shutaf.analysis.situation import Amount, Initiative, Offer, Requirement, Situation


@dataclass(frozen=True, slots=True)
class Gift:
    """One offer towards one demand. share_0_1: of the wanted amount; None = nobody said how much, or in another unit: it may cover."""

    offer: Offer
    share_0_1: float | None


@dataclass(frozen=True, slots=True)
class Demand:
    """One resource to be covered: requirements of the same kind and dimension together, so that no offer is counted twice.

    requirements: their places in `Initiative.requires`. wanted: their sum, in the unit of the first; None = no amount was given,
    then any offer of the kind covers it. gifts: in the order of the offers' refs.
    """

    requirements: tuple[int, ...]
    wanted: Amount | None
    gifts: tuple[Gift, ...]

    @property
    def known_share_0_1(self) -> float:
        """The share that amounts known to us cover together."""
        return min(1.0, sum((gift.share_0_1 or 0.0 for gift in self.gifts), 0.0))

    @property
    def has_unknown_gift(self) -> bool:
        return any(gift.share_0_1 is None for gift in self.gifts)

    @property
    def covered_share_0_1(self) -> float:
        """The share covered when an offer of unknown amount is taken as one that may cover it all (marked wherever it is said)."""
        return 1.0 if self.has_unknown_gift else self.known_share_0_1


def demands(situation: Situation, initiative: Initiative, *, without: Collection[str] = ()) -> tuple[Demand, ...]:
    """What the initiative requires, each beside the offers of that kind known to us.

    without: refs of bodies whose offers are not counted. Order: first requirement of each demand. O(requirements x offers).
    """
    grouped: dict[tuple[str, str], list[int]] = {}
    for place, requirement in enumerate(initiative.requires):
        grouped.setdefault(_group(requirement), []).append(place)
    offers = [
        o for o in sorted(situation.offers, key=lambda o: natural(o.ref)) if o.body not in without and o.body in situation.body_by_ref
    ]
    return tuple(_demand(initiative.requires, places, offers) for places in grouped.values())


def gifts_by_body(demand: Demand) -> Mapping[str, tuple[Gift, ...]]:
    """The gifts of each body towards one demand."""
    found: dict[str, tuple[Gift, ...]] = {}
    for gift in demand.gifts:
        found[gift.offer.body] = (*found.get(gift.offer.body, ()), gift)
    return found


def _group(requirement: Requirement) -> tuple[str, str]:
    return word_key(requirement.kind), amount_key(requirement.amount) if requirement.amount else ""


def _demand(requires: tuple[Requirement, ...], places: list[int], offers: list[Offer]) -> Demand:
    kind = word_key(requires[places[0]].kind)
    wanted = _sum(tuple(amount for place in places if (amount := requires[place].amount) is not None))
    gifts = (
        Gift(offer, 1.0 if wanted is None else covered_share(wanted, offer.amount))
        for offer in offers
        if kind and word_key(offer.kind) == kind
    )
    return Demand(tuple(places), wanted, tuple(gift for gift in gifts if gift.share_0_1 != 0.0))


def _sum(amounts: tuple[Amount, ...]) -> Amount | None:
    """One amount stays as written; several become their sum in the first one's unit."""
    if not amounts:
        return None
    first = amounts[0]
    total = sum((amount.base for amount in amounts[1:]), first.base)
    return first if len(amounts) == 1 else replace(first, value=total / (first.factor or 1))
