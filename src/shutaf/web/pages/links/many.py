"""Ask all departments at once, and choose the bodies whose names they see."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from shutaf.accounts.actions.links import LINK_DAYS, MOST_AT_ONCE, Asked, links_make
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.intake.departments import DepartmentLine, departments_list
from shutaf.intake.matrix import MOST_ASKED, chosen_refs, matrix_choose
from shutaf.partnerships.queries import situation
from shutaf.web.pages.links.form import DAYS
from shutaf.web.pages.links.view import asking_of
from shutaf.web.parts.asking import Ready, address_of
from shutaf.web.shell.access import in_workspace


@dataclass(frozen=True, slots=True)
class AskRow:
    """A department in the form: is it asked, and whom there."""

    line: DepartmentLine
    is_asked: bool
    person: str
    person_role: str


@in_workspace(may_edit)
def links_departments(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A link for each department that is ticked; their addresses are shown once, to be copied or printed."""
    rows = [_row(request, line) for line in departments_list(viewer)][:MOST_AT_ONCE]
    language = _chosen(request, "language", dict(settings.LANGUAGES), request.LANGUAGE_CODE or "he")
    days = int(_chosen(request, "days", {str(days): days for days, _name in DAYS}, str(LINK_DAYS)))
    asked = [row for row in rows if row.is_asked]
    if request.method == "POST" and asked:
        made = _made(request, viewer, asked, language, days)
        return render(request, "links/made.html", {"room": "more", "made": made})
    context = {
        "room": "more", "rows": rows, "language_chosen": language, "days_chosen": str(days), "days": [(str(n), name) for n, name in DAYS],
        "is_empty": request.method == "POST", "shown": len(chosen_refs(viewer)), "most": MOST_ASKED,
    }  # fmt: skip
    return render(request, "links/departments.html", context)


def _row(request: HttpRequest, line: DepartmentLine) -> AskRow:
    typed, ref = request.POST, line.facts.ref
    if request.method == "POST":
        return AskRow(line, f"ask:{ref}" in typed, typed.get(f"person:{ref}", "").strip()[:200], typed.get(f"role:{ref}", "").strip()[:200])
    is_open = line.link is not None and line.link.is_open
    known = (line.facts.contact or line.facts.head).splitlines()
    return AskRow(line, not is_open, known[0][:200] if known else "", "")


def _chosen(request: HttpRequest, name: str, known: object, otherwise: str) -> str:
    told = request.POST.get(name, "")
    return told if told in known else otherwise  # type: ignore[operator]


def _made(request: HttpRequest, viewer: Viewer, rows: list[AskRow], language: str, days: int) -> list[Ready]:
    asked = [Asked(row.line.facts.ref, row.person, row.person_role) for row in rows]
    tokens = links_make(viewer, asked=asked, sheet="department", days=days, language=language)
    found = []
    for one, token in zip(asked, tokens, strict=True):
        asking, address = asking_of(request, viewer, one.body_ref, language, one.person, days), address_of(token)
        found.append(asking.ready(asking.said(address)[1], address, one.person_role))
    return found


@in_workspace(may_edit)
def matrix_bodies(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Which names stand in the matrix of every department; none chosen means those that partners see."""
    seen = situation(viewer)
    there = {body.ref for body in seen.organisations}
    chosen = [ref for ref in request.POST.getlist("body") if ref in there] if request.method == "POST" else chosen_refs(viewer)
    if request.method == "POST" and len(chosen) <= MOST_ASKED:
        deed = matrix_choose(viewer, body_refs=chosen)
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}" if deed else "")
        return redirect("links_departments", viewer.workspace_ref)
    language = request.LANGUAGE_CODE or "he"
    bodies = sorted((body.group_key, body.name_in(language), body.ref) for body in seen.organisations)
    context = {
        "room": "more", "bodies": bodies, "chosen": frozenset(chosen), "most": MOST_ASKED, "count": len(chosen), "is_too_many": request.method == "POST",
    }  # fmt: skip
    return render(request, "links/bodies.html", context)
