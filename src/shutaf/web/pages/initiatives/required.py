"""What does an initiative require, which offers are tied to it, and which could be?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from shutaf.analysis.coalition.requirements import Demand
from shutaf.analysis.criteria.values import counted_demands
from shutaf.analysis.situation import Amount, Initiative, Offer, Situation, Word

MOST_OFFERS = 3
"""Shown untied beside a requirement; the rest stand behind a fold."""

State = Literal["covered", "partly", "unsure", "open"]


@dataclass(frozen=True, slots=True)
class OfferLine:
    """share_0_1: of what is required; None where nobody said how much."""

    offer: Offer
    is_tied: bool
    share_0_1: float | None


@dataclass(frozen=True, slots=True)
class Required:
    """One thing it cannot do without. state: by the offers that are tied. share_0_1: what they cover for certain."""

    kind: Word
    wanted: Amount | None
    tied: tuple[OfferLine, ...]
    could: tuple[OfferLine, ...]

    @property
    def share_0_1(self) -> float:
        return min(1.0, sum(line.share_0_1 or 0.0 for line in self.tied))

    @property
    def state(self) -> State:
        if not self.tied:
            return "open"
        if self.share_0_1 >= 1 - 1e-9:
            return "covered"
        return "unsure" if any(line.share_0_1 is None for line in self.tied) else "partly"

    @property
    def first_could(self) -> tuple[OfferLine, ...]:
        return self.could[:MOST_OFFERS]

    @property
    def more_could(self) -> tuple[OfferLine, ...]:
        return self.could[MOST_OFFERS:]


def required(situation: Situation, initiative: Initiative) -> tuple[Required, ...]:
    """Each requirement with its offers. Offers of bodies strongly against or not to be invited are not proposed; one that was tied stays shown."""
    return tuple(_required(initiative, demand, situation) for demand in counted_demands(situation, initiative))


def _required(initiative: Initiative, demand: Demand, situation: Situation) -> Required:
    wanted_kind = initiative.requires[demand.requirements[0]].kind
    known = {gift.offer.ref: gift.share_0_1 for gift in demand.gifts}
    lines = [OfferLine(gift.offer, gift.offer.ref in initiative.offers, gift.share_0_1) for gift in demand.gifts]
    lines += [
        OfferLine(offer, True, None) for offer in _tied(situation, initiative) if offer.kind == wanted_kind and offer.ref not in known
    ]
    tied = tuple(line for line in lines if line.is_tied)
    could = sorted((line for line in lines if not line.is_tied), key=lambda line: -(line.share_0_1 or 0.0))
    return Required(wanted_kind, demand.wanted, tied, tuple(could))


def tied_beside(situation: Situation, initiative: Initiative, found: Iterable[Required]) -> tuple[OfferLine, ...]:
    """Offers that are tied and of no kind it requires."""
    shown = {line.offer.ref for one in found for line in one.tied}
    return tuple(OfferLine(offer, True, None) for offer in _tied(situation, initiative) if offer.ref not in shown)


def _tied(situation: Situation, initiative: Initiative) -> Iterator[Offer]:
    return (offer for offer in situation.offers if offer.ref in initiative.offers)
