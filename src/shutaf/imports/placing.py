"""At which cell, row, column or sheet is each problem shown?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shutaf.imports.problem import COUNTED, PROBLEMS, Problem
from shutaf.imports.spot import Spots


@dataclass(slots=True)
class Placed:
    """The problems of one sheet by where they are shown; each stands at every row it names, or once."""

    cells: dict[tuple[int, int], list[Problem]] = field(default_factory=dict)
    rows: dict[int, list[Problem]] = field(default_factory=dict)
    columns: dict[int, list[Problem]] = field(default_factory=dict)
    sheet: list[Problem] = field(default_factory=list)

    @property
    def rows_with_problems(self) -> frozenset[int]:
        return frozenset(self.rows) | {row for row, _ in self.cells}


def placed(problems: Iterable[Problem], spots: Spots, rows: frozenset[int]) -> Placed:
    """The problems of one sheet in their places. rows: the numbers of its rows of data; a problem of any other row is the sheet's."""
    found = Placed()
    for problem in problems:
        for row in rows_named(problem):
            _place(problem, row, spots, rows, found)
    return found


def rows_named(problem: Problem) -> tuple[int | None, ...]:
    """Every row that the problem names: its own, or all of one that is told once for many rows."""
    if set(COUNTED) <= set(PROBLEMS[problem.key]) and problem.facts["rows"]:
        return tuple(dict.fromkeys(problem.facts["rows"]))
    return (problem.row,)


def _place(problem: Problem, row: int | None, spots: Spots, rows: frozenset[int], found: Placed) -> None:
    if row in rows and row is not None:
        at = spots.position(row, problem.column) if problem.column else None
        if at is None:
            found.rows.setdefault(row, []).append(problem)
        else:
            found.cells.setdefault((row, at), []).append(problem)
        return
    columns = _columns(problem, spots.headers)
    for column in columns:
        found.columns.setdefault(column, []).append(problem)
    if not columns and problem not in found.sheet:
        found.sheet.append(problem)


def _columns(problem: Problem, headers: Mapping[str, int]) -> list[int]:
    """A problem of a whole column stands there; where several could be meant, at each of them."""
    named = problem.facts["headers"] if problem.key == "column.ambiguous" else (problem.column,)
    return [headers[header] for header in named if header in headers]
