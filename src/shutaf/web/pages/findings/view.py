"""All findings, the most useful first; answered ones stay answered."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Finding
from shutaf.partnerships.actions import finding_answer, finding_reopen
from shutaf.partnerships.preparing import findings_answered, findings_of, findings_open, signature_of
from shutaf.reports.wording.findings import said
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace

MOST_EVIDENCE = 6


@in_workspace(sees_shared)
def findings(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    known = {signature_of(finding): finding for finding in findings_of(viewer, reading.prepared)}
    answered = [(one, said(known[one.signature], reading.speech) if one.signature in known else None) for one in findings_answered(viewer)]
    open_ = findings_open(viewer, reading.prepared)
    context = {
        "room": "findings",
        "findings": [(said(one, reading.speech), signature_of(one), _bodies(reading, one), one.audience == "driver") for one in open_],
        "answered": answered,
        "is_empty": not reading.situation.bodies,
    }
    return render(request, "findings/page.html", context)


def _bodies(reading: Reading, finding: Finding) -> list[tuple[str, str, str]]:
    """The bodies a finding is about: ref, group, name."""
    by_ref = reading.situation.body_by_ref
    found = [by_ref[ref] for ref in finding.subject if ref in by_ref]
    return [(body.ref, body.group_key, body.name_in(reading.speech.language)) for body in found[:MOST_EVIDENCE]]


@in_workspace(may_edit)
@require_POST
def finding_said(request: HttpRequest, viewer: Viewer, signature: str) -> HttpResponse:
    """state = done, not_for_us (with a reason) or open again."""
    state, reason = request.POST.get("state", ""), request.POST.get("reason", "").strip()[:1000]
    if state == "open":
        deed = finding_reopen(viewer, signature=signature)
        messages.success(request, _("It stands in the list again."), extra_tags=f"undo:{deed}")
        return redirect("findings", viewer.workspace_ref)
    reading = Reading(request, viewer)
    finding = next((one for one in findings_of(viewer, reading.prepared) if signature_of(one) == signature), None)
    if finding is None or state not in ("done", "not_for_us"):
        return redirect("findings", viewer.workspace_ref)
    deed = finding_answer(viewer, signature=signature, key=finding.key, subject=finding.subject, state=state, reason=reason)
    messages.success(request, _("Noted. It does not come up again."), extra_tags=f"undo:{deed}")
    return redirect("findings", viewer.workspace_ref)
