"""Do the sheets of the kit print whole in each language, and hold what they must and no more?"""

from __future__ import annotations

from io import BytesIO

import pytest
from django.utils import translation
from pypdf import PdfReader

from shutaf.analysis.preparation import prepare
from shutaf.analysis.situation import Body, Situation, Word
from shutaf.bodies.codes import code_of
from shutaf.imports.example import example_situation
from shutaf.reports.document import plain
from shutaf.reports.kit import PARTS, write_kit, write_poster
from shutaf.reports.kit.agenda import MINUTES, agenda
from shutaf.reports.kit.poster import poster_side
from shutaf.reports.kit.sheets import kit_content
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.speech import Speech

TOWN = example_situation()
CODES = {body.ref: code_of(number) for number, body in enumerate(TOWN.bodies, 1)}
TODAY = "2026-11-26"


@pytest.mark.parametrize("language", ["he", "ar", "en", "de"])
def test_the_kit_is_a_tagged_pdf_in_each_language(language: str) -> None:
    assert write_kit(TOWN, CODES, language=language, is_filled=True, today=TODAY).startswith(b"%PDF")


def test_the_agenda_fills_seventy_five_minutes() -> None:
    assert sum(item.minutes for item in agenda()) == MINUTES


def test_a_blank_kit_says_no_rating_and_no_tie() -> None:
    with translation.override("en"):
        blank, filled = (kit_content(TOWN, CODES, "en", PARTS, is_filled, TODAY) for is_filled in (False, True))
    assert blank["placed"] == []
    assert not any(any(row) for sheet in blank["ticks"] for row in sheet["cells"])
    assert filled["placed"]
    assert any(any(row) for sheet in filled["ticks"] for row in sheet["cells"])


def test_bodies_at_one_point_of_the_wall_stand_under_each_other() -> None:
    with translation.override("en"):
        placed = kit_content(TOWN, CODES, "en", PARTS, True, TODAY)["placed"]
    assert len({(*one[1:3], one[4]) for one in placed}) == len(placed)


def test_each_body_has_a_card_and_a_name_cannot_break_the_sheet() -> None:
    hostile = Situation(
        bodies=(Body("x", "#panic() ]] $ * _ " + "ארוך " * 80, Word("", "business")), Body("y", "😀🏽", Word("", "community")))
    )
    assert write_kit(hostile, {"x": "1B", "y": "2C"}, language="he", parts=["cards", "ticks", "gaps"], is_filled=True).startswith(b"%PDF")


def test_the_empty_town_has_a_kit_and_a_poster() -> None:
    assert write_kit(Situation(), {}, language="he").startswith(b"%PDF")
    assert write_poster(prepare(Situation(), today=TODAY), languages=("he", "ar")).startswith(b"%PDF")


@pytest.mark.parametrize("languages", [("he", "en"), ("ar", "he"), ("de", "ar"), ("en", "de")])
def test_the_poster_stands_in_two_languages(languages: tuple[str, str]) -> None:
    assert len(PdfReader(BytesIO(write_poster(prepare(TOWN, today=TODAY), languages=languages))).pages) == 1


def test_the_poster_holds_nothing_of_the_drivers() -> None:
    prepared = prepare(TOWN, today=TODAY)
    with translation.override("en"):
        told = [(one.audience, said(one, Speech("en", TOWN))) for one in (*prepared.ties_found, *prepared.missing_found)]
        lines = {(audience, plain(line, isolate=False)) for audience, words in told for line in (words.title, words.step)}
    only_for_the_driver = {line for audience, line in lines if audience == "driver"} - {
        line for audience, line in lines if audience == "room"
    }
    assert only_for_the_driver
    side = poster_side(prepared, "en")
    shown = {"".join(part[1] for part in line).replace("\u2068", "").replace("\u2069", "") for line in (*side["missing"], *side["asks"])}
    assert shown
    assert not shown & only_for_the_driver
