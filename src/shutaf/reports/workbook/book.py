"""The Situation as an XLSX workbook that a person can go on working in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import override
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.reports.workbook.cells import Value
from shutaf.reports.workbook.columns import Head, heads
from shutaf.reports.workbook.fields import FIELD_HEADINGS, field_label
from shutaf.reports.workbook.looks import dress_fields, dress_rows, new_book, new_sheet
from shutaf.reports.workbook.marks import NOT_DATA
from shutaf.reports.workbook.picks import Picks
from shutaf.reports.workbook.rows import Line, lines_of

MOST_CHARACTERS = 32_767
"""What a cell of a spreadsheet file can hold."""

_RUNS = ("=", "+", "-", "@")
_ENCODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPARE_ROWS = 500
"""Rows below the last one that still offer pick lists."""


def write_workbook(situation: Situation, path: Path, language: str) -> None:
    """Right-to-left for Hebrew and Arabic, headers in the language, pick lists for closed lists and names of bodies.

    Raises ValueError for a text longer than a cell can hold: the folder form carries it.
    """
    book = new_book(language)
    with override(language):
        fill(book, situation, language)
    book.save(path)


def fill(book: Workbook, situation: Situation, language: str, has_hints: bool = False) -> None:
    """Adds every sheet in the workbook's order, and the hidden sheet of pick lists behind them."""
    picks = Picks(book, language)
    for sheet in content.sheets():
        lines = lines_of(sheet.key, situation, language)
        page = new_sheet(book, sheet.names[language], language)
        if sheet.kind == "fields":
            _fill_fields(page, sheet.key, lines[0], language, picks, has_hints)
        else:
            _fill_rows(page, sheet.key, lines, language, picks, has_hints)
    picks.finish()


def _fill_fields(page: Worksheet, sheet: str, line: Line, language: str, picks: Picks, has_hints: bool) -> None:
    put_row(page, 1, FIELD_HEADINGS[language])
    columns = {column.key: column for column in content.columns(sheet)}
    for at, (key, value) in enumerate(line.cells.items(), start=2):
        hint = columns[key].hints.get(language, "") if key in columns else ""
        put_row(page, at, (field_label(sheet, key, language), value, f"{NOT_DATA} {hint}" if has_hints and hint else ""))
        if key in columns:
            picks.offer_field(page, columns[key], at)
    for at, (header, value) in enumerate(line.own, start=len(line.cells) + 2):
        put_row(page, at, (header, value))
    dress_fields(page, len(line.cells) + len(line.own), language, has_hints)


def _fill_rows(page: Worksheet, sheet: str, lines: Sequence[Line], language: str, picks: Picks, has_hints: bool) -> None:
    columns = heads(sheet, lines, language)
    put_row(page, 1, [head.header for head in columns])
    if has_hints:
        put_row(page, 2, [_hint(head, language) for head in columns])
    first = 3 if has_hints else 2
    for at, line in enumerate(lines, start=first):
        own = dict(line.own)
        put_row(page, at, [own.get(head.key, "") if head.is_own else line.cells.get(head.key, "") for head in columns])
    dress_rows(page, columns, language, has_hints)
    picks.offer(page, columns, first, first + len(lines) + _SPARE_ROWS)


def _hint(head: Head, language: str) -> str:
    hint = head.column.hints.get(language, "") if head.column else ""
    return f"{NOT_DATA} {hint}" if hint else NOT_DATA


def put_row(page: Worksheet, row: int, values: Sequence[Value]) -> None:
    for column, value in enumerate(values, start=1):
        if value != "":
            put(page.cell(row, column), value)


def put(cell: Cell | MergedCell, value: Value) -> None:
    """A number as a number; a text as a text, whatever it looks like: no formula, no error value, no date is ever made of it."""
    if not isinstance(value, str):
        cell.value = value
        return
    if len(value) > MOST_CHARACTERS:
        raise ValueError(f"a cell holds at most {MOST_CHARACTERS} characters, this text has {len(value)}")
    cell.value = _ENCODED.sub("_x005F_", _ILLEGAL.sub("", value))
    cell.data_type = "s"
    if value.startswith(_RUNS):
        cell.quotePrefix = True
