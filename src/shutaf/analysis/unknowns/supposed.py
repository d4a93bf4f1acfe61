"""What would be known if this answer came?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from shutaf.analysis.actors.shared_goals import same_word
from shutaf.analysis.situation import Amount, Body, Initiative, Need, Offer, Situation, Tie, TieStatus, Word

SUPPOSED = "supposed"
"""Ref of a need or an offer that nobody made: it lives for one re-run and is never shown."""


def with_body(situation: Situation, changed: Body) -> Situation:
    """The situation with one body's record replaced by the changed one of the same ref."""
    return replace(situation, bodies=tuple(changed if body.ref == changed.ref else body for body in situation.bodies))


def with_initiative(situation: Situation, changed: Initiative) -> Situation:
    """The situation with one initiative's record replaced by the changed one of the same ref."""
    return replace(situation, initiatives=tuple(changed if one.ref == changed.ref else one for one in situation.initiatives))


def with_ties(situation: Situation, ref: str, others: Iterable[str], status: TieStatus) -> Situation:
    """The situation with a tie of the same status between one body and each of the others."""
    return replace(situation, ties=(*situation.ties, *(Tie(ref, other, status) for other in others)))


def with_offer(situation: Situation, ref: str, kind: Word, amount: Amount | None) -> Situation:
    """The situation with one more offer."""
    return replace(situation, offers=(*situation.offers, Offer(SUPPOSED, ref, kind.text, kind, amount=amount)))


def with_need(situation: Situation, ref: str, kind: Word) -> Situation:
    """The situation with one more need."""
    return replace(situation, needs=(*situation.needs, Need(SUPPOSED, ref, kind.text, kind)))


def with_goal(situation: Situation, theme: str) -> Situation:
    """The situation with one more goal of the place (a theme's key)."""
    return replace(situation, place=replace(situation.place, goals=(*situation.place.goals, Word(theme, theme))))


def is_covered(situation: Situation, kind: Word, amount: Amount | None) -> bool:
    """True when the known offers of a kind reach the amount; an amount not said, on either side, is taken as enough (Ours: it is asked elsewhere)."""
    offered = [offer.amount for offer in situation.offers if offer.kind and same_word(offer.kind) == same_word(kind)]
    if not offered or amount is None or None in offered:
        return bool(offered)
    return sum(one.base for one in offered if one is not None and one.comparable(amount)) >= amount.base
