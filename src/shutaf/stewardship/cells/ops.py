"""What is asked of the grid and what it answers: cells to write, why one was not, what stands there now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shutaf.imports.problem import Problem


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell: what its writer saw in it, and what shall stand in it, both as text in her language."""

    row: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class CellRefused:
    """Why a cell was not written. kind: `conflict` (theirs stands in it, written by `by` at `at`), `gone` (its row is in the trash), `unreadable`."""

    row: str
    field: str
    kind: str
    theirs: str = ""
    by: str = ""
    at: datetime | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class CellNow:
    """What stands in a cell now, and what there is to know about it."""

    row: str
    field: str
    text: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """deed_ref: "" when nothing was there to do. refused: why nothing was done; empty when all was."""

    deed_ref: str = ""
    cells: tuple[CellNow, ...] = ()
    refused: tuple[CellRefused, ...] = ()


class RefusedError(Exception):
    """Rolls the transaction back."""

    def __init__(self, refused: Sequence[CellRefused]) -> None:
        super().__init__("refused")
        self.refused = tuple(refused)
