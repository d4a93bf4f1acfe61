"""How is a deed taken back? What it made goes to the trash, what it changed goes back, unless somebody changed it since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.models import Change, Deed
from shutaf.accounts.rows import Row, json_of, of_json
from shutaf.accounts.rules import may_edit, sees_shared, writes
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.stewardship.queries import FINAL, TABLES, model_of, title_of


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row of the deed that was edited since: it stays as it is. field is "" for a row that the deed made."""

    table: str
    ref: str
    title: str
    field: str
    by: str
    at: Any


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did (deed_ref of the undo, "" when nothing was done), and what it met."""

    deed_ref: str
    conflicts: tuple[Conflict, ...]


def _deed_of(viewer: Viewer, ref: str) -> Deed:
    row = Deed.objects.filter(workspace_id=viewer.workspace_id, ref=ref).first()
    if row is None or not (may_edit(viewer) or (writes(viewer) and _is_own(viewer, row))):
        raise NotAllowedError("deed")
    return row


def _is_own(viewer: Viewer, row: Deed) -> bool:
    """Done by this person in the role they have now: who may no longer change anything takes back nothing either."""
    return row.user_id == viewer.user_id and row.role == viewer.role and viewer.role in ("partner", "facilitator")


def deed_undo(viewer: Viewer, *, ref: str, is_confirmed: bool = False) -> Undone:
    """Take a deed back. Rows edited since are listed and nothing is done, until the user confirms to undo the rest.

    Editors undo any deed, partners and facilitators their own; what was made public stays (FINAL). An undo is a deed itself and can be undone.
    """
    done = _deed_of(viewer, ref)
    if done.undone_by_id or done.name in FINAL:
        return Undone("", ())
    with deed(viewer, "deed_undo", rule=sees_shared, about=done.about, is_batch=done.is_batch) as working:
        conflicts = [*_take_back_made(working, done), *_take_back_changes(working, done)]
        if conflicts and not is_confirmed:
            raise _NothingDoneError(tuple(conflicts)) from None
        done.undone_by = working.record if working.did_something else None
        done.save(update_fields=["undone_by"])
        return Undone(working.record.ref if working.did_something else "", tuple(conflicts))


class _NothingDoneError(Exception):
    """Rolls the transaction back after the conflicts were found."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        self.conflicts = conflicts


def undo(viewer: Viewer, *, ref: str, is_confirmed: bool = False) -> Undone:
    """deed_undo, with the conflicts as a result instead of a rollback that speaks."""
    try:
        return deed_undo(viewer, ref=ref, is_confirmed=is_confirmed)
    except _NothingDoneError as nothing:
        return Undone("", nothing.conflicts)


def _conflict(row: Row, field: str) -> Conflict:
    return Conflict(row.table, row.ref, title_of(row), field, row.changed_in.by, row.changed_in.at)


def _take_back_made(working: Working, done: Deed) -> list[Conflict]:
    conflicts = []
    for table in TABLES:
        rows = model_of(table).objects.filter(workspace_id=working.viewer.workspace_id, created_in=done, removed_in=None)
        for row in rows.select_related("changed_in"):
            if row.changed_in_id != done.pk:
                conflicts.append(_conflict(row, ""))
            else:
                working.remove(row)
    return conflicts


def _take_back_changes(working: Working, done: Deed) -> list[Conflict]:
    conflicts: list[Conflict] = []
    for change in done.changes.order_by("-pk"):
        row = (
            model_of(change.table)
            .objects.filter(workspace_id=working.viewer.workspace_id, pk=change.row_id)
            .select_related("changed_in")
            .first()
        )
        if row is None:
            continue
        match change.kind:
            case "removed" if row.removed_in_id == done.pk:
                working.restore(row)
            case "restored" if row.removed_in_id is None:
                working.remove(row)
            case "changed":
                conflicts += _put_back(working, row, change)
    return conflicts


def _put_back(working: Working, row: Row, change: Change) -> list[Conflict]:
    """Each field that still holds what the deed wrote gets back what was there; the others are told."""
    fields = {field.attname: field for field in row.content_fields()}
    back, conflicts = {}, []
    for name, written in change.after.items():
        if json_of(fields[name], getattr(row, name)) == written:
            back[name] = of_json(fields[name], change.before[name])
        else:
            conflicts.append(_conflict(row, name))
    working.change(row, **back)
    return conflicts


def rows_restore(viewer: Viewer, *, rows: tuple[tuple[str, str], ...]) -> str:
    """Take rows (table, ref) out of the trash; returns the deed's ref."""
    with deed(viewer, "row_restore") as working:
        titles = []
        for table, ref in rows:
            row = model_of(table).objects.filter(workspace_id=viewer.workspace_id, ref=ref).exclude(removed_in=None).first()
            if row is None:
                raise NotAllowedError("row")
            working.restore(row)
            titles.append(title_of(row))
        working.record.about = ", ".join(filter(None, titles))[:300]
        working.record.save(update_fields=["about"])
        return working.record.ref
