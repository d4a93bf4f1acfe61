"""Who asked what of us, until when must it be answered, and what became of it?"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from shutaf.accounts.rules import may_answer, may_edit, sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.intake.models import RightsRequest
from shutaf.intake.requesting import ABOUT

MOST = 200


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """One request. about: the title of the row it names, "" when it names none or the row is gone."""

    ref: str
    kind: str
    person: str
    person_role: str
    reply_to: str
    body_ref: str
    about_table: str
    row_ref: str
    text: str
    said_through: str
    asked_on: str
    due_on: str
    state: str
    answer: str
    settled_on: str
    settled_by: str
    about: str = ""

    def days_left(self, today: str) -> int:
        """Until the day it is due; below 0 when that day is over."""
        return (datetime.date.fromisoformat(self.due_on) - datetime.date.fromisoformat(today)).days

    @property
    def days_taken(self) -> int | None:
        """From the day it was asked to the day it was answered."""
        if not self.settled_on:
            return None
        return (datetime.date.fromisoformat(self.settled_on) - datetime.date.fromisoformat(self.asked_on)).days


_FIELDS = tuple(name for name in RequestFacts.__dataclass_fields__ if name != "about")


def requests_list(viewer: Viewer, *, is_open: bool) -> tuple[RequestFacts, ...]:
    """Those that wait, the most urgent first; or those that were answered, the latest first. For those who see everything."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = RightsRequest.present.filter(workspace_id=viewer.workspace_id)
    found = rows.filter(state="open").order_by("due_on", "pk") if is_open else rows.exclude(state="open").order_by("-settled_on", "-pk")
    return tuple(_facts(row) for row in found[:MOST])


def requests_due(viewer: Viewer) -> tuple[int, str]:
    """How many wait, and the first day that one is due ("" for none); for editors."""
    if not may_edit(viewer):
        return 0, ""
    days = RightsRequest.present.filter(workspace_id=viewer.workspace_id, state="open").order_by("due_on").values_list("due_on", flat=True)
    found = list(days[:MOST])
    return len(found), found[0] if found else ""


def requests_of(viewer: Viewer, body_ref: str) -> tuple[RequestFacts, ...]:
    """What was asked for one body, the latest first; for whoever speaks for it."""
    if not (may_answer(viewer, body_ref) or sees_everything(viewer)):
        raise NotAllowedError("may_answer")
    rows = RightsRequest.present.filter(workspace_id=viewer.workspace_id, body_ref=body_ref).order_by("-pk")
    return tuple(_facts(row) for row in rows[:MOST])


def request_found(viewer: Viewer, ref: str) -> RequestFacts | None:
    """One of them, with the row it names; for those who see everything."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    row = RightsRequest.present.filter(workspace_id=viewer.workspace_id, ref=ref).first()
    return _facts(row, _about(viewer, row.about_table, row.row_ref)) if row else None


def _facts(row: Any, about: str = "") -> RequestFacts:
    return RequestFacts(**{name: getattr(row, name) for name in _FIELDS}, about=about)


def _about(viewer: Viewer, table: str, ref: str) -> str:
    if table not in ABOUT:
        return ""
    named: Any = apps.get_model(table).present.filter(workspace_id=viewer.workspace_id, ref=ref).first()
    return str(getattr(named, "name", "") or getattr(named, "title", "") or ref) if named else ""


def row_title(viewer: Viewer, body_ref: str, table: str, ref: str) -> str:
    """What a row of this very body is called, for whoever speaks for it; "" for a row of another."""
    if not may_answer(viewer, body_ref) or table not in ABOUT:
        return ""
    if table == "bodies.body":
        return _about(viewer, table, ref) if ref == body_ref else ""
    model: Any = apps.get_model(table)
    ends = [field.name for field in model.content_fields() if field.is_relation and field.related_model is apps.get_model("bodies.body")]
    for end in ends:
        if model.present.filter(workspace_id=viewer.workspace_id, ref=ref, **{f"{end}__ref": body_ref}).exists():
            return _about(viewer, table, ref)
    return ""
