"""How does somebody ask to know, to correct, to object or to be erased, and how is it answered? Each has a day until which it must be."""

from __future__ import annotations

import datetime
from typing import Any

from shutaf.accounts.actions.links import link_answered
from shutaf.accounts.deeds import deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.rules import may_answer, may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.intake.models import RightsRequest
from shutaf.intake.proposing import TooManyWaitingError
from shutaf.intake.writing import row_of

KINDS = ("see", "correct", "object", "erase")
REQUEST_DAYS = 30
"""GDPR art. 12: one month. Israel, inspection of data: thirty days. The shorter of both, counted in days."""
MOST_OPEN = 50
"""Ours: of one body; more is not somebody's wish but somebody's program."""
SETTLED = ("done", "refused")
ABOUT = ("bodies.body", "bodies.person", "exchange.resource", "relations.tie", "partnerships.callanswer", "partnerships.calltold")
"""Rows that a request may name; of all others it speaks in words."""


def request_make(
    viewer: Viewer, *, kind: str, today: str, body_ref: str = "", person: str = "", person_role: str = "", reply_to: str = "", text: str = "",
    table: str = "", row_ref: str = "",
) -> str:  # fmt: skip
    """Ask, for whoever speaks for the body; an editor also for somebody who called or wrote. Returns its ref. Raises TooManyWaitingError."""
    if kind not in KINDS or (table and table not in ABOUT):
        raise ValueError(f"a request is one of {KINDS}, about a row of {ABOUT}")
    with deed(viewer, "request_make", rule=lambda who: may_answer(who, body_ref), about=_KEPT_SHORT) as working:
        if body_ref:
            row_of(viewer, "bodies.body", body_ref)
        is_open = RightsRequest.present.filter(workspace_id=viewer.workspace_id, body_ref=body_ref, state="open")
        if not may_edit(viewer) and is_open.count() >= MOST_OPEN:
            raise TooManyWaitingError
        row: RightsRequest = working.create(
            RightsRequest(
                kind=kind, person=person[:300], person_role=person_role[:300], reply_to=reply_to[:300], body_ref=body_ref, about_table=table,
                row_ref=row_ref, text=text, said_through="staff" if may_edit(viewer) else viewer.kind, asked_on=today, due_on=due_of(today),
            )
        )  # fmt: skip
        if viewer.kind == "link":
            link_answered(viewer)
        return row.ref


_KEPT_SHORT = ""
"""The journal says that somebody asked, never who: the request itself knows, and can be erased."""


def due_of(asked_on: str) -> str:
    """The last day to answer."""
    return (datetime.date.fromisoformat(asked_on) + datetime.timedelta(days=REQUEST_DAYS)).isoformat()


def request_settle(viewer: Viewer, *, ref: str, state: str, answer: str, today: str) -> str:
    """Say what was done, or why not; whoever asked reads it. Returns the deed's ref, for undo. Editors only."""
    if state not in SETTLED:
        raise ValueError(f"a request ends as one of {SETTLED}")
    with deed(viewer, "request_settle", rule=may_edit) as working:
        row = present_row(viewer, RightsRequest, ref)
        if row.state != "open":
            raise NotAllowedError("request")
        working.change(row, state=state, answer=answer, settled_on=today, settled_by=viewer.label[:300])
        return working.record.ref


def request_grant(viewer: Viewer, *, ref: str, answer: str, today: str) -> str:
    """Let go of the row that somebody objects to, or wants erased, into the trash, and say so, as one deed. Editors only."""
    with deed(viewer, "request_grant", rule=may_edit) as working:
        row = present_row(viewer, RightsRequest, ref)
        if row.state != "open" or row.about_table not in ABOUT or row.about_table == "bodies.body":
            raise NotAllowedError("request")
        named: Any = row_of(viewer, row.about_table, row.row_ref)
        working.remove(named)
        working.change(row, state="done", answer=answer, settled_on=today, settled_by=viewer.label[:300])
        return working.record.ref
