"""The list of departments: what is filled, who was asked, who answered, what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.actions import bodies_create
from shutaf.imports.pasted import names_pasted
from shutaf.intake.departments import QUESTIONS, DepartmentLine, departments_list
from shutaf.web.shell.access import in_workspace

QUESTIONS_SAID: Mapping[str, str] = {
    "who": N_("head or contact"), "targets": N_("targets"), "not_alone": N_("targets not alone"), "ties": N_("ties"), "quality": N_("how good ties are"),
    "needs": N_("needs"), "offers": N_("offers"), "opportunities": N_("opportunities"), "limits": N_("limits"), "decides": N_("who decides"),
    "actions": N_("running actions"), "would_join": N_("joining the team"),
}  # fmt: skip
ORDER = ("accept", "ask", "remind", "renew")
"""What comes first among the next things."""
MOST_NEXT = 3


@in_workspace(sees_everything)
def departments(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    lines = departments_list(viewer)
    if request.method == "POST":
        return _added(request, viewer, {line.facts.name for line in lines})
    rows = [{"line": line, "filled": len(line.filled), "missing": _missing(line)} for line in lines]
    counts = {
        "sent": sum(line.link is not None for line in lines), "opened": sum(bool(line.link and line.link.used_at) for line in lines),
        "answered": sum(bool(line.link and line.link.answered_at) for line in lines), "whole": sum(not line.missing for line in lines),
    }  # fmt: skip
    context = {"room": "more", "rows": rows, "questions": len(QUESTIONS), "next": _next(lines), "counts": counts}
    return render(request, "departments/page.html", context)


def _missing(line: DepartmentLine) -> str:
    return _(", ").join(_(QUESTIONS_SAID[key]) for key in line.missing)


def _next(lines: tuple[DepartmentLine, ...]) -> list[DepartmentLine]:
    """At most three: what waits is read first, then those of whom least is known."""
    todo = [line for line in lines if line.next]
    return sorted(todo, key=lambda line: (ORDER.index(line.next), len(line.filled)))[:MOST_NEXT]


def _added(request: HttpRequest, viewer: Viewer, there: Any) -> HttpResponse:
    """Departments by their names, one a line."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    names = [one.name for one in names_pasted(request.POST.get("departments", "")).names if one.name not in there]
    if names:
        bodies_create(viewer, rows=[{"name": name, "is_department": True} for name in names], about=_("departments"))
        messages.success(request, ngettext("{n} department was added.", "{n} departments were added.", len(names)).format(n=len(names)))
    return redirect("departments", viewer.workspace_ref)
