"""What stands in the cells of one sheet, whatever file it came from?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import TypeAlias

from shutaf.imports.problem import Problem

Cell: TypeAlias = str | int | float | bool | date | time | timedelta
"""An empty cell is "". Numbers and dates keep their type where the file knows it; a CSV file knows text only."""

NOT_DATA = "ⓘ"
"""A sheet whose first cell begins with this sign is never read; nor is any cell that begins with it, such as the hints of our template."""

_MOST_DIGITS = 15
"""What a float holds without loss; a longer row of digits, such as a registration number, stays text."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. rows[0] stands in line `first_row` of her program; rows may be ragged.

    file: the file it is in, when several were given. unread: (line number, position) -> why the value of a cell is missing or no use.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    first_row: int = 1
    file: str = ""
    unread: Mapping[tuple[int, int], Problem] = field(default_factory=dict)

    def numbered(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """(line number, cells) of every row that is not blank."""
        for number, row in enumerate(self.rows, start=self.first_row):
            if any(cell != "" for cell in row):
                yield number, row

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    @property
    def is_empty(self) -> bool:
        return next(self.numbered(), None) is None

    @property
    def is_explanation(self) -> bool:
        first = next(self.numbered(), None)
        return first is not None and next(text_of(cell) for cell in first[1] if cell != "").startswith(NOT_DATA)


def without_hints(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The row with each cell that is no data left empty: she may type her first name over one hint and leave the others."""
    return ["" if is_hint(cell) else cell for cell in cells] if any(map(is_hint, cells)) else cells


def is_hint(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.startswith(NOT_DATA)


def clean(text: str) -> str:
    """Text as we keep it: one kind of line break, no control characters, no space at the ends."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def number_or_text(text: str) -> Cell:
    """What a file that says its types calls a number, as one; as text where it is none, or none that can be used.

    >>> number_or_text("2.0"), number_or_text("many"), number_or_text("NaN")
    (2.0, 'many', 'NaN')
    """
    try:
        found = float(text)
    except ValueError:
        return text
    is_number_of_something = text.isdecimal() and len(text) > _MOST_DIGITS
    return found if isfinite(found) and not is_number_of_something else text


def text_of(cell: Cell) -> str:
    """What she sees in the cell, as text: 12.0 is "12", a date its ISO form.

    >>> text_of(12.0), text_of(0.1), text_of(date(2026, 4, 3)), text_of(True)
    ('12', '0.1', '2026-04-03', 'TRUE')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime) and cell.time() == time(0):
        return cell.date().isoformat()
    return cell.isoformat(sep=" ") if isinstance(cell, datetime) else cell.isoformat() if isinstance(cell, date | time) else str(cell)
