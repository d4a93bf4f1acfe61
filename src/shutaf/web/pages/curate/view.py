"""The list for a network's editors, and one case to accept, return or withdraw."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from shutaf.accounts.viewer import Viewer
from shutaf.cases.curating import VERDICTS, NoReasonError, case_curate
from shutaf.cases.queries import cases_to_curate
from shutaf.cases.rules import may_curate
from shutaf.web.pages.told_case.shown import shown_case
from shutaf.web.shell.access import in_workspace


@in_workspace(may_curate)
def curate(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found = cases_to_curate(viewer)
    context = {"room": "more", "waiting": [one for one in found if not one.verdict], "judged": [one for one in found if one.verdict]}
    return render(request, "curate/page.html", context)


@in_workspace(may_curate)
def curate_case(request: HttpRequest, viewer: Viewer, address: str) -> HttpResponse:
    found = next((one for one in cases_to_curate(viewer) if one.address == address), None)
    if found is None:
        raise Http404
    verdict, note = request.POST.get("verdict", ""), request.POST.get("note", "")[:4000]
    refused = ""
    if request.method == "POST" and verdict in VERDICTS:
        edition = request.POST.get("edition", "")
        if edition != str(found.edition):
            refused = _("It was published anew in the meantime. Read it as it stands now.")
        else:
            try:
                deed = case_curate(viewer, address=address, edition=found.edition, verdict=verdict, note=note)
                messages.success(request, _("Written down. Its writers read it on their page."), extra_tags=f"undo:{deed}")
                return redirect("curate", viewer.workspace_ref)
            except NoReasonError:
                refused = _("A note is needed, so that its writers know what to change.")
    context = {
        "room": "more",
        "facts": found,
        "refused": refused,
        "note": note or found.verdict_note,
        **shown_case(found.case, request.LANGUAGE_CODE or "he"),
    }
    return render(request, "curate/case.html", context)
