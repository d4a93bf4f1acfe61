"""How many times does each thing outweigh each other one? A square table with the same names in the header and in the first column."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from shutaf.analysis.criteria.ahp import RECIPROCAL_WITHIN
from shutaf.analysis.situation import Floats
from shutaf.imports.criteria_table import tell_twins
from shutaf.imports.notes import Notes
from shutaf.imports.plain_table import PlainTable, plain_table

MOST = 10
"""Neither printed table of random indices goes further."""

FRACTIONS = {"½": "1/2", "⅓": "1/3", "¼": "1/4", "⅕": "1/5", "⅙": "1/6", "⅐": "1/7", "⅛": "1/8", "⅑": "1/9"}


@dataclass(frozen=True, slots=True)
class Pairwise:
    """names: of the n things. matrix: (n, n), complete."""

    names: tuple[str, ...]
    matrix: Floats


def pairwise_table(path: Path, notes: Notes) -> Pairwise | None:
    """The judgements; None, with every problem told at its cell, where they are none.

    A cell is a number or a fraction such as 1/3. One of two mirror cells may be left empty, and so may the diagonal. Rows may stand in any order.
    """
    plain = plain_table(path, notes)
    if plain is None:
        return None
    names = tuple(name for name in plain.header[1:] if name)
    tell_twins(plain, [line for line, _ in plain.rows])
    lines = {cells[0]: (line, cells) for line, cells in plain.rows if cells[0]}
    for name in sorted(set(names) ^ set(lines)):
        notes.error(
            "judgement.names_differ", plain.name, lines[name][0] if name in lines else None, "" if name in lines else name, text=name
        )
    if len(names) > MOST:
        notes.error("judgement.too_many", plain.name, count=len(names), limit=MOST)
    if not names:
        notes.error("table.nothing_to_compare", plain.name)
    if notes.has_errors:
        return None
    places = [plain.header.index(name) for name in names]
    matrix = np.array([[_judgement(plain, lines[name], at, name) for at in places] for name in names])
    _check(plain, matrix, [lines[name][0] for name in names], names)
    return None if notes.has_errors else Pairwise(names, np.where(np.isnan(matrix), 1 / matrix.T, matrix))


def _judgement(plain: PlainTable, row: tuple[int, tuple[str, ...]], at: int, name: str) -> float:
    line, cells = row
    text = FRACTIONS.get(cells[at], cells[at])
    above, slash, below = text.partition("/")
    parts = [plain.number(line, at, part.strip()) for part in ((above, below) if slash else (text,))]
    if not text:
        return 1.0 if plain.header[at] == name else np.nan
    if None in parts or (slash and not below.strip()):
        return np.nan
    value = parts[0] / parts[1] if slash and parts[1] else parts[0] if not slash else 0.0  # type: ignore[operator]
    if value is None or not value > 0:
        plain.notes.error("judgement.not_positive", plain.name, line, plain.header[at], text=cells[at])
        return np.nan
    if plain.header[at] == name and abs(value - 1) > 1e-9:
        plain.notes.error("judgement.diagonal", plain.name, line, plain.header[at], text=cells[at])
    return value


def _check(plain: PlainTable, matrix: Floats, lines: list[int], names: tuple[str, ...]) -> None:
    """Each pair judged once at least, and both mirror cells saying the same."""
    if plain.notes.has_errors:
        return
    for i, j in zip(*np.triu_indices(len(names), 1), strict=True):
        one, other = matrix[i, j], matrix[j, i]
        if np.isnan(one) and np.isnan(other):
            plain.notes.error("judgement.missing", plain.name, lines[i], names[j], names=(names[i], names[j]))
        elif abs(one * other - 1) > RECIPROCAL_WITHIN:
            plain.notes.error("judgement.mirror", plain.name, lines[i], names[j], text=f"{one:g}", other=f"{other:g}")
