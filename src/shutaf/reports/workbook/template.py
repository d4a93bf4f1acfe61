"""What does an empty workbook say to somebody who has never seen one?"""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext, override
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.reports.workbook.book import fill, put, put_row
from shutaf.reports.workbook.examples import EXAMPLES
from shutaf.reports.workbook.looks import APRICOT, FONT, INK, PETROL, header, new_book, new_sheet, start
from shutaf.reports.workbook.marks import NOT_DATA

_FIRST_HOUR = ("organisations", "departments", "ties", "needs", "offers")
"""Sheets that the first hour fills; their tabs carry the colour of "here and now"."""


def write_template(path: Path, language: str) -> None:
    """An empty workbook in the language: a first sheet that explains, every sheet with hints and pick lists, examples that are never read."""
    book = new_book(language)
    with override(language):
        _explain(new_sheet(book, gettext("Start here"), language), language)
        fill(book, Situation(language=language), language, has_hints=True)
        _show_examples(new_sheet(book, gettext("Examples"), language), language)
    _colour_tabs(book, language)
    book.active = 0
    book.save(path)


def steps() -> list[tuple[str, str, str]]:
    """(minutes, key of the sheet, what to do there) in the order that brings a picture soonest. Said in the active language."""
    return [
        (
            gettext("10 minutes"),
            "organisations",
            gettext(
                "Write the names you know, one in a row, and pick the sector of each. Thirty names are enough to begin. All other columns can wait."
            ),
        ),
        (gettext("15 minutes"), "departments", gettext("List the departments of the municipality. A name is enough.")),
        (
            "",
            "ties",
            gettext("Write who works with whom, one pair in a row. A pair you do not write stays unknown: it never counts as no tie."),
        ),
        (gettext("20 minutes"), "needs", gettext("Write three things that somebody needs.")),
        ("", "offers", gettext("Write three things that somebody could give. The municipality needs and gives like everybody else.")),
        (gettext("15 minutes"), "place", gettext("Write the name of the place and its goals.")),
        ("", "map", gettext("Write who told you all this. It decides what may be said about the map.")),
        (
            gettext("Later"),
            "people",
            gettext("Contact persons and their roles, initiatives, stances and influence: only when you have them."),
        ),
    ]


def rules() -> list[str]:
    """What holds on every sheet. Said in the active language."""
    return [
        gettext("An empty cell means: we do not know. Nothing is ever made of it."),
        gettext("Answers are yes, no or unknown. A tick is not read, because nobody can tell what a missing one means."),
        gettext("A date may be a year, a month or a day: 2026, 2026-04 or 3.4.2026."),
        gettext("Several values in one cell are separated by | or ;"),
        gettext("The pick lists suggest. A word of your own is kept as you write it."),
        gettext("Further columns are welcome: they are kept, shown and given back."),
        gettext("Write nothing about anybody that you would not say to them."),
        gettext("This sheet, the sheet of examples and the line of hints under the headers are never read."),
    ]


def _explain(page: Worksheet, language: str) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width, page.column_dimensions["C"].width = 16, 26, 84
    page.sheet_view.showGridLines = False
    put(page["A1"], " ".join((NOT_DATA, gettext("From whom we know to what we prepare"))))
    page["A1"].font = Font(name=FONT, size=18, bold=True, color=PETROL)
    put(page["A2"], gettext("Fill in what you know. After each step there is already something to see. Then: shutaf brief"))
    page["A2"].font = Font(name=FONT, size=11, color=INK)
    for row in (1, 2):
        page.cell(row, 1).alignment = Alignment(horizontal=start(language))
    for column, title in enumerate((gettext("Time"), gettext("Sheet"), gettext("What to do")), start=1):
        put(page.cell(4, column), title)
        header(page, 4, column, language)
    row = 5
    for minutes, sheet, text in steps():
        put_row(page, row, (minutes, _name(sheet, language), text))
        _link(page, row, _name(sheet, language), language)
        row += 1
    put(page.cell(row + 1, 1), gettext("Good to know"))
    page.cell(row + 1, 1).font = Font(name=FONT, size=13, bold=True, color=PETROL)
    for at, text in enumerate(rules(), start=row + 2):
        put(page.cell(at, 1), text)
        page.cell(at, 1).alignment = Alignment(horizontal=start(language), vertical="top", wrap_text=True)
        page.merge_cells(start_row=at, end_row=at, start_column=1, end_column=3)
        page.row_dimensions[at].height = 20


def _link(page: Worksheet, row: int, title: str, language: str) -> None:
    for column in (1, 2, 3):
        page.cell(row, column).alignment = Alignment(horizontal=start(language), vertical="top", wrap_text=True)
    page.cell(row, 2).hyperlink = f"#'{title}'!A1"
    page.cell(row, 2).font = Font(name=FONT, bold=True, underline="single", color=PETROL)
    page.row_dimensions[row].height = 32


def _show_examples(page: Worksheet, language: str) -> None:
    put(page["A1"], " ".join((NOT_DATA, gettext("Examples. This sheet is never read; nothing here is real."))))
    page["A1"].font = Font(name=FONT, size=14, bold=True, color=PETROL)
    row = 3
    for sheet, examples in EXAMPLES:
        put(page.cell(row, 1), _name(sheet, language))
        page.cell(row, 1).font = Font(name=FONT, size=12, bold=True, color=INK)
        page.cell(row, 1).fill = PatternFill("solid", start_color=APRICOT)
        rows = examples(language)
        columns = {column.key: column for column in content.columns(sheet)}
        for at, key in enumerate(rows[0], start=1):
            put(page.cell(row + 1, at), columns[key].names[language])
            header(page, row + 1, at, language)
        for further, example in enumerate(rows, start=row + 2):
            put_row(page, further, list(example.values()))
        row += len(rows) + 3
    for column in "ABCDEFGH":
        page.column_dimensions[column].width = 26


def _colour_tabs(book: Workbook, language: str) -> None:
    for sheet in content.sheets():
        book[_name(sheet.key, language)].sheet_properties.tabColor = APRICOT if sheet.key in _FIRST_HOUR else PETROL


def _name(sheet: str, language: str) -> str:
    return next(each.names[language] for each in content.sheets() if each.key == sheet)
