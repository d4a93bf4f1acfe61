"""What changes about the place."""

from __future__ import annotations

from typing import Any

from shutaf.accounts.deeds import deed
from shutaf.accounts.viewer import Viewer
from shutaf.places.models import Place


def place_change(viewer: Viewer, **fields: Any) -> str:
    """Write the local identity; the first time makes it. Returns the deed's ref."""
    with deed(viewer, "place_change") as working:
        row = Place.present.filter(workspace_id=viewer.workspace_id).first()
        if row is None:
            working.create(Place(ref="place", **fields))
        else:
            working.change(row, **fields)
        return working.record.ref
