"""Which candidates stand in a table, by which criteria, weighed how?

The first column names the candidates, the header names the criteria. Rows whose first cell is #weight, #better, #function, #q, #p, #s or #floor say how
the criteria count; they may stand anywhere. docs/reference/criteria.md has the contract.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from shutaf.analysis.criteria.decision_table import DecisionTable
from shutaf.analysis.criteria.preference import SHAPES, PreferenceFunction, Shape
from shutaf.imports.notes import Notes
from shutaf.imports.plain_table import PlainTable, plain_table

SETTINGS = ("weight", "better", "function", "q", "p", "s", "floor")
PLAIN = {"weight": "weight", "weights": "weight", "better": "better", "direction": "better", "function": "function", "floor": "floor"}
"""Names that are understood without the # too, where no row has one."""

MORE = ("more", "max", "+", "+1", "1", "benefit", "higher")
LESS = ("less", "min", "-", "-1", "−1", "−", "cost", "lower")
NUMERALS = ("i", "ii", "iii", "iv", "v", "vi")
MOST_CELLS = 40_000_000
"""Ours: candidates x candidates x criteria that are compared at once; 320 MB."""

Line = tuple[int, tuple[str, ...]]
T = TypeVar("T")


def criteria_table(path: Path, notes: Notes, *, complete: bool = False, least: float | None = None) -> DecisionTable | None:
    """The table as arrays; None, with every problem told at its cell, where it cannot be read.

    complete: an empty cell of a criterion that scores is a problem (a method that cannot do with unknown values). least: no value of one may be less.
    """
    plain = plain_table(path, notes)
    if plain is None:
        return None
    settings, rows = _sorted(plain)
    columns = [at for at in range(1, len(plain.header)) if plain.header[at]]
    if not rows or not columns:
        notes.error("table.nothing_to_compare", plain.name)
        return None
    tell_twins(plain, [line for line, _ in rows])
    most = int((MOST_CELLS / len(columns)) ** 0.5)
    if len(rows) > most:
        notes.error("table.too_many", plain.name, count=len(rows), limit=most)
        return None
    reader = _Reader(plain, settings, columns)
    floors = reader.numbers("floor", None)
    if all(floor is not None for floor in floors):
        notes.error("table.only_floors", plain.name)
        return None
    values = np.array(
        [
            [_value(plain, line, at, cells, floor, complete, least) for at, floor in zip(columns, floors, strict=True)]
            for line, cells in rows
        ]
    )
    weights = [1.0 if weight is None else weight for weight in reader.weights(floors)]
    if not sum(weight for weight, floor in zip(weights, floors, strict=True) if floor is None) > 0:
        notes.error("weights.none", plain.name, settings["weight"][0] if "weight" in settings else None)
    better = np.array([reader.direction(at) for at in columns])
    functions = tuple(reader.function(at, values[:, j]) for j, at in enumerate(columns))
    if notes.has_errors:
        return None
    names = tuple(cells[0] for _, cells in rows)
    held = np.array([np.nan if floor is None else floor for floor in floors])
    return DecisionTable(names, tuple(plain.header[at] for at in columns), values, better, np.array(weights), functions, held)


def tell_twins(plain: PlainTable, lines: list[int]) -> None:
    """A problem for each name that a row or a column has after another one."""
    seen: set[str] = set()
    for line, cells in plain.rows:
        if line in lines and cells[0]:
            if cells[0] in seen:
                plain.notes.error("table.name_twice", plain.name, line, plain.header[0], text=cells[0])
            seen.add(cells[0])
    for at, name in enumerate(plain.header):
        if at and name and name in plain.header[1:at]:
            plain.notes.error("table.name_twice", plain.name, None, name, text=name)


def _sorted(plain: PlainTable) -> tuple[dict[str, Line], list[Line]]:
    """The rows that say how criteria count, by name, and those of the candidates."""
    with_sign = any(cells[0].startswith("#") for _, cells in plain.rows)
    has_function = any(cells[0].strip().casefold() == "function" for _, cells in plain.rows)
    known = {} if with_sign else PLAIN | ({name: name for name in ("q", "p", "s")} if has_function else {})
    settings: dict[str, Line] = {}
    rows: list[Line] = []
    for line, cells in plain.rows:
        word = cells[0].lstrip("#").strip().casefold()
        name = {"weights": "weight", "direction": "better"}.get(word, word) if cells[0].startswith("#") else known.get(word, "")
        if name in SETTINGS:
            settings.setdefault(name, (line, cells))
        elif cells[0].startswith("#"):
            plain.notes.error(
                "table.row_unknown", plain.name, line, plain.header[0], text=cells[0], allowed=tuple(f"#{one}" for one in SETTINGS)
            )
        elif cells[0]:
            rows.append((line, cells))
        else:
            plain.notes.error("cell.missing", plain.name, line, plain.header[0])
    return settings, rows


def _value(
    plain: PlainTable, line: int, at: int, cells: tuple[str, ...], floor: float | None, complete: bool, least: float | None
) -> float:
    if not cells[at] and complete and floor is None:
        plain.notes.error("cell.missing", plain.name, line, plain.header[at])
    number = plain.number(line, at, cells[at], least if floor is None else None)
    return np.nan if number is None else number


class _Reader:
    """What the rows of settings say of each criterion."""

    def __init__(self, plain: PlainTable, settings: dict[str, Line], columns: list[int]) -> None:
        self._plain, self._settings, self._columns = plain, settings, columns

    def _said(self, name: str, at: int, read: Callable[[int, str], T]) -> T | None:
        line, cells = self._settings.get(name, (0, ()))
        return read(line, cells[at]) if cells and cells[at] else None

    def number(self, name: str, at: int, low: float | None) -> float | None:
        return self._said(name, at, lambda line, text: self._plain.number(line, at, text, low))

    def numbers(self, name: str, low: float | None) -> list[float | None]:
        return [self.number(name, at, low) for at in self._columns]

    def weights(self, floors: list[float | None]) -> list[float | None]:
        """A row of weights says one for each criterion that scores: a gap among 0.2 and 0.3 would not mean 1."""
        if "weight" in self._settings:
            line, cells = self._settings["weight"]
            for at, floor in zip(self._columns, floors, strict=True):
                if floor is None and not cells[at]:
                    self._plain.notes.error("cell.missing", self._plain.name, line, self._plain.header[at])
        return self.numbers("weight", 0.0)

    def direction(self, at: int) -> float:
        """+1 or -1; more is better where nothing is said."""

        def read(line: int, text: str) -> float:
            word = text.casefold()
            if word not in MORE + LESS:
                self._plain.notes.error(
                    "choice.none_of", self._plain.name, line, self._plain.header[at], text=text, allowed=("more", "less")
                )
            return -1.0 if word in LESS else 1.0

        found = self._said("better", at, read)
        return 1.0 if found is None else found

    def function(self, at: int, values: np.ndarray) -> PreferenceFunction:
        """As written; p, q and s left out are the spread of the known values, 0, and half of that spread; the shape follows from what is given."""
        known = values[~np.isnan(values)]
        spread = float(np.ptp(known)) if len(known) else 0.0
        q, p, s = (self.number(name, at, 0.0) for name in ("q", "p", "s"))
        shape = self._said("function", at, lambda line, text: self._shape(line, at, text)) or ("linear" if q else "v-shape")
        if shape in ("linear", "level") and p is not None and q is not None and p < q:
            self._plain.notes.error("thresholds.crossed", self._plain.name, self._settings["p"][0], self._plain.header[at])
            return PreferenceFunction()
        return PreferenceFunction(shape, q or 0.0, max(spread, q or 0.0) if p is None else p, spread / 2 if s is None else s)

    def _shape(self, line: int, at: int, text: str) -> Shape | None:
        word = text.casefold().replace("_", "-").replace(" ", "-")
        numbered = dict(zip((*NUMERALS, *"123456"), SHAPES * 2, strict=True))
        found = numbered.get(word) or next((shape for shape in SHAPES if word in (shape, shape.replace("-", ""))), None)
        if found is None:
            self._plain.notes.error("choice.none_of", self._plain.name, line, self._plain.header[at], text=text, allowed=SHAPES)
        return found
