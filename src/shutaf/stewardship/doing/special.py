"""Deeds whose values a program cannot write as the action takes them: pairs as keys, fields by name, answers that list what was met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from shutaf.accounts.rows import of_json
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.told import FIELDS
from shutaf.bodies.told_actions import statement_save
from shutaf.partnerships.actions import finding_answer
from shutaf.partnerships.preparing import findings_of, preparation, signature_of
from shutaf.relations.actions import ties_tick
from shutaf.stewardship.undo import rows_restore, undo


class MetError(Exception):
    """An undo met rows that somebody edited since; nothing was done. rows: table:ref of each."""

    def __init__(self, rows: Sequence[str]) -> None:
        super().__init__(", ".join(rows))
        self.rows = tuple(rows)


@dataclass(frozen=True, slots=True)
class Tick:
    """One pair of the matrix."""

    department: str
    body: str
    level: Literal["none", "knows", "works", ""]


@dataclass(frozen=True, slots=True)
class Trashed:
    """A row in the trash, such as bodies.body and b4k2."""

    table: str
    ref: str


def ticked(viewer: Viewer, *, ticks: Sequence[Tick], reported_by: str = "") -> int:
    """Tick pairs of departments and bodies: none, knows, works, or empty for unknown."""
    return ties_tick(viewer, ticks={(one.department, one.body): one.level for one in ticks}, reported_by=reported_by)


def taken_back(viewer: Viewer, *, ref: str, is_confirmed: bool = False) -> None:
    """Undo a deed; where rows were edited since nothing is done, unless it is confirmed to undo the rest."""
    undone = undo(viewer, ref=ref, is_confirmed=is_confirmed)
    if undone.conflicts and not undone.deed_ref:
        raise MetError([f"{one.table}:{one.ref}" for one in undone.conflicts])


def taken_out(viewer: Viewer, *, rows: Sequence[Trashed]) -> str:
    """Take rows out of the trash."""
    return rows_restore(viewer, rows=tuple((one.table, one.ref) for one in rows))


def statement_said(
    viewer: Viewer, *, body_ref: str, said_by: str, said_role: str, as_of: str = "", answers: Mapping[str, Mapping[str, Any] | str]
) -> str:
    """Write down what an informant said of fields of a body: texts, or words as the journal keeps them."""
    read = {name: of_json(FIELDS[name], value) for name, value in answers.items()}
    return statement_save(viewer, body_ref=body_ref, said_by=said_by, said_role=said_role, as_of=as_of, answers=read)


def finding_said(viewer: Viewer, *, ref: str, state: Literal["done", "not_for_us"], reason: str = "", today: str) -> str:
    """Answer a finding that is there: done, or not for us with a reason."""
    found = next((one for one in findings_of(viewer, preparation(viewer, today=today)) if signature_of(one) == ref), None)
    if found is None:
        raise NotAllowedError("finding")
    return finding_answer(viewer, signature=ref, key=found.key, subject=found.subject, state=state, reason=reason)
