"""What stands in the cells of a CSV or TSV file?"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from shutaf.imports.cell_look import letters
from shutaf.imports.decoding import decode
from shutaf.imports.grid import Cell, Grid, clean
from shutaf.imports.limits import Limits
from shutaf.imports.notes import Notes, RefusedError
from shutaf.imports.problem import Problem

_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_TOLD = re.compile(r"sep=([,;\t|])\r?\n")
_SEPARATORS = ",;\t|"
_CONTROL_SHARE = 0.02
"""Ours: more control characters than this in a text mean that it is another kind of file."""


def read_delimited(data: bytes, name: str, notes: Notes, limits: Limits) -> Grid:
    """The rows of the text, separator found by its first lines. Raises RefusedError for what is no table or goes beyond the limits."""
    decoded = decode(data, name)
    text = _without_zero_bytes(decoded.text, name, notes)
    if decoded.guessed:
        sample = next((line.strip()[:80] for line in text.splitlines() if not line.isascii()), text[:80])
        notes.warn("file.encoding_guessed", name, encoding=decoded.guessed, sample=sample)
    if "\ufffd" in text:
        notes.warn("file.letters_lost", name, text[: text.index("\ufffd")].count("\n") + 1, count=text.count("\ufffd"))
    csv.field_size_limit(max(limits.file_bytes, 131_072))
    if told := _TOLD.match(text):  # Excel's own first line, which it does not show
        return _grid(text[told.end() :], told[1], name, limits)
    return _grid(text, separator_of(text), name, limits)


def separator_of(text: str) -> str:
    """The sign that cuts the first twenty lines into the most equal rows; a comma where nothing does."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    best, best_score = ",", (0.0, 0)
    for sign in _SEPARATORS:
        widths = [len(row) for row in csv.reader(lines, delimiter=sign)]
        usual = max(set(widths), key=widths.count, default=1)
        score = (widths.count(usual) / max(1, len(widths)), usual) if usual > 1 else (0.0, 0)
        if score > best_score:
            best, best_score = sign, score
    return best


def _grid(text: str, separator: str, name: str, limits: Limits) -> Grid:
    unread: dict[tuple[int, int], Problem] = {}
    return Grid(name, list(_rows(text, separator, name, limits, unread)), unread=unread)


def _rows(text: str, separator: str, name: str, limits: Limits, unread: dict[tuple[int, int], Problem]) -> Iterator[list[Cell]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    cells = 0
    try:
        for number, row in enumerate(reader, start=1):
            cells += len(row)
            if number > limits.rows:
                raise RefusedError("sheet.too_many_rows", name, limit=limits.rows)
            if len(row) > limits.columns:
                raise RefusedError("sheet.too_many_columns", name, limit=limits.columns)
            if cells > limits.cells:
                raise RefusedError("file.too_many_cells", name, limit=limits.cells)
            for at, cell in enumerate(row):
                if len(cell) > limits.cell_characters:
                    facts = {"characters": len(cell), "limit": limits.cell_characters}
                    unread[number, at] = Problem("cell.too_long", "error", name, number, letters(at), facts)
            yield [clean(_unescaped(cell)) for cell in row]
    except csv.Error as why:
        raise RefusedError("file.quotes_broken", name, row=reader.line_num) from why


def _unescaped(cell: str) -> str:
    """Our own files write '=1+1 so that no spreadsheet program runs it; the sign is taken off again."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def _without_zero_bytes(text: str, name: str, notes: Notes) -> str:
    control = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r")
    if control > _CONTROL_SHARE * len(text):
        raise RefusedError("file.not_a_table", name)
    if "\0" in text:
        notes.warn("file.zero_bytes", name, text[: text.index("\0")].count("\n") + 1, count=text.count("\0"))
    return text.replace("\0", "")
