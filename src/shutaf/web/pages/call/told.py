"""The log of who was told: one line for a channel, or many bodies at once, all of the map offered alike."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import SECTORS, Body
from shutaf.analysis.text.fold import fold
from shutaf.partnerships.calls.actions import told_add, told_remove
from shutaf.partnerships.calls.queries import told_list
from shutaf.partnerships.queries import situation
from shutaf.web.pages.call.finding import found_call
from shutaf.web.pages.call.form import ToldForm
from shutaf.web.parts.clock import today_of
from shutaf.web.shell.access import in_workspace

SHOWN = 400
"""So many bodies can be ticked one by one; all that fit the filter can be told at once, however many."""


@in_workspace(may_edit)
def call_told(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found, told = found_call(viewer, ref), told_list(viewer, ref)
    fitting = _fitting(request, viewer, {one.body for one in told})
    kind = request.POST.get("kind", "")
    direct, everybody = (_form(request, viewer, one == kind, is_direct=one == "direct") for one in ("direct", "everybody"))
    wrong = ""
    if request.method == "POST" and kind in ("direct", "everybody"):
        refs = _ticked(request, fitting) if kind == "direct" else []
        form = direct if kind == "direct" else everybody
        wrong = _("Tick at least one body, or all that fit.") if kind == "direct" and not refs else ""
        if form.is_valid() and not wrong:
            deed, count = told_add(viewer, ref=ref, body_refs=refs, **form.values())
            said = ngettext("{n} line stands in the log.", "{n} lines stand in the log.", count).format(n=count)
            messages.success(request, said, extra_tags=f"undo:{deed}")
            return redirect("call_told", viewer.workspace_ref, ref)
    seen = situation(viewer)
    context = {
        "room": "initiatives", "call": found, "call_title": found.title_in(request.LANGUAGE_CODE), "direct": direct, "everybody": everybody, "told": told,
        "fitting": fitting[:SHOWN], "count": len(fitting), "by_ref": seen.body_by_ref, "asked": request.GET, "groups": [*SECTORS, "department"], "wrong": wrong,
        "ticked": set(request.POST.getlist("body")), "told_refs": {one.body for one in told}, "shown": SHOWN, "query": request.GET.urlencode(),
    }  # fmt: skip
    return render(request, "call/told.html", context)


def _form(request: HttpRequest, viewer: Viewer, is_sent: bool, *, is_direct: bool) -> ToldForm:
    first = {"told_on": today_of(request.workspace), "told_by": viewer.label}  # type: ignore[attr-defined]
    data = request.POST if is_sent else None
    return ToldForm(data, language=request.LANGUAGE_CODE or "he", is_direct=is_direct, initial=first, prefix="d" if is_direct else "e")


def _fitting(request: HttpRequest, viewer: Viewer, told: set[str]) -> list[Body]:
    """Bodies of the map by name, as the filter leaves them: nobody is put first."""
    asked = request.GET
    text, near, group, show = fold(asked.get("q", "")), fold(asked.get("near", "")), asked.get("group", ""), asked.get("show", "")
    bodies = [
        body
        for body in situation(viewer).bodies
        if (not group or body.group_key == group)
        and (not text or text in fold(body.name))
        and (not near or near == fold(body.neighbourhood))
        and (show not in ("told", "untold") or (body.ref in told) == (show == "told"))
    ]
    return sorted(bodies, key=lambda body: fold(body.name_in(request.LANGUAGE_CODE or "he")))


def _ticked(request: HttpRequest, fitting: Sequence[Body]) -> list[str]:
    there = [body.ref for body in fitting]
    if "all" in request.POST:
        return there
    ticked = set(request.POST.getlist("body"))
    return [ref for ref in there if ref in ticked]


@in_workspace(may_edit)
@require_POST
def call_told_remove(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = told_remove(viewer, ref=ref, told_ref=request.POST.get("line", ""))
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("call_told", viewer.workspace_ref, ref)
