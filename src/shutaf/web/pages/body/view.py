"""Everything known about one body."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.rules import may_edit, may_edit_body, sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.evidence import other_end
from shutaf.analysis.situation import Body, Person, Situation
from shutaf.bodies.actions import body_remove
from shutaf.bodies.detail import body_written_by
from shutaf.bodies.plans import opportunities
from shutaf.bodies.told import body_told, integrity_of, interests_of
from shutaf.partnerships.preparing import findings_open
from shutaf.relations.contacts import contacts_of
from shutaf.relations.lines import TieLine, tie_lines
from shutaf.reports.wording.findings import said
from shutaf.web.pages.card.knowing import interest_sides
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.matched import matches_of
from shutaf.web.parts.reading import Reading
from shutaf.web.parts.talks import talks_with
from shutaf.web.shell.access import in_workspace

MOST_FINDINGS, MOST_TIES, MOST_CONTACTS = 3, 12, 5


@in_workspace(sees_shared)
def body(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    reading = Reading(request, viewer)
    situation = reading.current
    found = situation.body_by_ref.get(ref)
    if found is None:
        raise Http404
    lines = _lines(viewer, reading, found)
    shown = lines if "all" in request.GET else lines[:MOST_TIES]
    people = [person for person in situation.people if person.body == ref]
    contact_read(viewer, what="body", body_ref=ref, people=reachable(found, people))
    context = {
        "room": "bodies",
        "body": found,
        "name": found.name_in(request.LANGUAGE_CODE),
        "needs": [need for need in situation.needs if need.body == ref],
        "exchange_count": sum(one.body == ref for one in (*situation.needs, *situation.offers)),
        "offers": [offer for offer in situation.offers if offer.body == ref],
        "ties": shown,
        "ties_count": len({other.ref for line, other in lines if line.tie.status == "exists"}),
        "ties_more": len(lines) - len(shown),
        "people": people,
        "speech": reading.speech,
        "matches": matches_of(reading, ref),
        "findings": [said(one, reading.speech) for one in findings_open(viewer, reading.prepared) if ref in one.subject][:MOST_FINDINGS],
        "written": body_written_by(viewer, ref),
        "may_edit_this": may_edit_body(viewer, ref),
        "is_own": ref in viewer.body_refs,
        "has_first": bool(reading.prepared.ranking.first),
    }
    return render(request, "body/page.html", context | _in_confidence(request, viewer, situation, found))


def reachable(body: Body, people: Iterable[Person]) -> int:
    """How many people the page says how to reach; what a department wrote of its contact counts as one."""
    return sum(bool(one.email or one.phone) for one in people) + bool(body.department and body.department.contact)


def _lines(viewer: Viewer, reading: Reading, found: Body) -> list[tuple[TieLine, Body]]:
    """The rows about this body with the body at the other end, strongest first; known absences last."""
    by_ref, ref = reading.current.body_by_ref, found.ref
    lines: Iterable[TieLine] = (
        tie_lines(viewer, of_body=ref)
        if sees_everything(viewer)
        else (TieLine("", tie) for tie in reading.current.ties if ref in (tie.source_ref, tie.target_ref))
    )
    rows = [(line, by_ref[other_end(line.tie, ref)]) for line in lines if line.tie.status != "unknown"]
    return sorted(rows, key=lambda row: (row[0].tie.status != "exists", -(row[0].tie.strength_1_5 or 0), row[1].name))


def _in_confidence(request: HttpRequest, viewer: Viewer, situation: Situation, found: Body) -> dict[str, Any]:
    """What only those who see everything are shown: the log, promises, who said what, interests, facts, what opens up."""
    if not sees_everything(viewer):
        return {}
    ref, today = found.ref, today_of(request.workspace)  # type: ignore[attr-defined]
    log = contacts_of(viewer, ref)
    promises = sorted(((one, one.is_overdue(today)) for one in log if one.is_promise), key=lambda row: (row[0].is_settled, not row[1]))
    interests = interests_of(viewer, ref)
    return {
        "log": log if "all" in request.GET else log[:MOST_CONTACTS],
        "log_more": 0 if "all" in request.GET else max(0, len(log) - MOST_CONTACTS),
        "log_count": len(log),
        "promises": promises,
        "talks": talks_with(situation, ref, log),
        "told": body_told(viewer, ref),
        "interests": interest_sides(interests) if interests else (),
        "facts": integrity_of(viewer, ref),
        "opportunities": opportunities(viewer, ref),
    }


@in_workspace(may_edit)
@require_POST
def body_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = body_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash, with its ties hidden."), extra_tags=f"undo:{deed}")
    return redirect("bodies", viewer.workspace_ref)
