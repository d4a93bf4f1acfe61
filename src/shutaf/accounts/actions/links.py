"""Personal links: one sheet, no account, until they expire or are taken back."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from shutaf.accounts.models import Link
from shutaf.accounts.rules import may_edit
from shutaf.accounts.tokens import hashed, new_token
from shutaf.accounts.viewer import NotAllowedError, Viewer

LINK_DAYS = 30


def link_make(viewer: Viewer, *, body_ref: str, person: str = "", person_role: str = "", days: int = LINK_DAYS) -> str:
    """The token of a new link to the sheet of one body. Editors only."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    token = new_token()
    Link.objects.create(
        workspace_id=viewer.workspace_id, body_ref=body_ref, person=person, person_role=person_role, token_hash=hashed(token),
        expires_at=timezone.now() + timedelta(days=days),
    )  # fmt: skip
    return token


def link_revoke(viewer: Viewer, *, link_id: int) -> None:
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    Link.objects.filter(workspace_id=viewer.workspace_id, pk=link_id).update(revoked_at=timezone.now())


def link_open(token: str) -> int | None:
    """The id of the link that the token opens, noting that it was used; None for one that is unknown, too old or taken back."""
    now = timezone.now()
    link = Link.objects.filter(token_hash=hashed(token), revoked_at=None, expires_at__gt=now).first()
    if link is None:
        return None
    Link.objects.filter(pk=link.pk).update(used_at=now)
    return link.pk
