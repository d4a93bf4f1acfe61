"""The place of a workspace."""

from __future__ import annotations

from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Place as Record
from shutaf.places.models import Place
from shutaf.places.records import record_of


def place_record(viewer: Viewer) -> Record:
    """The local identity; an empty one while nothing was written, and for links."""
    row = Place.present.filter(workspace_id=viewer.workspace_id).first() if sees_shared(viewer) else None
    return record_of(row) if row else Record()
