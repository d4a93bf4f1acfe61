"""Who may curate what others tell? Editors of a workspace that is a network, on this server."""

from __future__ import annotations

from shutaf.accounts.models import Workspace
from shutaf.accounts.rules import is_member, may_edit
from shutaf.accounts.viewer import Viewer


def may_curate(viewer: Viewer) -> bool:
    """One query. A program cannot: what others told is judged by a person."""
    return is_member(viewer) and may_edit(viewer) and Workspace.objects.filter(pk=viewer.workspace_id, is_network=True).exists()
