"""Is the file shown as she knows it, with every problem where it belongs?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from shutaf.imports.load import Loaded, load
from shutaf.imports.mend import Mend
from shutaf.imports.preview import RowShown, SheetShown, Shown, sheets_shown
from shutaf.imports.problem import Problem


def shown(paths: Sequence[Path], mends: Sequence[Mend] = (), most_rows: int = 50) -> tuple[Loaded, Shown]:
    loaded = load(paths, mends=mends)
    return loaded, sheets_shown(paths, loaded, mends=mends, most_rows=most_rows)


def cells(sheet: SheetShown) -> Iterator[tuple[int, int, str, str]]:
    """(row, position, text, key) of every problem in a cell."""
    for row in sheet.rows:
        for at, cell in enumerate(row.cells):
            for problem in cell.problems:
                yield row.number, at, cell.text, problem.key


def everywhere(all_shown: Shown) -> set[tuple[str, str]]:
    def keys(problems: Sequence[Problem]) -> set[tuple[str, str]]:
        return {(problem.key, problem.sheet) for problem in problems}

    found = keys(all_shown.problems)
    for sheet in all_shown.sheets:
        found |= keys(sheet.problems)
        for header in sheet.headers:
            found |= keys(header.problems)
        for row in sheet.rows:
            found |= keys(row.problems).union(*(keys(cell.problems) for cell in row.cells))
    return found


def texts(row: RowShown) -> list[str]:
    return [cell.text for cell in row.cells]


def test_her_sheet_is_shown_with_what_each_column_was_taken_for(csv_file: Callable[..., Path]) -> None:
    _, found = shown([csv_file("My list,,\n,,\nFirm,Mail of,x\nAlef,a@b.example,1\nBet,c@d.example,\n")])
    (sheet,) = found.sheets
    assert (sheet.name, sheet.key, sheet.is_read, sheet.rows_hidden) == ("list", "", True, 0)
    assert [(h.text, h.guess.ours if h.guess else None) for h in sheet.headers][:1] == [("Firm", "organisations.name")]
    assert [(row.number, texts(row)) for row in sheet.rows] == [(4, ["Alef", "a@b.example", "1"]), (5, ["Bet", "c@d.example", ""])]
    assert next(problem.key for problem in sheet.problems) == "sheet.rows_above"


def test_problems_stand_in_their_cells_under_every_row_they_name(csv_file: Callable[..., Path]) -> None:
    text = "name,sector,influence_1_10\nAlef,circus,3\nBet,public,2\nGimel,circus,99\nDalet,,\n"
    loaded, found = shown([csv_file(text)], mends=[Mend("list", 4, "influence_1_10", "4")])
    assert list(cells(found.sheets[0])) == [
        (2, 1, "circus", "sector.unknown"),
        (4, 1, "circus", "sector.unknown"),
        (5, 1, "", "sector.missing"),
    ]
    assert everywhere(found) == {(problem.key, problem.sheet) for problem in loaded.problems}


def test_a_mended_cell_shows_both_texts_and_a_row_left_out_its_own(csv_file: Callable[..., Path]) -> None:
    mends = [Mend("list", 2, "city", "Akko"), Mend("list", 3, "", ""), Mend("list", 4, "city", "")]
    _, found = shown([csv_file("name,city,sector\nAlef,Haifa,public\nBet,Lod,public\n,Gedera,\nDalet,Lod,public\n")], mends, most_rows=0)
    assert [(row.number, row.is_left_out, texts(row)) for row in found.sheets[0].rows] == [
        (2, False, ["Alef", "Akko", "public"]),
        (3, True, ["Bet", "Lod", "public"]),
        (4, False, ["", "", ""]),
    ]
    assert [cell.written for cell in found.sheets[0].rows[0].cells] == [None, "Haifa", None]
    assert found.sheets[0].rows_hidden == 1


def test_of_a_large_sheet_the_first_rows_and_those_with_problems_are_shown(csv_file: Callable[..., Path]) -> None:
    rows = [f"Body {i},{'circus' if i == 700 else 'public'}" for i in range(1000)]
    _, found = shown([csv_file("\n".join(["name,sector", *rows]))], most_rows=3)
    (sheet,) = found.sheets
    assert [row.number for row in sheet.rows] == [2, 3, 4, 702]
    assert sheet.rows_hidden == 996


def test_a_workbook_shows_each_sheet_and_those_not_read(read: Callable[..., Loaded], tmp_path: Path) -> None:
    loaded = read(ties=[("from", "to"), ("a", "Bett")], place=[("name", "Hadera"), ("population", "many")], memo=[("note",), ("x",)])
    found = sheets_shown([tmp_path / "map.xlsx"], loaded)
    assert [(sheet.name, sheet.key, sheet.is_read) for sheet in found.sheets] == [
        ("organisations", "organisations", True),
        ("ties", "ties", True),
        ("place", "place", True),
        ("memo", "", False),
    ]
    assert [list(cells(sheet)) for sheet in found.sheets[1:3]] == [
        [(2, 1, "Bett", "tie.unknown_body")],
        [(2, 1, "many", "number.unreadable")],
    ]
    assert everywhere(found) == {(problem.key, problem.sheet) for problem in loaded.problems}


def test_a_sheet_beside_her_own_is_not_read_and_says_so(book: Callable[..., Path]) -> None:
    _, found = shown([book({"Sheet1": [("some", "notes")], "Sheet2": [("company", "sector"), ("Alef", "business"), ("Bet", "public")]})])
    assert [(sheet.name, sheet.is_read, len(sheet.rows), sheet.rows_hidden) for sheet in found.sheets] == [
        ("Sheet1", False, 0, 1),
        ("Sheet2", True, 2, 0),
    ]
    assert [problem.key for problem in found.sheets[0].problems] == ["sheet.not_read"]


def test_two_columns_that_could_be_the_name_are_both_marked(csv_file: Callable[..., Path]) -> None:
    _, found = shown([csv_file("Club called name,Owner's name,x\nAlef,Dana,1\nBet,Omar,2\n")])
    assert [[problem.key for problem in header.problems] for header in found.sheets[0].headers] == [
        ["column.ambiguous"],
        ["column.ambiguous"],
        [],
    ]


def test_two_lists_are_shown_each_by_its_own_columns(csv_file: Callable[..., Path]) -> None:
    paths = [csv_file("name,sector\nAlef,public\nBet,business\n", "b.csv"), csv_file("source,target\nAlef,Bat\n", "t.csv")]
    loaded, found = shown(paths)
    assert [[h.guess.ours for h in sheet.headers if h.guess] for sheet in found.sheets] == [
        ["organisations.name", "organisations.sector"],
        ["ties.from", "ties.to"],
    ]
    assert list(cells(found.sheets[1])) == [(2, 1, "Bat", "tie.unknown_body")]
    assert loaded.errors == ()


def test_a_formula_without_a_value_is_marked_in_its_cell(book: Callable[..., Path]) -> None:
    _, found = shown([book({"organisations": [("name", "sector"), ("Alef", "=1+1"), ("Bet", "public")]})])
    assert list(cells(found.sheets[0])) == [(2, 1, "", "cell.formula_without_value")]


@pytest.mark.parametrize(("name", "data"), [("a.pdf", b"%PDF-1.7"), ("a.csv", b""), ("none", None)])
def test_a_file_that_cannot_be_read_shows_no_sheet_and_why(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    loaded, found = shown([tmp_path / name])
    assert (found.sheets, found.problems) == ((), loaded.problems)
    assert found.problems


def test_a_bare_list_is_shown_with_its_one_column(csv_file: Callable[..., Path]) -> None:
    _, found = shown([csv_file("Alef\nBet\n")])
    assert [(h.text, h.guess.ours if h.guess else "") for h in found.sheets[0].headers] == [("", "organisations.name")]
    assert [texts(row) for row in found.sheets[0].rows] == [["Alef"], ["Bet"]]
