"""Which initiative comes first and why, what waits for the second stage, and what became of the shortlist."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.criteria import floor_reasons
from shutaf.reports.first_choice import said_choice
from shutaf.web.pages.initiatives.shortlist import STATES, map_ready
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_everything)
def initiatives(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    by_ref = {one.ref: one for one in reading.situation.initiatives}
    choice = said_choice(reading.writing)
    listed = [(row, by_ref[row.ref], STATES[by_ref[row.ref].shortlist]) for row in choice.rows]
    context = {
        "room": "initiatives", "choice": choice, "rows": listed, "first": by_ref.get(choice.first.ref) if choice.first else None,
        "second_stage": [(row, by_ref[row.ref]) for row in choice.second_stage], "ready": map_ready(reading.situation),
        "on_list": sum(one.shortlist in ("listed", "confirmed") for one in by_ref.values()),
        "confirmed": sum(one.shortlist == "confirmed" for one in by_ref.values()), "is_updating": reading.is_updating,
        "late_floors": [(reading.speech.criterion(said), why) for said, why in floor_reasons(viewer)],
    }  # fmt: skip
    return render(request, "initiatives/page.html", context)
