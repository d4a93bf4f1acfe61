"""The first hour: names, sectors, ticks, needs and offers, the brief."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.sector_guess import Cues, suggest_sector
from shutaf.analysis.network.pairs import pair_of
from shutaf.analysis.network.ticks import LEVELS
from shutaf.analysis.network.ticks import ticks as ticks_known
from shutaf.analysis.situation import Body, Situation, Word
from shutaf.analysis.text.names import Names
from shutaf.bodies.actions import bodies_create, bodies_sector
from shutaf.exchange.actions import resources_create
from shutaf.imports.pasted import Pasted, PastedName, names_pasted
from shutaf.partnerships.queries import situation
from shutaf.relations.actions import ties_tick
from shutaf.reports.wording.problems import said_here
from shutaf.web.pages.hour.steps import next_five, steps
from shutaf.web.pages.network_map.picture import picture
from shutaf.web.parts.matched import match_cards
from shutaf.web.parts.reading import Reading
from shutaf.web.parts.whole import whole
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept

SIGNS = (("", "?"), ("works", "●"), ("knows", "○"), ("none", "–"))
SECTORS = ("public", "business", "civil_society", "academia", "community", "department", "other")
MOST_COLUMNS, ROWS_A_SIDE, SURE_ENOUGH = 25, 6, 2


def _page(request: HttpRequest, seen: Situation, here: str, **more: Any) -> HttpResponse:
    context = {"room": "home", "steps": steps(seen, here), "next_five": next_five(seen, here), "here": here, "situation": seen, **more}
    return render(request, f"hour/{here.removeprefix('hour_')}.html", context)


@in_workspace(may_edit)
def hour(request: HttpRequest, viewer: Viewer) -> HttpResponse:  # noqa: ARG001
    """To the first step that is not done."""
    todo = next((step for step in steps(situation(viewer), "") if step.share_0_1 < 1), None)
    return redirect(todo.page if todo else "hour_brief", viewer.workspace_ref)


@in_workspace(may_edit)
def hour_names(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Paste names, from anywhere; those that are on the map already are told and not doubled."""
    seen = situation(viewer)
    typed = request.POST if request.method == "POST" else kept(request)
    text = str(typed.get("names", "")) if typed else ""
    if request.method != "POST":
        return _page(request, seen, "hour_names", text=text, keeps_form=True)
    pasted = names_pasted(text)
    known = Names()
    for body in seen.bodies:
        known.add(body.ref, (), (body.name, *(name for _language, name in body.names)))
    new = [one for one in pasted.names if known.find(one.name) is None]
    if not new:
        return _page(request, seen, "hour_names", text=text, pasted=pasted, is_nothing_new=True, keeps_form=True)
    bodies_create(viewer, rows=[_row(one) for one in new], about=_("pasted names"))
    _tell(request, pasted, len(new))
    return redirect("hour_sectors", viewer.workspace_ref)


def _row(one: PastedName) -> dict[str, Any]:
    is_department = one.sector == "department"
    row: dict[str, Any] = {"name": one.name, "is_department": is_department, "city": one.city, "registration_no": one.registration_no}
    row["sector"] = Word(one.sector, one.sector) if one.sector and not is_department else Word("")
    if one.person or one.role or one.phone or one.email:
        row["person"] = {"name": one.person or one.name, "role": one.role, "phone": one.phone, "email": one.email}
    return row


def _tell(request: HttpRequest, pasted: Pasted, new: int) -> None:
    said = [ngettext("{n} body was added.", "{n} bodies were added.", new).format(n=new)]
    if again := len(pasted.names) - new + len(pasted.repeated):
        said.append(ngettext("{n} was there already.", "{n} were there already.", again).format(n=again))
    if pasted.left:
        said.append(_("No name in: {lines}").format(lines=_first([text for _number, text in pasted.left])))
    if beside := [text for one in pasted.names for text in one.beside]:
        said.append(_("Not kept, because it was not understood: {texts}").format(texts=_first(beside)))
    messages.success(request, " ".join(said))
    for problem in pasted.problems[:5]:
        messages.warning(request, said_here(problem, isolate=True))


def _first(texts: list[str], most: int = 3) -> str:
    shown = " · ".join(f"\u2068{text[:40]}\u2069" for text in texts[:most])
    return f"{shown} (+{len(texts) - most})" if len(texts) > most else shown


@in_workspace(may_edit)
def hour_sectors(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """One key a body. A suggestion is shown and accepted by a key too; it is never stored by itself."""
    seen = situation(viewer)
    if request.method == "POST":
        told = {body.ref: request.POST.get(f"s:{body.ref}", "") for body in seen.bodies}
        wanted = {ref: sector for ref, sector in told.items() if sector in SECTORS and seen.body_by_ref[ref].group_key != sector}
        if wanted:
            bodies_sector(viewer, by_ref=wanted)
        return (
            redirect("hour_sectors", viewer.workspace_ref) if _without(situation(viewer)) else redirect("hour_ticks", viewer.workspace_ref)
        )
    reading = Reading(request, viewer)
    cues = Cues(content.sector_cues())
    open_ = _without(seen)
    rows = [(body, _suggested(body, cues)) for body in open_]
    rtl = request.LANGUAGE_CODE in ("he", "ar")
    drawn = picture(reading, [body.ref for body in seen.bodies][:300], "rtl" if rtl else "ltr") if seen.bodies else None
    counts = {key: sum(body.group_key == key for body in seen.bodies) for key in SECTORS}
    return _page(
        request, seen, "hour_sectors", rows=rows, sectors=list(enumerate(SECTORS, start=1)), drawn=drawn, counts=[(k, n) for k, n in counts.items() if n],
        missing=[key for key, n in counts.items() if not n and key != "other"],
    )  # fmt: skip


def _without(seen: Situation) -> list[Body]:
    return [body for body in seen.bodies if not body.group_key]


def _suggested(body: Body, cues: Cues) -> str:
    found = suggest_sector(body.name, cues, body.kind)
    return found.sector if found and found.sure_1_4 >= SURE_ENOUGH else ""


@in_workspace(may_edit)
def hour_ticks(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Departments x bodies: none, knows, works with; what nobody ticks stays unknown."""
    seen = situation(viewer)
    if request.method == "POST" and (text := request.POST.get("departments", "").strip()):
        names = [one.name for one in names_pasted(text).names]
        there = {body.name for body in seen.departments}
        if new := [name for name in names if name not in there]:
            bodies_create(viewer, rows=[{"name": name, "is_department": True} for name in new], about=_("departments"))
        return redirect("hour_ticks", viewer.workspace_ref)
    bodies = _columns(seen, request.GET.get("from", ""))
    if request.method == "POST":
        ticks = _ticks(request, seen, bodies)
        changed = ties_tick(viewer, ticks=ticks, reported_by=viewer.label) if ticks else 0
        messages.success(request, ngettext("{n} pair was saved.", "{n} pairs were saved.", changed).format(n=changed))
        return redirect("hour_exchange" if "on" in request.POST else "hour_ticks", viewer.workspace_ref)
    levels = ticks_known(seen)
    rows = [(dept, ()) for dept in seen.departments]
    language = request.LANGUAGE_CODE or "he"
    matrix = [
        {
            "body": body,
            "cells": [
                {"name": f"t:{i}:{j}", "dept": d.name_in(language), "level": levels.get(pair_of(d.ref, body.ref), "")}
                for i, d in enumerate(seen.departments)
            ],
        }
        for j, body in enumerate(bodies)
    ]
    lone = _one_department_routes(seen)
    start = seen.organisations.index(bodies[0]) if bodies else 0
    more = {
        "before": max(0, start - MOST_COLUMNS) if start else None,
        "after": start + MOST_COLUMNS if start + MOST_COLUMNS < len(seen.organisations) else None,
    }
    return _page(request, seen, "hour_ticks", rows=rows, matrix=matrix, signs=SIGNS, columns=bodies, lone=lone, start=start, **more)


def _columns(seen: Situation, start: str) -> list[Body]:
    first = whole(start, 0)
    return list(seen.organisations[first : first + MOST_COLUMNS])


def _ticks(request: HttpRequest, seen: Situation, bodies: list[Body]) -> dict[tuple[str, str], str]:
    """What was ticked, where it differs from what is there."""
    levels = ticks_known(seen)
    found = {}
    for i, dept in enumerate(seen.departments):
        for j, body in enumerate(bodies):
            told = request.POST.get(f"t:{i}:{j}")
            if told is not None and (told == "" or told in LEVELS) and told != levels.get(pair_of(dept.ref, body.ref), ""):
                found[dept.ref, body.ref] = told
    return found


def _one_department_routes(seen: Situation) -> list[tuple[Body, Body]]:
    """Bodies that a single department is known to talk to."""
    by_body: dict[str, set[str]] = {}
    departments = {body.ref for body in seen.departments}
    for pair, level in ticks_known(seen).items():
        inside, outside = [ref for ref in pair if ref in departments], [ref for ref in pair if ref not in departments]
        if level in ("knows", "works") and inside and outside:
            by_body.setdefault(outside[0], set()).add(inside[0])
    return [(seen.body_by_ref[body], seen.body_by_ref[next(iter(depts))]) for body, depts in by_body.items() if len(depts) == 1]


@in_workspace(may_edit)
def hour_exchange(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Three needs and three offers a side, in one sheet; empty rows are nothing."""
    seen = situation(viewer)
    rows = [_typed_row(request, number) for number in range(2 * ROWS_A_SIDE)]
    if request.method == "POST":
        filled = [row for row in rows if row["title"] or row["body_ref"]]
        if filled and all(row["title"] and row["body_ref"] in seen.body_by_ref for row in filled):
            resources_create(viewer, rows=[{**row, "kind": Word(row["kind"], row["kind"]) if row["kind"] else Word("")} for row in filled])
            messages.success(request, ngettext("{n} was written down.", "{n} were written down.", len(filled)).format(n=len(filled)))
            return redirect("hour_brief" if "on" in request.POST else "hour_exchange", viewer.workspace_ref)
        if not filled:
            return redirect("hour_brief", viewer.workspace_ref)
    language = request.LANGUAGE_CODE
    bodies = sorted(seen.bodies, key=lambda body: (not body.is_department, body.name_in(language)))
    kinds = [(entry.key, entry.names[language]) for entry in content.entries("resource")]
    reading = Reading(request, viewer)
    return _page(
        request,
        seen,
        "hour_exchange",
        rows=rows,
        bodies=bodies,
        kinds=kinds,
        matches=match_cards(reading, most=4),
        was_sent=request.method == "POST",
    )


def _typed_row(request: HttpRequest, number: int) -> dict[str, str]:
    """Row `number` as typed. Sides alternate: municipality needs and offers first, then the others."""
    typed = request.POST
    side = "need" if number % 2 == 0 else "offer"
    return {
        "side": side, "body_ref": typed.get(f"b:{number}", ""), "title": typed.get(f"w:{number}", "").strip()[:300], "kind": _kind(typed.get(f"k:{number}", "")),
    }  # fmt: skip


def _kind(key: str) -> str:
    return key if any(entry.key == key for entry in content.entries("resource")) else ""


@in_workspace(may_edit)
def hour_brief(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    return _page(
        request, reading.situation, "hour_brief", matches=match_cards(reading, most=2), missing_inputs=len(reading.prepared.missing_inputs)
    )
