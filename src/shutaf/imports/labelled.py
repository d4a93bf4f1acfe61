"""What do the short labels of a network file mean, when a table beside it tells?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutaf.analysis.text.fold import fold
from shutaf.imports.grid import Cell, Grid, text_of
from shutaf.imports.network import BODIES, REF, TIES, departments_apart


def labelled(grids: Sequence[Grid], table: Grid) -> list[Grid]:
    """The bodies as the table tells them, and the ties with what it calls their ends. Unchanged where the table knows none of the labels.

    The first column of the table holds the labels, the one called name the names; every further column tells of the body.
    """
    rows = [cells for _, cells in table.numbered()]
    headers = [text_of(cell) for cell in rows[0]] if rows else []
    at = {fold(header): position for position, header in reversed(list(enumerate(headers)))}
    name, ref = at.get("name"), at.get(REF)
    known = {text_of(cells[0]) for grid in grids if grid.name == BODIES for cells in grid.rows[1:] if cells}
    if name is None or not known & {text_of(cells[0]) for cells in rows[1:] if cells}:
        return list(grids)
    meaning = {text_of(cells[0]): text_of(_at(cells, ref)) or text_of(_at(cells, name)) for cells in rows[1:] if cells}
    ties = [_renamed(grid, meaning) for grid in grids if grid.name == TIES]
    bodies = Grid(BODIES, [cells[1:] for cells in table.rows], table.first_row)
    return [*departments_apart(bodies), *ties]


def _at(cells: Sequence[Cell], position: int | None) -> Cell:
    return cells[position] if position is not None and position < len(cells) else ""


def _renamed(grid: Grid, meaning: dict[str, str]) -> Grid:
    ends = [position for position, cell in enumerate(grid.rows[0]) if cell in ("from", "to")]
    rows: list[Sequence[Cell]] = [grid.rows[0]]
    for cells in grid.rows[1:]:
        rows.append([meaning.get(text_of(cell), cell) if at in ends else cell for at, cell in enumerate(cells)])
    return replace(grid, rows=rows)
