"""What changes about running actions and opportunities: many at once, or one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shutaf.accounts.deeds import deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.models import Opportunity, RunningAction
from shutaf.bodies.queries import body_ids


def running_actions_add(viewer: Viewer, *, rows: Sequence[Mapping[str, Any]], op: str = "") -> str:
    """Rows with body_ref, title and what else is known, as one batch that can be undone whole; returns the deed's ref."""
    with deed(viewer, "running_actions_add", about=str(len(rows)), is_batch=True, op=op) as working:
        working.create_many(RunningAction(**one) for one in _of_bodies(viewer, rows))
        return working.record.ref


def opportunities_add(viewer: Viewer, *, rows: Sequence[Mapping[str, Any]], op: str = "") -> str:
    """The same for opportunities."""
    with deed(viewer, "opportunities_add", about=str(len(rows)), is_batch=True, op=op) as working:
        working.create_many(Opportunity(**one) for one in _of_bodies(viewer, rows))
        return working.record.ref


def _of_bodies(viewer: Viewer, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the body's pk in place of its ref; NotAllowedError when one is not there."""
    ids = body_ids(viewer, {row["body_ref"] for row in rows})
    if any(row["body_ref"] not in ids for row in rows):
        raise NotAllowedError("body")
    return [{**{k: v for k, v in row.items() if k != "body_ref"}, "body_id": ids[row["body_ref"]]} for row in rows]


def running_action_save(viewer: Viewer, *, ref: str, **fields: Any) -> str:
    """Change a running action; returns the deed's ref."""
    with deed(viewer, "running_action_save") as working:
        row = _action(viewer, ref)
        working.change(row, **fields)
        working.record.about = row.title[:300]
        working.record.save(update_fields=["about"])
        return working.record.ref


def running_action_remove(viewer: Viewer, *, ref: str) -> str:
    """Into the trash; returns the deed's ref, for undo."""
    with deed(viewer, "running_action_remove") as working:
        row = _action(viewer, ref)
        working.record.about = row.title[:300]
        working.record.save(update_fields=["about"])
        working.remove(row)
        return working.record.ref


def _action(viewer: Viewer, ref: str) -> RunningAction:
    row = RunningAction.present.filter(workspace_id=viewer.workspace_id, ref=ref, body__removed_in=None).first()
    if not isinstance(row, RunningAction):
        raise NotAllowedError("running_action")
    return row
