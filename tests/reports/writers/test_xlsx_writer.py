"""A workbook whose numbers are numbers and whose words stay words."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from shutaf.reports.document import Cell, Document, Name, Num, Table, line
from shutaf.reports.writers import write_xlsx
from shutaf.reports.writers.xlsx import number_said

Report = Callable[..., Document]


def opened(document: Document) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write_xlsx(document)))


@pytest.mark.parametrize(("language", "is_rtl"), [("he", True), ("ar", True), ("en", False), ("de", False)])
def test_sheets_read_as_the_language_does(report: Report, language: str, is_rtl: bool) -> None:
    assert all(bool(sheet.sheet_view.rightToLeft) == is_rtl for sheet in opened(report(language)))


def test_each_sheet_prints_as_wide_as_its_paper(report: Report) -> None:
    for sheet in opened(report("en")):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert not sheet.page_setup.fitToHeight  # as many pages long as it needs


def test_each_named_table_and_twin_has_a_sheet(report: Report) -> None:
    assert opened(report("en")).sheetnames[1:] == ["twin", "bodies"]


def test_first_sheet_says_the_first_section_and_leads_to_the_others(report: Report) -> None:
    sheet = opened(report("en")).worksheets[0]
    said = [row[0].value for row in sheet.iter_rows()]
    assert "The lead of the brief" in said
    assert "1. Start. It holds for 84%" in said
    assert "Who" not in said
    assert [cell.hyperlink.location or cell.hyperlink.ref for (cell,) in sheet.iter_rows() if cell.hyperlink]


def test_numbers_are_numbers_and_codes_have_a_column(report: Report) -> None:
    sheet = opened(report("de")).worksheets[2]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert rows[0] == ("Body", "Ties", "Code")
    assert rows[2] == ("جمعية الزيتون", 1, "C001")


def test_unknown_stays_a_word_and_is_no_number(report: Report) -> None:
    unknown = Table(line("t"), (line("a"), line("b")), ((Cell(line("r")), Cell(line(Num("0")), number=True, unknown=True)),), sheet="u")
    cell = opened(report("en", blocks=(unknown,)))["u"]["B3"]
    assert (cell.value, cell.data_type) == ("0", "s")


def test_text_is_never_a_formula(report: Report, hostile: tuple[str, ...]) -> None:
    book = opened(report("en", names=hostile))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert all(cell.quotePrefix for cell in cells if isinstance(cell.value, str) and cell.value[0] in "=+-@")
    assert {"=1+1", "+49 30 123", "-2+3", "@SUM(A1)", "abcd", "evilx"} <= {cell.value for cell in cells}


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1,234.5", "en", "1234.5"), ("1.234,5", "de", "1234.5"), ("\u200e84%\u200e", "he", "0.84"), ("12,5\u00a0%", "de", "0.125"), ("1,234", "ar", "1234"),
        ("-3", "he", "-3"),
    ],
)  # fmt: skip
def test_number_is_read_as_its_language_writes_it(text: str, language: str, value: str) -> None:
    said = number_said(text, language)
    assert said is not None
    assert said[0] == Decimal(value)


@pytest.mark.parametrize("text", ["", "three", "3 m²", "1-2", "%", "12 of 40"])
def test_what_is_no_bare_number_stays_text(text: str) -> None:
    assert number_said(text, "en") is None


def test_sheet_names_are_what_excel_allows(report: Report, many: Table) -> None:
    small = replace(many, rows=many.rows[:1])
    names = ("a/b:c*?[x]\\", "'quoted'", "x" * 40, "X" * 40, "[]")
    book = opened(report("en", blocks=tuple(replace(small, sheet=name) for name in names)))
    assert len({name.casefold() for name in book.sheetnames}) == len(names) + 1
    assert all(0 < len(name) <= 31 and not set("[]:*?/\\") & set(name) and name.strip("'") == name for name in book.sheetnames)


def test_empty_document_and_long_cells_are_workbooks(report: Report, empty: Document) -> None:
    assert len(opened(empty).sheetnames) == 1
    long = Table(line("t"), (line("a"),), ((Cell(line(Name("x" * 40_000))),),), sheet="long")
    assert len(opened(report("he", blocks=(long,)))["long"]["A3"].value) == 32_767
