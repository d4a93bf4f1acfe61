"""The declined pairs, each with its reason, whether it still counts, and why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from shutaf.exchange.answers import AnswerFacts
from shutaf.reports.document import Line
from shutaf.reports.wording.matches import COUNTS_NO_MORE, COUNTS_WHILE, DECLINED_FOR, side_said
from shutaf.web.pages.matches.cards import Desk


@dataclass(frozen=True, slots=True)
class DeclinedRow:
    """counts: until when the reason counts, or why it does not any more."""

    answer: AnswerFacts
    wanted: Line
    given: Line
    reason: str
    counts: str


def declined_rows(desk: Desk, answers: Sequence[AnswerFacts]) -> list[DeclinedRow]:
    """Those of which both sides are on the board; what came since is listed when the board is of now."""
    return [_row(desk, one) for one in answers if desk.board.pair(one.need, one.offer)]


def _row(desk: Desk, one: AnswerFacts) -> DeclinedRow:
    pair = desk.board.pair(one.need, one.offer)
    assert pair
    counts = (COUNTS_WHILE if one.holds else COUNTS_NO_MORE)[one.reason]
    return DeclinedRow(one, side_said(pair[0], desk.speech), side_said(pair[1], desk.speech), _(DECLINED_FOR[one.reason]), _(counts))
