"""What waits: proposals of bodies, and files that were looked at and not accepted."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.intake.proposing import proposal_accept, proposal_decline
from shutaf.intake.queries import ProposalFacts, proposals_waiting, uploads_open
from shutaf.partnerships.queries import situation
from shutaf.web.parts.deeds import tables_said
from shutaf.web.parts.values import said_field, said_value
from shutaf.web.shell.access import in_workspace


@in_workspace(may_edit)
def intake(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    if request.method == "POST":
        return _answered(request, viewer)
    seen = situation(viewer)
    rows = [(one, seen.body_by_ref.get(one.body_ref), _fields(one, request.LANGUAGE_CODE), _what(one)) for one in proposals_waiting(viewer)]
    return render(request, "intake/page.html", {"room": "more", "rows": rows, "uploads": uploads_open(viewer)})


def _fields(one: ProposalFacts, language: str) -> list[tuple[str, str]]:
    """What is said, field by field; which side of an exchange is told by the title of the card."""
    return [
        (said_field(name, one.target, language), said_value(value))
        for name, value in one.fields.items()
        if name != "side" and value not in ("", [], None)
    ]


def _what(one: ProposalFacts) -> str:
    if one.target == "exchange.resource" and "side" in one.fields:
        return _("A need") if one.fields["side"] == "need" else _("An offer")
    return tables_said().get(one.target, "")


def _answered(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Accept or decline one, or accept the chosen ones."""
    refs = request.POST.getlist("ref")
    if "decline" in request.POST:
        for ref in refs:
            proposal_decline(viewer, ref=ref, reason=request.POST.get("reason", "").strip()[:1000])
        messages.success(request, ngettext("{n} was declined.", "{n} were declined.", len(refs)).format(n=len(refs)))
    else:
        for ref in refs:
            deed = proposal_accept(viewer, ref=ref)
        if refs:
            messages.success(
                request,
                ngettext("{n} is on the map.", "{n} are on the map.", len(refs)).format(n=len(refs)),
                extra_tags=f"undo:{deed}" if len(refs) == 1 else "",
            )
    return redirect("intake", viewer.workspace_ref)
