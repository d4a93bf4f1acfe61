"""One need or offer for the form that changes it, and those of one body as short rows."""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.accounts.rules import may_edit_body, sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Need, Offer
from shutaf.bodies.queries import body_refs
from shutaf.exchange.models import Resource
from shutaf.exchange.records import resource_record


def resource_found(viewer: Viewer, ref: str) -> Need | Offer | None:
    """The need or offer, for whoever may edit its body; None for others, alike for one that is not there."""
    row = Resource.present.filter(workspace_id=viewer.workspace_id, ref=ref).first() if sees_shared(viewer) else None
    refs = body_refs(viewer) if row else {}
    if row is None or row.body_id not in refs or not may_edit_body(viewer, refs[row.body_id]):
        return None
    return resource_record(row, refs)


@dataclass(frozen=True, slots=True)
class ResourceLine:
    """A need or offer on the sheet of its body. kind: its key; asked_of: the sector that a department would ask."""

    ref: str
    side: str
    title: str
    kind: str
    asked_of: str


def resources_of(viewer: Viewer, body_ref: str) -> tuple[ResourceLine, ...]:
    """What one body needs and offers, in the order it was written; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    rows = Resource.present.filter(workspace_id=viewer.workspace_id, body__ref=body_ref, body__removed_in=None).order_by("pk")
    return tuple(ResourceLine(row.ref, row.side, row.title, row.kind.key, row.asked_of) for row in rows)
