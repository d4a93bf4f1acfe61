"""Who answers for barriers? Whoever owns the workspace this service was set up with: they run it; owners of later ones are its guests."""

from __future__ import annotations

from shutaf.accounts.models import Member, Workspace
from shutaf.accounts.rules import may_manage
from shutaf.accounts.viewer import Viewer


def may_settle(viewer: Viewer) -> bool:
    """An owner here who also owns the first workspace of this service."""
    if not may_manage(viewer):
        return False
    first = Workspace.objects.order_by("pk").values("pk")[:1]
    return Member.objects.filter(workspace__in=first, user_id=viewer.user_id, role="owner").exists()
