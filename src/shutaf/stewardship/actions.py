"""What touches every subject: filling a workspace, undo, trash."""

from __future__ import annotations

from shutaf.accounts.deeds import deed
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Situation
from shutaf.stewardship.storing import store


def workspace_fill(viewer: Viewer, situation: Situation, *, about: str = "") -> int:
    """Store a whole Situation in an empty workspace, as one batch; returns the number of rows."""
    with deed(viewer, "workspace_fill", about=about, is_batch=True) as working:
        return store(working, situation)
