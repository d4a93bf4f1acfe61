"""What did a body say through its link, and what became of it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shutaf.accounts.rules import may_answer
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.intake.models import Proposal
from shutaf.intake.writing import BODY, TIE, as_values


@dataclass(frozen=True, slots=True)
class SaidFacts:
    """One thing that was said, as the one who said it sees it. state: waits, accepted, declined."""

    target: str
    fields: Mapping[str, Any]
    at: datetime
    state: str
    reason: str


def said_so_far(viewer: Viewer, body_ref: str, *, most: int = 50) -> tuple[SaidFacts, ...]:
    """What was proposed for a body, newest first: for those who may speak for it."""
    if not may_answer(viewer, body_ref):
        raise NotAllowedError("may_answer")
    rows = Proposal.present.filter(workspace_id=viewer.workspace_id, body_ref=body_ref).select_related("created_in").order_by("-pk")
    return tuple(SaidFacts(row.target, as_values(row.target, row.fields), row.created_in.at, row.state, row.reason) for row in rows[:most])


@dataclass(frozen=True, slots=True)
class AnswersSoFar:
    """What a body said before and nobody declined: fields of itself, and of each tie by the other body's ref. Newer answers win."""

    fields: Mapping[str, Any]
    ties: Mapping[str, Mapping[str, Any]]


def answers_so_far(viewer: Viewer, body_ref: str) -> AnswersSoFar:
    """For those who may speak for it, so that a sheet opened again shows what was answered, and nothing that others said."""
    if not may_answer(viewer, body_ref):
        raise NotAllowedError("may_answer")
    rows = Proposal.present.filter(workspace_id=viewer.workspace_id, body_ref=body_ref, target__in=(BODY, TIE)).exclude(state="declined")
    fields: dict[str, Any] = {}
    ties: dict[str, dict[str, Any]] = {}
    for row in rows.order_by("pk"):
        values = as_values(row.target, row.fields)
        if row.target == BODY:
            fields |= values
        else:
            ties.setdefault(str(values.get("with", "")), {}).update(values)
    return AnswersSoFar(fields, ties)
