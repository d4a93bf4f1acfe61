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
from shutaf.bodies.queries import BodyLine, bodies_found
from shutaf.partnerships.queries import situation
from shutaf.web.pages.library.results import found_in_library
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.errors import too_many

MOST, MOST_OF_LIBRARY, SHORTEST = 60, 3, 2


@in_workspace(sees_shared)
def search(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:200]
    if not ratelimit.consume(request, action="search", user=request.user):
        return too_many(request)
    found, meant, library = [], "", []
    if len(text) >= SHORTEST:
        seen = situation(viewer)
        found = [*_found(viewer, seen, text, request.LANGUAGE_CODE or "he")]
        library = found_in_library(text, most=MOST_OF_LIBRARY)
        if not found:
            meant = corrected(text, _texts(seen))
    return render(
        request,
        "search/page.html",
        {
            "found": found[:MOST],
            "more": max(0, len(found) - MOST),
            "searched": text,
            "meant": meant,
            "is_short": len(text) < SHORTEST,
            "library": library,
        },
    )


def _found(viewer: Viewer, seen: Situation, text: str, language: str) -> Iterator[tuple[str, str, str, str]]:
    """(group, title, where it stands, address): bodies first."""
    ws = viewer.workspace_ref
    for line in bodies_found(viewer, text):
        yield line.group, line.name_in(language), _about(line, language), reverse("body", args=[ws, line.ref])
    tokens = query_tokens(text)
    for person in seen.people:
        if person.body in seen.body_by_ref and matches(tokens, index_text(person.name, person.role)):
            body = seen.body_by_ref[person.body]
            about = f"{person.role} · {body.name_in(language)}".strip(" ·")
            yield body.group_key, person.name, about, reverse("body", args=[ws, body.ref]) + "#people"
    for one in (*seen.needs, *seen.offers):
        if matches(tokens, index_text(one.title, one.conditions, one.where)):
            body = seen.body_by_ref[one.body]
            yield body.group_key, one.title, body.name_in(language), reverse("body", args=[ws, body.ref]) + "#exchange"
    for initiative in seen.initiatives:
        if matches(tokens, index_text(initiative.name, initiative.problem)):
            yield "other", initiative.name, initiative.problem[:120], reverse("initiative", args=[ws, initiative.ref])


def _about(line: BodyLine, language: str) -> str:
    """Its kind, after the name as written where that is another: it may be the one that was looked for."""
    written = line.name if line.name != line.name_in(language) else ""
    return " · ".join(f"\u2068{part}\u2069" for part in (written, line.kind) if part)


def _texts(seen: Situation) -> Iterator[str]:
    """All that may be found, as written."""
    for body in seen.bodies:
        yield from (body.name, *(name for _language, name in body.names), body.kind, body.city)
    yield from (person.name for person in seen.people if person.body in seen.body_by_ref)
    yield from (one.title for one in (*seen.needs, *seen.offers))
    yield from (one.name for one in seen.initiatives)
