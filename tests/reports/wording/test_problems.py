"""Every problem is said: what is wrong, where, and how to mend it, in words that anybody can use."""

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from shutaf import content
from shutaf.imports.likely import Answer
from shutaf.imports.load import load
from shutaf.imports.problem import PROBLEMS, Guess, Problem
from shutaf.imports.questions import Question
from shutaf.reports.wording.problems import said_answer, said_guess, said_here, said_option, said_problem, said_question
from shutaf.reports.wording.problems.here import HERE
from shutaf.reports.wording.problems.say import ADDED, WORDS
from shutaf.reports.wording.said import Choice
from shutaf.reports.wording.template import Plural

FACTS: dict[str, Any] = {
    "allowed": ("public", "business"), "cells": ("A2:A5",), "characters": 40_000, "columns": ("network",), "column_key": "from", "count": 7, "decimal": "1.5000",
    "differing": ("status",), "encoding": "windows-1255", "first": "public", "first_row": 4, "first_sheet": "Bodies", "headers": ("Firm", "Town"),
    "high": 5.0, "listed": 30, "said": 40, "id": "O12", "key": "cell.missing", "kind": "PDF", "least": -4.0, "most": 4.0, "likely": ("Greens",), "limit": 500, "limit_bytes": 50 * 2**20,
    "list": "tie_status", "low": 1.0, "name": "Hadera Greens", "names": ("ties", "needs"), "other": "business", "ours": "people.email",
    "read": "List", "read_as": "2026-04-03", "ref": "p-O12", "row": 12, "rows": (5, 8, 9, 12, 40), "rows_other": (4,), "rows_utf8": (2, 5),
    "sample": "Bäcker", "sheet_key": "ties", "shown": "#N/A", "size_bytes": 210 * 2**20, "text": "circus", "texts": ("Draft", "List"),
    "theirs": "Mail 2", "thousand": "1500", "unit": "hours", "wanted": "body", "works_at": "Greens", "unpacked_bytes": 4 * 2**30, "values": (("exists", "none"),),
}  # fmt: skip
"""A value for each fact that a problem may carry."""

OTHERWISE: dict[str, dict[str, Any]] = {
    "row.too_long": {"cells": 12, "headers": 10},
    "word.unknown": {"list": "resource", "likely": ("space",)},
    "choice.unknown": {"likely": ("exists",)},
    "sector.unknown": {"likely": ("business",)},
    "date.unreadable": {"likely": "2026-04-03"},
    "share.over_1": {"likely": 0.7},
    "name.long": {"characters": 400},
    "column.id_of_rows": {"names": 3},
    "language.unknown": {"allowed": content.LANGUAGES},
    "judgement.too_many": {"count": 12, "limit": 10},
    "table.too_many": {"count": 9_000, "limit": 2_000},
}
"""Where a fact has another shape than in other problems."""

EMPTY: dict[str, Any] = {"columns": (), "works_at": "", "likely": (), "headers": (), "low": None}
"""What a fact is when the reader of files does not know it, whatever the problem."""

EMPTY_IN: dict[str, dict[str, Any]] = {
    "sheet.row_without_name": {"text": ""},
    "column.not_as_guessed": {"text": ""},
    "cell.excel_error": {"shown": ""},
    "mend.no_such_cell": {"text": ""},
    "id.twice": {"first_row": None},
    "number.outside": {"high": None},
    "file.zip_bomb": {"unpacked_bytes": 2**20},
}
"""What else may be missing in one problem; a small zip that swells has another sentence too."""


def sample(key: str, **changed: Any) -> Problem:
    facts = {name: FACTS[name] for name in PROBLEMS[key]}
    return Problem(key, "error", "", None, "", {**facts, **OTHERWISE.get(key, {}), **changed})


def variants(key: str) -> Iterator[Problem]:
    """The problem with all its facts, and with each one that may be unknown left empty."""
    yield sample(key)
    for name, value in {**EMPTY, **EMPTY_IN.get(key, {})}.items():
        if name in PROBLEMS[key] and (key, name) != ("row.too_long", "headers"):
            yield sample(key, **{name: value})


def templates(choice: Choice, key: str) -> set[str]:
    """The English sentences a choice can come to."""
    found = [choice(variant.facts) for variant in variants(key)] if callable(choice) else [choice]
    return {text for each in found if each is not None for text in ((each.one, each.many) if isinstance(each, Plural) else (each,))}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_exactly_the_problems_that_the_reader_of_files_knows_have_words() -> None:
    assert set(WORDS) == set(PROBLEMS)


@pytest.mark.parametrize("key", PROBLEMS)
def test_sentences_use_no_other_facts_than_their_problem_carries(key: str) -> None:
    used = {name for choice in WORDS[key] for text in templates(choice, key) for name in placeholders(text)}
    assert used <= {*PROBLEMS[key], *ADDED}


def test_no_two_problems_are_said_alike() -> None:
    said: dict[str, str] = {}
    for key in PROBLEMS:
        assert said.setdefault(said_problem(sample(key)), key) == key


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_every_problem_is_said_in_every_language_without_a_gap(language: str) -> None:
    with translation.override(language):
        for key in PROBLEMS:
            for problem in variants(key):
                said = said_problem(problem)
                assert not {"{", "}", "None", "()", "“”"} & {said[i : i + n] for n in (1, 2, 4) for i in range(len(said))}, said


def test_no_message_shouts_begs_or_blames() -> None:
    for key in PROBLEMS:
        said = said_problem(sample(key)).lower()
        assert not [
            word for word in ("!", "please", "oops", "invalid", "illegal", "you must", "you forgot", "your mistake") if word in said
        ]


def test_severity_stands_at_the_beginning() -> None:
    assert said_problem(Problem("cell.missing", "error", "Ties", 3)).startswith("Error – sheet “Ties”, row 3: ")
    assert said_problem(Problem("cell.missing", "warning", "Ties", 3)).startswith("Warning – sheet “Ties”, row 3: ")


@pytest.mark.parametrize(
    ("sheet", "row", "column", "place"),
    [
        ("", None, "", "Error: "),
        ("Mine", None, "", "Error – sheet “Mine”: "),
        ("Mine", 1_204, "", "Error – sheet “Mine”, row 1204: "),
        ("Mine", None, "B", "Error – sheet “Mine”, column “B”: "),
        ("map", 2, "basis", "Error – sheet “map” (About the map), row 2, field “basis” (How the ties became known): "),
        ("ties", 2, "Von", "Error – sheet “ties”, row 2, column “Von”: "),
    ],
)
def test_place_leaves_out_what_is_not_known(sheet: str, row: int | None, column: str, place: str) -> None:
    assert said_problem(Problem("cell.missing", "error", sheet, row, column)).startswith(place + "The cell")


def test_file_is_called_a_file() -> None:
    assert said_problem(Problem("file.empty", "error", "map.xlsx")).startswith("Error – file “map.xlsx”: The file is empty.")


def test_our_keys_are_explained_in_the_readers_language() -> None:
    with translation.override("he"):
        said = said_problem(Problem("cell.missing", "error", "ties", 3, "from"))
    assert "(קשרים)" in said
    assert "(מי)" in said


def test_words_of_a_list_are_said_in_the_readers_language() -> None:
    with translation.override("de"):
        said = said_problem(sample("choice.unknown"))
    assert "besteht" in said
    assert "keine Verbindung" in said
    assert "exists" not in said


@pytest.mark.parametrize(
    ("rows", "count", "said"),
    [
        ((5,), 1, "not known."),
        ((5, 8), 2, "The same in row 8."),
        ((5, 5), 2, "not known."),
        ((5, 8, 9, 12, 40), 5, "The same in rows 8, 9, 12 and 40."),
        ((5, 8, 9, 12, 40), 45, "The same in rows 8, 9, 12, 40 and 40 more."),
    ],
)
def test_further_rows_are_named_and_counted(rows: tuple[int, ...], count: int, said: str) -> None:
    problem = Problem("sector.missing", "warning", "Bodies", 5, "Sector", {"rows": rows, "count": count})
    assert said_problem(problem).endswith(said)


def test_hebrew_sets_its_prefix_off_from_a_digit() -> None:
    with translation.override("he"):
        said = said_problem(Problem("sector.missing", "warning", "", 5, "", {"rows": (5, 8, 9), "count": 3}))
    assert "8 ו־9" in said


def test_her_words_are_isolated_only_on_demand() -> None:
    problem = Problem("sheet.twice", "error", "קשרים 2", facts={"sheet_key": "ties", "other": "קשרים"})
    assert "\u2068קשרים\u2069" in said_problem(problem, isolate=True)
    assert "\u2068" not in said_problem(problem)


def test_long_text_and_signs_that_turn_the_direction_do_no_harm() -> None:
    said = said_problem(sample("number.unreadable", text="\u202eabc\n" + "long " * 1_000))
    assert "\u202e" not in said
    assert "\n" not in said
    assert len(said) < 250


FILES = [
    ("empty.csv", b" \n", "The file is empty."),
    ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .xlsx"),
    ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "remove the password under File > Info"),
    ("scan.pdf", b"%PDF-1.7", "another kind (PDF)"),
    ("torn.xlsx", b"PK\x03\x04torn", "damaged or not complete"),
    ("two.csv", "name\nשלום\n".encode() + "שלום\n".encode("cp1255"), "The letters of row 2 are written in one way, those of row 3 in another"),
    ("hebrew.csv", "name,sector\nגינה,עסקי\n".encode("cp1255"), "windows-1255 was taken, and then a line reads: “גינה,עסקי”"),
    ("quote.csv", b'name,sector\n"Greens,x\n', "A quotation mark is open at row 2"),
    ("list.csv", b"name,sector\nGreens,busines\n", "“busines” is no sector that we know; it was kept as written and counts as “other”. Did you mean “business sector”?"),
    ("list.csv", b"name,influence\nGreens,20\n", "“20” does not fit it. It was kept as your own field."),
    ("list.csv", b"My contacts\nname,city\nGreens,Haifa\nTotal,1\n", "left out: “My contacts”"),
    ("list.csv", b"My contacts\nname,city\nGreens,Haifa\nTotal,1\n", "row 4: “Total” was taken for a row of totals"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "said"), FILES)
def test_bad_files_are_told_with_a_way_on(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert any(said in said_problem(problem) for problem in load([tmp_path / name]).problems)


ORGANISATIONS = (
    "id,name,sector,influence_1_10,as_of,change_agent\n1,Greens,ngo,12,2026-13,x\n1,Bakery,business,,,\n3,Café,business,many,,maybe\n"
)
TIES = "from,to,status,strength_1_5\nGreens,Cafe Noor,exists,2\nCafé,Café,,\nGreens,Café,exists,2\nCafé,Greens,none,4\n"
NEEDS = "body,title,amount,unit,kind,visible_to\nGreens,Room,1.500,,spce,us\nGreens,,3 kg,hours,,\nCafé,Bread,,kg,,\n"

CELLS = [
    "sheet “organisations”, row 2, column “influence_1_10”: “12” is outside the scale, which goes from 1 to 10.",
    "sheet “organisations”, row 2, column “as_of”: “2026-13” cannot be read as a date.",
    "“x” is no answer here: with ticks nobody can tell “no” from “not asked”. Possible here: “yes”, “no” or “unknown”.",
    "“maybe” is no answer that we know. Possible here: “yes”",
    "row 3, column “id”: The ID “1” is already used in row 2.",
    "“many” is not a number. A number is needed here, for example 3. If it is not known, leave the cell empty.",
    "“Cafe Noor” is neither among the organisations nor among the departments. The tie was left out. Did you mean “Café”?",
    "“Café” stands on both sides of the tie",
    "is told differently in row 4: “exists” there and “no tie” here (Does the tie exist) and “2” there and “4” here (Strength (1-5)).",
    "“1.500” can mean 1500 or 1.5000.",
    "“us” is not on the list of this column. Possible here: “editors only”, “partners” or “public”.",
    "column “title” (What is needed): The cell is empty",
    "“3 kg” has a unit of its own, and the column beside it says “hours”.",
    "“spce” is not on our list; it was kept as your own word and is compared only with itself. Did you mean “space”?",
    "There is a unit, “kg”, but no amount beside it",
    "sheet “memo”: This sheet was not read, because its name is none that we know.",
]  # fmt: skip


@pytest.fixture
def said_of_folder(tmp_path: Path) -> str:
    for name, text in (("organisations", ORGANISATIONS), ("ties", TIES), ("needs", NEEDS), ("memo", "note\nx\n")):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return "\n".join(said_problem(problem) for problem in load([tmp_path]).problems)


@pytest.mark.parametrize("said", CELLS)
def test_bad_cells_are_told_with_what_would_be_right(said: str, said_of_folder: str) -> None:
    assert said in said_of_folder


def test_what_was_told_beside_the_file_is_checked_against_it(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name,city\nGreens,Haifa\nBakery,Haifa\n", encoding="utf-8")
    problems = load([tmp_path / "list.csv"], mapping={"name": "Firm"}, sector_map={"X": "circus"}, where={"Town": "Acre"}).problems
    said = "\n".join(map(said_problem, problems))
    assert "--map says that “Firm” is “Organisation”, but no column of yours is called so. Your columns are “name” and “city”." in said
    assert "--sector-map says that “X” means “circus”, which is no sector. Possible here: “public sector”" in said
    assert "--where names the column “Town”" in said


@pytest.mark.parametrize(
    ("guess", "row"),
    [
        (Guess("L", "Mail", "organisations.people.email", "content", ("a@b.org", "c@d.org")), ("Mail", "People: Email (people.email)", "by its values", "a@b.org · c@d.org")),
        (Guess("L", "Firm", "organisations.name", "told", ("A",)), ("Firm", "Organisations: Organisation (organisations.name)", "as you said", "A")),
        (Guess("L", "Zip", "", ""), ("Zip", "kept as your own field", "", "")),
        (Guess("L", "criterion:joy", "initiatives.criterion:joy", "name"), ("criterion:joy", "Initiatives: criterion:joy (initiatives.criterion:joy)", "same name", "")),
    ],
)  # fmt: skip
def test_guess_shows_both_columns_why_and_the_first_values(guess: Guess, row: tuple[str, ...]) -> None:
    assert said_guess(guess) == row


def test_key_that_a_guess_shows_is_taken_by_map(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Contact,Firm,Mail\nRuth,Greens,r@g.org\nOmar,Bakery,o@b.org\n", encoding="utf-8")
    guesses = load([tmp_path / "list.csv"]).guesses
    mapping = {said_guess(guess)[1].rpartition("(")[2].rstrip(")"): guess.column for guess in guesses if guess.ours}
    again = load([tmp_path / "list.csv"], mapping=mapping)
    assert len(mapping) == 3
    assert [(guess.ours, guess.why) for guess in again.guesses] == [(guess.ours, "told") for guess in guesses]


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_beside_its_cell_every_problem_is_said_without_place_and_options(language: str) -> None:
    with translation.override(language):
        for key in PROBLEMS:
            for problem in variants(key):
                said = said_here(problem)
                assert said, key
                assert not [sign for sign in ("--", "{", "None", "“”", "()") if sign in said], said


def test_beside_its_cell_only_what_is_wrong_there_is_said() -> None:
    problem = Problem("choice.unknown", "error", "Ties", 3, "Status", {"text": "yess", "list": "tie_status", "likely": ("exists",)})
    assert said_here(problem) == "“yess” is not on the list of this column."
    gathered = Problem("sector.missing", "warning", "Bodies", 5, "Sector", {"rows": (5, 8), "count": 2})
    assert said_here(gathered) == "The sector is not written. Fill it in if you know it; until then it counts as not known."


def test_words_beside_a_cell_use_no_other_facts_than_their_problem_carries() -> None:
    for key, choices in HERE.items():
        assert {name for choice in choices for text in templates(choice, key) for name in placeholders(text)} <= {*PROBLEMS[key], *ADDED}


def test_an_answer_is_said_in_the_readers_language_or_as_it_is() -> None:
    with translation.override("de"):
        assert said_answer(Answer("עסקי", "sector", "business")) == "Wirtschaft"
        assert said_answer(Answer("Bäckerei Süd"), isolate=True) == "\u2068Bäckerei Süd\u2069"
        assert said_answer(Answer("")) != ""


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_questions_are_asked_in_every_language(language: str) -> None:
    column = Question("column", "organisations.name", ("Firm", "Who"))
    sectors = [Question("sector", "circus", ("public",), count=count) for count in (1, 2, 5, 40)]
    with translation.override(language):
        assert len({said_question(question) for question in (column, *sectors)}) == 5
        assert said_option(column, "Firm") == "Firm"
        assert said_option(sectors[0], "public") == content.say("sector", "public", language)
