"""Which facts about a body call for a rule of propriety before it joins?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shutaf.analysis.actors.evidence import other_end, rows_of
from shutaf.analysis.situation import Body, Offer, Origin, Situation, Tie

PURCHASE_KINDS: Final = frozenset({"purchase", "procurement", "supply", "service", "contract", "tender"})
REGULATION_KINDS: Final = frozenset({"licensing", "licence", "permit", "inspection", "regulation"})
DONATION_KINDS: Final = frozenset({"donation", "gift", "sponsorship"})
SUPPORT_KINDS: Final = frozenset({"grant", "support", "funding"})
"""Kinds of tie (keys) that bring a rule with them: tenders, licensing, the donations procedure, the support criteria for non-profit bodies."""

TIE_FLAGS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("purchase_tie", PURCHASE_KINDS),
    ("regulation_tie", REGULATION_KINDS),
    ("donation_tie", DONATION_KINDS),
    ("support_tie", SUPPORT_KINDS),
)


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
    `purchase_tie`, `regulation_tie`, `donation_tie`, `support_tie`: a department buys from it, licenses it, received from it or supports it, while it
    is a partner too (invited, offering, or not said to stay out). Departments have none: they are the municipality.
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
    for key, kinds in TIE_FLAGS:
        found = [tie for tie in municipal if tie.kind.key in kinds]
        if found:
            departments = tuple(dict.fromkeys(other_end(tie, body.ref) for tie in found))
            facts = {"departments": departments, "invite": body.invite, "offers": tuple(offer.ref for offer in offers)}
            yield Flag(key, facts, rows_of(found), _dates(tie.since_date for tie in found))


def _dates(dates: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(date for date in dates if date))
