"""All findings, the most useful first, each with what it rests on and where to do it; answered ones stay answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Finding
from shutaf.partnerships.actions import finding_answer, finding_reopen
from shutaf.partnerships.preparing import findings_answered, findings_of, findings_open, signature_of
from shutaf.reports.document import SaidFinding
from shutaf.reports.wording.findings import said
from shutaf.web.pages.findings.doing import Door, door_of
from shutaf.web.pages.findings.evidence import evidence_of
from shutaf.web.pages.findings.kinds import choices, icon_of, kind_of
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace

MOST_EVIDENCE, PAGE_SIZE = 6, 25


@dataclass(frozen=True, slots=True)
class Card:
    """One finding on the page. bodies: whom it is about, (ref, group, name); rows: on how many it rests; door: where its step is done."""

    said: SaidFinding
    signature: str
    icon: str
    bodies: tuple[tuple[str, str, str], ...]
    rows: int
    is_internal: bool
    door: Door | None


@in_workspace(sees_shared)
def findings(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    known = {signature_of(finding): finding for finding in findings_of(viewer, reading.prepared)}
    answered = [(one, said(known[one.signature], reading.speech) if one.signature in known else None) for one in findings_answered(viewer)]
    open_ = findings_open(viewer, reading.prepared)
    kinds = choices(open_, request.GET.get("kind", ""))
    kind = next((one.key for one in kinds if one.is_here), "")
    chosen = [one for one in open_ if not kind or kind_of(one) == kind]
    number, pages = _page(request.GET.get("page", ""), len(chosen))
    context = {
        "room": "findings", "cards": [card_of(one, reading) for one in chosen[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]], "found": len(chosen),
        "kinds": kinds, "kind": kind, "page": number, "pages": pages, "answered": answered, "is_empty": not reading.situation.bodies,
    }  # fmt: skip
    return render(request, "findings/page.html", context)


def _page(asked: str, count: int) -> tuple[int, int]:
    pages = max(1, -(-count // PAGE_SIZE))
    return min(max(1, int(asked)), pages) if asked.isdecimal() and len(asked) < 7 else 1, pages


def card_of(finding: Finding, reading: Reading) -> Card:
    viewer = reading.viewer
    door = door_of(finding, viewer.workspace_ref) if may_edit(viewer) else None
    words, signature = said(finding, reading.speech), signature_of(finding)
    bodies, rows = _bodies(reading, finding), len(finding.evidence)
    return Card(words, signature, icon_of(finding), bodies, rows, finding.audience == "driver", door)


def _bodies(reading: Reading, finding: Finding) -> tuple[tuple[str, str, str], ...]:
    """The bodies a finding is about: ref, group, name."""
    by_ref = reading.situation.body_by_ref
    found = [by_ref[ref] for ref in finding.subject if ref in by_ref]
    return tuple((body.ref, body.group_key, body.name_in(reading.speech.language)) for body in found[:MOST_EVIDENCE])


@in_workspace(sees_shared)
def finding_rows(request: HttpRequest, viewer: Viewer, signature: str) -> HttpResponse:
    """What one finding rests on, row by row."""
    reading = Reading(request, viewer)
    finding = _found(reading, signature)
    if finding is None:
        raise Http404
    evidence = evidence_of(finding.evidence, viewer, reading.speech)
    subjects = [reading.situation.body_by_ref[ref] for ref in finding.subject if ref in reading.situation.body_by_ref]
    context = {"room": "findings", "card": card_of(finding, reading), "evidence": evidence, "subjects": subjects}
    return render(request, "findings/rows.html", context)


def _found(reading: Reading, signature: str) -> Finding | None:
    return next((one for one in findings_of(reading.viewer, reading.prepared) if signature_of(one) == signature), None)


@in_workspace(may_edit)
@require_POST
def finding_said(request: HttpRequest, viewer: Viewer, signature: str) -> HttpResponse:
    """state = done, not_for_us (with a reason) or open again."""
    state, reason = request.POST.get("state", ""), request.POST.get("reason", "").strip()[:1000]
    kind = request.POST.get("kind", "")
    back = reverse("findings", args=[viewer.workspace_ref]) + (f"?kind={kind}" if kind.isidentifier() else "")
    if state == "open":
        deed = finding_reopen(viewer, signature=signature)
        messages.success(request, _("It stands in the list again."), extra_tags=f"undo:{deed}")
        return redirect(back)
    finding = _found(Reading(request, viewer), signature)
    if finding is None or state not in ("done", "not_for_us"):
        return redirect(back)
    deed = finding_answer(viewer, signature=signature, key=finding.key, subject=finding.subject, state=state, reason=reason)
    messages.success(request, _("Noted. It does not come up again."), extra_tags=f"undo:{deed}")
    return redirect(back)
