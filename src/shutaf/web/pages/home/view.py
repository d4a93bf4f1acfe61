"""Home of a workspace."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.preparing import findings_open
from shutaf.reports.wording.findings import said
from shutaf.stewardship.queries import deeds_recent
from shutaf.web.pages.home.next_things import next_things
from shutaf.web.parts.deeds import said_deed
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace

GROUPS = ("public", "business", "civil_society", "academia", "community", "department", "other", "")
LATEST, MOST_FINDINGS = 5, 2


@in_workspace(sees_shared)
def home(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    situation = reading.situation
    if not situation.bodies and may_edit(viewer):
        return render(request, "home/empty.html", {"room": "home"})
    counts = [(group, sum(body.group_key == group for body in situation.bodies)) for group in GROUPS]
    missing = [group for group, count in counts if not count and group not in ("other", "")]
    context = {
        "room": "home",
        "situation": situation,
        "counts": [(group, count) for group, count in counts if count],
        "missing": missing,
        "ties": len(reading.prepared.ties_by_pair),
        "things": next_things(reading) if may_edit(viewer) else (),
        "findings": [said(finding, reading.speech) for finding in findings_open(viewer, reading.prepared)[:MOST_FINDINGS]],
        "deeds": [(deed, said_deed(deed)) for deed in deeds_recent(viewer, most=LATEST)],
        "own": [situation.body_by_ref[ref] for ref in viewer.body_refs if ref in situation.body_by_ref],
        "basis": situation.map,
    }
    return render(request, "home/page.html", context)
