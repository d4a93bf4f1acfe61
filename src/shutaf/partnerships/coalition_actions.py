"""What changes about coalitions: one is kept or let go, a propriety point is noted as considered or taken up again."""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.models import Body
from shutaf.partnerships.models import CoalitionDraft, Considered, Initiative

MOST_MEMBERS = 60
"""Ours: more than anybody can meet."""

MOST_LETTERS = 2000
"""Of a note."""


def coalition_keep(
    viewer: Viewer, *, initiative_ref: str, members: Sequence[str], without: Sequence[str] = (), having: Sequence[str] = (), note: str = ""
) -> str:
    """Keep a set of bodies for an initiative; the same set twice is one. Returns the deed's ref, "" when nothing changed.

    ValueError for no member, for more than can meet, for a note too long, and for bodies that are not there.
    """
    several = tuple(dict.fromkeys(members))
    if not 0 < len(several) <= MOST_MEMBERS or len(note) > MOST_LETTERS:
        raise ValueError("members or note")
    with deed(viewer, "coalition_keep") as working:
        initiative = present_row(viewer, Initiative, initiative_ref)
        _about(working, initiative.name)
        named = {*several, *without, *having}
        if _present(viewer, named) < len(named):
            raise ValueError("a body that is not there")
        same = next((row for row in _drafts(viewer, initiative) if set(row.members) == set(several)), None)
        fields = {"without": tuple(without), "having": tuple(having)}
        if same is None:
            working.create(CoalitionDraft(initiative=initiative, members=several, note=note, **fields))
        else:
            working.change(same, note=note or same.note)
        return working.record.ref if working.did_something else ""


def coalition_drop(viewer: Viewer, *, ref: str) -> tuple[str, str]:
    """Let a kept coalition go; returns the initiative's ref and the deed's."""
    with deed(viewer, "coalition_drop") as working:
        rows = CoalitionDraft.present.filter(workspace_id=viewer.workspace_id, ref=ref, initiative__removed_in=None)
        row = rows.select_related("initiative").first()
        if row is None:
            raise NotAllowedError("coalition")
        _about(working, row.initiative.name)
        working.remove(row)
        return row.initiative.ref, working.record.ref


def propriety_consider(viewer: Viewer, *, initiative_ref: str, body_ref: str, point: str, note: str = "") -> str:
    """A point was read before inviting the body, and this was decided. Returns the deed's ref, "" when nothing changed. ValueError for a note too long."""
    if not 0 < len(point) <= 300 or len(note) > MOST_LETTERS:
        raise ValueError("point or note")
    with deed(viewer, "propriety_consider") as working:
        initiative, body = present_row(viewer, Initiative, initiative_ref), present_row(viewer, Body, body_ref)
        _about(working, body.name)
        row = Considered.present.filter(workspace_id=viewer.workspace_id, initiative=initiative, body=body, point=point).first()
        if row is None:
            working.create(Considered(initiative=initiative, body=body, point=point, note=note))
        else:
            working.change(row, note=note)
        return working.record.ref if working.did_something else ""


def propriety_reopen(viewer: Viewer, *, ref: str) -> str:
    """The point waits again. Returns the deed's ref."""
    with deed(viewer, "propriety_reopen") as working:
        row = Considered.present.filter(workspace_id=viewer.workspace_id, ref=ref).select_related("body").first()
        if row is None:
            raise NotAllowedError("considered")
        _about(working, row.body.name)
        working.remove(row)
        return working.record.ref


def _about(working: Working, name: str) -> None:
    working.record.about = name[:300]
    working.record.save(update_fields=["about"])


def _drafts(viewer: Viewer, initiative: Initiative) -> list[CoalitionDraft]:
    return list(CoalitionDraft.present.filter(workspace_id=viewer.workspace_id, initiative=initiative).order_by("pk"))


def _present(viewer: Viewer, refs: set[str]) -> int:
    return int(Body.present.filter(workspace_id=viewer.workspace_id, ref__in=refs).count())
