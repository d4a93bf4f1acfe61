"""Plain tables: what stands where, and what is told when it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from shutaf.imports.limits import LIMITS
from shutaf.imports.notes import Notes
from shutaf.imports.plain_table import PlainTable, plain_table


def table_of(path: Path, text: str) -> tuple[PlainTable | None, Notes]:
    path.write_text(text, encoding="utf-8")
    notes = Notes(LIMITS)
    return plain_table(path, notes), notes


def test_rows_stand_under_the_header_with_their_lines(tmp_path: Path) -> None:
    table, _ = table_of(tmp_path / "t.csv", "name;a;b\n\nשלום;1;2,5;\nx;3\n")
    assert table is not None
    assert table.header == ("name", "a", "b")
    assert table.rows == ((3, ("שלום", "1", "2,5")), (4, ("x", "3", "")))
    assert table.at("B") == 2
    assert table.number(3, 2, "2,5") == 2.5


def test_a_cell_that_is_no_number_is_told_with_its_place(tmp_path: Path) -> None:
    table, notes = table_of(tmp_path / "t.csv", "name,a\nx,many\ny,7\n")
    assert table is not None
    assert table.number(2, 1, "many") is None
    assert table.number(3, 1, "7", 0, 4) is None
    assert [(problem.key, problem.sheet, problem.row, problem.column) for problem in notes.problems()] == [
        ("number.unreadable", "t.csv", 2, "a"),
        ("number.outside", "t.csv", 3, "a"),
    ]


@pytest.mark.parametrize("text", ["", "   \n  \n"])
def test_nothing_is_told_as_an_empty_file(tmp_path: Path, text: str) -> None:
    table, notes = table_of(tmp_path / "t.csv", text)
    assert table is None
    assert [problem.key for problem in notes.problems()] == ["file.empty"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    notes = Notes(LIMITS)
    assert plain_table(tmp_path / "no.csv", notes) is None
    assert [problem.key for problem in notes.problems()] == ["file.missing"]


def test_a_row_with_more_than_the_header_is_told(tmp_path: Path) -> None:
    _, notes = table_of(tmp_path / "t.csv", "name,a\nFood, seeds and more,1\nx,2\n")
    assert [(problem.key, problem.row, dict(problem.facts)) for problem in notes.problems()] == [
        ("row.too_long", 2, {"cells": 3, "headers": 2})
    ]
