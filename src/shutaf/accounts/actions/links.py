"""Personal links: one sheet, no account, until they expire or are taken back."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from shutaf.accounts.actions import mail_queue
from shutaf.accounts.actions.invitations import Letter
from shutaf.accounts.models import Link
from shutaf.accounts.rules import may_edit
from shutaf.accounts.tokens import hashed, new_token
from shutaf.accounts.viewer import NotAllowedError, Viewer

LINK_DAYS, MOST_DAYS = 30, 180


def link_make(
    viewer: Viewer, *, body_ref: str, person: str = "", person_role: str = "", days: int = LINK_DAYS, email: str = "", language: str = "he",
    letter: Letter | None = None,
) -> str:  # fmt: skip
    """The token of a new link to the sheet of one body; with an address and a letter, the letter lies in the outbox. Editors only."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    if not 1 <= days <= MOST_DAYS:
        raise ValueError(f"a link is open for 1 to {MOST_DAYS} days")
    token = new_token()
    with transaction.atomic():
        Link.objects.create(
            workspace_id=viewer.workspace_id, body_ref=body_ref, person=person, person_role=person_role, token_hash=hashed(token),
            language=language, expires_at=timezone.now() + timedelta(days=days),
        )  # fmt: skip
        if email and letter:
            subject, text = letter(token)
            mail_queue(to=email.strip().lower(), subject=subject, text=text, language=language, workspace_id=viewer.workspace_id)
    return token


def link_revoke(viewer: Viewer, *, link_id: int) -> None:
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    link = Link.objects.filter(workspace_id=viewer.workspace_id, pk=link_id)
    if not link.exists():
        raise NotAllowedError("link")
    link.filter(revoked_at=None).update(revoked_at=timezone.now())


def link_open(token: str) -> int | None:
    """The id of the link that the token opens, noting that it was used; None for one that is unknown, too old or taken back."""
    now = timezone.now()
    link = Link.objects.filter(token_hash=hashed(token), revoked_at=None, expires_at__gt=now).first()
    if link is None:
        return None
    Link.objects.filter(pk=link.pk).update(used_at=now)
    return link.pk


def link_answered(viewer: Viewer) -> None:
    """Note that whoever holds the link has said something through it."""
    Link.objects.filter(workspace_id=viewer.workspace_id, pk=viewer.link_id or 0).update(answered_at=timezone.now())
