"""Does the brief rank the models by what was answered, and keep from the room what was said in confidence?"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from briefs import LANGUAGES, brief_of, example, flowing, section, text, within

from shutaf import content
from shutaf.analysis.situation import Choosing, Situation
from shutaf.reports.brief import Audience
from shutaf.reports.document import Heading, Num

AGENDA = {"change": 3.0, "motive": 3.0, "time": 2.0, "unit": 3.0, "anchors": 1.0, "head": 1.0}
CLOSE = {"change": 1.0, "motive": 0.0, "time": 1.0, "unit": 0.0}


def answered(answers: dict[str, float], about: str = "SECRETIDEA") -> Situation:
    return replace(example(), choosing=Choosing(model_answers=tuple(answers.items()), model_about=about))


def told(answers: dict[str, float], audience: Audience = "driver", language: str = "en") -> str:
    return text(section(brief_of(answered(answers), audience, language), "initiative"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_leading_model_stands_with_its_reasons(language: str) -> None:
    said = told(AGENDA, language=language)
    known = content.model("shared_agenda")
    assert known.summary[language] in said
    assert known.first_department[language].rstrip(".") in said
    assert content.model_questions()[0].answer("goal").because[language] in said


def test_two_that_are_close_stand_both_with_their_mixed_form() -> None:
    said = told(CLOSE)
    assert content.model("greening_business").summary["en"] in said
    assert content.model("business_in_community").summary["en"] in said
    assert content.mixed_forms()[frozenset(("greening_business", "business_in_community"))]["en"] in said


def test_the_room_reads_nothing_against_nor_what_the_idea_was_called() -> None:
    room, driver = told(AGENDA, "room"), told(AGENDA)
    for kept in ("not yet willing to stand in front", "SECRETIDEA", "Still missing", "What to find out, since"):
        assert kept not in room
    for kept in ("not yet willing to stand in front", "SECRETIDEA"):
        assert kept in driver


def test_answers_that_lead_to_no_model_say_so() -> None:
    assert "No model can be named yet" in told({"head": 1.0})


def test_another_model_with_the_first_initiative_is_told() -> None:
    assert "another model is written down" in told({"change": 2.0})
    assert "another model is written down" not in told(AGENDA)


def test_without_answers_the_model_of_the_initiative_stands_as_before() -> None:
    headings = [flowing(block.text) for block in within(brief_of(example())) if isinstance(block, Heading) and block.level == 3]
    assert sum("The model:" in one for one in headings) == 1
    assert "It fits when" in text(brief_of(example()))


def test_how_many_answers_it_rests_on_has_a_code() -> None:
    found = [block for block in within(section(brief_of(answered(AGENDA)), "initiative")) if isinstance(block, Num) and block.code]
    assert re.search(r"Rests on 6 \S* ?of 10 questions", " ".join(told(AGENDA).split()))
    assert found
