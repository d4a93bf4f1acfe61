"""Who wrote a need or an offer, for the form that changes it."""

from __future__ import annotations

from shutaf.accounts.rules import may_edit_body, sees_shared
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
