"""The network in words, in four forms of one selection."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.preparing import findings_open, signature_of
from shutaf.reports.map.asked import UNKNOWN_GROUP
from shutaf.reports.narrated import Sentence, narrated
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.told.as_list import list_html
from shutaf.web.pages.told.as_table import table_of
from shutaf.web.pages.told.as_tree import GROUPS, tree_html
from shutaf.web.pages.told.asked import FORMS, MOST_STEPS, Asked, asked_of
from shutaf.web.pages.told.shown import Shown
from shutaf.web.parts.reading import Reading
from shutaf.web.parts.selection import query_of
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
def told(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    asked = asked_of(request.GET, viewer, reading.current)
    seen = reading.situation if asked.form == "summary" else reading.current
    shown = Shown(viewer, seen, Speech(request.LANGUAGE_CODE, seen), asked)
    selected = shown.selected
    context = {
        "room": "map", "asked": asked, "query": query_of(asked.selection), "is_filtered": not asked.selection.is_all,
        "forms": [(form, _form_names()[form], asked.address(form=form), form == asked.form) for form in FORMS],
        "bodies": len(seen.bodies), "fitting": len(selected.bodies), "ties": len(selected.exists), "unrated": selected.unrated,
        "everything": asked.address(selection=type(asked.selection)()), **_choices(request, shown), **_form(shown, reading),
    }  # fmt: skip
    return render(request, "told/page.html", context)


def _form_names() -> dict[str, str]:
    return {"summary": _("Summary"), "list": _("List"), "table": _("Table"), "tree": _("Tree")}


def _choices(request: HttpRequest, shown: Shown) -> dict[str, Any]:
    """What can be chosen in the filter."""
    language, chosen = request.LANGUAGE_CODE, shown.asked.selection.groups
    there = {body.group_key for body in shown.situation.bodies}
    return {
        "groups": [(key or UNKNOWN_GROUP, key, shown.speech.group(key), key in chosen) for key in (*GROUPS, "") if key in there],
        "themes": [(one.key, one.names[language]) for one in content.entries("theme")],
        "kinds": [(one.key, one.names[language]) for one in content.entries("tie_kind")],
        "leasts": (2, 3, 4, 5) if sees_everything(shown.viewer) else (),
    }


def _form(shown: Shown, reading: Reading) -> dict[str, Any]:
    """What only the asked form needs."""
    asked = shown.asked
    if asked.form == "summary":
        parts = narrated(reading.writing, asked.selection, shown.selected, findings_open(shown.viewer, reading.prepared))
        return {"parts": [(part.title, [(one, _rows_of(shown, one)) for one in part.sentences]) for part in parts]}
    if asked.form == "table":
        table = table_of(shown)
        return {
            "table": table, **_pages(asked, table.page, table.pages),
            "row_kinds": [(key, name, asked.address(rows=key, sort="name"), key == asked.rows) for key, name in _row_kinds().items()],
        }  # fmt: skip
    rows, page, pages = list_html(shown) if asked.form == "list" else tree_html(shown)
    found: dict[str, Any] = {"rows": rows, **_pages(asked, page, pages)}
    if asked.form == "tree" and asked.body:
        found |= {
            "root": shown.body(asked.body), "steps": [(n, asked.address(steps=n), n == asked.steps) for n in range(1, MOST_STEPS + 1)],
            "whole_tree": asked.address(body=""),
        }  # fmt: skip
    return found


def _rows_of(shown: Shown, one: Sentence) -> str:
    """Where the rows stand that a sentence counts or rests on; "" where it has none."""
    asked = shown.asked
    if one.finding:
        return reverse("finding_rows", args=[shown.viewer.workspace_ref, signature_of(one.finding)])
    if not one.rows:
        return ""
    selection = asked.selection if one.group is None else replace(asked.selection, groups=(one.group,))
    return asked.address(form="table", rows=one.rows, sort="name", selection=selection)


def _row_kinds() -> dict[str, str]:
    return {"bodies": _("one row a body"), "ties": _("one row a tie")}


def _pages(asked: Asked, page: int, pages: int) -> dict[str, Any]:
    return {
        "page": page, "pages": pages, "back": asked.address(page=page - 1) if page > 1 else "", "on": asked.address(page=page + 1) if page < pages else "",
    }  # fmt: skip
