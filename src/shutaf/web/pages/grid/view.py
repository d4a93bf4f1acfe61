"""The grid of organisations and of departments: the page, what is written in it, what others wrote meanwhile."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.request import RawPostDataException
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from shutaf import content
from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.actions import cells_write
from shutaf.stewardship.cells import SHEETS, GridSheet, sheet_of
from shutaf.stewardship.cells.rows import PAGE_ROWS, GridPage, cells_news, cells_page
from shutaf.web.pages.grid.asked import MOST_CELLS, NotReadableError, asked_of
from shutaf.web.pages.grid.said import TITLES, column_said, headers, news_said, written_said
from shutaf.web.pages.grid.suggested import suggested
from shutaf.web.pages.grid.words import words
from shutaf.web.parts.clock import zone_of
from shutaf.web.parts.tags import shape
from shutaf.web.parts.whole import whole
from shutaf.web.shell.access import in_workspace

SEARCHED_CHARACTERS = 200


def _sheet(key: str) -> GridSheet:
    if key not in SHEETS:
        raise Http404
    return sheet_of(key)


@require_GET
@in_workspace(may_edit)
def grid(request: HttpRequest, viewer: Viewer, sheet: str) -> HttpResponse:
    """200 rows and an empty one; everything else happens in the page."""
    found = _sheet(sheet)
    searched = request.GET.get("q", "").strip()[:SEARCHED_CHARACTERS]
    number = whole(request.GET.get("page", ""), 1)
    shown = cells_page(viewer, sheet, language=request.LANGUAGE_CODE, text=searched, page=number)
    contact_read(viewer, what="grid", people=len(shown.rows))
    told = _told(request, viewer, found, shown, is_searched=bool(searched))
    context = {
        "room": "bodies", "told": told, "sheet": sheet, "title": TITLES[sheet], "tabs": [(key, TITLES[key]) for key in SHEETS], "shown": shown, "words": words(),
        "q": searched, "columns": told["columns"], "plain_rows": _plain(found, shown), "plain_heads": [one["name"] for one in told["columns"] if one["open"]],
        "icons": ("warn", "question"), "numbers": range(1, shown.pages + 1),
    }  # fmt: skip
    return render(request, "grid/page.html", context)


def _told(request: HttpRequest, viewer: Viewer, sheet: GridSheet, shown: GridPage, *, is_searched: bool) -> dict[str, Any]:
    """What the script begins with."""
    language, address = request.LANGUAGE_CODE, [viewer.workspace_ref, sheet.key]
    return {
        "workspace": viewer.workspace_ref, "user": viewer.user_id, "sheet": sheet.key, "cells": reverse("grid_cells", args=address),
        "news": reverse("grid_news", args=address), "token": get_token(request), "revision": shown.revision, "first": (shown.page - 1) * PAGE_ROWS + 1,
        "is_last": shown.page == shown.pages and not is_searched, "most": MOST_CELLS, "words": words(),
        "columns": [column_said(sheet.columns[key], sheet, language, shown.offered[key]) for key in sheet.keys],
        "rows": [[row.ref, *row.texts] for row in shown.rows],
        "headers": headers(sheet), "suggested": _suggested(sheet, shown, language),
        "shapes": {one.names[language]: shape(one.key) for one in content.entries("sector")},
    }  # fmt: skip


def _suggested(sheet: GridSheet, shown: GridPage, language: str) -> dict[str, str]:
    if "sector" not in sheet.columns:
        return {}
    name, sector, kind = (sheet.keys.index(key) for key in ("name", "sector", "kind"))
    return suggested(((row.ref, row.texts[name], row.texts[kind]) for row in shown.rows if not row.texts[sector]), language)


def _plain(sheet: GridSheet, shown: GridPage) -> list[tuple[str, list[str]]]:
    """Rows for whoever has no JavaScript: (ref, texts of the open columns)."""
    places = [sheet.keys.index(key) for key in sheet.open]
    return [(row.ref, [row.texts[at] for at in places]) for row in shown.rows]


@require_POST
@in_workspace(may_edit)
def grid_cells(request: HttpRequest, viewer: Viewer, sheet: str) -> HttpResponse:
    """One op: done, or refused with the reason at each cell."""
    found = _sheet(sheet)
    try:
        asked = asked_of(request.body, found)
    except RequestDataTooBig:
        return JsonResponse({"state": "stopped"}, status=413)
    except RawPostDataException:  # a form with parts, which was read to look for its token
        return JsonResponse({"state": "stopped"}, status=400)
    except NotReadableError as no:
        return JsonResponse({"state": "stopped"}, status=no.status)
    language = request.LANGUAGE_CODE
    written = cells_write(
        viewer, sheet=sheet, op_id=asked.op, changes=asked.changes, made=asked.made, removed=asked.removed, language=language
    )
    typed = {(one.row, one.field): one.new for one in asked.changes}
    answer = written_said(written, typed, language, zone_of(request.workspace))  # type: ignore[attr-defined]
    if "sector" in found.columns and answer["state"] == "done":
        refs = {one.row for one in asked.changes if one.field in ("name", "kind")}
        answer["suggested"] = suggested(
            ((ref, typed.get((ref, "name"), ""), typed.get((ref, "kind"), "")) for ref in sorted(refs)), language
        )
    return JsonResponse(answer)


@require_GET
@in_workspace(may_edit)
def grid_news(request: HttpRequest, viewer: Viewer, sheet: str) -> HttpResponse:
    """What was written since the revision that the page knows."""
    _sheet(sheet)
    since = request.GET.get("since", "")
    if not since.isdecimal() or len(since) > 18:
        return JsonResponse({"state": "stopped"}, status=400)
    news = cells_news(viewer, sheet, since=int(since), language=request.LANGUAGE_CODE)
    return JsonResponse(news_said(news, zone_of(request.workspace)))  # type: ignore[attr-defined]
