"""Which values does a cell offer to pick from?"""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from shutaf import content
from shutaf.reports.workbook.columns import Head
from shutaf.reports.workbook.marks import NOT_DATA

SHEET = "lists"
_BODY_ROWS = 1_000
"""So many names of departments and organisations can be picked from; any other can be typed."""

_ANY_BODY = "bodies"
_REF_COLUMNS = frozenset({"body", "from", "to", "asked", "gains"})


class Picks:
    """Pick lists, kept on a hidden sheet that the reader skips. A list suggests and never forbids: an own word is welcome."""

    def __init__(self, book: Workbook, language: str) -> None:
        self._book, self._language = book, language
        self._columns: dict[str, int] = {}
        self._names: list[tuple[str, str, int]] = []

    def offer(self, page: Worksheet, columns: Sequence[Head], first: int, last: int) -> None:
        """Adds to the page, for its rows first..last, the pick list of each column that has one."""
        for at, head in enumerate(columns, start=1):
            column = head.column
            if column and column.key == "name" and column.sheet in ("departments", "organisations"):
                self._names.append((quote_sheetname(page.title), get_column_letter(at), first))
            if column and (name := self._list_of(column)):
                self._add(page, name, f"{get_column_letter(at)}{first}:{get_column_letter(at)}{last}")

    def offer_field(self, page: Worksheet, column: content.Column, row: int) -> None:
        """Adds the pick list of one field to its cell in column B."""
        if name := self._list_of(column):
            self._add(page, name, f"B{row}")

    def finish(self) -> None:
        """Writes the hidden sheet; its first cell begins with the sign of what is never read."""
        page: Worksheet = self._book.create_sheet(SHEET)
        page.sheet_state = "hidden"
        page["A1"] = NOT_DATA
        for name, at in self._columns.items():
            values = self._body_formulas() if name == _ANY_BODY else self._words(name)
            for row, value in enumerate(values, start=2):
                page.cell(row, at, value)

    def _list_of(self, column: content.Column) -> str:
        if column.kind == "ref" and column.key in _REF_COLUMNS:
            return _ANY_BODY
        if column.kind == "unit":
            return "unit"
        return column.list if column.kind != "requirement" else ""

    def _add(self, page: Worksheet, name: str, cells: str) -> None:
        at = self._columns.setdefault(name, len(self._columns) + 1)
        last = _BODY_ROWS + 1 if name == _ANY_BODY else len(self._words(name)) + 1
        letter = get_column_letter(at)
        rule = DataValidation(type="list", formula1=f"{SHEET}!${letter}$2:${letter}${last}", allow_blank=True, showErrorMessage=False)
        rule.add(cells)
        page.add_data_validation(rule)

    def _words(self, name: str) -> list[str]:
        if name == "unit":
            return [unit.names[self._language] for unit in content.units()]
        return [entry.names[self._language] for entry in content.entries(name)]

    def _body_formulas(self) -> list[str]:
        """Departments, then organisations, as she types them: the list grows with her sheets. The only formulas we ever write, and all are ours."""
        ranges = [f"{sheet}!${letter}${first}:${letter}${first + _BODY_ROWS}" for sheet, letter, first in self._names]
        if len(ranges) < 2:
            return []
        departments, organisations = ranges
        at, before = "ROW()-1", f"COUNTA({departments})"
        later = f'IF({at}-{before}<=COUNTA({organisations}),INDEX({organisations},{at}-{before}),"")'
        return [f"=IF({at}<={before},INDEX({departments},{at}),{later})"] * _BODY_ROWS
