"""Who wrote down what is known about one body, and when?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.models import Body


@dataclass(frozen=True, slots=True)
class WrittenBy:
    """Who made a row and who changed it last."""

    made_by: str
    made_at: datetime
    changed_by: str
    changed_at: datetime


def body_written_by(viewer: Viewer, ref: str) -> WrittenBy | None:
    """For those who see everything; None for others and for a body that is not there."""
    if not sees_everything(viewer):
        return None
    row = Body.present.filter(workspace_id=viewer.workspace_id, ref=ref).select_related("created_in", "changed_in").first()
    return WrittenBy(row.created_in.by, row.created_in.at, row.changed_in.by, row.changed_in.at) if row else None
