"""What do the columns of a pasted block of actions or opportunities hold, and what does a line of a list tell beside its title?"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from shutaf.imports.grid import clean
from shutaf.imports.pasted_lines import numbered, unmarked
from shutaf.imports.values import UnreadableError, iso_date
from shutaf.imports.words import key_of, split

Known = Callable[[str], bool]
_MARKS = ("\t", ";", "|", ",")
_LOOKED_AT, _MOST_COLUMNS, _ENOUGH = 60, 30, 0.6
"""Ours: sixty rows tell what a column holds; three of five cells that are of a kind make a column of that kind."""
_YEAR_BEHIND = re.compile(r"^(?P<title>.*\S)\s*(?:[,،;–-]\s*|\()(?P<year>(?:19|20)\d{2})\)?\s*$")
_YEAR_BEFORE = re.compile(r"^(?P<year>(?:19|20)\d{2})\s*[:,–-]\s*(?P<title>\S.*)$")


@dataclass(frozen=True, slots=True)
class Row:
    """told: text by column (title, year, from, until, theme, state, department, partners, note); beside: cells of columns nobody understood."""

    line: int
    told: Mapping[str, str]
    beside: tuple[str, ...] = ()


def list_rows(text: str) -> list[Row]:
    """A title a line; a year at one end of the line is its year.

    >>> [dict(row.told) for row in list_rows("1. Solar roof (2019)\\n2. 2021: Garden")]
    [{'title': 'Solar roof', 'year': '2019'}, {'title': 'Garden', 'year': '2021'}]
    """
    found = []
    for number, line, _is_talk in unmarked(numbered(text)):
        with_year = _YEAR_BEHIND.match(line) or _YEAR_BEFORE.match(line)
        found.append(Row(number, {"title": with_year["title"].strip(), "year": with_year["year"]} if with_year else {"title": line}))
    return found


def block_rows(text: str, is_department: Known) -> tuple[Sequence[str], list[Row]] | None:
    """(what each column was taken for, the rows) of a block of cells; None where the text is a plain list."""
    for mark in _MARKS:
        lines = cells_of(text, mark)
        headers = _headers(lines[0][1]) if lines else ()
        is_headed = sum(map(bool, headers)) >= 2
        if not is_headed and (mark == "," or not _is_even(lines)):
            continue
        body = lines[1:] if is_headed else lines
        columns = _guessed(headers if is_headed else (), [cells for _line, cells in body], is_department)
        return columns, [_row(line, cells, columns) for line, cells in body]
    return None


def cells_of(text: str, mark: str) -> list[tuple[int, list[str]]]:
    """(line, cells) of the filled lines. A cell in quotation marks may span lines, where the marks are in pairs."""
    if mark not in text:
        return []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if text.count('"') % 2 or '"' not in text:
        found = [(number, line.split(mark)) for number, line in enumerate(lines, start=1)]
    else:
        reader, found, start = csv.reader((f"{line}\n" for line in lines), delimiter=mark), [], 0
        for cells in reader:
            found.append((start + 1, cells))
            start = reader.line_num
    return [
        (number, [" ".join(clean(cell).split("\n")) for cell in cells][:_MOST_COLUMNS])
        for number, cells in found
        if any(cell.strip() for cell in cells)
    ]


def _headers(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(key_of(cell.rstrip(":* "), "plan_column") for cell in cells)


def _is_even(lines: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Most rows have a second cell."""
    return bool(lines) and sum(len(cells) > 1 for _line, cells in lines) * 2 > len(lines)


def _guessed(headers: Sequence[str], rows: Sequence[Sequence[str]], is_department: Known) -> tuple[str, ...]:
    """A header wins; a column without one is told by what its cells hold; the longest texts that are left are the titles."""
    width = max([len(headers), *map(len, rows)], default=0)
    found = [headers[at] if at < len(headers) else "" for at in range(width)]
    found = ["" if key and key in found[:at] else key for at, key in enumerate(found)]
    samples = [[cell for row in rows[:_LOOKED_AT] if at < len(row) and (cell := row[at])] for at in range(width)]
    for at in range(width):
        if not found[at] and samples[at]:
            found[at] = _kind(samples[at], is_department, found)
    if "title" not in found and (left := [at for at in range(width) if not found[at] and samples[at]]):
        found[max(left, key=lambda at: sum(map(len, samples[at])) / len(samples[at]))] = "title"
    return tuple(found)


def _kind(cells: Sequence[str], is_department: Known, taken: Sequence[str]) -> str:
    tests = (
        ("state", lambda cell: bool(key_of(cell, "action_state"))),
        ("theme", lambda cell: any(key_of(part, "theme") for part in split(cell))),
        ("department", is_department),
        ("year" if "year" not in taken and "from" not in taken else "until", is_date),
    )
    for key, test in tests:
        if key not in taken and sum(map(test, cells)) >= _ENOUGH * len(cells):
            return key
    return ""


def is_date(cell: str) -> bool:
    try:
        return bool(iso_date(cell))
    except UnreadableError:
        return False


def _row(line: int, cells: Sequence[str], columns: Sequence[str]) -> Row:
    told = {key: cell for key, cell in zip(columns, cells, strict=False) if key and cell}
    return Row(line, told, tuple(cell for key, cell in zip(columns, cells, strict=False) if not key and cell))
