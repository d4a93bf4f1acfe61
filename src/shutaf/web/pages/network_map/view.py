"""The network map, the chosen body beside it, and the same as a list."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.network.graph import known_pairs
from shutaf.charts.palette import GROUPS
from shutaf.relations.queries import saved_views
from shutaf.reports.brief.pictures import basis_said
from shutaf.reports.map.asked import UNKNOWN_GROUP
from shutaf.reports.map.fields import colours_offered, sizes_offered
from shutaf.web.pages.network_map.chosen import chosen_body, rows_of
from shutaf.web.pages.network_map.looking import Looking
from shutaf.web.pages.network_map.picture import Drawn, pictures
from shutaf.web.parts.remembered import remembered
from shutaf.web.shell.access import in_workspace

LISTED = 20


@in_workspace(sees_shared)
def network_map(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    looking = Looking(request, viewer)
    context = said(looking) | {"room": "map"}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "network_map/_answer.html", context)
    return render(request, "network_map/page.html", context | around(looking) | {"drawn": drawn(looking)})


def said(looking: Looking) -> dict[str, Any]:
    """What changes with every choice: the chosen body, the list, the sentences under the picture."""
    asked, speech, scene = looking.asked, looking.speech, looking.scene
    shown = looking.shown
    apart = [ref for ref in scene.apart if ref in set(shown)]
    return {
        "asked": asked, "query": _and(asked.query(body="")), "whole_query": asked.query(), "fitting": len(shown), "scene": scene,
        "chosen": chosen_body(looking, looking.viewer, asked.body) if asked.body else None,
        "rows": rows_of(looking, shown, LISTED), "more": max(0, len(shown) - LISTED), "speech": speech,
        "apart": [(ref, looking.situation.body_by_ref[ref].group_key, speech.body(ref).text) for ref in apart[:60]], "apart_count": len(apart),
        "hidden": remembered(looking.situation, looking.key("hidden", *looking.tie_filter), lambda: _hidden(looking)), "is_filtered": bool(asked.filters), "saved": looking.saved,
    }  # fmt: skip


def _and(query: str) -> str:
    return f"{query}&" if query else ""


def _hidden(looking: Looking) -> dict[str, int]:
    """What a filter on ties leaves out, so that nobody takes it for a no: how many pairs, and how many of them only for want of a strength."""
    asked, pairs = looking.asked, looking.ground.ties_by_pair
    if looking.ties is pairs:
        return {}
    gone = [ties for pair, ties in pairs.items() if pair not in looking.ties]
    unknown = sum(all(tie.strength_1_5 is None for tie in ties) for ties in gone) if asked.least else 0
    undated = sum(all(not tie.since_date and not tie.until_date for tie in ties) for ties in looking.ties.values()) if asked.on else 0
    return {"pairs": len(gone), "unknown": unknown, "undated": undated}


def around(looking: Looking) -> dict[str, Any]:
    """What stands still: counts, filters, views, saved views."""
    asked, viewer, language = looking.asked, looking.viewer, looking.request.LANGUAGE_CODE
    situation, speech, ground = looking.situation, looking.speech, looking.ground
    sees_all = sees_everything(viewer)
    there = {body.group_key for body in situation.bodies}
    kinds = {tie.kind.key for tie in situation.ties if tie.kind.key}
    names = view_names()
    pairs = remembered(situation, looking.key("pairs"), lambda: known_pairs(situation))
    return {
        "bodies": len(situation.bodies), "ties": len(ground.ties_by_pair), "basis": basis_said(situation), "outside": pairs.outside,
        "groups": [(key or UNKNOWN_GROUP, key, speech.group(key), key in asked.groups) for key in GROUPS if key in there],
        "themes": [(entry.key, entry.names[language]) for entry in content.entries("theme")],
        "kinds": [(entry.key, entry.names[language]) for entry in content.entries("tie_kind") if entry.key in kinds],
        "views": [(key, names[key], asked.query(view=key), "near-tab" if key == "near" else "") for key in looking.views],
        "colours": colours_offered(ground, sees_all), "sizes": sizes_offered(ground, sees_all),
        "strengths": range(2, 6) if sees_all else (), "saved_views": saved_views(viewer), "carried": [(k, v) for k, vs in asked.said().items() for v in vs],
        "positions": json.dumps(looking.saved.positions) if looking.saved else "",
    }  # fmt: skip


def view_names() -> dict[str, str]:
    return {
        "network": _("Network"), "rings": _("Rings"), "grid": _("Influence and interest"), "themes": _("Bodies and themes"),
        "places": _("On the ground"), "near": _("One body"),
    }  # fmt: skip


def drawn(looking: Looking) -> Drawn | None:
    """Pictures of the page, remembered with everything they depend on."""
    if looking.moved:
        return pictures(looking)
    return remembered(looking.situation, looking.key("drawn", looking.asked.query()), lambda: pictures(looking))
