"""Everything known about one body."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, may_edit_body, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Body, Tie
from shutaf.bodies.actions import body_remove
from shutaf.bodies.detail import body_written_by
from shutaf.partnerships.preparing import findings_open
from shutaf.relations.lines import tie_lines
from shutaf.reports.wording.findings import said
from shutaf.web.parts.matched import matches_of
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace

MOST_FINDINGS, MOST_TIES = 3, 12


@in_workspace(sees_shared)
def body(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    reading = Reading(request, viewer)
    situation = reading.current
    found = situation.body_by_ref.get(ref)
    if found is None:
        raise Http404
    refs = {id(one.tie): one.ref for one in tie_lines(viewer, of_body=ref)}
    ties = _ties(reading, found)
    context = {
        "room": "bodies",
        "body": found,
        "name": found.name_in(request.LANGUAGE_CODE),
        "needs": [need for need in situation.needs if need.body == ref],
        "exchange_count": sum(one.body == ref for one in (*situation.needs, *situation.offers)),
        "offers": [offer for offer in situation.offers if offer.body == ref],
        "ties": ties if "all" in request.GET else ties[:MOST_TIES],
        "ties_count": len({other.ref for _tie, other in ties if _tie.status == "exists"}),
        "ties_more": max(0, len(ties) - MOST_TIES) if "all" not in request.GET else 0,
        "people": [person for person in situation.people if person.body == ref],
        "speech": reading.speech,
        "matches": matches_of(reading, ref),
        "findings": [said(one, reading.speech) for one in findings_open(viewer, reading.prepared) if ref in one.subject][:MOST_FINDINGS],
        "written": body_written_by(viewer, ref),
        "may_edit_this": may_edit_body(viewer, ref),
        "is_own": ref in viewer.body_refs,
        "refs": refs,
    }
    return render(request, "body/page.html", context)


def _ties(reading: Reading, found: Body) -> list[tuple[Tie, Body]]:
    """The rows about this body with the body at the other end, strongest first; known absences last."""
    situation = reading.current
    rows = []
    for tie in situation.ties:
        if found.ref in (tie.source_ref, tie.target_ref) and tie.status != "unknown":
            other = tie.target_ref if tie.source_ref == found.ref else tie.source_ref
            rows.append((tie, situation.body_by_ref[other]))
    return sorted(rows, key=lambda row: (row[0].status != "exists", -(row[0].strength_1_5 or 0), row[1].name))


@in_workspace(may_edit)
@require_POST
def body_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = body_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash, with its ties hidden."), extra_tags=f"undo:{deed}")
    return redirect("bodies", viewer.workspace_ref)
