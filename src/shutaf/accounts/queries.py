"""Who is who: the Viewer of a member, workspaces of a user, members of a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from shutaf.accounts.models import Member, User, Workspace
from shutaf.accounts.rules import sees_shared
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


def facts_of(workspace: Workspace) -> WorkspaceFacts:
    return WorkspaceFacts(
        workspace.ref, workspace.name, workspace.language, workspace.time_zone, workspace.is_fictional, workspace.revision
    )


def member_viewer(user: User, workspace_ref: str) -> tuple[Viewer, WorkspaceFacts] | None:
    """The Viewer that this user is in that workspace; None for a stranger and for a workspace that is not there, alike."""
    member = Member.objects.select_related("workspace").filter(workspace__ref=workspace_ref, user=user).first()
    return (viewer_of(member, user), facts_of(member.workspace)) if member else None


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
    shows_email = viewer.role in ("owner", "editor", "viewer")
    return tuple(
        MemberFacts(m.pk, str(m.user) if shows_email or m.user.name else "", m.user.email if shows_email else "", m.role, m.body_refs, m.user_id == viewer.user_id)
        for m in found
    )  # fmt: skip
