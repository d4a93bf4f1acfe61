"""How is it said what the map already tells of a question?"""

from __future__ import annotations

from collections.abc import Mapping

from shutaf import content
from shutaf.analysis.situation import Initiative
from shutaf.reports.model_choice import suggestions
from shutaf.reports.wording.model import FROM_MAP
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import speak
from shutaf.web.pages.model.form import Hint


def hints(speech: Speech, initiative: Initiative | None) -> Mapping[str, Hint]:
    """By question."""
    asked = {one.key: one for one in content.model_questions()}
    return {
        one.question: Hint(asked[one.question].answer(one.answer).text[speech.language], speak(FROM_MAP[one.key], one.facts, speech))
        for one in suggestions(speech.situation, initiative)
    }


def places_suggested(speech: Speech, initiative: Initiative | None) -> dict[str, float]:
    """The answers that the map suggests, as the form begins with them."""
    asked = {one.key: [answer.key for answer in one.answers] for one in content.model_questions()}
    return {one.question: float(asked[one.question].index(one.answer)) for one in suggestions(speech.situation, initiative)}
