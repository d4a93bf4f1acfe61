"""Which actors, influences and positions stand in the two files of a MACTOR study?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from shutaf.analysis.actors.mactor.checked import STRONGEST
from shutaf.analysis.situation import Body, Floats, Influence, Origin, Situation, Stance
from shutaf.analysis.text.fold import fold
from shutaf.imports import values
from shutaf.imports.limits import LIMITS
from shutaf.imports.notes import Notes
from shutaf.imports.plain_table import PlainTable, plain_table
from shutaf.imports.problem import Problem
from shutaf.imports.values import UnreadableError

NOTHING: Final = ("", "0", "-", "–", "—", "x", "×")
"""What people write on a diagonal to say that nothing belongs there."""


@dataclass(frozen=True)
class Matrix:
    """A table with a name in each row and column. lines: where each row stands. cells: (rows, columns), NaN where a problem was told."""

    file: str
    rows: tuple[str, ...]
    lines: tuple[int, ...]
    columns: tuple[str, ...]
    cells: Floats


@dataclass(frozen=True)
class Study:
    """influences: (n, n), actors in the order of their rows. positions: (n, objectives), in the same order."""

    influences: Matrix
    positions: Matrix

    @property
    def situation(self) -> Situation:
        """The same as bodies, stances and influences with their rows, for what is noticed in any situation."""
        names = self.influences.rows
        return Situation(
            bodies=tuple(Body(name, name) for name in names),
            stances=tuple(
                Stance(name, objective, float(level), origin=Origin(self.positions.file, line))
                for name, line, levels in zip(names, self.positions.lines, self.positions.cells, strict=True)
                for objective, level in zip(self.positions.columns, levels, strict=True)
            ),
            influences=tuple(
                Influence(name, other, float(level), origin=Origin(self.influences.file, line))
                for name, line, levels in zip(names, self.influences.lines, self.influences.cells, strict=True)
                for other, level in zip(names, levels, strict=True)
                if name != other
            ),
        )


def read_study(mdi: Path, mao: Path) -> tuple[Study | None, tuple[Problem, ...]]:
    """The study, and every problem of both files; None when errors stand in the way.

    mdi: a row and a column for each actor, the first column its name; 0 .. 4, row acts on column. mao: a row for each actor, a column for
    each objective; -4 .. 4. Names are compared folded, in any order. What stands on the diagonal is not read; a number there is told.
    """
    notes = Notes(LIMITS)
    first, second = plain_table(mdi, notes), plain_table(mao, notes)
    if first and second and (misplaced := _misplaced(first, second)):
        key, file = misplaced
        notes.error(key, file)
        notes.keep_only(frozenset({key}))  # its rows seem too long only because of it
        return None, notes.problems()
    influences = _influences(first, notes) if first else None
    positions = _positions(second, influences, notes) if second else None
    is_whole = influences is not None and positions is not None and not notes.has_errors
    return (Study(influences, positions) if is_whole and influences and positions else None), notes.problems()


def _misplaced(first: PlainTable, second: PlainTable) -> tuple[str, str] | None:
    """What is wrong with a whole file, where one sentence saves one for each row; and the file."""
    actors, objectives = _folded(first.header[1:]), _folded(second.header[1:])
    rows, positions = _folded(texts[0] for _, texts in first.rows), _folded(texts[0] for _, texts in second.rows)
    if first.header[0] and len(rows) == len(first.header) and _folded(first.header) == rows:
        return "matrix.no_corner", first.name
    if rows != actors and len(positions) > 1 and positions == objectives:
        return "matrix.exchanged", first.name
    if rows == actors and rows and rows == objectives and not rows & positions:
        return "matrix.turned", second.name
    return None


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(name) for name in names if name)


def _influences(table: PlainTable, notes: Notes) -> Matrix | None:
    named = _named(table, notes)
    if named is None:
        return None
    rows, columns = named
    at = {fold(name): column for name, column in columns}
    known = {fold(name) for name, _, _ in rows}
    for name, line, _ in rows:
        if fold(name) not in at:
            notes.error("matrix.no_column", table.name, line, name=name, headers=tuple(header for header, _ in columns))
    for name, column in columns:
        if fold(name) not in known:
            notes.error("matrix.no_row", table.name, None, table.header[column], name=name)
    if not known <= at.keys():
        return None
    _tell_diagonal(table, rows, at, notes)
    cells = np.array([
        [0.0 if fold(name) == fold(other) else _cell(table, notes, line, at[fold(other)], texts, 0.0) for other, _, _ in rows] for name, line, texts in rows
    ])  # fmt: skip
    return Matrix(
        table.name, tuple(name for name, _, _ in rows), tuple(line for _, line, _ in rows), tuple(name for name, _, _ in rows), cells
    )


def _tell_diagonal(table: PlainTable, rows: Sequence[_Row], at: dict[str, int], notes: Notes) -> None:
    filled = [(name, line) for name, line, texts in rows if texts[at[fold(name)]].casefold() not in NOTHING]
    if filled:
        notes.warn("matrix.diagonal", table.name, filled[0][1], count=len(filled), names=tuple(name for name, _ in filled))


def _positions(table: PlainTable, influences: Matrix | None, notes: Notes) -> Matrix | None:
    named = _named(table, notes)
    if named is None:
        return None
    rows, columns = named
    by_name = {fold(name): (line, texts) for name, line, texts in rows}
    actors = influences.rows if influences else tuple(name for name, _, _ in rows)
    for actor in actors:
        if fold(actor) not in by_name:
            notes.error("matrix.no_positions", table.name, name=actor)
    for name, line, _ in rows:
        if fold(name) not in {fold(actor) for actor in actors}:
            notes.error("matrix.unknown_actor", table.name, line, name=name)
    found = {fold(name): [_cell(table, notes, line, column, texts, -STRONGEST) for _, column in columns] for name, line, texts in rows}
    if any(fold(actor) not in found for actor in actors):
        return None
    cells = np.array([found[fold(actor)] for actor in actors])
    return Matrix(table.name, actors, tuple(by_name[fold(actor)][0] for actor in actors), tuple(name for name, _ in columns), cells)


_Row = tuple[str, int, tuple[str, ...]]


def _named(table: PlainTable, notes: Notes) -> tuple[list[_Row], list[tuple[str, int]]] | None:
    """The rows (name, line, cells) and the columns (name, place) that have a name; None, with the problem told, where there are none."""
    columns = [(header, place) for place, header in enumerate(table.header) if place]
    empty = {place for _, place in columns if not any(texts[place] for _, texts in table.rows)}
    columns = [(header, place) for header, place in columns if header or place not in empty]
    rows = [(texts[0], line, texts) for line, texts in table.rows]
    if not rows or not columns:
        notes.error("matrix.empty", table.name)
        return None
    nameless = [(line, "") for name, line, _ in rows if not name] + [(None, f"{place + 1}") for header, place in columns if not header]
    for line, place in nameless:
        notes.error("matrix.no_name", table.name, line, place)
    seen: set[str] = set()
    for name, line, _ in rows:
        _tell_twice(name, line, seen, table, notes)
    seen = set()
    for header, _ in columns:
        _tell_twice(header, None, seen, table, notes)
    return None if nameless else (rows, columns)


def _tell_twice(name: str, line: int | None, seen: set[str], table: PlainTable, notes: Notes) -> None:
    if name and fold(name) in seen:
        notes.error("matrix.twice", table.name, line, "" if line else name, name=name)
    seen.add(fold(name))


def _cell(table: PlainTable, notes: Notes, line: int, column: int, texts: tuple[str, ...], low: float) -> float:
    """The number of a cell; NaN, with the problem told, where there is none or it is off the scale."""
    text = texts[column]
    if not text:
        notes.error("matrix.blank", table.name, line, table.header[column])
        return float("nan")
    try:
        return values.number_within(text, low, STRONGEST)
    except UnreadableError:
        notes.error("matrix.number", table.name, line, table.header[column], text=text, least=low, most=STRONGEST)
        return float("nan")
