"""The front page of the library: its shelves, one search over everything, and the cases by what they are."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf import content
from shutaf.reports.library_search import counts, fitting, found
from shutaf.web.pages.library.asked import Asked, read_asked
from shutaf.web.pages.library.facets import facets_shown, loosened
from shutaf.web.pages.library.results import results
from shutaf.web.pages.library.shelves import shelves_shown
from shutaf.web.shell.access import open_to_all
from shutaf.web.shell.asked_language import in_asked_language

MOST = 40


@open_to_all
@in_asked_language
def library(request: HttpRequest) -> HttpResponse:
    asked = read_asked(request)
    return render(request, "library/page.html", _searched(request, asked) if asked.typed else _browsed(request, asked))


def _browsed(request: HttpRequest, asked: Asked) -> dict[str, object]:
    every = sorted(content.cases(), key=lambda case: (not case.is_reread, case.names[request.LANGUAGE_CODE or "he"]))
    cases = fitting(every, asked.chosen)
    shelves = [] if asked.is_narrowed else shelves_shown(request)
    facets = facets_shown(asked, counts(every, asked.chosen))
    return {"asked": asked, "cases": cases, "total": len(every), "shelves": shelves, "facets": facets, "loosened": loosened(asked, every)}


def _searched(request: HttpRequest, asked: Asked) -> dict[str, object]:
    """Facets are of cases, so with one chosen only cases are left."""
    hits = found(asked.typed)
    cases = [content.case(hit.ref.removeprefix("case/")) for hit in hits if hit.ref.startswith("case/")]
    fit = {f"case/{case.id}" for case in fitting(cases, asked.chosen)}
    left = [hit for hit in hits if hit.ref in fit or not (asked.is_narrowed or hit.ref.startswith("case/"))]
    shown = results(request, asked, left)
    return {
        "asked": asked, "results": shown.results[:MOST], "more": max(0, len(shown.results) - MOST), "kinds": shown.kinds,
        "facets": facets_shown(asked, counts(cases, asked.chosen)), "loosened": loosened(asked, cases), "found_without": bool(hits),
    }  # fmt: skip
