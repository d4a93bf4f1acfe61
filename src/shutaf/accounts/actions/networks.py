"""Which workspace is the network of this server? Said on the machine, since a network judges what others tell and nobody may appoint oneself."""

from __future__ import annotations

from shutaf.accounts.models import Workspace


def network_mark(workspace_ref: str, *, is_network: bool) -> str | None:
    """The name of the workspace; None when there is none. What a network said counts only as long as it is one."""
    workspace = Workspace.objects.filter(ref=workspace_ref).first()
    if workspace is None:
        return None
    workspace.is_network = is_network
    workspace.save(update_fields=["is_network"])
    return workspace.name
