"""How does a report become a workbook: a sheet of words, then a sheet a table, whose numbers are numbers and whose words are never formulas?"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from babel.numbers import NumberFormatError, parse_decimal
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from shutaf.reports.document import (
    Asked,
    Cell,
    Document,
    Figure,
    Heading,
    Items,
    Line,
    Name,
    Notice,
    Num,
    Paragraph,
    SaidFinding,
    Table,
    is_isolated,
    plain,
)
from shutaf.reports.writers.cleaning import clean, clean_name, isolated

LONGEST_CELL = 32_767  # letters, the format's own limit
LONGEST_SHEET_NAME = 31
WIDEST_COLUMN = 60
FIRST_DATA_ROW = 3
A4 = 9  # the format's number for it
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_MARKS = re.compile("[\u200e\u200f\u061c\u00a0\u202f]")
_HEAD_FILL = PatternFill("solid", fgColor="FFEAEDE7")
_UNKNOWN_FILL = PatternFill("lightUp", fgColor="FFC9CFCB", bgColor="FFEDEFEA")
_RULE = Border(bottom=Side("thin", "FFD6DBD4"))
_SOFT, _STRONG, _TITLE = Font(color="FF48595A"), Font(bold=True), Font(bold=True, size=16)
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def write_xlsx(document: Document) -> bytes:
    """The bytes of an .xlsx file: the words of the report's first section, then every table that names its sheet (twins of pictures too)."""
    book = Workbook()
    tables = _named_tables(document)
    names = _sheet_names([plain(document.title, isolate=False), *(table.sheet for table in tables)])
    _words(book.active, names, document, tables)
    for name, table in zip(names[1:], tables, strict=True):
        _table(book.create_sheet(name), table, document)
    sheets: list[Any] = book.worksheets
    for sheet in sheets:
        sheet.sheet_view.rightToLeft = document.direction == "rtl"
        sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight = True, False  # no column on a page of its own
        sheet.page_setup.paperSize, sheet.page_setup.orientation = A4, "landscape" if sheet.max_column > 2 else "portrait"
        sheet.oddHeader.center.text = clean(document.mark).replace("&", "&&") or None  # on every printed page; & begins a field there
    book.properties.title = clean(plain(document.title, isolate=False))
    book.properties.language, book.properties.creator = document.language, "Shutaf"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _named_tables(document: Document) -> list[Table]:
    tables = [block if isinstance(block, Table) else block.twin for block in document.blocks if isinstance(block, Table | Figure)]
    return [table for table in tables if table is not None and table.sheet]


def _sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names as Excel allows them: at most 31 letters, without []:*?/\\, each once whatever its case."""
    names: list[str] = []
    for text in wanted:
        base = _NOT_IN_SHEET_NAMES.sub(" ", clean_name(text)).strip(" '")[:LONGEST_SHEET_NAME].strip(" '") or "1"
        name, n = base, 2
        while name.casefold() in (used.casefold() for used in names):
            name, n = f"{base[: LONGEST_SHEET_NAME - 4]} {n}", n + 1
        names.append(name)
    return names


# -- the sheet of words


def _words(sheet: Any, names: Sequence[str], document: Document, tables: Sequence[Table]) -> None:
    sheet.title = names[0]
    sheet.column_dimensions["A"].width = 100
    rows: list[tuple[str, Font | None]] = [(_said(document.title), _TITLE)]
    rows += [(clean(text), _STRONG) for text in (document.mark, plain(document.tags)) if text]
    rows += [(_said(text), font) for text, font in ((document.lead, None), (document.dates, _SOFT)) if text]
    rows += [("", None), *_summary(document)]
    if document.foot:
        rows += [("", None), (_said(document.foot), _SOFT)]
    for number, (text, font) in enumerate(rows, start=1):
        _put(sheet, number, 1, text, font=font)
    for number, (name, table) in enumerate(zip(names[1:], tables, strict=True), start=len(rows) + 2):
        cell = _put(sheet, number, 1, _said(table.caption) or name)
        cell.hyperlink = f"#'{name.replace(chr(39), chr(39) * 2)}'!A1"
        cell.font = Font(color="FF0B5A5E", underline="single")


def _summary(document: Document) -> list[tuple[str, Font | None]]:
    """What stands before the second section, line by line."""
    rows: list[tuple[str, Font | None]] = []
    sections = 0
    for block in document.blocks:
        sections += isinstance(block, Heading) and block.level == 2
        if sections > 1:
            break
        match block:
            case Heading(_, text):
                rows.append((_said(text), _STRONG))
            case Paragraph(text):
                rows.append((_said(text), None))
            case Items(items, ordered):
                rows += [(f"{number}. {_said(item)}" if ordered else _said(item), None) for number, item in enumerate(items, start=1)]
            case Notice(lines):
                rows += [(_said(text), None) for text in lines]
            case SaidFinding(title, why, _, sure, step):
                rows.append((_said(title), _STRONG))
                rows += [(_said(text), None) for text in (*why, sure, step)]
            case Asked(question, reason):
                rows += [(_said(text), None) for text in (question, reason) if text]
    return rows


# -- a sheet a table


def _table(sheet: Any, table: Table, document: Document) -> None:
    codes = [_row_codes(table, i) for i in range(len(table.rows))]
    heads = [_said(head) for head in table.head] + ([clean(document.labels.code)] if any(codes) else [])
    _put(sheet, 1, 1, _said(table.caption), font=_STRONG, wraps=False)
    for column, head in enumerate(heads, start=1):
        _put(sheet, FIRST_DATA_ROW - 1, column, head, font=_SOFT).fill = _HEAD_FILL
    for i, row in enumerate(table.rows):
        for column, cell in enumerate(row[: len(table.head)], start=1):
            _data_cell(sheet, FIRST_DATA_ROW + i, column, cell, document.language)
        if any(codes):
            _put(sheet, FIRST_DATA_ROW + i, len(heads), codes[i], font=_SOFT)
    if table.note:
        _put(sheet, FIRST_DATA_ROW + len(table.rows) + 1, 1, _said(table.note), font=_SOFT, wraps=False)
    _fit(sheet, table, heads)


def _fit(sheet: Any, table: Table, heads: Sequence[str]) -> None:
    for column, head in enumerate(heads, start=1):
        texts = [plain(row[column - 1].text) for row in table.rows if column <= min(len(row), len(table.head))]
        sheet.column_dimensions[get_column_letter(column)].width = min(
            max([10, len(head) + 2, *(len(text) + 2 for text in texts)]), WIDEST_COLUMN
        )
    sheet.freeze_panes = f"B{FIRST_DATA_ROW}"
    sheet.auto_filter.ref = f"A{FIRST_DATA_ROW - 1}:{get_column_letter(max(len(heads), 1))}{FIRST_DATA_ROW - 1 + len(table.rows)}"
    sheet.print_title_rows = f"{FIRST_DATA_ROW - 1}:{FIRST_DATA_ROW - 1}"


def _row_codes(table: Table, i: int) -> str:
    """The row's own code, then the codes of its numbers in order."""
    own = [table.codes[i]] if i < len(table.codes) and table.codes[i] else []
    numbers = [part.code for cell in table.rows[i] for part in cell.text if isinstance(part, Num) and part.code]
    return clean(" ".join(dict.fromkeys(own + numbers)))


def _data_cell(sheet: Any, row: int, column: int, cell: Cell, language: str) -> None:
    value = None if cell.unknown or not cell.number else number_said(plain(cell.text, isolate=False), language)
    if value is None:
        written = _put(sheet, row, column, _said(cell.text))
    else:
        written = sheet.cell(row, column, value[0])
        written.number_format, written.border = value[1], _RULE
    if cell.unknown:
        written.fill = _UNKNOWN_FILL


def number_said(text: str, language: str) -> tuple[Decimal, str] | None:
    """The number that a text of this language writes, with the cell format that shows it so; None where it is not a bare number.

    >>> number_said("1.234,5", "de"), number_said("84%", "en"), number_said("3 days", "en")
    ((Decimal('1234.5'), '#,##0.0'), (Decimal('0.84'), '0%'), None)
    """
    bare = _MARKS.sub("", text).strip()
    is_share = bare.endswith("%")
    try:
        value = parse_decimal(bare.rstrip("% "), locale=language, strict=True, numbering_system="latn")
    except NumberFormatError:
        return None
    places = max(-int(value.as_tuple().exponent), 0)
    if not is_share:
        return value, "#,##0" + ("." + "0" * places if places else "")
    return value / 100, "0" + ("." + "0" * places if places else "") + "%"


# -- one cell


def _put(sheet: Any, row: int, column: int, text: str, *, font: Font | None = None, wraps: bool = True) -> Any:
    """Text that stays text: never a formula, not even after somebody edits the cell."""
    cell = sheet.cell(row, column)
    cell.value = text[:LONGEST_CELL]
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"
    if font is not None:
        cell.font = font
    if wraps:
        cell.alignment = _WRAPPED
    if row >= FIRST_DATA_ROW:
        cell.border = _RULE
    return cell


def _said(text: Line) -> str:
    """A line in a cell; a name alone in its cell needs no isolation."""
    if len(text) == 1 and isinstance(text[0], Name):
        return clean_name(text[0].text)
    return "".join(isolated(part.text) if is_isolated(part) else clean(part.text) for part in text)
