"""The list of ties, and one tie to write or change."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf import content
from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.queries import situation
from shutaf.relations.actions import tie_remove, tie_save
from shutaf.relations.lines import tie_line, tie_page
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.body_edit.view import page, typed
from shutaf.web.pages.ties.form import TieForm, tie_initial
from shutaf.web.parts.whole import whole
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_everything)
def ties(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen, asked = situation(viewer), request.GET
    number = whole(asked.get("page", ""), 1)
    found = tie_page(viewer, kind=asked.get("kind", ""), status=asked.get("status", ""), page=number)
    by_ref = seen.body_by_ref
    shown = [(line.ref, line.tie, by_ref[line.tie.source_ref], by_ref[line.tie.target_ref]) for line in found.lines]
    context = {
        "room": "more", "lines": shown, "found": found.found, "total": len(seen.ties), "asked": asked, "page": found.page, "pages": found.pages,
        "kinds": [(e.key, e.names[request.LANGUAGE_CODE]) for e in content.entries("tie_kind")], "speech": Speech(request.LANGUAGE_CODE, seen),
    }  # fmt: skip
    return render(request, "ties/page.html", context)


@in_workspace(may_edit)
def tie_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = TieForm(
        typed(request),
        language=request.LANGUAGE_CODE,
        situation=situation(viewer),
        initial={"source_ref": request.GET.get("body", ""), "target_ref": request.GET.get("other", "")},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        deed = tie_save(viewer, source_ref=data["source_ref"], target_ref=data["target_ref"], **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(reverse("body", args=[viewer.workspace_ref, data["source_ref"]]) + "#ties")
    return page(request, form, _("Add a tie"), reverse("ties", args=[viewer.workspace_ref]))


@in_workspace(may_edit)
def tie_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    line = tie_line(viewer, ref)
    if line is None:
        raise Http404
    form = TieForm(typed(request), language=request.LANGUAGE_CODE, situation=situation(viewer), initial=tie_initial(line))
    back = reverse("ties", args=[viewer.workspace_ref])
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        deed = tie_save(viewer, ref=ref, source_ref=data["source_ref"], target_ref=data["target_ref"], **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(back)
    return page(request, form, _("Edit a tie"), back, removal=reverse("tie_trash", args=[viewer.workspace_ref, ref]))


@in_workspace(may_edit)
@require_POST
def tie_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = tie_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash: the pair is unknown again."), extra_tags=f"undo:{deed}")
    return redirect("ties", viewer.workspace_ref)
