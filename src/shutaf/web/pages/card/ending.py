"""What would be the most useful thing to find out about this body now?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from shutaf.accounts.rules import sees_everything
from shutaf.analysis.actors.body_sheet import body_sheet
from shutaf.reports.document import Line
from shutaf.reports.wording.sheet import NOT_KNOWN
from shutaf.reports.wording.template import speak
from shutaf.reports.wording.unknowns import said_question, said_reason
from shutaf.web.pages.card.knowing import Card
from shutaf.web.parts.reading import Reading


@dataclass(frozen=True, slots=True)
class Useful:
    """The unknown as a question, and what its answer would change ("" where nothing computed rests on it)."""

    question: Line
    because: Line = ()


def most_useful(request: HttpRequest, one: Card) -> Useful | None:
    """The question about this body whose answer would change the brief most; else the first thing not known; None when nothing is open."""
    reading = Reading(request, one.viewer)
    if sees_everything(one.viewer):
        for question in reading.prepared.questions:
            if question.value > 0 and one.body.ref in question.subject:
                return Useful(said_question(question, reading.speech), said_reason(question, reading.speech))
    open_things = body_sheet(one.situation, one.body.ref).room.not_known
    return next((Useful(speak(NOT_KNOWN[item.key], {"n": item.number}, reading.speech)) for item in open_things), None)
