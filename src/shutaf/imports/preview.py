"""How does her file look, with what each column was taken for and every problem in its cell?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from shutaf import content
from shutaf.imports.grid import Cell, Grid, text_of
from shutaf.imports.headers import sheet_key
from shutaf.imports.layout import laid_out
from shutaf.imports.limits import LIMITS, Limits
from shutaf.imports.linked import network_table
from shutaf.imports.load import Loaded
from shutaf.imports.mend import Mend
from shutaf.imports.opening import Kind, opened
from shutaf.imports.pair import bodies_laid_out, tells_of_ties
from shutaf.imports.placing import Placed, placed
from shutaf.imports.problem import Guess, Problem
from shutaf.imports.reading import Reading, start
from shutaf.imports.spot import spots_of
from shutaf.imports.table import Table, guesses_of, header_texts, table_of

MOST_ROWS = 50
"""Ours: rows shown of a sheet besides those with a problem; two screens full, enough to see that the columns are right."""

_NOTHING_TOLD: Mapping[str, str] = {}
_FOREIGN: tuple[Kind, ...] = ("sheet", "bodies_ties", "network")
_ANY_REASON = frozenset({"name", "variant", "content", "told", ""})


@dataclass(frozen=True, slots=True)
class CellShown:
    """text: as it is read. written: what stands in the file where a mend replaced it, else None."""

    text: str
    problems: tuple[Problem, ...] = ()
    written: str | None = None


@dataclass(frozen=True, slots=True)
class RowShown:
    """number: as her program numbers it. problems: of the row as a whole. is_left_out: by a mend; the cells then are the file's."""

    number: int
    cells: tuple[CellShown, ...]
    problems: tuple[Problem, ...] = ()
    is_left_out: bool = False

    @property
    def has_problems(self) -> bool:
        return bool(self.problems) or any(cell.problems for cell in self.cells)


@dataclass(frozen=True, slots=True)
class HeaderShown:
    """One column. text: what a mend calls it, "" where it holds nothing or has no name; guess: what it was taken for, None where it holds nothing."""

    text: str
    guess: Guess | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetShown:
    """One sheet. key: ours, "" for her own. headers: none in a sheet with one row a field. rows_hidden: rows of data not among `rows`."""

    name: str
    key: str
    is_read: bool
    headers: tuple[HeaderShown, ...]
    rows: tuple[RowShown, ...]
    rows_hidden: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All sheets that hold something, and the problems of the input as a whole or of a file that could not be read."""

    sheets: tuple[SheetShown, ...]
    problems: tuple[Problem, ...]


def sheets_shown(
    paths: Sequence[Path],
    loaded: Loaded,
    *,
    mapping: Mapping[str, str] = _NOTHING_TOLD,
    sector_map: Mapping[str, str] = _NOTHING_TOLD,
    where: Mapping[str, str] = _NOTHING_TOLD,
    mends: Sequence[Mend] = (),
    limits: Limits = LIMITS,
    most_rows: int = MOST_ROWS,
) -> Shown:
    """The sheets of the paths as load() with the same arguments read them. Every problem of `loaded` stands somewhere.

    Of each sheet the first `most_rows` rows of data are shown, and every row with a problem or a mend. Reads the files once more.
    """
    reading = start(limits, mapping, sector_map, where)
    files = opened(paths, mends, reading.aside())
    sheets, rest = [], list(loaded.problems)
    for written, grid in zip(files.written, files.mended, strict=True):
        if written.is_explanation or written.is_empty:
            continue
        problems = [problem for problem in rest if problem.sheet == grid.name]
        rest = [problem for problem in rest if problem.sheet != grid.name]
        is_read = any(grid is each for each in files.read) and (files.kind in _FOREIGN or bool(sheet_key(grid.name)))
        table = _table(files.kind, grid, reading.aside()) if is_read else None
        sheets.append(_Sheet(written, grid, table, reading).shown(problems, most_rows if is_read else 0, is_read))
    return Shown(tuple(sheets), tuple(rest))


def _table(kind: Kind, grid: Grid, reading: Reading) -> Table | None:
    """The table as the reader of this kind of input lays it out; None for a sheet of fields and one that is not read."""
    if kind == "network":
        return network_table(grid, reading)
    if kind == "sheet":
        return laid_out(grid, reading)
    if kind == "bodies_ties":
        return table_of("ties", grid, reading) if tells_of_ties(grid, reading) else bodies_laid_out(grid, reading)
    known = next((sheet for sheet in content.sheets() if sheet.key == sheet_key(grid.name)), None)
    return table_of(known.key, grid, reading) if known and known.kind != "fields" else None


def _headers(table: Table | None) -> list[str]:
    """What each column is called, nothing in a list without headers; no columns in a sheet of fields."""
    if table is None:
        return []
    if table.header_row < 0:
        names = {m.position: m.header for m in table.columns}
        return [names.get(at, "") for at in range(1 + max(names, default=-1))]
    return header_texts(table.grid, table.header_row)


class _Sheet:
    """One sheet while it is made ready: as written, as mended, and its table."""

    def __init__(self, written: Grid, grid: Grid, table: Table | None, reading: Reading) -> None:
        self._written, self._grid, self._table = written, grid, table
        self._spots = spots_of(grid, reading)
        self._headers = _headers(table)
        self._changed = frozenset(number for number, _ in written.numbered() if self._row(grid, number) is not self._row(written, number))
        self._left_out = frozenset(number for number in self._changed if not self._row(grid, number))
        kept = (number for number, _ in (table.numbered() if table else grid.numbered()))
        first = grid.first_row + table.header_row + 1 if table else grid.first_row
        self._numbers = tuple(sorted({*kept, *(number for number in self._changed if number >= first)}))

    @staticmethod
    def _row(grid: Grid, number: int) -> Sequence[Cell]:
        return grid.rows[number - grid.first_row]

    def shown(self, problems: Sequence[Problem], most_rows: int, is_read: bool) -> SheetShown:
        places = placed(problems, self._spots, frozenset(self._numbers))
        first = frozenset(self._numbers[:most_rows])
        wanted = [n for n in self._numbers if n in first or n in places.rows_with_problems or n in self._changed]
        return SheetShown(
            name=self._grid.name,
            key=sheet_key(self._grid.name),
            is_read=is_read,
            headers=tuple(self._headers_shown(places)),
            rows=tuple(self._row_shown(number, places) for number in wanted),
            rows_hidden=len(self._numbers) - len(wanted),
            problems=tuple(places.sheet),
        )

    def _headers_shown(self, places: Placed) -> Iterator[HeaderShown]:
        table = self._table
        guesses = {m.position: guess for m, guess in zip(table.columns, guesses_of(table, _ANY_REASON), strict=True)} if table else {}
        for at, text in enumerate(self._headers):
            yield HeaderShown(text, guesses.get(at), tuple(places.columns.get(at, ())))

    def _row_shown(self, number: int, places: Placed) -> RowShown:
        written, read = self._row(self._written, number), self._row(self._grid, number)
        is_left_out = number in self._left_out
        cells = []
        for at, cell in enumerate(written if is_left_out else read):
            before = text_of(written[at]) if at < len(written) else ""
            problems = tuple(places.cells.get((number, at), ()))
            cells.append(CellShown(text_of(cell), problems, before if before != text_of(cell) else None))
        cells.extend(self._beyond(number, len(cells), places))
        return RowShown(number, tuple(cells), tuple(places.rows.get(number, ())), is_left_out)

    def _beyond(self, number: int, size: int, places: Placed) -> Iterator[CellShown]:
        """The empty cells at the end of a ragged row, up to the headers and to the last cell with a problem."""
        last = max((at + 1 for row, at in places.cells if row == number), default=0)
        for at in range(size, max(len(self._headers), last)):
            yield CellShown("", tuple(places.cells.get((number, at), ())))
