"""One write at a time, and a retry that does nothing: what a program's write was answered is kept with it, in one transaction."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from shutaf.accounts.models import ApiCall, Deed, Workspace
from shutaf.accounts.viewer import Viewer

HOURS_KEPT = 24


class OtherRequestError(ValueError):
    """The key came before with another request."""


def workspace_hold(viewer: Viewer) -> int:
    """Inside a transaction: nobody else writes in this workspace until it ends. Returns the revision."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("outside a transaction")
    return Workspace.objects.select_for_update().get(pk=viewer.workspace_id).revision


def call_answered(viewer: Viewer, *, token_id: int, key: str, asked_hash: str) -> tuple[int, str] | None:
    """(status, answer) of an earlier request with this key; None for a new one. Raises OtherRequestError."""
    since = timezone.now() - timedelta(hours=HOURS_KEPT)
    found = ApiCall.objects.filter(workspace_id=viewer.workspace_id, token_id=token_id, key=key, at__gt=since).first()
    if found is None:
        return None
    if found.asked_hash != asked_hash:
        raise OtherRequestError(key)
    return found.status, found.answer


def call_keep(viewer: Viewer, *, token_id: int, key: str, asked_hash: str, status: int, answer: str) -> None:
    """Note what this request was answered; what is older than a day under the same key gives way."""
    ApiCall.objects.filter(workspace_id=viewer.workspace_id, token_id=token_id, key=key).delete()
    ApiCall.objects.create(
        workspace_id=viewer.workspace_id, token_id=token_id, key=key, asked_hash=asked_hash, status=status, answer=answer
    )


def deed_since(viewer: Viewer, revision: int) -> str:
    """The ref of the last deed after a revision, "" when there was none."""
    return (
        Deed.objects.filter(workspace_id=viewer.workspace_id, revision__gt=revision)
        .order_by("-revision")
        .values_list("ref", flat=True)
        .first()
        or ""
    )
