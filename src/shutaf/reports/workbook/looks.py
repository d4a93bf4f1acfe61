"""How does the workbook look?"""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from shutaf.reports.workbook.columns import Head

RIGHT_TO_LEFT = frozenset({"he", "ar"})
PETROL, APRICOT, LIMESTONE, INK, QUIET = "0B5A5E", "F2A65A", "F6F2EA", "1F2A2B", "5B6B6C"
FONT = "Arial"
"""On every machine, with Latin, Hebrew and Arabic; a workbook cannot bring Rubik along."""

_WIDTHS = {
    "id": 14,
    "name": 32,
    "title": 36,
    "body": 28,
    "from": 28,
    "to": 28,
    "objective": 36,
    "problem": 44,
    "requires": 40,
    "conditions": 30,
    "source": 26,
}
_WIDTHS_BY_KIND = {
    "number": 13,
    "integer": 13,
    "share": 13,
    "date": 14,
    "answer": 15,
    "invite": 15,
    "amount": 12,
    "unit": 14,
    "coordinate": 12,
    "email": 28,
    "phone": 18,
    "ref": 26,
}
_USUAL_WIDTH = 22
_HEADER_HEIGHT, _HINT_HEIGHT = 34, 58
_THIN = Side(style="thin", color="D9D2C4")


def new_book(language: str) -> Workbook:
    """An empty book whose plain cells are set in FONT."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book._named_styles["Normal"].font = Font(name=FONT, size=11, color=INK)  # type: ignore[attr-defined]
    book.properties.creator = "Shutaf"
    book.properties.language = language
    return book


def new_sheet(book: Workbook, title: str, language: str) -> Worksheet:
    page: Worksheet = book.create_sheet(title)
    page.sheet_view.rightToLeft = language in RIGHT_TO_LEFT
    page.sheet_view.showGridLines = True
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return page


def dress_rows(page: Worksheet, columns: Sequence[Head], language: str, has_hints: bool) -> None:
    """Header white on petrol and frozen with the columns up to the name; hints small and quiet under it."""
    page.row_dimensions[1].height = _HEADER_HEIGHT
    for at, head in enumerate(columns, start=1):
        header(page, 1, at, language)
        page.column_dimensions[get_column_letter(at)].width = _width(head)
        if has_hints:
            quiet(page, 2, at, language)
    if has_hints:
        page.row_dimensions[2].height = _HINT_HEIGHT
    named = next((at for at, head in enumerate(columns[:3], start=1) if head.key in ("name", "title", "to")), 1)
    page.freeze_panes = f"{get_column_letter(named + 1)}{3 if has_hints else 2}"
    page.print_title_rows = "1:1"


def dress_fields(page: Worksheet, count: int, language: str, has_hints: bool) -> None:
    for at, width in enumerate((34, 48, 60), start=1):
        page.column_dimensions[get_column_letter(at)].width = width
    header(page, 1, 1, language)
    header(page, 1, 2, language)
    for row in range(2, count + 2):
        page.cell(row, 1).font = Font(name=FONT, bold=True, color=PETROL)
        page.cell(row, 1).alignment = Alignment(vertical="top", wrap_text=True, horizontal=start(language))
        page.cell(row, 2).alignment = Alignment(vertical="top", wrap_text=True, horizontal=start(language))
        if has_hints:
            quiet(page, row, 3, language)
    page.freeze_panes = "A2"


def header(page: Worksheet, row: int, column: int, language: str) -> None:
    cell = page.cell(row, column)
    cell.font = Font(name=FONT, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", start_color=PETROL)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=start(language))
    cell.border = Border(left=_THIN, right=_THIN)


def quiet(page: Worksheet, row: int, column: int, language: str) -> None:
    cell = page.cell(row, column)
    cell.font = Font(name=FONT, size=9, italic=language not in RIGHT_TO_LEFT, color=QUIET)
    cell.fill = PatternFill("solid", start_color=LIMESTONE)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=start(language))


def start(language: str) -> str:
    """Where a line of the language begins."""
    return "right" if language in RIGHT_TO_LEFT else "left"


def _width(head: Head) -> int:
    kind = head.column.kind if head.column else ""
    return _WIDTHS.get(head.key, _WIDTHS_BY_KIND.get(kind, _USUAL_WIDTH))
