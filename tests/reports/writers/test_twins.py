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
