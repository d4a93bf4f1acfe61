"""Who is asked in, and who comes: invitations and members."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from shutaf.accounts.models import Invitation, Member, User
from shutaf.accounts.rules import may_manage
from shutaf.accounts.tokens import hashed, new_token
from shutaf.accounts.viewer import ROLES, NotAllowedError, Viewer

INVITATION_DAYS = 14


def _manage(viewer: Viewer) -> None:
    if not may_manage(viewer):
        raise NotAllowedError("may_manage")


def member_invite(viewer: Viewer, *, email: str, role: str, body_refs: Sequence[str] = ()) -> str:
    """The token of a new invitation; an older open one to the same address is taken back. Owners only."""
    _manage(viewer)
    if role not in ROLES or (role == "partner") != bool(body_refs):
        raise ValueError("a partner speaks for a body, nobody else does")
    token, address, now = new_token(), email.strip().lower(), timezone.now()
    with transaction.atomic():
        Invitation.objects.filter(workspace_id=viewer.workspace_id, email=address, used_at=None, revoked_at=None).update(revoked_at=now)
        Invitation.objects.create(
            workspace_id=viewer.workspace_id, email=address, role=role, body_refs=tuple(body_refs), token_hash=hashed(token),
            expires_at=now + timedelta(days=INVITATION_DAYS), invited_by_id=viewer.user_id,
        )  # fmt: skip
    return token


def invitation_revoke(viewer: Viewer, *, invitation_id: int) -> None:
    _manage(viewer)
    Invitation.objects.filter(workspace_id=viewer.workspace_id, pk=invitation_id, used_at=None).update(revoked_at=timezone.now())


def invitation_accept(token: str, *, user: User) -> str | None:
    """Make the user a member; returns the workspace's ref, None when the invitation is unknown, used, taken back, too old or for another address."""
    now = timezone.now()
    with transaction.atomic():
        found = (
            Invitation.objects.select_for_update()
            .filter(token_hash=hashed(token), used_at=None, revoked_at=None, expires_at__gt=now)
            .first()
        )
        if found is None or found.email != user.email:
            return None
        member, is_new = Member.objects.get_or_create(
            workspace=found.workspace, user=user, defaults={"role": found.role, "body_refs": found.body_refs}
        )
        if not is_new and ROLES.index(found.role) < ROLES.index(member.role):
            member.role, member.body_refs = found.role, found.body_refs
            member.save()
        found.used_at = now
        found.save(update_fields=["used_at"])
        return found.workspace.ref


class LastOwnerError(ValueError):
    """A workspace keeps at least one owner."""


def member_role_change(viewer: Viewer, *, member_id: int, role: str, body_refs: Sequence[str] = ()) -> None:
    """Owners only. Raises LastOwnerError when nobody would own the workspace any more."""
    _manage(viewer)
    if role not in ROLES:
        raise ValueError(role)
    with transaction.atomic():
        member = _member(viewer, member_id)
        _keep_an_owner(viewer, member, role)
        member.role, member.body_refs = role, tuple(body_refs) if role == "partner" else ()
        member.save()


def member_remove(viewer: Viewer, *, member_id: int) -> None:
    """Owners only; what the member wrote stays. Raises LastOwnerError for the last owner."""
    _manage(viewer)
    with transaction.atomic():
        member = _member(viewer, member_id)
        _keep_an_owner(viewer, member, "")
        member.delete()


def _member(viewer: Viewer, member_id: int) -> Member:
    member = Member.objects.select_for_update().filter(workspace_id=viewer.workspace_id, pk=member_id).first()
    if member is None:
        raise NotAllowedError("member")
    return member


def _keep_an_owner(viewer: Viewer, member: Member, role: str) -> None:
    owners = Member.objects.select_for_update().filter(workspace_id=viewer.workspace_id, role="owner")
    if member.role == "owner" and role != "owner" and len(owners) == 1:
        raise LastOwnerError


def member_saw(viewer: Viewer, *, revision: int) -> None:
    """Remember up to which revision this member has seen what changed."""
    Member.objects.filter(workspace_id=viewer.workspace_id, user=viewer.user_id or 0, seen_revision__lt=revision).update(
        seen_revision=revision
    )
