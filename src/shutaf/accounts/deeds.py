"""How is anything written? As a deed: one rule, one transaction, one revision, and everything it did can be told and taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import transaction

from shutaf.accounts.models import Change, Deed, Workspace
from shutaf.accounts.rows import Row, json_of, new_ref
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer

R = TypeVar("R", bound=Row)
_CHUNK = 2000  # rows a statement; SQLite takes at most 250,000 variables


class Working:
    """A deed in the making. What it does to rows is kept until the end, then written with the journal in few statements."""

    def __init__(self, viewer: Viewer, record: Deed) -> None:
        self.viewer, self.record = viewer, record
        self._changes: list[Change] = []
        self._created = 0

    @property
    def did_something(self) -> bool:
        return bool(self._created or self._changes)

    def create(self, row: R) -> R:
        return self.create_many([row])[0]

    def create_many(self, rows: Iterable[R]) -> list[R]:
        """Insert rows of one workspace, in few statements. Each gets its place behind those that are there."""
        prepared = [self._prepared(row) for row in rows]
        by_kind: dict[type[Row], list[Row]] = defaultdict(list)
        for row in prepared:
            by_kind[type(row)].append(row)
        for kind, several in by_kind.items():
            kind.objects.bulk_create(several, batch_size=_CHUNK)
        self._created += len(prepared)
        return prepared

    def _prepared(self, row: R) -> R:
        row.workspace_id = self.viewer.workspace_id
        row.created_in = row.changed_in = self.record
        row.ref = row.ref or new_ref(row.PREFIX)
        row.settle()
        return row

    def change(self, row: R, **fields: Any) -> R:
        """Set fields of a row of this workspace; what stays the same is not written."""
        self._own(row)
        named = {f.name: f for f in row.content_fields()} | {f.attname: f for f in row.content_fields()}
        before, after = {}, {}
        for name, value in row.admitted(fields).items():
            field = named[name]
            old = json_of(field, getattr(row, field.attname))
            setattr(row, name, value)
            new = json_of(field, getattr(row, field.attname))
            if old != new:
                before[field.attname], after[field.attname] = old, new
        if after:
            self._note(row, "changed", before, after)
            row.settle()
            row.save()
        return row

    def remove(self, row: Row) -> None:
        """Into the trash."""
        self._own(row)
        if row.removed_in_id is None:
            self._note(row, "removed", {}, {})
            row.removed_in = self.record
            row.save()

    def restore(self, row: Row) -> None:
        """Out of the trash."""
        self._own(row)
        if row.removed_in_id is not None:
            self._note(row, "restored", {}, {})
            row.removed_in = None
            row.save()

    def _own(self, row: Row) -> None:
        if row.workspace_id != self.viewer.workspace_id:
            raise NotAllowedError("other_workspace")

    def _note(self, row: Row, kind: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        self._changes.append(
            Change(
                deed=self.record, table=row.table, row_id=row.pk, kind=kind, before=before, after=after, changed_in_before=row.changed_in_id
            )
        )
        row.changed_in = self.record

    def erased(self, count: int) -> None:
        """So many rows were written over without a journal: what stood there before must not be kept."""
        self._created += count

    def write_journal(self) -> None:
        Change.objects.bulk_create(self._changes, batch_size=_CHUNK)


class AlreadyDoneError(Exception):
    """A retry of an action that was done. deed_ref: the deed that did it."""

    def __init__(self, deed_ref: str) -> None:
        super().__init__(deed_ref)
        self.deed_ref = deed_ref


@contextmanager
def deed(
    viewer: Viewer, name: str, *, rule: Callable[[Viewer], bool] = may_edit, about: str = "", is_batch: bool = False, op: str = ""
) -> Iterator[Working]:
    """Open the transaction of one action. NotAllowedError when the rule says no; a deed that did nothing leaves no trace and no new revision.

    op: what the browser calls this action; when an action of that name was done, AlreadyDoneError tells which, and nothing is done again.
    """
    if not rule(viewer):
        raise NotAllowedError(getattr(rule, "__name__", "rule"))
    with transaction.atomic():
        workspace = Workspace.objects.select_for_update().get(pk=viewer.workspace_id)
        if op and (done := Deed.objects.filter(workspace=workspace, op=op).first()):
            raise AlreadyDoneError(done.ref)
        record = Deed.objects.create(
            workspace=workspace, ref=new_ref("d"), name=name, about=about[:300], revision=workspace.revision + 1, user_id=viewer.user_id,
            by=viewer.label[:300], role=viewer.role, kind=viewer.kind, is_batch=is_batch, op=op,
        )  # fmt: skip
        working = Working(viewer, record)
        yield working
        if not working.did_something:
            record.delete()
            return
        working.write_journal()
        workspace.revision += 1
        workspace.save(update_fields=["revision"])
