"""Does a sheet as a clerk keeps it come in right, with at most three questions?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from messy import EXPORT, GROUPED, MESSY, Messy
from shutaf.analysis.text.fold import fold
from shutaf.imports.load import Loaded, load
from shutaf.imports.mend import Mend
from shutaf.imports.preview import sheets_shown
from shutaf.imports.questions import questions
from shutaf.imports.words import key_of

all_five = pytest.mark.parametrize("messy", MESSY, ids=lambda messy: messy.name)


def written(messy: Messy, folder: Path) -> Path:
    messy.write(folder / messy.name)
    return folder / messy.name


def bodies(loaded: Loaded) -> dict[str, str]:
    assert loaded.situation is not None, loaded.problems
    return {body.name: body.sector.key for body in loaded.situation.bodies}


@all_five
def test_every_body_and_every_person_is_right(messy: Messy, tmp_path: Path) -> None:
    loaded = load([written(messy, tmp_path)])
    assert bodies(loaded) == messy.bodies
    assert loaded.situation is not None
    names = {body.ref: body.name for body in loaded.situation.bodies}
    assert [(p.name, names.get(p.body), p.role, p.phone, p.email) for p in loaded.situation.people] == messy.people


@all_five
def test_at_most_three_questions_are_asked_and_their_answers_settle_them(messy: Messy, tmp_path: Path) -> None:
    path = written(messy, tmp_path)
    asked = questions(load([path]))
    assert [question.about for question in asked] == list(messy.asked)
    assert len(asked) <= 3
    again = load([path], sector_map={question.about: "public" for question in asked})
    assert not {question.about for question in questions(again)} & set(messy.asked)
    assert list(bodies(again).values()).count("") == max(
        0, list(messy.bodies.values()).count("") - sum(question.count for question in asked)
    )


@all_five
def test_nothing_she_wrote_is_lost(messy: Messy, tmp_path: Path) -> None:
    """Every text under the headers stands somewhere or is told of; a second word for the same sector and the headers once more need not."""
    path = written(messy, tmp_path)
    loaded = load([path])
    kept = fold(repr(loaded.situation) + repr(loaded.problems))
    (sheet,) = (sheet for sheet in sheets_shown([path], loaded).sheets if sheet.is_read)
    headers = [header.text.rpartition(" – ")[2] for header in sheet.headers]
    lines = [line for row in sheet.rows for cell in row.cells for line in cell.text.splitlines()]
    assert len(lines) > 30
    assert [line for line in lines if fold(repr(line)[1:-1]) not in kept and line not in headers and not key_of(line, "sector")] == []


@all_five
def test_every_problem_is_shown_somewhere(messy: Messy, tmp_path: Path) -> None:
    path = written(messy, tmp_path)
    loaded = load([path])
    shown = sheets_shown([path], loaded)
    found = {id(p) for p in shown.problems}
    for sheet in shown.sheets:
        found |= {id(p) for p in (*sheet.problems, *(p for header in sheet.headers for p in header.problems))}
        found |= {id(p) for row in sheet.rows for p in (*row.problems, *(p for cell in row.cells for p in cell.problems))}
    assert {id(problem) for problem in loaded.problems} == found


def test_a_word_beyond_the_third_is_told_and_kept_as_written(tmp_path: Path) -> None:
    loaded = load([written(MESSY[4], tmp_path)])
    assert "Klinik" in [p.facts["text"] for p in loaded.problems if p.key == "sector.unknown"]
    assert loaded.situation is not None
    assert next(body.sector.text for body in loaded.situation.bodies if body.name == "Kreisklinik") == "Klinik"


def test_which_column_is_the_name_is_one_question(csv_file: Callable[..., Path]) -> None:
    path = csv_file("Club called name,Owner's name,x\nAlef,Dana,1\nBet,Omar,2\n")
    (question,) = questions(load([path]))
    assert (question.kind, question.about, question.options) == ("column", "organisations.name", ("Club called name", "Owner's name"))
    assert list(bodies(load([path], mapping={question.about: question.options[0]}))) == ["Alef", "Bet"]


def test_ends_of_ties_are_asked_for(csv_file: Callable[..., Path]) -> None:
    paths = [csv_file("name,sector\nAlef,public\nBet,business\n", "b.csv"), csv_file("x,y\nAlef,Bet\n", "t.csv")]
    asked = questions(load(paths))
    assert [question.about for question in asked] == ["ties.from", "ties.to"]
    assert load(paths, mapping={"ties.from": "x", "ties.to": "y"}).situation is not None


def test_a_cell_under_headers_in_two_rows_is_mended_by_both(tmp_path: Path) -> None:
    path = written(GROUPED, tmp_path)
    loaded = load([path], mends=[Mend("שותפים", 5, "איש קשר – שם", "עומר דיין-לוי"), Mend("שותפים", 6, "", "")])
    assert loaded.situation is not None
    assert loaded.situation.people[0].name == "עומר דיין-לוי"
    assert "SunRoof ישראל" not in bodies(loaded)


def test_an_export_with_a_column_without_header_keeps_every_number(tmp_path: Path) -> None:
    loaded = load([written(EXPORT, tmp_path)])
    assert [(guess.column, guess.ours, guess.why) for guess in loaded.guesses if guess.why == "content"] == [
        ("שיוך", "organisations.sector", "content"),
        ("D", "people.phone", "content"),
        ("לפרטים", "people.email", "content"),
    ]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("שם הארגון,טלפון\nעירייה,\nמכללה,\nגן ירוק,1\n", ["עירייה", "מכללה", "גן ירוק"]),
        ("name,city\nTotal Energies,Paris\nAlef,Lod\nTotal,2\n", ["Total Energies", "Alef"]),
        ("name,city\nBusinesses,\nAlef,Lod\nBet,Lod\n", ["Businesses", "Alef", "Bet"]),
        ("name,city\nHadar Ltd.,Lod\nHadar e.V.,Lod\nhadar  LTD,Lod\n", ["Hadar Ltd.", "Hadar e.V."]),
    ],
)
def test_what_only_looks_like_a_heading_a_total_or_a_repeat_is_a_body(csv_file: Callable[..., Path], rows: str, names: list[str]) -> None:
    assert list(bodies(load([csv_file(rows)]))) == names


def test_the_fields_of_a_row_without_a_person_stay_with_the_body(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("organisation,contact,phone,remark\nAlef,Dana,04-555-0114,a\nAlef,,04-555-0115,b\nBet,,,c\n")])
    assert loaded.situation is not None
    assert [body.own for body in loaded.situation.bodies] == [(("phone", "04-555-0115"), ("remark", "b")), (("remark", "c"),)]
    assert loaded.situation.people[0].own == (("remark", "a"),)


BARE = "מאפיית הדר,עסק,דנה לוי,04-555-0114,dana@hadar.example\nגן ירוק,עמותה,עומר חורי,052-555-0115,omar@gan.example\n"


def test_a_table_without_headers_asks_which_column_is_the_name_and_finds_the_rest(csv_file: Callable[..., Path]) -> None:
    path = csv_file(BARE + "בית ספר אורנים,בית ספר,יעל טל,04-555-0116,yael@oranim.example\n")
    (question,) = questions(load([path]))
    assert (question.about, question.options) == ("organisations.name", ("A", "C"))
    loaded = load([path], mapping={question.about: "A"})
    assert list(bodies(loaded).values()) == ["business", "civil_society", "public"]
    assert loaded.situation is not None
    assert next((p.name, p.phone, p.email) for p in loaded.situation.people) == ("דנה לוי", "04-555-0114", "dana@hadar.example")
    assert [header.text for header in sheets_shown([path], loaded, mapping={question.about: "A"}).sheets[0].headers] == list("ABCDE")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("ארגון,שם פרטי,שם משפחה,טל,מייל 1,מייל 2\nגן ירוק,דנה,לוי,04-555-0114,d@g.example,x@g.example\n", ("דנה לוי", "04-555-0114", "d@g.example")),
        ("גוף,נציג מטעם הגוף,פרטים\nגן ירוק,דנה,04-555-0114 d@g.example\n", ("דנה", "04-555-0114", "d@g.example")),
        ("Organisation name,Main contact,Phone / mobile,Email address\nGreens,Dana,04-555-0114,d@g.example\n", ("Dana", "04-555-0114", "d@g.example")),
    ],
)  # fmt: skip
def test_a_person_is_known_by_a_part_of_the_header(csv_file: Callable[..., Path], text: str, person: tuple[str, str, str]) -> None:
    loaded = load([csv_file(text)])
    assert loaded.situation is not None
    assert [(p.name, p.phone, p.email) for p in loaded.situation.people] == [person]
