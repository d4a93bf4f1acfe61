"""Which columns does a written sheet have, in which order, under which headers?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from shutaf import content
from shutaf.reports.workbook.rows import CRITERION, Line


@dataclass(frozen=True, slots=True)
class Head:
    """One column of a written sheet: our column, or None for a criterion or the user's own field; the key or header its values stand under."""

    key: str
    header: str
    column: content.Column | None = None
    is_own: bool = False


def heads(sheet: str, lines: Sequence[Line], language: str) -> list[Head]:
    """All our columns of the sheet, those of the organisations that a department uses, criteria, then the user's own."""
    ours = {column.key: column for column in content.columns(sheet)}
    used = {key for line in lines for key, value in line.cells.items() if value != ""}
    if sheet == "departments":
        ours |= {column.key: column for column in content.columns("organisations") if column.key in used and column.key not in ours}
    criteria = in_common_order([key for key in line.cells if key.startswith(CRITERION)] for line in lines)
    own = in_common_order([header for header, _ in line.own] for line in lines)
    return [
        *(Head(key, header_of(column, language), column) for key, column in ours.items()),
        *(Head(key, key) for key in criteria),
        *(Head(header, header, is_own=True) for header in own),
    ]


def header_of(column: content.Column, language: str) -> str:
    """The name in the language, with a star where a value is needed; the key where no language is asked for."""
    if not language:
        return column.key
    return f"{column.names[language]} *" if column.required else column.names[language]


def in_common_order(rows: Iterable[Sequence[str]]) -> list[str]:
    """Every header once, in an order that agrees with each row's own; by first appearance where the rows contradict each other.

    >>> in_common_order([["b"], ["a", "b"], ["b", "c"]])
    ['a', 'b', 'c']
    """
    before: dict[str, dict[str, None]] = {}
    for row in rows:
        for header in row:
            before.setdefault(header, {})
        for left, right in pairwise(row):
            before[right][left] = None
    try:
        return list(TopologicalSorter(before).static_order())
    except CycleError:
        return list(before)
