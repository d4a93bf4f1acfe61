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
from shutaf.stewardship.storing import store


def workspace_fill(viewer: Viewer, situation: Situation, *, about: str = "") -> int:
    """Store a whole Situation in an empty workspace, as one batch; returns the number of rows."""
    with deed(viewer, "workspace_fill", about=about, is_batch=True) as working:
        return store(working, situation)


def example_create(user: User, *, language: str = "he") -> Viewer:
    """A workspace of its own with the fictional example town."""
    situation = example_situation()
    with transaction.atomic():
        viewer = workspace_create(user, name=situation.place.name, language=language, is_fictional=True)
        workspace_fill(viewer, situation, about=_("Example town"))
    return viewer
