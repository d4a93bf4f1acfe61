"""What do the grids hold once her mends are in their cells?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from shutaf.imports.grid import Cell, Grid, clean
from shutaf.imports.mend import Mend
from shutaf.imports.problem import Problem
from shutaf.imports.reading import Reading
from shutaf.imports.spot import Spots, spots_of


def mended(grids: Sequence[Grid], mends: Sequence[Mend], reading: Reading) -> list[Grid]:
    """The grids with each mend in its cell; of two mends for one cell the later holds. A mend that meets no cell is told.

    Cells are found by the headers as the file has them, so a mended header does not hide its column from the other mends.
    """
    if not mends:
        return list(grids)
    named = {mend.sheet for mend in mends}
    patches = [_Patch(spots_of(grid, reading)) if grid.name in named else None for grid in grids]
    for mend in mends:
        mend = replace(mend, text=clean(mend.text))
        if not any(patch is not None and patch.take(mend, reading) for patch in patches):
            reading.notes.warn("mend.no_such_cell", mend.sheet, mend.row, mend.column, text=mend.text)
    return [patch.grid() if patch else grid for patch, grid in zip(patches, grids, strict=True)]


def tell_unread(grids: Iterable[Grid], reading: Reading) -> None:
    """What no reader could get out of a cell, where no mend stands in its place."""
    for grid in grids:
        if not grid.is_explanation:
            for problem in grid.unread.values():
                reading.notes.add(problem)


class _Patch:
    """The mends of one grid, taken one by one, put into a copy of only the rows they change."""

    def __init__(self, spots: Spots) -> None:
        self._spots = spots
        self._rows: dict[int, list[Cell]] = {}
        self._unread: dict[tuple[int, int], Problem] = dict(spots.grid.unread)

    def take(self, mend: Mend, reading: Reading) -> bool:
        spots = self._spots
        if mend.sheet != spots.grid.name or not spots.has_row(mend.row):
            return False
        if mend.leaves_row_out:
            self._rows[mend.row] = []
            self._unread = {spot: problem for spot, problem in self._unread.items() if spot[0] != mend.row}
            return True
        at = spots.position(mend.row, mend.column)
        if at is not None:
            self._put(mend, at, reading)
        return at is not None

    def _put(self, mend: Mend, at: int, reading: Reading) -> None:
        cells = self._rows.setdefault(mend.row, list(self._spots.grid.rows[mend.row - self._spots.grid.first_row]))
        cells.extend([""] * (at + 1 - len(cells)))
        cells[at] = mend.text
        if self._spots.is_beside_label(mend.row, mend.column):
            del cells[at + 1 :]
        self._unread.pop((mend.row, at), None)
        if len(mend.text) > reading.limits.cell_characters:
            facts = {"characters": len(mend.text), "limit": reading.limits.cell_characters}
            self._unread[mend.row, at] = Problem("cell.too_long", "error", mend.sheet, mend.row, mend.column, facts)

    def grid(self) -> Grid:
        old = self._spots.grid
        rows = [self._rows.get(number, row) for number, row in enumerate(old.rows, start=old.first_row)] if self._rows else old.rows
        return replace(old, rows=rows, unread=self._unread)
