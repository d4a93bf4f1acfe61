"""One search over bodies, people, needs, offers and initiatives."""

from __future__ import annotations

from collections.abc import Iterator

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Situation
from shutaf.analysis.text.search import index_text, matches, query_tokens
from shutaf.analysis.text.spelling import corrected
from shutaf.bodies.queries import bodies_found
from shutaf.partnerships.queries import situation
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.errors import too_many

MOST, SHORTEST = 60, 2


@in_workspace(sees_shared)
def search(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:200]
    if not ratelimit.consume(request, action="search", user=request.user):
        return too_many(request)
    found, meant = [], ""
    if len(text) >= SHORTEST:
        seen = situation(viewer)
        found = [*_found(viewer, seen, text)]
        if not found:
            meant = corrected(text, _texts(seen))
    return render(
        request,
        "search/page.html",
        {"found": found[:MOST], "more": max(0, len(found) - MOST), "searched": text, "meant": meant, "is_short": len(text) < SHORTEST},
    )


def _found(viewer: Viewer, seen: Situation, text: str) -> Iterator[tuple[str, str, str, str]]:
    """(group, title, where it stands, address): bodies first."""
    ws = viewer.workspace_ref
    for line in bodies_found(viewer, text):
        yield line.group, line.name, line.kind, reverse("body", args=[ws, line.ref])
    tokens = query_tokens(text)
    for person in seen.people:
        if person.body in seen.body_by_ref and matches(tokens, index_text(person.name, person.role)):
            body = seen.body_by_ref[person.body]
            yield body.group_key, person.name, f"{person.role} · {body.name}".strip(" ·"), reverse("body", args=[ws, body.ref]) + "#people"
    for one in (*seen.needs, *seen.offers):
        if matches(tokens, index_text(one.title, one.conditions, one.where)):
            body = seen.body_by_ref[one.body]
            yield body.group_key, one.title, body.name, reverse("body", args=[ws, body.ref]) + "#exchange"
    for initiative in seen.initiatives:
        if matches(tokens, index_text(initiative.name, initiative.problem)):
            yield "other", initiative.name, initiative.problem[:120], reverse("initiative", args=[ws, initiative.ref])


def _texts(seen: Situation) -> Iterator[str]:
    """All that may be found, as written."""
    for body in seen.bodies:
        yield from (body.name, *(name for _language, name in body.names), body.kind, body.city)
    yield from (person.name for person in seen.people if person.body in seen.body_by_ref)
    yield from (one.title for one in (*seen.needs, *seen.offers))
    yield from (one.name for one in seen.initiatives)
