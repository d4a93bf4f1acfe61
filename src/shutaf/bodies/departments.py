"""What is written on the sheet of a department, beyond what the Situation holds?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Word
from shutaf.bodies.models import Body, Opportunity, RunningAction


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """A department as its sheet holds it. changed_in: the revision of its last change; changed_by: who made it."""

    pk: int
    ref: str
    name: str
    head: str
    contact: str
    reports_to: str
    targets: tuple[Word, ...]
    goals_not_alone: tuple[Word, ...]
    limits: str
    decides: str
    would_join: str


FIELDS = ("pk", "ref", "name", "head", "contact", "reports_to", "targets", "goals_not_alone", "limits", "decides", "would_join")


def department_facts(viewer: Viewer, ref: str = "") -> tuple[DepartmentFacts, ...]:
    """All departments by name, or the one of this ref; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    rows = Body.present.filter(workspace_id=viewer.workspace_id, is_department=True).order_by("sort_name", "pk")
    rows = rows.filter(ref=ref) if ref else rows
    return tuple(DepartmentFacts(*(getattr(row, name) for name in FIELDS)) for row in rows)


def plan_counts(viewer: Viewer) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """pk of a body -> how many opportunities, and how many running actions, are written down for it."""
    if not sees_everything(viewer):
        return {}, {}
    opportunities, actions = (
        dict(model.present.filter(workspace_id=viewer.workspace_id).order_by().values_list("body").annotate(Count("pk")))
        for model in (Opportunity, RunningAction)
    )
    return opportunities, actions
