"""Who is asked in, and who comes: invitations and members."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from shutaf.accounts.actions import mail_queue
from shutaf.accounts.models import Invitation, Member, User
from shutaf.accounts.rules import may_manage
from shutaf.accounts.tokens import hashed, new_token
from shutaf.accounts.viewer import ROLES, NotAllowedError, Viewer

INVITATION_DAYS = 14
Letter = Callable[[str], tuple[str, str]]
"""Makes (subject, text) of the token; the page knows the words and the address."""


class AlreadyMemberError(ValueError):
    """Whoever has this address is a member; a role is changed, not invited."""


def _manage(viewer: Viewer) -> None:
    if not may_manage(viewer):
        raise NotAllowedError("may_manage")


def member_invite(
    viewer: Viewer, *, email: str, role: str, body_refs: Sequence[str] = (), language: str = "he", letter: Letter | None = None
) -> str:
    """The token of a new invitation, and its letter in the outbox; an older open one to the same address is taken back. Owners only."""
    _manage(viewer)
    if role not in ROLES or (role == "partner") != bool(body_refs):
        raise ValueError("a partner speaks for a body, nobody else does")
    token, address, now = new_token(), email.strip().lower(), timezone.now()
    with transaction.atomic():
        if Member.objects.filter(workspace_id=viewer.workspace_id, user__email=address).exists():
            raise AlreadyMemberError(address)
        Invitation.objects.filter(workspace_id=viewer.workspace_id, email=address, used_at=None, revoked_at=None).update(revoked_at=now)
        Invitation.objects.create(
            workspace_id=viewer.workspace_id, email=address, role=role, body_refs=tuple(body_refs), token_hash=hashed(token),
            language=language, expires_at=now + timedelta(days=INVITATION_DAYS), invited_by_id=viewer.user_id,
        )  # fmt: skip
        if letter:
            subject, text = letter(token)
            mail_queue(to=address, subject=subject, text=text, language=language, workspace_id=viewer.workspace_id)
    return token


def invitation_again(viewer: Viewer, *, invitation_id: int, letter: Callable[[str], Letter]) -> str:
    """Send an open invitation once more, with a new token for 14 days; the old one stops working. letter: of the invitation's language. Owners only."""
    _manage(viewer)
    found = Invitation.objects.filter(workspace_id=viewer.workspace_id, pk=invitation_id, used_at=None, revoked_at=None).first()
    if found is None:
        raise NotAllowedError("invitation")
    return member_invite(
        viewer, email=found.email, role=found.role, body_refs=found.body_refs, language=found.language, letter=letter(found.language)
    )


def invitation_revoke(viewer: Viewer, *, invitation_id: int) -> None:
    _manage(viewer)
    found = Invitation.objects.filter(workspace_id=viewer.workspace_id, pk=invitation_id)
    if not found.exists():
        raise NotAllowedError("invitation")
    found.filter(used_at=None, revoked_at=None).update(revoked_at=timezone.now())


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
        if not is_new and ROLES.index(found.role) <= ROLES.index(member.role):
            member.body_refs = tuple(dict.fromkeys((*member.body_refs, *found.body_refs))) if found.role == "partner" else ()
            member.role = found.role
            member.save()
        found.used_at = now
        found.save(update_fields=["used_at"])
        return found.workspace.ref


class LastOwnerError(ValueError):
    """A workspace keeps at least one owner."""


def member_role_change(viewer: Viewer, *, member_id: int, role: str, body_refs: Sequence[str] = ()) -> None:
    """Owners only. Raises LastOwnerError when nobody would own the workspace any more."""
    _manage(viewer)
    if role not in ROLES or (role == "partner") != bool(body_refs):
        raise ValueError("a partner speaks for a body, nobody else does")
    with transaction.atomic():
        member = _member(viewer, member_id)
        _keep_an_owner(viewer, member, role)
        member.role, member.body_refs = role, tuple(body_refs)
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
