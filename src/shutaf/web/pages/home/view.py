"""Home of a workspace: its partnership, what to do next, what changed, who waits."""

from __future__ import annotations

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from shutaf import content
from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.paths import PartnershipFacts, PathFacts, partnerships_visible, path_of
from shutaf.partnerships.preparing import findings_open
from shutaf.reports.wording.findings import said
from shutaf.stewardship.queries import deeds_recent
from shutaf.web.pages.home.next_things import MOST, NextThing, next_things
from shutaf.web.pages.home.path_things import path_things
from shutaf.web.pages.home.since import changed_since
from shutaf.web.pages.home.waits import waits
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.deeds import said_deed
from shutaf.web.parts.reading import Reading
from shutaf.web.parts.stations import stations
from shutaf.web.parts.table import table_picture
from shutaf.web.shell.access import in_workspace

GROUPS = ("public", "business", "civil_society", "academia", "community", "department", "other", "")
LATEST, MOST_FINDINGS = 5, 2


@in_workspace(sees_shared)
def home(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    partnerships = partnerships_visible(viewer)
    if not reading.current.bodies and not partnerships and may_edit(viewer):
        return render(request, "home/empty.html", {"room": "home"})
    chosen = _chosen(partnerships, request.GET.get("p", ""))
    path = path_of(viewer, chosen, reading.situation) if chosen else None
    context = _map_context(reading, viewer) | {
        "room": "home", "partnerships": partnerships, "path": path, "waits": waits(reading, viewer, today=today_of(request.workspace)),  # type: ignore[attr-defined]
        "things": _things(reading, viewer, path) if may_edit(viewer) else (),
        "findings": [said(finding, reading.speech) for finding in findings_open(viewer, reading.prepared)[:MOST_FINDINGS]],
    }  # fmt: skip
    return render(request, "home/page.html", context | _path_context(path, reading) | _changes(request, viewer))


def _chosen(partnerships: tuple[PartnershipFacts, ...], ref: str) -> PartnershipFacts | None:
    """The one asked for, else the last one touched that is under way."""
    asked = [one for one in partnerships if one.ref == ref]
    return next(iter((*asked, *(one for one in partnerships if one.state == "open"), *partnerships)), None)


def _things(reading: Reading, viewer: Viewer, path: PathFacts | None) -> list[tuple[NextThing, str]]:
    """What the step asks first, once there is a map; the questions of the map then. Each with its address."""
    of_map = next_things(reading)
    of_path = path_things(path, reading.speech) if path else ()
    found = (*of_path, *of_map) if reading.situation.ties else (*of_map[:1], *of_path, *of_map[1:])
    return [(thing, _address(viewer, thing)) for thing in found[:MOST]]


def _address(viewer: Viewer, thing: NextThing) -> str:
    try:
        return reverse(thing.page, args=[viewer.workspace_ref, *thing.refs])
    except NoReverseMatch:
        return reverse("step", args=[viewer.workspace_ref, *thing.fallback])


def _map_context(reading: Reading, viewer: Viewer) -> dict[str, object]:
    situation = reading.situation
    by_group = Counter(body.group_key for body in situation.bodies)
    counts = [(group, by_group[group]) for group in GROUPS]
    return {
        "situation": situation, "basis": situation.map, "ties": len(reading.prepared.ties_by_pair),
        "counts": [(group, count) for group, count in counts if count],
        "missing": [group for group, count in counts if not count and group not in ("other", "")],
        "own": [situation.body_by_ref[ref] for ref in viewer.body_refs if ref in situation.body_by_ref],
    }  # fmt: skip


def _path_context(path: PathFacts | None, reading: Reading) -> dict[str, object]:
    if path is None:
        return {}
    language = reading.speech.language
    return {
        "partnership": path.partnership, "stations": stations(path, language), "held": path.checks.get(path.step),
        "now_name": content.step(path.step).names[language],
        "table": table_picture(path.partnership, reading.speech) if path.checks else None,
    }  # fmt: skip


def _changes(request: HttpRequest, viewer: Viewer) -> dict[str, object]:
    """What others did since the last visit; where that is nothing, or this is the first, what happened lately."""
    since = changed_since(request, viewer, revision=request.workspace.revision)  # type: ignore[attr-defined]
    deeds = since.deeds if since and since.deeds else deeds_recent(viewer, most=LATEST)
    return {
        "is_since": bool(since and since.deeds), "is_quiet": bool(since and not since.deeds),
        "more_changes": since.count - len(since.deeds) if since else 0, "deeds": [(deed, said_deed(deed)) for deed in deeds],
    }  # fmt: skip
