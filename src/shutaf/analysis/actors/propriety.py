"""Which facts about a body call for a rule of propriety before it joins?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shutaf.analysis.actors.evidence import other_end, rows_of
from shutaf.analysis.situation import Body, Offer, Origin, Situation, Tie

TIE_FLAGS: Final = (("purchase_tie", "purchase"), ("licence_tie", "licence"), ("grant_tie", "grant"))
"""Flag, and the kind of tie (key) that brings its rule: tenders, licensing and inspection, the equal criteria of support."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A fact with its rows, not a judgement: key, facts, rows, and the dates the rows carry (ISO text, "" where none was written)."""

    key: str
    facts: Mapping[str, Any]
    rows: tuple[Origin, ...]
    dates: tuple[str, ...] = ()


def flags_of(situation: Situation, body: Body, ties: Sequence[Tie], offers: Sequence[Offer]) -> tuple[Flag, ...]:
    """The facts about an outside body that a rule of propriety asks about.

    `donation_question`: it offers something and no condition was written, so it may be a gift, which goes by the donations procedure.
    `purchase_tie`, `licence_tie`, `grant_tie`: a tie of that kind with a department, while it may become a partner (not said to stay out, or offering). Departments have none: they are the municipality.
    Source: director-general circulars 4/2016 (donations) and 4/2006 (support), as listed in the toolkit study; Ours: what raises a question.
    """
    if body.is_department:
        return ()
    return (*_gift(body, offers), *_tie_flags(situation, body, ties, offers))


def _gift(body: Body, offers: Sequence[Offer]) -> Iterator[Flag]:
    open_offers = [offer for offer in offers if not offer.conditions.strip()]
    if open_offers and body.sector_key != "public":
        facts = {"offers": tuple(offer.ref for offer in open_offers)}
        yield Flag("donation_question", facts, rows_of(open_offers), _dates(offer.as_of for offer in open_offers))


def _tie_flags(situation: Situation, body: Body, ties: Sequence[Tie], offers: Sequence[Offer]) -> Iterator[Flag]:
    if body.invite == "no" and not offers:
        return
    municipal = [tie for tie in ties if situation.body_by_ref[other_end(tie, body.ref)].is_department]
    for key, kind in TIE_FLAGS:
        found = [tie for tie in municipal if tie.kind.key == kind]
        if found:
            departments = tuple(dict.fromkeys(other_end(tie, body.ref) for tie in found))
            facts = {"departments": departments, "invite": body.invite, "offers": tuple(offer.ref for offer in offers)}
            yield Flag(key, facts, rows_of(found), _dates(tie.since_date for tie in found))


def _dates(dates: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(date for date in dates if date))
