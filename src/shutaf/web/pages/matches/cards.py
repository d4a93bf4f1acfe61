"""One pair, or one need with its offers, as the page shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.matching.board import Board, Standing
from shutaf.analysis.matching.distance import metres_apart
from shutaf.analysis.matching.judgement import Judgement, Reason, conditions_of, judge
from shutaf.analysis.situation import Body, Need, Offer
from shutaf.exchange.answers import AnswerFacts, speaks_as
from shutaf.reports.document import Line, Name
from shutaf.reports.wording.exchange import MISSES, REASONS, UNKNOWNS
from shutaf.reports.wording.matches import apart_said, side_said
from shutaf.reports.wording.said import Choice, chosen, semicolons
from shutaf.reports.wording.speech import Speech

SHOWN_OF_NEED = 2
"""Offers of one need in the list; the rest stands on a page of its own."""
NEAR_OF_NEED = 2


@dataclass(frozen=True, slots=True)
class PairCard:
    """A need and an offer. misses: what would make them fit, empty where they do. answers: what was said of this pair; said: by whom this reader speaks for."""

    need: Need
    offer: Offer
    needs: Body
    offers: Body
    wanted: Line
    given: Line
    reasons: tuple[Line, ...]
    unknowns: tuple[Line, ...]
    conditions: tuple[tuple[str, Line], ...]
    misses: tuple[Line, ...]
    apart: Line
    answers: tuple[AnswerFacts, ...]
    said: str
    may_answer: bool

    @property
    def because(self) -> Line:
        """The reasons in one line, for the list."""
        return semicolons(list(self.reasons))

    @property
    def ask_first(self) -> Line:
        return semicolons(list(self.unknowns))


@dataclass(frozen=True, slots=True)
class NeedCard:
    """A need with the offers shown; fit_count, near_count: how many there are."""

    need: Need
    body: Body
    standing: Standing
    pairs: tuple[PairCard, ...]
    near: tuple[PairCard, ...]
    fit_count: int
    near_count: int

    @property
    def more(self) -> int:
        """Offers that fit and are not shown."""
        return max(0, self.fit_count - len(self.pairs))


@dataclass
class Desk:
    """Makes cards out of a board and the answers of now."""

    board: Board
    viewer: Viewer
    speech: Speech
    answers: Sequence[AnswerFacts]

    @cached_property
    def declined(self) -> frozenset[tuple[str, str]]:
        """Pairs that are out now, which an older board may still hold."""
        return frozenset((one.need, one.offer) for one in self.answers if one.state == "declined" and one.holds)

    @cached_property
    def answers_of(self) -> Mapping[tuple[str, str], tuple[AnswerFacts, ...]]:
        found: dict[tuple[str, str], list[AnswerFacts]] = {}
        for one in self.answers:
            found.setdefault((one.need, one.offer), []).append(one)
        return {pair: tuple(several) for pair, several in found.items()}

    @cached_property
    def taken_up(self) -> Mapping[str, tuple[str, ...]]:
        """Of each need the offers that somebody accepted or wants to talk about, and nobody declined."""
        found: dict[str, list[str]] = {}
        for one in self.answers:
            if one.state != "declined" and (one.need, one.offer) not in self.declined and one.offer not in found.get(one.need, []):
                found.setdefault(one.need, []).append(one.offer)
        return {need: tuple(offers) for need, offers in found.items()}

    def need(self, row: int) -> NeedCard:
        """A need with its best offers, those that were taken up first."""
        board, need = self.board, self.board.table.needs[row]
        first = [board.table.offers[board.offer_rows[ref]] for ref in self.taken_up.get(need.ref, ()) if ref in board.offer_rows]
        fits = [*first, *(offer for offer in self._open(need, board.offers_of(board.fits, row)) if offer not in first)]
        near = [offer for offer in self._open(need, board.offers_of(board.near, row)) if offer not in first]
        shown = tuple(self.pair(need, offer) for offer in fits[: max(SHOWN_OF_NEED, len(first))])
        nearly = tuple(self.pair(need, offer) for offer in near[: 0 if fits else NEAR_OF_NEED])
        body = board.situation.body_by_ref[need.body]
        return NeedCard(need, body, board.standing(row), shown, nearly, int(board.fit_count[row]), int(board.near_count[row]))

    def _open(self, need: Need, offers: Sequence[Offer]) -> Iterator[Offer]:
        return (offer for offer in offers if (need.ref, offer.ref) not in self.declined)

    def pair(self, need: Need, offer: Offer) -> PairCard:
        judged, by_ref = self.judged(need, offer), self.board.situation.body_by_ref
        answers = self.answers_of.get((need.ref, offer.ref), ())
        side = speaks_as(self.viewer, need.body, offer.body)
        said = next((one.state for one in answers if one.said_for == side and one.holds), "") if side is not None else ""
        conditions = tuple((of, (Name(text),)) for of, text in conditions_of(need, offer))
        return PairCard(
            need, offer, by_ref[need.body], by_ref[offer.body], side_said(need, self.speech, with_conditions=False), side_said(offer, self.speech, with_conditions=False),
            self._said(REASONS, worth_telling(judged.reasons)), self._said(UNKNOWNS, judged.unknowns), conditions, self._said(MISSES, judged.misses), self._apart(need, offer), answers, said,
            side is not None,
        )  # fmt: skip

    def judged(self, need: Need, offer: Offer) -> Judgement:
        return judge(need, offer, self.board.ties.get(frozenset((need.body, offer.body)), ()))

    def _apart(self, need: Need, offer: Offer) -> Line:
        by_ref = self.board.situation.body_by_ref
        metres = metres_apart(by_ref[need.body], by_ref[offer.body])
        return () if metres is None else apart_said(metres, self.speech)

    def _said(self, words: Mapping[str, Choice], reasons: Sequence[Reason]) -> tuple[Line, ...]:
        told = (chosen(words[reason.key], reason.facts, self.speech) for reason in reasons)
        return tuple(one for one in told if one)


def worth_telling(reasons: Sequence[Reason]) -> list[Reason]:
    """That both are of one kind goes without saying where they share a theme or an amount."""
    keys = {reason.key for reason in reasons}
    return [reason for reason in reasons if reason.key != "same_kind" or not keys & {"shared_theme", "amount_covers", "amount_partly"}]
