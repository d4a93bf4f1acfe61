"""Paste running actions or opportunities: look at the rows and what is wrong with them, then take them as one batch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.accounts.deeds import AlreadyDoneError
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.text.fold import fold
from shutaf.bodies.planning import opportunities_add, running_actions_add
from shutaf.bodies.plans import opportunities, running_actions
from shutaf.imports.pasted_places import Placed, placed
from shutaf.imports.pasted_plans import Plan
from shutaf.partnerships.queries import situation
from shutaf.web.parts.pasted_plans import action_fields, opportunity_fields, told_at_line
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept

MOST_SHOWN = 300


@dataclass(frozen=True)
class Kind:
    """What is pasted: how it is read, written and shown."""

    name: str
    back: str
    there: Callable[[Viewer], Sequence[Any]]
    add: Callable[..., str]
    fields: Callable[[Plan], Mapping[str, Any]]


ACTIONS = Kind("actions", "running_actions", running_actions, running_actions_add, action_fields)
OPPORTUNITIES = Kind("opportunities", "departments", opportunities, opportunities_add, opportunity_fields)


@in_workspace(may_edit)
def running_actions_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _page(request, viewer, ACTIONS)


@in_workspace(may_edit)
def opportunities_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _page(request, viewer, OPPORTUNITIES)


def _page(request: HttpRequest, viewer: Viewer, kind: Kind) -> HttpResponse:
    seen = situation(viewer)
    typed = request.POST if request.method == "POST" else kept(request) or request.GET
    text, otherwise = str(typed.get("text", "")), str(typed.get("department", ""))
    otherwise = otherwise if any(body.ref == otherwise for body in seen.departments) else ""
    language = (request.LANGUAGE_CODE or "he")[:2]
    context: dict[str, Any] = {
        "room": "more", "kind": kind.name, "back": kind.back, "text": text, "department": otherwise, "keeps_form": True,
        "departments": [(body.ref, body.name_in(language)) for body in seen.departments], "op": get_random_string(24),
    }  # fmt: skip
    if request.method == "POST" and text.strip():
        pasted, rows = placed(text, seen, otherwise, _there(viewer, kind))
        taken = [row for row in rows if row.department]
        if "accept" in request.POST and taken:
            return _accepted(request, viewer, kind, taken)
        context |= {
            "checked": True, "rows": [_shown(row, seen.body_by_ref) for row in rows[:MOST_SHOWN]], "more_rows": max(0, len(rows) - MOST_SHOWN),
            "taken": len(taken), "left": len(rows) - len(taken), "problems": [told_at_line(one) for one in pasted.problems],
            "columns": [content.say("plan_column", key, language) if key else _("note") for key in pasted.columns],
        }  # fmt: skip
    return render(request, "running_actions/paste.html", context)


def _there(viewer: Viewer, kind: Kind) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in kind.there(viewer):
        found.setdefault(one.body, set()).add(fold(one.title))
    return found


def _shown(row: Placed, by_ref: Mapping[str, Any]) -> dict[str, Any]:
    said = [(told_at_line(problem), problem.severity) for problem in row.plan.problems]
    return {"plan": row.plan, "department": by_ref.get(row.department), "problems": said, "is_taken": bool(row.department)}


def _accepted(request: HttpRequest, viewer: Viewer, kind: Kind, taken: list[Placed]) -> HttpResponse:
    rows = [{"body_ref": row.department, **kind.fields(row.plan)} for row in taken]
    try:
        deed = kind.add(viewer, rows=rows, op=request.POST.get("op", "")[:64])
    except AlreadyDoneError as done:
        deed = done.deed_ref
    said = ngettext("{n} row was written down.", "{n} rows were written down.", len(rows)).format(n=len(rows))
    messages.success(request, said, extra_tags=f"undo:{deed}")
    return redirect(kind.back, viewer.workspace_ref)
