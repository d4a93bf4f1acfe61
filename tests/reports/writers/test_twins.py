"""The tables behind the pictures, as paper holds them."""

from __future__ import annotations

from shutaf.reports.document import Cell, Figure, Table, line
from shutaf.reports.writers.twins import twins_of


def picture(rows: int, paper_rows: int) -> Figure:
    table = Table(
        line("Ties"),
        (line("Body"),),
        tuple((Cell(line(str(n))),) for n in range(rows)),
        codes=tuple(str(n) for n in range(rows)),
        paper_rows=paper_rows,
        paper_note=line("the rest elsewhere"),
    )
    return Figure("<svg/>", "a map", line("a map"), twin=table)


def test_paper_holds_the_first_rows_and_says_that_there_are_more() -> None:
    (table,) = twins_of((picture(9, 5),))
    assert len(table.rows) == len(table.codes) == 5
    assert table.note == line("the rest elsewhere")


def test_a_table_that_fits_is_left_as_it_is() -> None:
    (table,) = twins_of((picture(5, 5),))
    assert len(table.rows) == 5
    assert table.note == ()


def test_a_twin_that_stands_in_the_report_anyway_is_not_repeated() -> None:
    figure = picture(2, 0)
    assert figure.twin is not None
    assert twins_of((figure.twin, figure)) == ()


def test_a_table_too_wide_for_paper_stands_in_parts_that_repeat_its_first_column() -> None:
    words = tuple(line(f"responsibility{n}") for n in range(12))
    rows = tuple((Cell(line(name)), *(Cell(line(str(n))) for n in range(12))) for name in ("Parks", "Water"))
    table = Table(line("Themes"), (line("Department"), *words), rows, codes=("A", "B"), note=line("as told"))
    parts = twins_of((Figure("<svg/>", "a map", line("a map"), twin=table),))
    assert len(parts) > 1
    assert tuple(head for part in parts for head in part.head[1:]) == words
    assert all(part.head[0] == line("Department") and [row[0] for row in part.rows] == [row[0] for row in rows] for part in parts)
    assert [part.codes for part in parts] == [()] * (len(parts) - 1) + [("A", "B")]
    assert parts[-1].note == line("as told")
