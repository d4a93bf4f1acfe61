"""The list of bodies: searched, filtered, sorted, by page."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.queries import bodies_page
from shutaf.relations.queries import tie_degrees
from shutaf.web.pages.bodies.rows import rows_html
from shutaf.web.parts.tags import SHAPES, group_name
from shutaf.web.parts.whole import whole
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
def bodies(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    asked = request.GET
    group = {"": None, "unknown": ""}.get(asked.get("group", ""), asked.get("group"))
    page = whole(asked.get("page", ""), 1)
    listed = bodies_page(
        viewer, degrees=tie_degrees(viewer), text=asked.get("q", "")[:200], group=group, theme=asked.get("theme", ""), without_ties="alone" in asked,
        sort=asked.get("sort", "name"), page=page,
    )  # fmt: skip
    themes = {entry.key: entry.names[request.LANGUAGE_CODE] for entry in content.entries("theme")}
    named = {key: group_name(key) for key in SHAPES}
    rows = rows_html(listed.lines, viewer.workspace_ref, themes, request.LANGUAGE_CODE)
    plain = asked.copy()
    plain.pop("page", None)
    context = {
        "room": "bodies", "listed": listed, "rows": rows, "asked": asked, "themes": sorted(themes.items(), key=lambda item: item[1]),
        "groups": [(key, named[key], count) for key, count in _ordered(listed.groups)], "query": plain.urlencode(), "searched": asked.get("q", ""),
        "is_filtered": any(asked.get(key) for key in ("q", "group", "theme", "alone")), "numbers": _numbers(listed.page, listed.pages),
        "sorts": [("name", _("by name")), ("sector", _("by sector")), ("ties", _("most ties first")), ("new", _("last changed first"))],
    }  # fmt: skip
    return render(request, "bodies/page.html", context)


def _ordered(groups: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(key, groups[key]) for key in SHAPES if key in groups]


def _numbers(page: int, pages: int) -> list[int]:
    """Pages to offer: first, last and those around; 0 stands for a gap."""
    near = sorted({1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)})
    out: list[int] = []
    for number in near:
        if out and number - out[-1] > 1:
            out.append(0)
        out.append(number)
    return out if pages > 1 else []
