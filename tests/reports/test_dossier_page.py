"""Is there one page on a body to walk in with, and does it say what became of promises, on one page of paper?"""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from shutaf import content
from shutaf.analysis.coalition.cover import smallest_coalition
from shutaf.analysis.preparation import prepare
from shutaf.analysis.situation import Word
from shutaf.imports.example import EXAMPLE_TODAY, example_situation
from shutaf.reports.brief import Audience
from shutaf.reports.document import Document, Facts, Num, plain
from shutaf.reports.dossier.known import Doing, Known, Lesson, Promise, ProperFact, Talk
from shutaf.reports.dossier.page import dossier
from shutaf.reports.writers import write

PREPARED = prepare(example_situation(), today=EXAMPLE_TODAY)
CARDBOARD = next(one for one in PREPARED.situation.initiatives if one.ref == "initiative 2")
MEMBERS = smallest_coalition(PREPARED.situation, CARDBOARD.ref).refs
KNOWN = Known(
    promises=(Promise(True, "a second bin", "2026-03-02", "2026-05", "late"), Promise(False, "a list of shops", "2025", "", "kept")),
    talks=(Talk("2026-03-02", "SECRETOURS", "SECRETTHEIRS", "chair", "SECRETSAID"),),
    lessons=(Lesson("dept-culture", "SECRETLESSON", "2024", "2025"),),
    facts=(ProperFact(Word("", "licence"), "SECRETFACT", "SECRETFILE", "2026-11", ""),),
    doings=(Doing("SECRETDOING", "2026", "running"),),
    stated=("SECRETSTATED",),
    assumed=("SECRETASSUMED",),
)


def page(audience: Audience, language: str = "en", known: Known = KNOWN, body: str = "merchants") -> Document:
    return dossier(PREPARED, body, CARDBOARD, MEMBERS, known=known, language=language, audience=audience)


def words(document: Document) -> dict[str, str]:
    """Label -> what stands beside it."""
    (facts,) = [block for block in document.blocks if isinstance(block, Facts)]
    return {plain(label): " | ".join(plain(one) for one in said) for label, said in facts.rows}


def test_promises_of_both_sides_stand_with_what_became_of_them() -> None:
    for audience in ("room", "driver"):
        promised = words(page(audience))["What was promised"]  # type: ignore[arg-type]
        assert "We promised: \u2068a second bin\u2069 (2 March 2026; due May 2026) overdue".replace(" ", "") in promised.replace(
            "\u00a0", ""
        ).replace(" ", "")
        assert "a list of shops\u2069 (2025) kept" in promised


def test_nothing_promised_is_said_as_nothing_written_down() -> None:
    assert "Nothing is written down" in words(page("room", known=Known()))["What was promised"]


def test_the_room_reads_nothing_that_is_kept_for_the_driver() -> None:
    assert "SECRET" not in "".join(words(page("room")).values())


def test_the_driver_reads_talks_lessons_facts_and_plans_with_their_dates() -> None:
    said = words(page("driver"))
    assert "SECRETSAID" in said["Last talks"]
    assert "SECRETLESSON\u2069 (2024; 2025)" in said["What worked, what went wrong"]
    assert "SECRETFILE" in said["Facts for a proper procedure"]
    assert "SECRETASSUMED\u2069 (assumed by us)" in said["Interests"]


def test_it_says_what_is_in_this_initiative_for_them() -> None:
    said = words(page("room"))
    assert "Second Wheel" in said["What they gain"]
    assert said["Own targets it would meet"].startswith("\u2068רחוב נקי בערב עד פסח 2027")


def test_it_carries_no_code_that_nobody_can_explain() -> None:
    found = [
        part for block in page("driver").blocks if isinstance(block, Facts) for _label, said in block.rows for one in said for part in one
    ]
    assert not [part for part in found if isinstance(part, Num) and part.code]


@pytest.mark.slow
@pytest.mark.parametrize("language", content.LANGUAGES)
@pytest.mark.parametrize("audience", ["room", "driver"])
def test_it_is_one_page_of_paper(language: str, audience: Audience) -> None:
    assert len(PdfReader(io.BytesIO(write(page(audience, language), ".pdf"))).pages) == 1
