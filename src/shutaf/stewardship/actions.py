"""What touches every subject: filling a workspace, undo, trash."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from shutaf.accounts.actions import workspace_create
from shutaf.accounts.deeds import deed
from shutaf.accounts.models import User
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Situation
from shutaf.imports.example import example_situation
from shutaf.partnerships.queries import situation
from shutaf.stewardship.applying import apply
from shutaf.stewardship.plan import plan
from shutaf.stewardship.storing import store


def workspace_fill(viewer: Viewer, filled: Situation, *, about: str = "") -> int:
    """Store a whole Situation in an empty workspace, as one batch; returns the number of rows."""
    with deed(viewer, "workspace_fill", about=about, is_batch=True) as working:
        return store(working, filled)


def example_create(user: User, *, language: str = "he") -> Viewer:
    """A workspace of its own with the fictional example town."""
    town = example_situation()
    with transaction.atomic():
        viewer = workspace_create(user, name=town.place.name, language=language, is_fictional=True)
        workspace_fill(viewer, town, about=_("Example town"))
    return viewer


def batch_accept(viewer: Viewer, *, incoming: Situation, about: str) -> str:
    """Apply a file to the workspace as one batch; returns the deed's ref, "" when nothing would change. All of it or nothing."""
    with deed(viewer, "batch_accept", about=about, is_batch=True) as working:
        now = situation(viewer)
        apply(working, plan(now, incoming), now)
        return working.record.ref if working.did_something else ""
