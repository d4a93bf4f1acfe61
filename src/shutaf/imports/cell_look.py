"""What would the fast reader not tell about a sheet: how far it reaches, formulas, and cells that show an error?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from shutaf.imports.limits import Limits
from shutaf.imports.notes import RefusedError

_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(?:(row)(\s[^>]*)?>|(c)(\s[^>]*?)?(?:/>|>(.*?)</(?:\w+:)?c>))", re.DOTALL)
_ROW_PLACE = re.compile(rb"""\sr\s*=\s*["'](\d{1,7})["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]+)|<(?:\w+:)?is>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_TYPE = re.compile(rb"""\st\s*=\s*["'](\w+)["']""")
_ANY_PLACE = re.compile(rb"\sr\s*=")

Spot = tuple[str, int]
"""Column letters and row number."""


@dataclass(slots=True)
class Look:
    """cells: with a value. formula_count, first_formula: of those that showed a value when the file was saved."""

    cells: int = 0
    formula_count: int = 0
    first_formula: Spot = ("", 0)
    formulas_without_value: list[Spot] = field(default_factory=list)
    errors: list[tuple[Spot, str]] = field(default_factory=list)


def look_at(content: bytes, sheet: str, limits: Limits) -> Look:
    """One pass over the XML of a sheet, without building a tree. Raises RefusedError when its cells reach beyond the limits.

    Only a sheet that has formulas or errors, or styled empty cells far out, is gone through cell by cell.
    """
    count, places = len(_CELL.findall(content)), _PLACE.findall(content)
    far_column, far_row = _reach(places)
    look = Look(cells=count)
    if len(places) < count or _too_far(far_column, far_row, limits) or _FORMULA.search(content) or b'"e"' in content or b"'e'" in content:
        look, far_column, far_row = _cell_by_cell(content, sheet)
    if far_row > limits.rows:
        raise RefusedError("sheet.too_many_rows", sheet, limit=limits.rows)
    if far_column > limits.columns:
        raise RefusedError("sheet.too_many_columns", sheet, limit=limits.columns)
    if far_row * far_column > limits.cells:
        raise RefusedError("file.too_many_cells", sheet, limit=limits.cells)
    return look


def _reach(places: list[tuple[bytes, bytes]]) -> tuple[int, int]:
    columns = max((column_number(letters.decode()) for letters in {letters for letters, _ in places}), default=0)
    return columns, max((int(row) for row in {row for _, row in places}), default=0)


def letters(column: int) -> str:
    """The letters of a column counted from 0.

    >>> letters(0), letters(25), letters(26), letters(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    return (letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def position_of(spot: Spot) -> tuple[int, int]:
    """(row number, column counted from 0) of a cell."""
    return spot[1], column_number(spot[0]) - 1


def column_number(letters: str) -> int:
    """A is 1.

    >>> column_number("A"), column_number("AA"), column_number("XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _too_far(column: int, row: int, limits: Limits) -> bool:
    return column > limits.columns or row > limits.rows or column * row > limits.cells


def _cell_by_cell(content: bytes, sheet: str) -> tuple[Look, int, int]:
    look = Look()
    far_column = far_row = 0
    for spot, kind, inner in _cells(content, sheet):
        value = _VALUE.search(inner)
        has_formula = bool(_FORMULA.search(inner))
        if value or has_formula:
            look.cells += 1
            far_column, far_row = max(far_column, column_number(spot[0])), max(far_row, spot[1])
        if has_formula and not value and kind != b"str":
            look.formulas_without_value.append(spot)
        elif has_formula:
            look.formula_count += 1
            look.first_formula = look.first_formula if look.formula_count > 1 else spot
        if kind == b"e":
            look.errors.append((spot, (value[1] or b"").decode("utf-8", "replace") if value else ""))
    return look, far_column, far_row


def _cells(content: bytes, sheet: str) -> Iterator[tuple[Spot, bytes, bytes]]:
    """(spot, type, inner XML) of each cell; a row or cell that does not say its place follows the one before it."""
    row = column = 0
    for tag in _ROW_OR_CELL.finditer(content):
        if tag[1]:
            said = _ROW_PLACE.search(tag[2] or b"")
            row, column = int(said[1]) if said else row + 1, 0
            continue
        attributes = tag[4] or b""
        place, kind = _PLACE.search(attributes), _TYPE.search(attributes)
        if place:
            column, row = column_number(place[1].decode()), int(place[2])
        elif _ANY_PLACE.search(attributes):
            raise RefusedError("file.damaged", sheet)
        else:
            column += 1
        yield (letters(column - 1), row), kind[1] if kind else b"", tag[5] or b""
