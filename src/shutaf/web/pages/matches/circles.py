"""A circle of gifts as the page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shutaf.analysis.matching.chains import Chain
from shutaf.analysis.situation import Body
from shutaf.web.pages.matches.cards import Desk, PairCard


@dataclass(frozen=True, slots=True)
class CircleCard:
    """bodies: in the order in which they give. pairs: each giver's gift to the next."""

    bodies: tuple[Body, ...]
    pairs: tuple[PairCard, ...]


def circle_cards(desk: Desk, found: Sequence[Chain]) -> list[CircleCard]:
    return [_card(desk, chain) for chain in found]


def _card(desk: Desk, chain: Chain) -> CircleCard:
    table = desk.board.table
    pairs = tuple(desk.pair(table.needs[link.need], table.offers[link.offer]) for link in chain.links)
    return CircleCard(tuple(pair.offers for pair in pairs), pairs)
