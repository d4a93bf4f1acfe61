"""Has this person an account here, and may this Viewer close it? By the address; an account of the same name is told and stays."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.sessions.models import Session
from django.utils import timezone

from shutaf.accounts.actions.invitations import LastOwnerError
from shutaf.accounts.models import Mail, Member, User
from shutaf.accounts.rules import may_manage
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.stewardship.personal.known import Known
from shutaf.stewardship.personal.mentions import joined
from shutaf.stewardship.personal.outside.trace import Trace
from shutaf.stewardship.personal.who import name_key


class OwnAccountError(ValueError):
    """Nobody closes the account they are signed in with; another owner does."""


def traces(viewer: Viewer, known: Known) -> Iterator[Trace]:
    for member in Member.objects.select_related("user").filter(workspace_id=viewer.workspace_id).order_by("pk"):
        if member.user.email.casefold() in known.emails:
            yield Trace("account", str(member.user), lambda member=member: _close(viewer, member))  # type: ignore[misc]
        elif joined(name_key(member.user.name)) in known.names:
            yield Trace("account", f"{member.user.name} <{member.user.email}>", _stay, is_told_only=True)


def _stay() -> None:
    """Somebody of the same name."""


def _close(viewer: Viewer, member: Member) -> None:
    """They leave the workspace; the account goes too where it was their only one. Owners only. Raises LastOwnerError, OwnAccountError."""
    if not may_manage(viewer) and viewer.kind != "job":
        raise NotAllowedError("may_manage")
    if member.user_id == viewer.user_id:
        raise OwnAccountError
    owners = Member.objects.select_for_update().filter(workspace_id=viewer.workspace_id, role="owner")
    if [owner.pk for owner in owners] == [member.pk]:
        raise LastOwnerError
    user = member.user
    member.delete()
    if not Member.objects.filter(user=user).exists():
        account_close(user)


def account_close(user: User) -> None:
    """The account with all that belongs to it: addresses, factors, tokens, sessions, letters with links to sign in."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
    Mail.objects.filter(workspace=None, to=user.email).delete()
    user.delete()
