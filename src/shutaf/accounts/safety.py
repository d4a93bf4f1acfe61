"""Who looks in from outside, by whose leave, and what did they open? And who of the members proves with a second factor?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef
from django.utils import timezone

from shutaf.accounts.factors import PROVING
from shutaf.accounts.models import Member, SupportAccess, SupportVisit, User
from shutaf.accounts.queries import WorkspaceFacts, facts_of, supports_open
from shutaf.accounts.rules import may_manage, sees_everything, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer

MOST_SHOWN, MOST_VISITS = 50, 200


@dataclass(frozen=True, slots=True)
class SupportFacts:
    """One access for somebody from outside, as every member sees it. visits: (when, page, of which row), newest first, for owners."""

    ref: str
    who: str
    given_by: str
    reason: str
    created_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    last_seen_at: datetime | None
    pages_seen: int
    is_open: bool
    visits: tuple[tuple[datetime, str, str], ...] = ()


def supports_list(viewer: Viewer) -> tuple[SupportFacts, ...]:
    """Newest first. Raises NotAllowedError for links."""
    if not sees_shared(viewer):
        raise NotAllowedError("sees_shared")
    found = SupportAccess.objects.filter(workspace_id=viewer.workspace_id).select_related("user", "given_by").order_by("-pk")[:MOST_SHOWN]
    visits = _visits(viewer, [one.pk for one in found])
    return tuple(_facts(viewer, one, visits.get(one.pk, ())) for one in found)


def _facts(viewer: Viewer, one: SupportAccess, visits: tuple[tuple[datetime, str, str], ...]) -> SupportFacts:
    """Partners are not told who came, but that somebody did, why and by whose leave."""
    is_named = sees_everything(viewer)
    is_open = one.ended_at is None and one.expires_at > timezone.now()
    return SupportFacts(
        one.ref, one.user.email if is_named else "", str(one.given_by or ""), one.reason, one.created_at, one.expires_at, one.ended_at,
        one.last_seen_at, one.pages_seen, is_open, visits,
    )  # fmt: skip


def _visits(viewer: Viewer, accesses: list[int]) -> dict[int, tuple[tuple[datetime, str, str], ...]]:
    found: dict[int, tuple[tuple[datetime, str, str], ...]] = {}
    if may_manage(viewer):
        rows = SupportVisit.objects.filter(workspace_id=viewer.workspace_id, access_id__in=accesses).order_by("-pk")[:MOST_VISITS]
        for row in rows:
            found[row.access_id] = (*found.get(row.access_id, ()), (row.at, row.page, row.about))
    return found


def supported_workspaces(user: User) -> tuple[WorkspaceFacts, ...]:
    """Those this user may look into as support now."""
    found = supports_open().select_related("workspace").filter(user=user).order_by("workspace__name", "pk")
    return tuple({one.workspace_id: facts_of(one.workspace, support_until=one.expires_at) for one in found}.values())


@dataclass(frozen=True, slots=True)
class FactorFacts:
    """Whether a member has a second factor, as owners see it."""

    name: str
    role: str
    has_factor: bool


def factors_of_members(viewer: Viewer) -> tuple[FactorFacts, ...]:
    """Owners only; () for others."""
    if not may_manage(viewer):
        return ()
    has = Exists(Authenticator.objects.filter(user=OuterRef("user"), type__in=PROVING))
    found = (
        Member.objects.select_related("user")
        .filter(workspace_id=viewer.workspace_id)
        .annotate(has=has)
        .order_by("user__name", "user__email")
    )
    return tuple(FactorFacts(str(one.user), one.role, one.has) for one in found)
