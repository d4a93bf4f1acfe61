"""Is every number of the example brief explained, with its formula and the rows it rests on?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from django.utils import translation

import shutaf.content
import world
from shutaf import content
from shutaf.analysis.preparation import Preparation, prepare
from shutaf.analysis.situation import Number, Situation
from shutaf.imports.load import load
from shutaf.reports.brief import written
from shutaf.reports.document import Num
from shutaf.reports.why import Explained, explain, explained
from shutaf.reports.wording.formulas import FORMULAS

EXAMPLE = Path(shutaf.content.__file__).parent / "example"
LANGUAGES = ("he", "ar", "en", "de")


@cache
def example() -> Preparation:
    situation = load([EXAMPLE]).situation
    assert situation is not None
    return prepare(situation, today=world.TODAY)


@cache
def everything(language: str) -> dict[str, tuple[Number, Explained]]:
    """Each code of the driver's brief with its number and what `shutaf why` says of it."""
    situation: Situation = example().situation
    speech = written(example(), language=language, audience="driver", most_sheets=len(situation.bodies))[1]
    with translation.override(language):
        records = situation.record_by_origin
        return {code: (number, explain(code, number, speech, records)) for code, number in speech.codes.numbers()}


def test_every_number_of_the_brief_has_a_formula() -> None:
    assert {number.key for number, _ in everything("en").values()} <= FORMULAS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained_with_value_formula_and_rows(language: str) -> None:
    found = everything(language)
    assert len(found) > 200
    assert [code for code, (_, said) in found.items() if not (said.code == code and said.value and said.formula)] == []
    assert [code for code, (number, said) in found.items() if len(said.rows) != len(number.rows)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_names_its_sheet_and_number_and_says_something(language: str) -> None:
    rows = [(origin, row) for number, said in everything(language).values() for origin, row in zip(number.rows, said.rows, strict=True)]
    assert rows
    sheets = {sheet.key: sheet.names[language] for sheet in content.sheets()}
    assert {origin for origin, row in rows if sheets[origin.sheet] not in row.where or str(origin.row) not in row.where} == set()
    assert {origin for origin, row in rows if not row.text.strip()} == set()


def test_base_is_said_beside_the_value() -> None:
    with_base = {code: (number, said) for code, (number, said) in everything("en").items() if number.base is not None}
    assert with_base
    assert all(said.value.endswith("%") if number.base == 1 else " of " in said.value for number, said in with_base.values())


def test_a_tie_row_names_both_ends_and_its_holder() -> None:
    (said,) = [said for number, said in everything("en").values() if number.key == "ties_held" and "karton-hatzafon" in number.about]
    assert len(said.rows) == 1
    assert all(word in said.rows[0].text for word in ("North Carton", "שמעון אדרי"))
    assert said.rows[0].where.startswith("Ties, row ")


def test_a_body_is_named_as_the_reader_knows_it_not_by_its_ref() -> None:
    refs = example().situation.body_by_ref.keys()
    told = [(number, said) for number, said in everything("en").values() if number.about and set(number.about) <= refs]
    assert told
    assert [said.about for number, said in told for ref in number.about if ref in said.about.split(", ")] == []


def test_code_as_printed_is_explained_by_the_door_the_command_uses() -> None:
    found = prepare(world.town(), today=world.TODAY)
    document = written(found, language="en", audience="room")[0]
    printed = next(part for block in document.blocks for part in getattr(block, "text", ()) if isinstance(part, Num) and part.code)
    (said,) = explained(printed.code.lower(), found, "en")
    assert (said.code, said.value.split(" ")[0]) == (printed.code, printed.text)


@pytest.mark.parametrize("language", ["he", "ar", "de"])
def test_code_of_an_english_brief_is_explained_in_the_readers_language(language: str) -> None:
    found = prepare(world.town(), today=world.TODAY)
    english, spoken = (dict(written(found, language=one, audience="driver")[1].codes.numbers()) for one in ("en", language))
    for code in [*(english.keys() - spoken.keys())][:2] or [*english][:1]:
        (said,) = explained(code, found, language)
        with translation.override(language):
            assert said.formula == translation.gettext(FORMULAS[english[code].key])


@pytest.mark.parametrize("code", ["", "X", "ZZZZ", "not a code"])
def test_unknown_code_is_explained_by_nothing(code: str) -> None:
    assert explained(code, prepare(Situation(bodies=world.BODIES), today=world.TODAY), "en") == ()
