"""What stands in a plain table of names and numbers: a matrix, or rows under a header?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shutaf.imports import values
from shutaf.imports.files import grids_of
from shutaf.imports.grid import Cell, text_of, without_hints
from shutaf.imports.limits import LIMITS, Limits
from shutaf.imports.notes import Notes, RefusedError
from shutaf.imports.values import UnreadableError


@dataclass(frozen=True, slots=True)
class PlainTable:
    """header: the first line that is not blank. rows: (line number as her program shows it, one text a column of the header).

    name: the file as she named it, for `notes.error(key, table.name, line, header, ...)`.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    notes: Notes

    def at(self, *names: str) -> int | None:
        """Position of the column whose header is one of the names, whatever its case; None where there is none."""
        wanted = {name.casefold() for name in names}
        return next((i for i, header in enumerate(self.header) if header.casefold() in wanted), None)

    def number(self, line: int, at: int, text: str, low: float | None = None, high: float | None = None) -> float | None:
        """The number in a cell; None for an empty cell and, with its problem told, for one that is none or lies outside."""
        if not text:
            return None
        try:
            return values.number_within(text, low, high)
        except UnreadableError as why:
            self.notes.error(why.key, self.name, line, self.header[at], **why.facts)
            return None


def plain_table(path: Path, notes: Notes, limits: Limits = LIMITS) -> PlainTable | None:
    """The rows of a CSV file (or of the fullest sheet of a workbook); None, with the problem told, when it cannot be read as a whole.

    A row with more in it than the header has columns is an error; shorter ones are filled with empty texts; blank rows are left out.
    """
    try:
        _, grids = grids_of(path, notes, limits)
    except RefusedError as refused:
        notes.add(refused.problem)
        return None
    grid = max((grid for grid in grids if not grid.is_explanation), key=lambda grid: len(grid.rows), default=grids[0])
    numbered = [(number, _texts(cells)) for number, cells in grid.numbered()]
    if not numbered:
        notes.error("file.empty", path.name)
        return None
    (_, header), *rows = numbered
    width = len(header)
    for number, cells in rows:
        if size := next((at for at in range(len(cells), width, -1) if cells[at - 1]), 0):
            notes.error("row.too_long", path.name, number, cells=size, headers=width)
    return PlainTable(path.name, tuple(header), tuple((number, tuple((*cells, *[""] * width)[:width])) for number, cells in rows), notes)


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [text_of(cell).strip() for cell in without_hints(cells)]
