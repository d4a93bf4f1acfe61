"""Does the letter to the municipality say what is known, isolate names, and tell what is not said in its language yet?"""

from __future__ import annotations

import pytest
from django.utils import translation

import world
from shutaf import content
from shutaf.analysis.situation import Word
from shutaf.reports.letter import LetterFacts, letter_text, municipality_letter, untranslated
from shutaf.reports.writers import write

FACTS = LetterFacts("Green street", (Word("waste", "waste"),), "bakery", "business", ("bakery", "merchants"))
NOBODY = LetterFacts("Green street", (), "", "", ())


def text(facts: LetterFacts, language: str) -> str:
    with translation.override(language):
        return letter_text(municipality_letter(world.town(), facts, language=language, today="2026-03-01"))


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_names_are_isolated_and_facts_are_told(language: str) -> None:
    said = text(FACTS, language)
    assert "\u2068Green street\u2069" in said
    assert content.say("theme", "waste", language) in said
    assert "{" not in said


def test_what_nobody_wrote_is_told_as_unknown() -> None:
    said = text(NOBODY, "en")
    assert "not written down" in said
    assert "Nobody has joined yet" in said
    assert "your name" in said


def test_the_letter_asks_and_promises_no_money() -> None:
    said = text(FACTS, "en")
    assert "half an hour" in said
    assert "open to all" in said


def test_texts_in_other_letters_are_named() -> None:
    assert "Green street" in untranslated(FACTS, world.town(), "he")
    assert "Green street" not in untranslated(FACTS, world.town(), "en")
    assert untranslated(LetterFacts("رحلة", (Word("own words"),), "", "", ()), world.town(), "ar")[:1] == ("own words",)


@pytest.mark.parametrize("language", ["he", "de"])
def test_it_becomes_a_word_file(language: str) -> None:
    data = write(municipality_letter(world.town(), FACTS, language=language, today="2026-03-01"), ".docx")
    assert data[:2] == b"PK"
