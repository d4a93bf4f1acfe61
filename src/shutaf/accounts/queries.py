"""Who is who: the Viewer of a member, workspaces of a user, members of a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from shutaf.accounts.models import Invitation, Link, Mail, Member, SupportAccess, Workspace
from shutaf.accounts.models import User as User
from shutaf.accounts.rules import may_edit, may_manage, sees_everything, sees_shared
from shutaf.accounts.tokens import hashed
from shutaf.accounts.viewer import NotAllowedError, Role, Viewer


@dataclass(frozen=True, slots=True)
class WorkspaceFacts:
    """What a page says of a workspace."""

    ref: str
    name: str
    language: str
    time_zone: str
    is_fictional: bool
    revision: int
    requires_second_factor: bool = False
    support_until: datetime | None = None


def facts_of(workspace: Workspace, *, support_until: datetime | None = None) -> WorkspaceFacts:
    """support_until: somebody from outside may look in until then."""
    return WorkspaceFacts(
        workspace.ref, workspace.name, workspace.language, workspace.time_zone, workspace.is_fictional, workspace.revision,
        workspace.requires_second_factor, support_until,
    )  # fmt: skip


def member_viewer(user: User, workspace_ref: str) -> tuple[Viewer, WorkspaceFacts] | None:
    """The Viewer that this user is in that workspace, as a member or as support; None for a stranger and for a workspace that is not there, alike."""
    until = Subquery(supports_open().filter(workspace=OuterRef("workspace")).order_by("-expires_at").values("expires_at")[:1])
    members = Member.objects.select_related("workspace").annotate(support_until=until)
    member = members.filter(workspace__ref=workspace_ref, user=user).first()
    if member is None:
        return _support_viewer(user, workspace_ref)
    return viewer_of(member, user), facts_of(member.workspace, support_until=member.support_until)


def supports_open() -> QuerySet[SupportAccess]:
    """Those by which somebody from outside may look in now."""
    return SupportAccess.objects.filter(ended_at=None, expires_at__gt=timezone.now())


def _support_viewer(user: User, workspace_ref: str) -> tuple[Viewer, WorkspaceFacts] | None:
    """Sees what a viewer sees, changes nothing."""
    access = supports_open().select_related("workspace").filter(workspace__ref=workspace_ref, user=user).order_by("-expires_at").first()
    if access is None:
        return None
    viewer = Viewer("support", access.workspace_id, workspace_ref, "viewer", user.pk, str(user), support_id=access.pk)
    return viewer, facts_of(access.workspace, support_until=access.expires_at)


def viewer_of(member: Member, user: User) -> Viewer:
    return Viewer(
        kind="user", workspace_id=member.workspace_id, workspace_ref=member.workspace.ref, role=cast(Role, member.role), user_id=user.pk,
        label=str(user), body_refs=member.body_refs,
    )  # fmt: skip


def workspaces_of(user: User) -> tuple[WorkspaceFacts, ...]:
    """Those a user is a member of, by name."""
    return tuple(facts_of(w) for w in Workspace.objects.filter(members__user=user).order_by("name", "pk"))


def workspace_facts(viewer: Viewer) -> WorkspaceFacts:
    return facts_of(Workspace.objects.get(pk=viewer.workspace_id))


def workspace_refs() -> tuple[str, ...]:
    """Of all workspaces, the oldest first: for commands on the machine itself, which act in each as its job."""
    return tuple(Workspace.objects.order_by("pk").values_list("ref", flat=True))


def revision_now(viewer: Viewer) -> int:
    """The revision of the last deed."""
    return Workspace.objects.values_list("revision", flat=True).get(pk=viewer.workspace_id)


def job_viewer(workspace_ref: str) -> Viewer:
    """For a command or job that acts for the workspace itself."""
    workspace = Workspace.objects.get(ref=workspace_ref)
    return Viewer(kind="job", workspace_id=workspace.pk, workspace_ref=workspace.ref, role="owner", label="shutaf")


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A member as the members' page shows them; e-mail only to those who see everything."""

    id: int
    name: str
    email: str
    role: str
    body_refs: tuple[str, ...]
    is_me: bool


def members_list(viewer: Viewer) -> tuple[MemberFacts, ...]:
    """Who is in the workspace. Raises NotAllowedError for links."""
    if not sees_shared(viewer):
        raise NotAllowedError("sees_shared")
    found = Member.objects.select_related("user").filter(workspace_id=viewer.workspace_id).order_by("user__name", "user__email")
    shows_email = sees_everything(viewer)
    return tuple(
        MemberFacts(m.pk, str(m.user) if shows_email or m.user.name else "", m.user.email if shows_email else "", m.role, m.body_refs, m.user_id == viewer.user_id)
        for m in found
    )  # fmt: skip


def member_seen(viewer: Viewer) -> int:
    """Up to which revision this member has seen what changed; 0 for who was never here."""
    return (
        Member.objects.filter(workspace_id=viewer.workspace_id, user=viewer.user_id or 0).values_list("seen_revision", flat=True).first()
        or 0
    )


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """An invitation that waits, as owners see it."""

    id: int
    email: str
    role: str
    body_refs: tuple[str, ...]
    language: str
    expires_at: datetime


def invitations_open(viewer: Viewer) -> tuple[InvitationFacts, ...]:
    if not may_manage(viewer):
        return ()
    found = Invitation.objects.filter(
        workspace_id=viewer.workspace_id, used_at=None, revoked_at=None, expires_at__gt=timezone.now()
    ).order_by("pk")
    return tuple(InvitationFacts(i.pk, i.email, i.role, i.body_refs, i.language, i.expires_at) for i in found)


@dataclass(frozen=True, slots=True)
class InvitationFound:
    """What the page of an invitation knows of it."""

    workspace_name: str
    email: str
    role: str
    language: str


def invitation_found(token: str) -> InvitationFound | None:
    """An invitation that can still be accepted."""
    found = (
        Invitation.objects.select_related("workspace")
        .filter(token_hash=hashed(token), used_at=None, revoked_at=None, expires_at__gt=timezone.now())
        .first()
    )
    return InvitationFound(found.workspace.name, found.email, found.role, found.language) if found else None


def user_by_email(email: str) -> User | None:
    return User.objects.filter(email=email.strip().lower(), is_active=True).first()


def has_users() -> bool:
    return User.objects.exists()


def user_by_id(user_id: int) -> User | None:
    return User.objects.filter(pk=user_id, is_active=True).first()


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """A personal link as editors see it. used_at: last opened. state: open, used, answered, expired, revoked."""

    id: int
    body_ref: str
    person: str
    person_role: str
    expires_at: datetime
    used_at: datetime | None
    answered_at: datetime | None
    state: str
    sheet: str = "body"
    language: str = "he"
    created_at: datetime | None = None
    reminded_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state in ("open", "used", "answered")


def links_list(viewer: Viewer) -> tuple[LinkFacts, ...]:
    if not may_edit(viewer):
        return ()
    now = timezone.now()
    return tuple(_link(link, now) for link in Link.objects.filter(workspace_id=viewer.workspace_id).order_by("-pk")[:MOST_LINKS])


MOST_LINKS = 500


def link_found(viewer: Viewer, link_id: int) -> LinkFacts | None:
    """One link of this workspace, for editors."""
    row = Link.objects.filter(workspace_id=viewer.workspace_id, pk=link_id).first() if may_edit(viewer) else None
    return _link(row, timezone.now()) if row else None


def links_of_departments(viewer: Viewer) -> dict[str, LinkFacts]:
    """ref of a department -> its latest link that was not taken back; for those who see everything."""
    if not sees_everything(viewer):
        return {}
    rows = Link.objects.filter(workspace_id=viewer.workspace_id, sheet="department", revoked_at=None).order_by("pk")
    now = timezone.now()
    return {row.body_ref: _link(row, now) for row in rows}


def _link(link: Link, now: datetime) -> LinkFacts:
    return LinkFacts(
        link.pk, link.body_ref, link.person, link.person_role, link.expires_at, link.used_at, link.answered_at, _state(link, now),
        link.sheet, link.language, link.created_at, link.reminded_at,
    )  # fmt: skip


def _state(link: Link, now: datetime) -> str:
    if link.revoked_at:
        return "revoked"
    if link.expires_at <= now:
        return "expired"
    if link.answered_at:
        return "answered"
    return "used" if link.used_at else "open"


def link_viewer(link_id: int) -> tuple[Viewer, WorkspaceFacts] | None:
    """The Viewer that a link makes of whoever holds it, while it is open."""
    link = Link.objects.select_related("workspace").filter(pk=link_id, revoked_at=None, expires_at__gt=timezone.now()).first()
    if link is None:
        return None
    viewer = Viewer(
        "link",
        link.workspace_id,
        link.workspace.ref,
        label=link.person or link.body_ref,
        body_refs=(link.body_ref,),
        sheet=link.sheet,
        link_id=link.pk,
    )
    return viewer, facts_of(link.workspace)


def link_language(token: str) -> str | None:
    """The language in which the link was sent, while it is open; looking changes nothing."""
    found = Link.objects.filter(token_hash=hashed(token), revoked_at=None, expires_at__gt=timezone.now()).first()
    return found.language if found else None


def link_person(viewer: Viewer) -> tuple[str, str]:
    """(person, role) a link was sent to."""
    return Link.objects.values_list("person", "person_role").get(pk=viewer.link_id) if viewer.link_id else ("", "")


@dataclass(frozen=True, slots=True)
class MailFacts:
    """An outgoing message as owners see it. text: whole while it was not delivered, so that its link can be copied; then without its links."""

    to: str
    subject: str
    text: str
    created_at: datetime
    sent_at: datetime | None
    error: str


def mail_list(viewer: Viewer) -> tuple[MailFacts, ...]:
    """The workspace's own messages, newest first. Sign-in links belong to no workspace and are never here."""
    if not may_manage(viewer):
        raise NotAllowedError("may_manage")
    found = Mail.objects.filter(workspace_id=viewer.workspace_id).order_by("-pk")[:200]
    return tuple(MailFacts(m.to, m.subject, m.text, m.created_at, m.sent_at, m.error) for m in found)
