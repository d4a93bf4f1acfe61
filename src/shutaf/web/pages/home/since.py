"""What changed since this member was here? A visit lasts some hours, so that a second look at the page still shows it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from shutaf.accounts.actions.invitations import member_saw
from shutaf.accounts.queries import member_seen
from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.queries import DeedsSince, deeds_since

VISIT_SECONDS = 4 * 3600
"""Ours: after so long away, coming back is a new visit."""


def changed_since(request: HttpRequest, viewer: Viewer, *, revision: int) -> DeedsSince | None:
    """What others did since the last visit; None on the first. revision: the one this page shows, which is then seen."""
    last = last_visit(request, viewer)
    member_saw(viewer, revision=revision)
    return deeds_since(viewer, revision=last) if last else None


def last_visit(request: HttpRequest, viewer: Viewer) -> int:
    """The revision this member had seen before this visit; 0 on the first."""
    now, visits = timezone.now().timestamp(), request.session.get("visits", {})
    seen, at = visits.get(viewer.workspace_ref, (0, 0.0))
    if now - at > VISIT_SECONDS:
        seen = member_seen(viewer)
        request.session["visits"] = {**visits, viewer.workspace_ref: (seen, now)}
    return int(seen)
