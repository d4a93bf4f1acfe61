"""The front page of the library: its shelves, one search over everything, and the cases by what they are."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.reports.library_search import counts, fitting, found
from shutaf.web.pages.library.asked import Asked, read_asked
from shutaf.web.pages.library.case_lines import case_line
from shutaf.web.pages.library.facets import facets_shown, loosened
from shutaf.web.pages.library.results import results
from shutaf.web.pages.library.shelves import shelves_shown
from shutaf.web.shell.access import open_to_all

MOST, FIRST = 40, 8
EXAMPLES = (N_("local procurement"), N_("a town by the sea"), N_("how to talk with businesses"))


@open_to_all
def library(request: HttpRequest) -> HttpResponse:
    asked = read_asked(request)
    return render(request, "library/page.html", _searched(asked) if asked.typed else _browsed(request, asked))


def _browsed(request: HttpRequest, asked: Asked) -> dict[str, object]:
    every = sorted(content.cases(), key=lambda case: (not case.is_reread, case.names[request.LANGUAGE_CODE or "he"]))
    cases = fitting(every, asked.chosen)
    is_front = not asked.is_narrowed and not asked.shows_cases
    return {
        "asked": asked, "cases": [case_line(case) for case in (cases[:FIRST] if is_front else cases)], "total": len(every), "is_front": is_front,
        "shelves": shelves_shown() if is_front else (), "facets": facets_shown(asked, counts(every, asked.chosen)), "loosened": loosened(asked, every),
        "examples": [_(words) for words in EXAMPLES],
    }  # fmt: skip


def _searched(asked: Asked) -> dict[str, object]:
    """Facets are of cases, so with one chosen only cases are left."""
    hits = found(asked.typed)
    cases = [content.case(hit.ref.removeprefix("case/")) for hit in hits if hit.ref.startswith("case/")]
    fit = {f"case/{case.id}" for case in fitting(cases, asked.chosen)}
    left = [hit for hit in hits if hit.ref in fit or not (asked.is_narrowed or hit.ref.startswith("case/"))]
    shown = results(asked, left)
    return {
        "asked": asked, "results": shown.results[:MOST], "more": max(0, len(shown.results) - MOST), "kinds": shown.kinds,
        "facets": facets_shown(asked, counts(cases, asked.chosen)), "loosened": loosened(asked, cases), "found_without": bool(hits),
    }  # fmt: skip
