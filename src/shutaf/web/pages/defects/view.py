"""The barriers that were told, and one of them with its answer; for whoever runs the service."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.defects.actions import defect_settle
from shutaf.stewardship.defects.queries import defect_found, defects_list
from shutaf.stewardship.defects.rules import may_settle
from shutaf.web.pages.accessibility.letters import settled_letter
from shutaf.web.pages.defects.form import SettleForm
from shutaf.web.shell.access import in_workspace


@in_workspace(may_settle)
def defects(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found = defects_list(viewer)
    opened, settled = [one for one in found if one.state == "open"], [one for one in found if one.state != "open"]
    return render(request, "defects/page.html", {"room": "more", "opened": opened, "settled": settled})


@in_workspace(may_settle)
def defect(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = defect_found(viewer, ref)
    if found is None:
        raise Http404
    form = SettleForm(request.POST if request.method == "POST" else None, initial={"state": found.state, "answer": found.answer})
    if request.method == "POST" and form.is_valid():
        state, answer = form.cleaned_data["state"], form.cleaned_data["answer"]
        defect_settle(viewer, ref=ref, state=state, answer=answer, letter=settled_letter(found.language, answer or _said(state)))
        messages.success(request, _("Kept. Whoever told it can read it now."))
        return redirect("defects", viewer.workspace_ref)
    return render(request, "defects/one.html", {"room": "more", "one": found, "form": form})


def _said(state: str) -> str:
    return _("The barrier is removed.") if state == "mended" else ""
