"""Is her own sheet understood, with everything that was guessed said?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shutaf import content
from shutaf.imports.load import Loaded, load

CONTACTS = """רשימת קשר - איכות הסביבה,,,,
מעודכן לאפריל,,,,
,,,,
ארגון,שם מלא,תפקיד,נייד,סוג מגזר
גן ירוק,דנה אבירם,יו"ר,050-1234567,עמותה
,עומר חורי,רכז,052-7654321,
מאפיית הדר,רות כהן,בעלים,054-1112233,עסק
"גן-ירוק",נועה לוי,מתנדבת,050-9998877,עמותה
סה"כ,4,,,
"""


def guesses(loaded: Loaded) -> dict[str, tuple[str, str]]:
    return {guess.column: (guess.ours, guess.why) for guess in loaded.guesses}


def keys(loaded: Loaded) -> list[str]:
    return sorted(problem.key for problem in loaded.problems)


def test_persons_are_grouped_under_their_organisations(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file(CONTACTS)])
    assert loaded.kind == "sheet"
    assert loaded.situation is not None
    first, second = loaded.situation.bodies
    assert [(body.name, body.sector.key) for body in (first, second)] == [("גן ירוק", "civil_society"), ("מאפיית הדר", "business")]
    assert [(person.name, person.body, person.role) for person in loaded.situation.people] == [
        ("דנה אבירם", first.ref, 'יו"ר'),
        ("עומר חורי", first.ref, "רכז"),
        ("נועה לוי", first.ref, "מתנדבת"),
        ("רות כהן", second.ref, "בעלים"),
    ]


def test_what_was_guessed_skipped_and_carried_is_told(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file(CONTACTS)])
    assert guesses(loaded)["ארגון"] == ("organisations.name", "variant")
    assert guesses(loaded)["שם מלא"] == ("people.name", "variant")
    assert guesses(loaded)["סוג מגזר"] == ("organisations.sector", "variant")
    assert next(guess.examples for guess in loaded.guesses if guess.column == "נייד")[:2] == ("050-1234567", "052-7654321")
    assert keys(loaded) == ["sheet.name_from_above", "sheet.rows_above", "sheet.total_left_out"]


def test_a_bare_list_of_names_is_a_list_of_bodies(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("Alef\nBet\nGimel\n")])
    assert loaded.situation is not None
    assert [body.name for body in loaded.situation.bodies] == ["Alef", "Bet", "Gimel"]
    assert [guess.why for guess in loaded.guesses] == ["content"]


def test_a_list_under_a_known_header_is_read_below_it(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("Verein\nA e.V.\nB e.V.\n")])
    assert loaded.situation is not None
    assert [body.name for body in loaded.situation.bodies] == ["A e.V.", "B e.V."]


def test_the_sector_is_found_by_what_the_column_holds(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("name,what\nAlef,business\nBet,Verein\nGimel,עירייה\nDalet,circus\n")])
    assert guesses(loaded)["what"] == ("organisations.sector", "content")
    assert keys(loaded) == ["sector.unknown"]


def test_a_column_called_type_that_holds_sectors_is_the_sector(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("Organisation,Type\nGreen Garden,NGO\nHadar Bakery,business\nValley College,university\n")])
    assert guesses(loaded)["Type"] == ("organisations.sector", "content")
    assert loaded.situation is not None
    assert [body.sector.key for body in loaded.situation.bodies] == ["civil_society", "business", "academia"]


def test_her_words_for_sectors_are_taken_from_her(csv_file: Callable[..., Path]) -> None:
    path = csv_file("name,Sponsorship\nAlef,Zirkus\nBet,State\n")
    loaded = load([path], sector_map={"zirkus": "Wirtschaft"})
    assert loaded.situation is not None
    assert [(body.sector.text, body.sector.key) for body in loaded.situation.bodies] == [("Zirkus", "business"), ("State", "public")]
    assert [p.key for p in load([path], sector_map={"Zirkus": "circus"}).errors] == ["sector_map.unknown_sector"]


def test_what_she_tells_about_columns_wins_and_slips_are_errors(csv_file: Callable[..., Path]) -> None:
    path = csv_file("club,name\nAlef,x\nBet,y\n")
    loaded = load([path], mapping={"name": "club"})
    assert loaded.situation is not None
    assert [body.name for body in loaded.situation.bodies] == ["Alef", "Bet"]
    assert guesses(loaded)["club"] == ("organisations.name", "told")
    assert keys(load([path], mapping={"name": "clubb"}))[0] == "map.no_such_header"
    assert "map.unknown_column" in keys(load([path], mapping={"nam": "club"}))


def test_where_keeps_the_rows_that_fit(csv_file: Callable[..., Path]) -> None:
    path = csv_file("name,Town\nAlef,Haifa\nBet,Akko\nGimel,haifa\n")
    loaded = load([path], where={"town": "HAIFA"})
    assert loaded.situation is not None
    assert [body.name for body in loaded.situation.bodies] == ["Alef", "Gimel"]
    assert keys(load([path], where={"town": "Eilat"})) == ["where.nothing_left"]
    assert "where.no_such_header" in keys(load([path], where={"country": "IL"}))


def test_two_columns_that_could_be_the_name_are_a_question(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("Club called name,Owner's name,x\nAlef,Dana,1\nBet,Omar,2\n")])
    assert loaded.situation is None
    assert [(p.key, p.facts["headers"]) for p in loaded.errors] == [("column.ambiguous", ("Club called name", "Owner's name"))]


def test_a_guess_that_does_not_hold_is_taken_back_and_told(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("name,date,influence\nAlef,soon,100\nBet,2026,3\n")])
    assert loaded.situation is not None
    assert loaded.situation.bodies[0].own == (("date", "soon"), ("influence", "100"))
    assert [(p.severity, p.key, p.column) for p in loaded.problems][:2] == [
        ("warning", "column.not_as_guessed", "date"),
        ("warning", "column.not_as_guessed", "influence"),
    ]


def test_a_column_she_told_is_held_to_its_scale(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("name,power\nAlef,100\nBet,3\n")], mapping={"influence_1_10": "power"})
    assert [(p.key, p.row, p.column) for p in loaded.errors] == [("number.outside", 2, "power")]


def test_repeated_rows_of_one_body_become_one_and_differences_are_told(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("name,city,project\nAlef,Haifa,p1\nALEF,Akko,p2\nBet,Lod,p3\n")])
    assert loaded.situation is not None
    first = loaded.situation.bodies[0]
    assert (first.name, first.city, first.own) == ("Alef", "Haifa", (("project", "p1 | p2"),))
    assert keys(loaded) == ["sector.missing", "sheet.differs", "sheet.repeated"]


def test_the_fullest_sheet_is_read_and_the_others_are_told(book: Callable[..., Path]) -> None:
    loaded = load([book({"Sheet1": [("some", "notes")], "Sheet2": [("company", "sector"), ("Alef", "business"), ("Bet", "public")]})])
    assert loaded.situation is not None
    assert len(loaded.situation.bodies) == 2
    assert [(p.key, p.sheet, p.facts) for p in loaded.problems] == [("sheet.not_read", "Sheet1", {"read": "Sheet2"})]


def test_a_row_with_more_cells_than_headers_is_an_error(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("name,city\nAlef,Haifa\nBet, Gimel and Sons,Akko\n")])
    assert [(p.key, p.row, p.facts) for p in loaded.errors] == [("row.too_long", 3, {"cells": 3, "headers": 2})]


@pytest.mark.parametrize(
    ("encoding", "text", "guessed"),
    [
        ("utf-8", "שם הארגון,מגזר\nגן ירוק,עמותה\nBürger,Verein\n", ""),
        ("utf-8-sig", "שם הארגון,מגזר\nגן ירוק,עמותה\nBürger,Verein\n", ""),
        ("utf-16", "שם הארגון\tמגזר\nגן ירוק\tעמותה\nBürger\tVerein\n", ""),
        ("utf-16-le", "name,מגזר\nגן ירוק,עמותה\nAlef and Bet,Verein\n", "utf-16-le"),
        ("windows-1255", "שם הארגון;מגזר\nגן ירוק;עמותה\nמאפייה;עסקי\n", "windows-1255"),
        ("windows-1252", "Name;Sektor\nBürgerverein Süd;Verein\nMüller Söhne;Wirtschaft\n", "windows-1252"),
        ("windows-1256", "اسم المنظمة;القطاع\nجمعية النور;جمعية\nبلدية المدينة;بلدية\n", "windows-1256"),
    ],
)
def test_every_encoding_in_use_is_read_right(csv_file: Callable[..., Path], encoding: str, text: str, guessed: str) -> None:
    expected, loaded = load([csv_file(text, "list.csv")]), load([csv_file(text, "list.csv", encoding)])
    assert loaded.situation is not None
    assert loaded.situation == expected.situation
    assert all(body.sector.key for body in loaded.situation.bodies)
    assert [p.facts["encoding"] for p in loaded.problems if p.key == "file.encoding_guessed"] == ([guessed] if guessed else [])


def test_letters_already_lost_and_zero_bytes_are_told(csv_file: Callable[..., Path]) -> None:
    assert "file.letters_lost" in keys(load([csv_file("name,city\nAl\ufffdf,Haifa\nBet,Akko\n")]))
    assert "file.zero_bytes" in keys(
        load([csv_file("name,city\nAlef of the long name,Ha\0ifa\nBet and company,Akko\nGimel, the third of them\n")])
    )


def test_excels_own_first_line_is_no_row(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("sep=;\nname;city\nAlef, Ltd;Haifa\nBet;Akko\n")])
    assert loaded.situation is not None
    assert [body.name for body in loaded.situation.bodies] == ["Alef, Ltd", "Bet"]


LIST = [
    ("ארגון", "מגזר", "איש קשר", "טלפון", 'דוא"ל'),
    ("מאפיית הדר", "עסקי", "דנה לוי", "050-1", "d@x.il"),
    ("עמותת אור", "עמותה", "עומר סעיד", "050-3", ""),
    ("עמותת אור", "עמותה", "עלי", "", ""),
    ("ספרייה", "ציבורי", "", "", ""),
    ('סה"כ', "", "3", "", ""),
]


@pytest.mark.parametrize("tab", ["גיליון1", "אנשי קשר", "Contacts", "ארגונים", "Organisations"])
def test_her_own_sheet_is_read_alike_whatever_its_tab_is_called(book: Callable[..., Path], tab: str) -> None:
    loaded = load([book({tab: LIST, "Sheet2": []})])
    assert (loaded.kind, keys(loaded)) == ("sheet", ["sheet.total_left_out"])
    assert loaded.situation is not None
    assert [body.name for body in loaded.situation.bodies] == ["מאפיית הדר", "עמותת אור", "ספרייה"]
    assert [person.name for person in loaded.situation.people] == ["דנה לוי", "עומר סעיד", "עלי"]


@pytest.mark.parametrize("name", ["list.csv", "contacts.csv", "organisations.csv"])
def test_her_own_list_is_read_alike_whatever_its_file_is_called(csv_file: Callable[..., Path], name: str) -> None:
    path = csv_file("\n".join(",".join(cell.replace('"', "״") for cell in row) for row in LIST), name)
    for given in (path, path.parent):
        loaded = load([given])
        assert loaded.situation is not None
        assert (loaded.kind, len(loaded.situation.bodies), len(loaded.situation.people)) == ("sheet", 3, 3)
        assert loaded.language == ""


@pytest.mark.parametrize("language", ["", "he", "ar", "en", "de"])
def test_a_lone_sheet_with_the_columns_of_the_workbook_stays_one(book: Callable[..., Path], language: str) -> None:
    sheet = next(sheet for sheet in content.sheets() if sheet.key == "organisations")
    headers = [column.names[language] if language else column.key for column in content.columns("organisations")]
    rows = [["business" if key == "sector" else f"Greens {i}" if key == "name" else None for key in sheet_keys()] for i in (1, 2)]
    loaded = load([book({sheet.names[language] if language else sheet.key: [headers, *rows]})])
    assert (loaded.kind, loaded.problems) == ("workbook", ())


def sheet_keys() -> list[str]:
    return [column.key for column in content.columns("organisations")]
