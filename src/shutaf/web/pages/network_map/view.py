"""The network map, the chosen body beside it, and the same as a list."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from shutaf import content
from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.evidence import is_asked
from shutaf.analysis.network.graph import known_pairs
from shutaf.analysis.network.pairs import pair_of
from shutaf.analysis.situation import Situation
from shutaf.partnerships.preparing import findings_open
from shutaf.reports.brief.pictures import basis_sentence
from shutaf.reports.wording.findings import said
from shutaf.web.pages.network_map.picture import MOST_DRAWN, neighbours_of, picture
from shutaf.web.parts.files import attached
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace

STRONGEST, LISTED_AT_ONCE = 7, 20


@in_workspace(sees_shared)
def network_map(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    situation, asked = reading.situation, request.GET
    filters = {key: asked.get(key, "") for key in ("group", "theme") if asked.get(key)}
    fitting = [body.ref for body in situation.bodies if _fits(situation, body.ref, filters)]
    chosen = asked.get("body", "") if asked.get("body", "") in situation.body_by_ref else ""
    shown = _drawn(reading, fitting, chosen)
    query = urlencode(filters) + "&" if filters else ""
    rtl = request.LANGUAGE_CODE in ("he", "ar")
    pairs = known_pairs(situation)
    rows = _rows(reading, shown)
    context = {
        "room": "map",
        "drawn": picture(reading, shown, chosen, "rtl" if rtl else "ltr", query),
        "bodies": len(situation.bodies), "ties": len(reading.prepared.ties_by_pair), "fitting": len(fitting), "left_out": len(fitting) - len(shown),
        "basis": basis_sentence(reading.writing), "outside": pairs.outside,
        "chosen": _chosen(reading, viewer, chosen) if chosen else None,
        "asked": filters, "query": query,
        "groups": [(key, reading.speech.group(key)) for key in dict.fromkeys(body.group_key for body in situation.bodies)],
        "themes": [(entry.key, entry.names[request.LANGUAGE_CODE]) for entry in content.entries("theme")],
        "rows": rows[:LISTED_AT_ONCE], "more_rows": rows[LISTED_AT_ONCE:], "speech": reading.speech,
    }  # fmt: skip
    template = "network_map/_parts.html" if request.htmx else "network_map/page.html"  # type: ignore[attr-defined]
    return render(request, template, context)


def _fits(situation: Situation, ref: str, filters: dict[str, str]) -> bool:
    body = situation.body_by_ref[ref]
    group = {"unknown": ""}.get(filters.get("group", ""), filters.get("group"))
    return (group is None or body.group_key == group) and (
        not filters.get("theme") or any(word.key == filters["theme"] for word in body.themes)
    )


def _drawn(reading: Reading, fitting: list[str], chosen: str) -> list[str]:
    """What the picture can hold: all, or the chosen body's surroundings, or those with most known ties."""
    if len(fitting) <= MOST_DRAWN:
        return fitting
    near = neighbours_of(reading, chosen) | {chosen} if chosen else frozenset()
    order = sorted(fitting, key=lambda ref: (ref not in near, -len(reading.prepared.neighbours.get(ref, ())), ref))
    return order[:MOST_DRAWN]


def _rows(reading: Reading, shown: list[str]) -> list[tuple[str, str, str, tuple[str, ...], bool]]:
    situation = reading.situation
    rows = []
    for ref in sorted(shown, key=lambda one: (-len(reading.prepared.neighbours.get(one, ())), reading.speech.body(one).text)):
        body, others = situation.body_by_ref[ref], reading.prepared.neighbours.get(ref, ())
        rows.append((ref, body.group_key, reading.speech.body(ref).text, others, bool(others) or is_asked(situation, body)))
    return rows


def _chosen(reading: Reading, viewer: Viewer, ref: str) -> dict[str, object]:
    situation = reading.situation
    body = situation.body_by_ref[ref]
    others = [(situation.body_by_ref[other], reading.prepared.ties_by_pair[pair_of(ref, other)]) for other in neighbours_of(reading, ref)]
    strength = {other.ref: max((tie.strength_1_5 for tie in ties if tie.strength_1_5 is not None), default=None) for other, ties in others}
    ordered = sorted(others, key=lambda pair: (-(strength[pair[0].ref] or 0), pair[0].name))
    across = sum(other.group_key != body.group_key for other, _ties in others)
    found = [said(one, reading.speech) for one in findings_open(viewer, reading.prepared) if ref in one.subject][:1]
    lines = [(other, ties[0].kind, strength[other.ref]) for other, ties in ordered[:STRONGEST]]
    return {
        "body": body,
        "name": body.name_in(reading.speech.language),
        "count": len(others),
        "across": across,
        "ties": lines,
        "finding": found[0] if found else None,
    }


@in_workspace(sees_shared)
def map_file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The picture as a file of its own, in the colours of paper."""
    reading = Reading(request, viewer)
    filters = {key: request.GET.get(key, "") for key in ("group", "theme") if request.GET.get(key)}
    shown = _drawn(reading, [body.ref for body in reading.situation.bodies if _fits(reading.situation, body.ref, filters)], "")
    drawn = picture(reading, shown, "", "rtl" if request.LANGUAGE_CODE in ("he", "ar") else "ltr", "", has_links=False)
    if drawn is None:
        return redirect("network_map", viewer.workspace_ref)
    return attached(drawn.wide.encode(), "image/svg+xml", "map.svg", f"{request.workspace.name}.svg")  # type: ignore[attr-defined]
