"""Which rows does a sheet have, by our columns?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shutaf.analysis.situation import Origin, Word
from shutaf.analysis.text.fold import fold, fold_header
from shutaf.imports import values
from shutaf.imports.cell_look import letters
from shutaf.imports.grid import Cell, Grid, text_of, without_hints
from shutaf.imports.headers import Matched, column, match, required
from shutaf.imports.problem import Guess
from shutaf.imports.reading import Reading
from shutaf.imports.values import UnreadableError
from shutaf.imports.words import key_of, likely, split, word

_HEADER_WITHIN_ROWS = 20
_EXAMPLES = 5
_ASKS_FOR_KEY = ("resource", "typology")
"""Lists whose words something is computed from: a word outside them is always told, not only one that looks like a slip."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row by our columns. Each reader of a cell notes what is wrong with it and gives the unknown value instead.

    unread: keys of cells that are empty for a reason told already, such as a formula that was never computed.
    """

    sheet_key: str
    sheet: str
    number: int
    cells: Mapping[str, Cell]
    headers: Mapping[str, str]
    own: tuple[tuple[str, str], ...]
    reading: Reading
    unread: frozenset[str] = frozenset()

    @property
    def origin(self) -> Origin:
        return Origin(self.sheet, self.number)

    def header(self, key: str) -> str:
        return self.headers.get(key, key)

    def error(self, problem: str, key: str, **facts: object) -> None:
        self.reading.notes.error(problem, self.sheet, self.number, self.header(key), **facts)

    def warn(self, problem: str, key: str, **facts: object) -> None:
        self.reading.notes.warn(problem, self.sheet, self.number, self.header(key), **facts)

    def gather(self, problem: str, key: str, about: str, **facts: object) -> None:
        """A warning told once for all rows with the same text."""
        self.reading.notes.gather(problem, "warning", self.sheet, self.number, self.header(key), about, **facts)

    def cell(self, key: str) -> Cell:
        return self.cells.get(key, "")

    def text(self, key: str) -> str:
        return text_of(self.cell(key))

    def texts(self, key: str) -> tuple[str, ...]:
        return split(self.text(key))

    def needed(self, key: str) -> str:
        """The text of a column that must not be empty."""
        text = self.text(key)
        if not text and key not in self.unread:
            self.error("cell.missing", key)
        return text

    def number_of(self, key: str) -> float | None:
        cell = self.cell(key)
        if cell == "":
            return None
        try:
            return values.number_within(cell, *values.bounds_of(key))
        except UnreadableError as why:
            self.error(why.key, key, **why.facts)
            return None

    def coordinate(self, key: str, most: float) -> float | None:
        cell = self.cell(key)
        try:
            return None if cell == "" else values.number_within(cell, -most, most)
        except UnreadableError as why:
            self.error(why.key, key, **why.facts)
            return None

    def share(self, key: str) -> float | None:
        cell = self.cell(key)
        try:
            return None if cell == "" else values.share(cell)
        except UnreadableError as why:
            (self.warn if why.key == "share.over_1" else self.error)(why.key, key, **why.facts)
            return None

    def date(self, key: str) -> str:
        cell = self.cell(key)
        if cell == "":
            return ""
        try:
            found = values.iso_date(cell)
        except UnreadableError as why:
            self.error(why.key, key, **why.facts)
            return ""
        if values.is_day_or_month(cell):
            self.gather("date.day_first", key, "", text=text_of(cell), read_as=found)
        return found

    def answer(self, key: str, list_key: str) -> str:
        cell = self.cell(key)
        try:
            return "unknown" if cell == "" else values.answer(cell, list_key)
        except UnreadableError as why:
            self.error(why.key, key, **why.facts)
            return "unknown"

    def choice(self, key: str, list_key: str, default: str) -> str:
        """A word that must be on its list; empty means the default that the workbook's contract gives."""
        text = self.text(key)
        found = key_of(text, list_key) if text else default
        if not found:
            self.error("choice.unknown", key, text=text, list=list_key, likely=likely(text, list_key, 0.3))
        return found or default

    def word(self, key: str) -> Word:
        return self._word(key, self.text(key))

    def words(self, key: str) -> tuple[Word, ...]:
        return tuple(self._word(key, text) for text in self.texts(key))

    def _word(self, key: str, text: str) -> Word:
        found_column = column(self.sheet_key, key)
        list_key = found_column.list if found_column and found_column.kind == "word" else ""
        found = word(text, list_key, self.reading.sector_by_word if list_key == "sector" else {})
        if text and list_key and not found.key:
            self._tell_unknown(key, text, list_key)
        return found

    def _tell_unknown(self, key: str, text: str, list_key: str) -> None:
        near = likely(text, list_key)
        if list_key == "sector":
            self.gather("sector.unknown", key, fold(text), text=text, likely=near)
        elif near or list_key in _ASKS_FOR_KEY:
            self.gather("word.unknown", key, fold(text), text=text, list=list_key, likely=near)


@dataclass(frozen=True, slots=True)
class Table:
    """A grid whose header row was found. header_row: index in grid.rows, -1 where there are no headers."""

    sheet_key: str
    grid: Grid
    columns: tuple[Matched, ...]
    header_row: int
    reading: Reading

    @property
    def header_line(self) -> int | None:
        """The line of the headers as her program numbers it; None for a list without headers."""
        return self.grid.first_row + self.header_row if self.header_row >= 0 else None

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(matched.key for matched in self.columns if matched.key)

    def numbered(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Rows of data as (line number, cells): under the headers, not blank, no hints, and as --where wants them."""
        wanted = [
            (m.position, self.reading.where[fold_header(m.header)]) for m in self.columns if fold_header(m.header) in self.reading.where
        ]
        first_data = self.grid.first_row + self.header_row + 1
        for number, cells in self.grid.numbered():
            if number < first_data:
                continue
            cells = without_hints(cells)
            if not any(cell != "" for cell in cells):
                continue
            if all(fold(text_of(cells[at])) == value if at < len(cells) else not value for at, value in wanted):
                yield number, cells

    def rows(self) -> Iterator[Row]:
        ours = [(m.position, m.key) for m in self.columns if m.key]
        own = [(m.position, m.header) for m in self.columns if m.is_own]
        headers = {m.key: m.header for m in self.columns if m.key}
        if self.reading.sector_by_word:
            self._meet_sectors()
        width = len(self.grid.rows[self.header_row]) if self.grid.rows and self.header_row >= 0 else self.grid.width
        for number, cells in self.numbered():
            size = len(cells)
            if size > width and any(cell != "" for cell in cells[width:]):
                self.reading.notes.error("row.too_long", self.grid.name, number, cells=size, headers=width)
            by_key = {key: cells[at] for at, key in ours if at < size and cells[at] != ""}
            kept = tuple((header, text_of(cells[at])) for at, header in own if at < size and cells[at] != "")
            unread = frozenset(key for at, key in ours if (number, at) in self.grid.unread) if self.grid.unread else frozenset()
            yield Row(self.sheet_key, self.grid.name, number, by_key, headers, kept, self.reading, unread)

    def _meet_sectors(self) -> None:
        """Also in the rows that --where leaves out: she may say once what all the words of a file mean."""
        for at in (m.position for m in self.columns if m.key == "sector"):
            self.reading.sectors_met.update(fold(text_of(cells[at])) for _, cells in self.grid.numbered() if at < len(cells))


def table_of(sheet_key: str, grid: Grid, reading: Reading, header_row: int | None = None) -> Table:
    """The table in a grid; the header row is the one of the first twenty in which most of our columns are found."""
    told = reading.told(sheet_key)
    at = find_header(sheet_key, grid, told) if header_row is None else header_row
    headers = _headers(grid, at, reading)
    columns = tuple(match(sheet_key, headers, told))
    reading.headers_met.update({fold_header(m.header): m.header for m in columns})
    return Table(sheet_key, grid, columns, at, reading)


def _headers(grid: Grid, at: int, reading: Reading) -> list[str]:
    """The header row's texts; a column without one that holds something is hers too, under its letter, and told."""
    texts = header_texts(grid, at)
    for position, cell in enumerate(grid.rows[at] if grid.rows else ()):
        if cell == "" and texts[position]:
            reading.notes.warn("column.no_header", grid.name, grid.first_row + at, letters(position))
    return texts


def header_texts(grid: Grid, at: int) -> list[str]:
    """What each column is called when this row holds the headers: its text, made distinct, or its letter; "" where nothing stands."""
    texts = [text_of(cell) for cell in grid.rows[at]] if grid.rows else []
    for position in [position for position, text in enumerate(texts) if not text]:
        if any(position < len(row) and row[position] != "" for row in grid.rows[at + 1 :]):
            texts[position] = letters(position)
    return distinct(texts)


def find_header(sheet_key: str, grid: Grid, told: Mapping[str, str]) -> int:
    best, best_score = 0, (-1, 0)
    for at, row in enumerate(grid.rows[:_HEADER_WITHIN_ROWS]):
        keys = {m.key for m in match(sheet_key, [text_of(cell) for cell in row], told) if m.key}
        score = (len(keys) + len(keys & set(required(sheet_key))), -at)
        if keys and score > best_score:
            best, best_score = at, score
    return best


def distinct(headers: Sequence[str]) -> list[str]:
    """Headers with a number behind each further one of the same text, so that two own fields stay two."""
    seen: dict[str, int] = {}
    found = []
    for header in headers:
        seen[header] = seen.get(header, 0) + 1
        found.append(header if seen[header] == 1 or not header else f"{header} {seen[header]}")
    return found


def address(sheet: str, key: str) -> tuple[str, str]:
    """(sheet, key) of a column; in her own sheet a key may carry another sheet in front of it: "people.email"."""
    other, _, plain = key.rpartition(".")
    return other or sheet, plain


def guesses_of(table: Table, whys: frozenset[str]) -> list[Guess]:
    """What each column was taken for, with its first values; only columns whose reason is among `whys` ("" = own)."""
    rows = [cells for _, cells in table.numbered()]
    found = []
    for m in table.columns:
        if m.why in whys:
            texts = (text_of(cells[m.position]) for cells in rows if m.position < len(cells) and cells[m.position] != "")
            examples = tuple(text for text, _ in zip(texts, range(_EXAMPLES), strict=False))
            found.append(Guess(table.grid.name, m.header, ".".join(address(table.sheet_key, m.key)) if m.key else "", m.why, examples))
    return found
