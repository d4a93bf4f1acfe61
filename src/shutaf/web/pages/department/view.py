"""One department's sheet: what is known stands in it, what is typed is saved as one deed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Body, Situation
from shutaf.analysis.text.names import Names
from shutaf.intake.departments import QUESTIONS
from shutaf.intake.sheet_read import department_sheet
from shutaf.intake.sheet_save import TooManyRowsError, sheet_save
from shutaf.partnerships.queries import situation
from shutaf.web.pages.department.form import Sheet
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept


@in_workspace(may_edit)
def department(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    known, seen = department_sheet(viewer, ref), situation(viewer)
    if known is None:
        raise Http404
    language = (request.LANGUAGE_CODE or "he")[:2]
    sheet = Sheet(known, request.POST if request.method == "POST" else kept(request), language, by_name(seen, ref))
    if request.method == "POST" and "more" not in request.POST and sheet.is_valid():
        if request.POST.get("stamp") == sheet.stamp():
            return _saved(request, viewer, ref, sheet)
        conflict = True
    else:
        conflict = False
    contact_read(viewer, what="body", body_ref=ref, people=1)
    context = {
        "room": "more", "sheet": sheet, "known": known, "name": known.facts.name, "stamp": sheet.stamp(), "conflict": conflict,
        "bodies": _choices(seen, ref, language), "questions": len(QUESTIONS), "keeps_form": True,
    }  # fmt: skip
    return render(request, "department/page.html", context)


def by_name(seen: Situation, ref: str) -> Callable[[str], Body | None]:
    """The body of this name that is not the department itself."""
    names = Names()
    for body in seen.bodies:
        if body.ref != ref:
            names.add(body.ref, (), (body.name, *(name for _language, name in body.names)))
    return lambda text: seen.body_by_ref.get(names.find(text) or "")


def _choices(seen: Situation, ref: str, language: str) -> list[str]:
    return [body.name_in(language) for body in seen.bodies if body.ref != ref]


def _saved(request: HttpRequest, viewer: Viewer, ref: str, sheet: Sheet) -> HttpResponse:
    here = reverse("department", args=[viewer.workspace_ref, ref])
    try:
        deed = sheet_save(viewer, body_ref=ref, said=sheet.said())
    except TooManyRowsError:
        messages.error(request, _("That is more than one sheet takes at once. Nothing was saved."))
        return redirect(here)
    if deed:
        messages.success(request, _("The sheet is saved."), extra_tags=f"undo:{deed}")
    else:
        messages.info(request, _("Nothing new was written; everything stays as it is."))
    goes_on: Any = request.POST.get("on")
    return redirect("departments", viewer.workspace_ref) if goes_on else redirect(here)
