"""What touches every subject: filling a workspace, undo, trash."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.accounts.actions import workspace_create
from shutaf.accounts.deeds import AlreadyDoneError, deed
from shutaf.accounts.models import User
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.path import Recorded
from shutaf.analysis.situation import Situation, Word
from shutaf.imports.example import example_situation
from shutaf.partnerships.actions import partnership_save, step_record
from shutaf.partnerships.queries import situation
from shutaf.stewardship.applying import apply
from shutaf.stewardship.cells.columns import sheet_of
from shutaf.stewardship.cells.ops import CellChange, RefusedError, Written
from shutaf.stewardship.cells.writing import Writing
from shutaf.stewardship.personal.again import without_erased
from shutaf.stewardship.plan import plan
from shutaf.stewardship.storing import store


def workspace_fill(viewer: Viewer, filled: Situation, *, about: str = "") -> int:
    """Store a whole Situation in an empty workspace, as one batch; returns the number of rows."""
    with deed(viewer, "workspace_fill", about=about, is_batch=True) as working:
        return store(working, filled)


def example_create(user: User, *, language: str = "he") -> Viewer:
    """A workspace of its own with the fictional example town."""
    town = example_situation()
    with transaction.atomic():
        viewer = workspace_create(user, name=town.place.name, language=language, is_fictional=True)
        workspace_fill(viewer, town, about=_("Example town"))
        _example_partnership(viewer, town)
    return viewer


def _example_partnership(viewer: Viewer, town: Situation) -> None:
    """The process that the example town is in, with what was recorded on its way so far."""
    told = content.example_partnership()
    initiatives = {one.name: one.ref for one in town.initiatives}
    goals = tuple(Word(content.say("theme", key, town.language or "he"), key) for key in told["goals"])
    own = {key: told[key] for key in ("name", "initiator_group", "initiator_body", "step")}
    ref, _deed = partnership_save(viewer, goals=goals, **own)
    by_step: dict[str, dict[str, Recorded]] = {}
    for one in told["record"]:
        words = (initiatives[one["initiative"]],) if "initiative" in one else ()
        by_step.setdefault(one["step"], {})[one["key"]] = Recorded(one.get("text", ""), one.get("date", ""), words)
    for step, values in by_step.items():
        step_record(viewer, ref=ref, step=step, values=values)


def batch_accept(viewer: Viewer, *, incoming: Situation, about: str) -> str:
    """Apply a file to the workspace as one batch; returns the deed's ref, "" when nothing would change. All of it or nothing.

    Whoever was erased from this workspace does not come in again by a file.
    """
    with deed(viewer, "batch_accept", about=about, is_batch=True) as working:
        now = situation(viewer)
        left, _met = without_erased(viewer, incoming)
        apply(working, plan(now, left), now)
        return working.record.ref if working.did_something else ""


def erased_in(viewer: Viewer, incoming: Situation) -> int:
    """How many people who were erased here a file names; accepting it leaves them out."""
    return without_erased(viewer, incoming)[1]


def cells_write(
    viewer: Viewer,
    *,
    sheet: str,
    op_id: str,
    changes: Sequence[CellChange],
    language: str,
    made: Sequence[str] = (),
    removed: Sequence[str] = (),
) -> Written:
    """One op of the grid: a cell, a paste, a fill-down, an undo of one. All of it in one deed, or nothing and why.

    A cell is written where it still holds what the writer saw. made: refs the browser gave to new rows; removed: rows that this op takes back,
    which go when nothing else stands in them. An op that was done is not done again, it is answered as done.
    """
    is_batch = len(changes) > 1
    try:
        with deed(viewer, "cells_write", is_batch=is_batch, op=op_id) as working:
            writing = Writing(viewer, sheet_of(sheet), changes, made=made, removed=removed, language=language)
            writing.apply(working, writing.check())
            working.record.about = _about(writing, changes)
            working.record.save(update_fields=["about"])
            return Written(working.record.ref if working.did_something else "", writing.cells())
    except RefusedError as no:
        return Written(refused=no.refused)
    except AlreadyDoneError as done:
        writing = Writing(viewer, sheet_of(sheet), changes, made=made, removed=removed, language=language)
        return Written(done.deed_ref, writing.cells())


def _about(writing: Writing, changes: Sequence[CellChange]) -> str:
    """The row's name; several rows as numbers, "cells/rows", which whoever shows the deed says in words."""
    rows = {change.row for change in changes}
    return f"{len(changes)}/{len(rows)}" if len(rows) > 1 else next((row.name[:300] for row in writing.rows.values()), "")
