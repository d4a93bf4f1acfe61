"""Personal links: one sheet, no account, until they expire or are taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from shutaf.accounts.actions import mail_queue
from shutaf.accounts.actions.invitations import Letter
from shutaf.accounts.models import Link
from shutaf.accounts.rules import may_edit
from shutaf.accounts.tokens import hashed, new_token
from shutaf.accounts.viewer import NotAllowedError, Viewer

LINK_DAYS, MOST_DAYS, MOST_AT_ONCE = 30, 180, 100
SHEETS = ("body", "department")


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who is sent a link: for which body, and in which role."""

    body_ref: str
    person: str = ""
    person_role: str = ""


def link_make(
    viewer: Viewer, *, body_ref: str, sheet: str = "body", person: str = "", person_role: str = "", days: int = LINK_DAYS, email: str = "",
    language: str = "he", letter: Letter | None = None,
) -> str:  # fmt: skip
    """The token of a new link to the sheet of one body; with an address and a letter, the letter lies in the outbox. Editors only."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    if sheet not in SHEETS:
        raise ValueError(f"a link opens one of {SHEETS}")
    if not 1 <= days <= MOST_DAYS:
        raise ValueError(f"a link is open for 1 to {MOST_DAYS} days")
    token = new_token()
    with transaction.atomic():
        Link.objects.create(
            workspace_id=viewer.workspace_id, body_ref=body_ref, sheet=sheet, person=person, person_role=person_role, token_hash=hashed(token),
            language=language, expires_at=timezone.now() + timedelta(days=days),
        )  # fmt: skip
        if email and letter:
            subject, text = letter(token)
            mail_queue(to=email.strip().lower(), subject=subject, text=text, language=language, workspace_id=viewer.workspace_id)
    return token


def links_make(viewer: Viewer, *, asked: Sequence[Asked], sheet: str, days: int = LINK_DAYS, language: str = "he") -> tuple[str, ...]:
    """The tokens of several links to sheets of one kind, in their order: all of them, or none."""
    if len(asked) > MOST_AT_ONCE:
        raise ValueError(f"at most {MOST_AT_ONCE} links at once")
    with transaction.atomic():
        return tuple(
            link_make(
                viewer, body_ref=one.body_ref, sheet=sheet, person=one.person, person_role=one.person_role, days=days, language=language
            )
            for one in asked
        )


def link_remind(viewer: Viewer, *, link_id: int) -> None:
    """Note that whoever got the link was reminded today. Editors only."""
    _own(viewer, link_id).filter(revoked_at=None).update(reminded_at=timezone.now())


def link_again(viewer: Viewer, *, link_id: int, days: int = LINK_DAYS) -> str:
    """A new link for the same person and sheet, for one that was lost or is too old; the old one opens nothing any more. Returns the token."""
    with transaction.atomic():
        old = _own(viewer, link_id).get()
        now = timezone.now()
        Link.objects.filter(pk=old.pk, revoked_at=None).update(revoked_at=now)
        token = link_make(
            viewer, body_ref=old.body_ref, sheet=old.sheet, person=old.person, person_role=old.person_role, days=days, language=old.language
        )
        Link.objects.filter(token_hash=hashed(token)).update(reminded_at=now)
    return token


def _own(viewer: Viewer, link_id: int) -> QuerySet[Link]:
    """The one link of this workspace; NotAllowedError when it is not there."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    link = Link.objects.filter(workspace_id=viewer.workspace_id, pk=link_id)
    if not link.exists():
        raise NotAllowedError("link")
    return link


def link_revoke(viewer: Viewer, *, link_id: int) -> None:
    _own(viewer, link_id).filter(revoked_at=None).update(revoked_at=timezone.now())


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
