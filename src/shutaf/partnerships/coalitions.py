"""Which coalitions does somebody keep, and which propriety points of their members were considered?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.models import CoalitionDraft, Considered


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """A kept coalition. members, without, having: refs of bodies, as they were when it was kept."""

    ref: str
    initiative: str
    members: tuple[str, ...]
    without: tuple[str, ...]
    having: tuple[str, ...]
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ConsideredFacts:
    """Who read a point before inviting the body, when, and what was decided."""

    ref: str
    body: str
    point: str
    note: str
    by: str
    at: datetime


def drafts_of(viewer: Viewer, initiative_ref: str) -> tuple[DraftFacts, ...]:
    """The kept coalitions of an initiative, the oldest first; for those who see everything. One query."""
    _see(viewer)
    rows = CoalitionDraft.present.filter(workspace_id=viewer.workspace_id, initiative__ref=initiative_ref)
    return tuple(
        DraftFacts(r.ref, initiative_ref, tuple(r.members), tuple(r.without), tuple(r.having), r.note, r.created_in.by, r.created_in.at)
        for r in rows.select_related("created_in").order_by("pk")
    )


def kept_coalitions(viewer: Viewer) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """All of them as (ref of the initiative, refs of the members); nothing for those who do not see everything. One query."""
    if not sees_everything(viewer):
        return ()
    rows = CoalitionDraft.present.filter(workspace_id=viewer.workspace_id, initiative__removed_in=None)
    return tuple((r.initiative.ref, tuple(r.members)) for r in rows.select_related("initiative").order_by("pk"))


def considered_of(viewer: Viewer, initiative_ref: str, refs: Sequence[str]) -> Mapping[tuple[str, str], ConsideredFacts]:
    """By body and point; for those who see everything. One query."""
    _see(viewer)
    rows = Considered.present.filter(workspace_id=viewer.workspace_id, initiative__ref=initiative_ref, body__ref__in=list(refs))
    found = (
        ConsideredFacts(r.ref, r.body.ref, r.point, r.note, r.changed_in.by, r.changed_in.at)
        for r in rows.select_related("body", "changed_in").order_by("pk")
    )
    return {(one.body, one.point): one for one in found}


def _see(viewer: Viewer) -> None:
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
