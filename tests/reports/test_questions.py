"""The question sheet: every unknown has its words, the room's form holds nothing sensitive, two bodies stand on a page."""

from __future__ import annotations

import pytest

import world
from shutaf.analysis.preparation import prepare
from shutaf.analysis.unknowns import of_body
from shutaf.imports.example import EXAMPLE_TODAY, example_situation
from shutaf.reports.document import Asked, Block, Document, Notice, PageBreak, Paragraph, plain
from shutaf.reports.questions import Heard, question_sheet
from shutaf.reports.wording.meeting import ASK, OPEN
from shutaf.reports.writers import write

HEARD = Heard(("SECRETFIELD",), 2, ((True, "SECRETPROMISE", "2026-03"),))


def sheet(audience: str = "room", language: str = "en") -> Document:
    town = example_situation()
    refs = [body.ref for body in town.organisations[:5]]
    return question_sheet(
        prepare(town, today=EXAMPLE_TODAY),
        refs,
        language=language,
        audience=audience,
        heard=dict.fromkeys(refs, HEARD),  # type: ignore[arg-type]
    )


def words(blocks: tuple[Block, ...]) -> str:
    lines = []
    for block in blocks:
        match block:
            case Paragraph(text):
                lines.append(plain(text))
            case Notice(text):
                lines += [plain(one) for one in text]
            case Asked(question, reason):
                lines += [plain(question), plain(reason)]
    return "\n".join(lines)


def test_every_unknown_has_its_statement_and_its_question() -> None:
    keys = {*of_body.ORDER, *of_body.ASSUMED.values(), *of_body.ASKED_IN_A_MEETING.values(), *of_body.FOR_THE_DRIVER}
    assert keys
    assert keys <= set(ASK)
    assert set(ASK) <= set(OPEN)


def test_the_room_form_holds_nothing_sensitive() -> None:
    said = words(sheet().blocks)
    assert "SECRET" not in said
    assert sheet().mark == "Fictional town for demonstration"


def test_the_driver_form_tells_promises_and_what_differs() -> None:
    document = sheet("driver")
    assert "SECRETPROMISE" in words(document.blocks)
    assert "SECRETFIELD" in words(document.blocks)
    assert "Internal" in document.mark


def test_the_room_form_of_a_town_full_of_secrets_holds_none() -> None:
    town = world.town()
    document = question_sheet(prepare(town, today=world.TODAY), [body.ref for body in town.bodies], language="he")
    assert not any(secret in words(document.blocks) for secret in world.SECRETS.values())


def test_each_question_leaves_room_for_the_answer_and_for_who_gave_it() -> None:
    asked = [block for block in sheet().blocks if isinstance(block, Asked)]
    assert asked
    assert {len(block.rules) for block in asked} == {2}


def test_two_bodies_stand_on_a_page() -> None:
    assert sum(isinstance(block, PageBreak) for block in sheet().blocks) == 2


def test_nobody_chosen_says_what_to_do() -> None:
    document = question_sheet(prepare(world.town(), today=world.TODAY), [], language="en")
    assert "Choose the bodies" in words(document.blocks)


@pytest.mark.slow
@pytest.mark.parametrize("form", [".html", ".pdf", ".docx"])
def test_each_writer_takes_it(form: str) -> None:
    assert len(write(sheet("driver", "he"), form)) > 1000
