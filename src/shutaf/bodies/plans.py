"""What do bodies do already, and what opens up for them with a date?"""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Word
from shutaf.bodies.models import Opportunity, RunningAction


@dataclass(frozen=True, slots=True)
class OpportunityFacts:
    """Dates are ISO text of a year, a month or a day, "" where not known."""

    ref: str
    body: str
    title: str
    from_date: str = ""
    until_date: str = ""
    themes: tuple[Word, ...] = ()
    note: str = ""
    said_by: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class RunningActionFacts:
    """state: planned, running, done, stopped, unknown."""

    ref: str
    body: str
    title: str
    year: str = ""
    themes: tuple[Word, ...] = ()
    state: str = "unknown"
    partners: str = ""
    note: str = ""
    said_by: str = ""


def opportunities(viewer: Viewer, body_ref: str = "") -> tuple[OpportunityFacts, ...]:
    """Of all bodies or of one, by their first day, undated ones last; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    rows = Opportunity.present.filter(workspace_id=viewer.workspace_id, body__removed_in=None).select_related("body")
    rows = rows.filter(body__ref=body_ref) if body_ref else rows
    found = (
        OpportunityFacts(r.ref, r.body.ref, r.title, r.from_date, r.until_date, r.themes, r.note, r.said_by, r.as_of)
        for r in rows.order_by("pk")
    )
    return tuple(sorted(found, key=lambda one: (not one.from_date and not one.until_date, one.from_date or one.until_date)))


def running_actions(viewer: Viewer, body_ref: str = "") -> tuple[RunningActionFacts, ...]:
    """Of all departments or of one, in the order they were written; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    rows = RunningAction.present.filter(workspace_id=viewer.workspace_id, body__removed_in=None).select_related("body")
    rows = rows.filter(body__ref=body_ref) if body_ref else rows
    return tuple(
        RunningActionFacts(r.ref, r.body.ref, r.title, r.year, r.themes, r.state, r.partners, r.note, r.said_by)
        for r in rows.order_by("pk")
    )
