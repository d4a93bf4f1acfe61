"""Which needs and offers meet, and why? The cards of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shutaf.analysis.matching.fit import Fit, NearMiss
from shutaf.analysis.situation import Body, Need, Offer
from shutaf.reports.brief.exchange import worth_saying
from shutaf.reports.document import Line, Name
from shutaf.reports.wording.exchange import MISSES, REASONS, UNKNOWNS
from shutaf.reports.wording.said import chosen
from shutaf.web.parts.reading import Reading


@dataclass(frozen=True, slots=True)
class MatchCard:
    """A need and an offer that meet, or nearly (then `misses` says what would make them fit). conditions: as written."""

    need: Need
    offer: Offer
    needs: Body
    offers: Body
    reasons: tuple[Line, ...]
    unknowns: tuple[Line, ...]
    conditions: tuple[Line, ...] = ()
    misses: Line = ()


def match_cards(reading: Reading, *, most: int = 24) -> tuple[MatchCard, ...]:
    """Suggested matches, each need and offer once, the best first."""
    return tuple(_fit(reading, fit) for fit in reading.prepared.suggested[:most])


def near_cards(reading: Reading) -> tuple[MatchCard, ...]:
    """What almost fits, with what would make it fit."""
    return tuple(_near(reading, miss) for miss in worth_saying(reading.writing))


def matches_of(reading: Reading, ref: str, *, most: int = 4) -> tuple[MatchCard, ...]:
    """The matches of one body."""
    return tuple(_fit(reading, fit) for fit in _of(reading.prepared.suggested, ref))[:most]


def _of(fits: tuple[Fit, ...], ref: str) -> Iterator[Fit]:
    return (fit for fit in fits if ref in (fit.need.body, fit.offer.body))


def _fit(reading: Reading, fit: Fit) -> MatchCard:
    conditions = tuple((Name(text),) for _ref, text in fit.conditions)
    return MatchCard(*_sides(reading, fit), _reasons(reading, fit), _unknowns(reading, fit), conditions)


def _near(reading: Reading, miss: NearMiss) -> MatchCard:
    why = chosen(MISSES[miss.miss.key], miss.miss.facts, reading.speech) or ()
    return MatchCard(*_sides(reading, miss), _reasons(reading, miss), _unknowns(reading, miss), misses=why)


def _sides(reading: Reading, fit: Fit | NearMiss) -> tuple[Need, Offer, Body, Body]:
    by_ref = reading.situation.body_by_ref
    return fit.need, fit.offer, by_ref[fit.need.body], by_ref[fit.offer.body]


def _reasons(reading: Reading, fit: Fit | NearMiss) -> tuple[Line, ...]:
    said = (chosen(REASONS[reason.key], reason.facts, reading.speech) for reason in fit.reasons)
    return tuple(one for one in said if one)


def _unknowns(reading: Reading, fit: Fit | NearMiss) -> tuple[Line, ...]:
    said = (chosen(UNKNOWNS[reason.key], reason.facts, reading.speech) for reason in fit.unknowns)
    return tuple(one for one in said if one)
