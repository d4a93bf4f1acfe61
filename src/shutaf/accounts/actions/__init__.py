"""What changes about users, workspaces, members and mail."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from shutaf.accounts.models import Mail, Member, SignInLink, User, Workspace
from shutaf.accounts.queries import job_viewer
from shutaf.accounts.rows import new_ref
from shutaf.accounts.tokens import hashed, new_token
from shutaf.accounts.viewer import Viewer

SIGN_IN_MINUTES = 20


def user_create(*, email: str, name: str = "", password: str | None = None, language: str = "") -> User:
    """A new account. Raises IntegrityError when the address has one."""
    return User.objects.create_user(email, password, name=name, language=language)


def user_change(user: User, *, name: str | None = None, language: str | None = None) -> None:
    """Change what a person says about the own account."""
    if name is not None:
        user.name = name
    if language is not None:
        user.language = language
    user.save(update_fields=["name", "language"])


def workspace_create(
    owner: User, *, name: str, language: str = "he", is_fictional: bool = False, time_zone: str = "Asia/Jerusalem"
) -> Viewer:
    """A new, empty workspace, whose owner is this user; returns the Viewer they are in it."""
    with transaction.atomic():
        workspace = Workspace.objects.create(ref=new_ref("w"), name=name, language=language, is_fictional=is_fictional, time_zone=time_zone)
        Member.objects.create(workspace=workspace, user=owner, role="owner")
    job = job_viewer(workspace.ref)
    return Viewer("user", job.workspace_id, job.workspace_ref, "owner", owner.pk, str(owner))


def sign_in_link_make(user: User, *, minutes: int = SIGN_IN_MINUTES) -> str:
    """A token that signs this user in once."""
    token = new_token()
    SignInLink.objects.create(user=user, token_hash=hashed(token), expires_at=timezone.now() + timedelta(minutes=minutes))
    return token


def sign_in_link_use(token: str) -> User | None:
    """The user, once; None for a token that is unknown, used, taken back or too old."""
    now = timezone.now()
    with transaction.atomic():
        link = (
            SignInLink.objects.select_for_update()
            .filter(token_hash=hashed(token), used_at=None, revoked_at=None, expires_at__gt=now)
            .first()
        )
        if link is None or not link.user.is_active:
            return None
        link.used_at = now
        link.save(update_fields=["used_at"])
        return link.user


def mail_queue(*, to: str, subject: str, text: str, language: str = "he", workspace_id: int | None = None) -> Mail:
    """Put a message into the outbox; a job delivers it. A subject is one line, whatever a name in it holds."""
    return Mail.objects.create(to=to, subject=" ".join(subject.split())[:300], text=text, language=language, workspace_id=workspace_id)
