"""Which cell of a grid does a problem or a mend name?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shutaf import content
from shutaf.imports.cell_look import column_number
from shutaf.imports.grid import Cell, Grid, text_of
from shutaf.imports.headers import sheet_key
from shutaf.imports.layout import headed, only_column
from shutaf.imports.reading import Reading
from shutaf.imports.table import distinct, find_header, header_texts

_LETTERS = re.compile(r"[A-Z]{1,3}")
_LOOK_FOR_HEADER = 20


@dataclass(frozen=True, slots=True)
class Spots:
    """The columns of one grid by what a Problem calls them. headers: header as written -> position. only: where a list in one column stands."""

    grid: Grid
    headers: Mapping[str, int]
    width: int
    is_of_fields: bool = False
    only: int = -1

    def has_row(self, row: int) -> bool:
        return 0 <= row - self.grid.first_row < len(self.grid.rows)

    def position(self, row: int, column: str) -> int | None:
        """Where the cell stands in its row, from 0; None when the grid has no such row or column."""
        if not self.has_row(row):
            return None
        if self.is_beside_label(row, column):
            return next((at for at, cell in enumerate(self._cells(row)) if at and cell != ""), 1)
        if column in self.headers:
            return self.headers[column]
        if not column:
            return self.only if self.only >= 0 else None
        at = column_number(column) - 1 if _LETTERS.fullmatch(column) else self.width
        return at if at < self.width else None

    def is_beside_label(self, row: int, label: str) -> bool:
        """In a sheet of fields the label stands first and its value beside it."""
        return self.is_of_fields and self.has_row(row) and [text_of(cell) for cell in self._cells(row)[:1]] == [label]

    def _cells(self, row: int) -> Sequence[Cell]:
        return self.grid.rows[row - self.grid.first_row]


def spots_of(grid: Grid, reading: Reading) -> Spots:
    """The spots of a grid. The row that the reader takes for headers wins over the other first rows."""
    key = sheet_key(grid.name)
    rows = [header_texts(grid, find_header(key, grid, reading.told(key)))] if key else []
    one_row, own = headed(grid, reading)
    rows += [header_texts(one_row, own)] if own is not None else []
    rows += [distinct([text_of(cell) for cell in row]) for row in grid.rows[:_LOOK_FOR_HEADER]]
    headers: dict[str, int] = {}
    for texts in rows:
        for position, text in enumerate(texts):
            if text:
                headers.setdefault(text, position)
    is_of_fields = any(sheet.key == key and sheet.kind == "fields" for sheet in content.sheets())
    return Spots(grid, headers, grid.width, is_of_fields, only_column(grid))
