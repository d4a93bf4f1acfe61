"""What does a department read of itself through its personal link? The facts; not what others noted of its limits and its will."""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.accounts.rules import speaks_for
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Word
from shutaf.bodies.models import Body


@dataclass(frozen=True, slots=True)
class OwnDepartment:
    """Who it is and which targets it carries, as it stands on the map."""

    ref: str
    name: str
    head: str
    reports_to: str
    targets: tuple[Word, ...]
    goals_not_alone: tuple[Word, ...]


def own_department(viewer: Viewer, ref: str) -> OwnDepartment | None:
    """For whoever speaks for it; None when it is no department or is not there any more."""
    if not speaks_for(viewer, ref):
        raise NotAllowedError("speaks_for")
    row = Body.present.filter(workspace_id=viewer.workspace_id, ref=ref, is_department=True).first()
    return OwnDepartment(row.ref, row.name, row.head, row.reports_to, row.targets, row.goals_not_alone) if row else None
