"""Who must prove with a second factor, and who from outside may look in for a while?"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from shutaf.accounts.actions import mail_queue
from shutaf.accounts.actions.invitations import AlreadyMemberError, Letter
from shutaf.accounts.models import Member, SupportAccess, SupportVisit, User, Workspace
from shutaf.accounts.rows import new_ref
from shutaf.accounts.rules import may_manage
from shutaf.accounts.viewer import NotAllowedError, Viewer

SUPPORT_HOURS, MOST_HOURS = (1, 4, 24, 72), 72


def _manage(viewer: Viewer) -> None:
    if not may_manage(viewer):
        raise NotAllowedError("may_manage")


def second_factor_require(viewer: Viewer, *, is_required: bool) -> None:
    """Whether this workspace opens only to those who prove with a second factor. Owners only."""
    _manage(viewer)
    Workspace.objects.filter(pk=viewer.workspace_id).update(requires_second_factor=is_required)


def support_give(viewer: Viewer, *, email: str, hours: int, reason: str, language: str = "he", letter: Letter | None = None) -> str:
    """Let whoever has this address look in for some hours, and tell them by mail; returns the ref. Owners only.

    An address without an account gets one, into which a link by mail leads. An open access of the same person ends.
    """
    _manage(viewer)
    if not 1 <= hours <= MOST_HOURS or not reason.strip():
        raise ValueError(f"support looks in for 1 to {MOST_HOURS} hours, for a reason")
    address, now = email.strip().lower(), timezone.now()
    with transaction.atomic():
        if Member.objects.filter(workspace_id=viewer.workspace_id, user__email=address).exists():
            raise AlreadyMemberError(address)
        user = User.objects.filter(email=address).first() or User.objects.create_user(address, language=language)
        SupportAccess.objects.filter(workspace_id=viewer.workspace_id, user=user, ended_at=None, expires_at__gt=now).update(ended_at=now)
        made = SupportAccess.objects.create(
            workspace_id=viewer.workspace_id, ref=new_ref("s"), user=user, given_by_id=viewer.user_id, reason=reason.strip()[:500],
            expires_at=now + timedelta(hours=hours),
        )  # fmt: skip
        if letter:
            subject, text = letter(made.ref)
            mail_queue(to=address, subject=subject, text=text, language=language, workspace_id=viewer.workspace_id)
    return made.ref


def support_end(viewer: Viewer, *, ref: str) -> None:
    """At once. Owners only."""
    _manage(viewer)
    found = SupportAccess.objects.filter(workspace_id=viewer.workspace_id, ref=ref)
    if not found.exists():
        raise NotAllowedError("support")
    found.filter(ended_at=None).update(ended_at=timezone.now())


def support_saw(viewer: Viewer, *, page: str, about: str = "") -> None:
    """Note which page was opened by an access, in the sight of the workspace."""
    if viewer.support_id:
        SupportVisit.objects.create(workspace_id=viewer.workspace_id, access_id=viewer.support_id, page=page[:60], about=about[:300])
        SupportAccess.objects.filter(pk=viewer.support_id).update(last_seen_at=timezone.now(), pages_seen=F("pages_seen") + 1)
