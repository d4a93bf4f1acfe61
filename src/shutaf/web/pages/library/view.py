"""The front page of the library: its shelves, one search over everything, and the cases by what they are."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.content.cases.language import text_in
from shutaf.reports.library_search import counts, fitting, found
from shutaf.web.pages.library.asked import Asked, read_asked
from shutaf.web.pages.library.case_lines import case_line, first_of
from shutaf.web.pages.library.facets import facets_shown, loosened
from shutaf.web.pages.library.results import results
from shutaf.web.pages.library.shelves import shelves_shown
from shutaf.web.pages.library.told import ToldCases, told_cases
from shutaf.web.shell.access import open_to_all

MOST, FIRST, A_PAGE = 25, 8, 40
EXAMPLES = (N_("local procurement"), N_("a town by the sea"), N_("how to talk with businesses"))


@open_to_all
def library(request: HttpRequest) -> HttpResponse:
    asked = read_asked(request)
    told = told_cases()
    found = _searched(asked, told) if asked.typed else _browsed(asked, told, request.LANGUAGE_CODE or "he")
    return render(request, "library/page.html", {"asked": asked, **found})


def _browsed(asked: Asked, told: ToldCases, language: str) -> dict[str, object]:
    every = sorted([*content.cases(), *told.cases], key=lambda case: (not case.is_reread, text_in(case.names, language)[0]))
    fit = fitting(every, asked.chosen)
    is_front = not asked.is_narrowed and not asked.shows_cases
    pages = max(1, -(-len(fit) // A_PAGE))
    page = min(asked.page, pages)
    seen = first_of(fit, FIRST) if is_front else fit[(page - 1) * A_PAGE : page * A_PAGE]
    return {
        "cases": [case_line(case, told.made_up) for case in seen], "fitting": len(fit), "total": len(every), "is_front": is_front,
        "shelves": shelves_shown() if is_front else (), "facets": facets_shown(asked, counts(every, asked.chosen)), "loosened": loosened(asked, every),
        "page": page, "pages": 1 if is_front else pages,
        "back": asked.at_page(page - 1) if page > 1 else "", "on": asked.at_page(page + 1) if page < pages else "",
        "examples": [_(words) for words in EXAMPLES],
    }  # fmt: skip


def _searched(asked: Asked, told: ToldCases) -> dict[str, object]:
    """Facets are of cases, so with one chosen only cases are left."""
    hits = found(asked.typed, told.index)
    cases = [entry.case for _hit, entry in hits if entry.case]
    fit = {case.id for case in fitting(cases, asked.chosen)}
    left = [one for one in hits if (one[1].case.id in fit if one[1].case else not asked.is_narrowed)]
    shown = results(asked, left, most=MOST, made_up=told.made_up)
    return {
        "results": shown.results, "more": shown.more, "kinds": shown.kinds,
        "facets": facets_shown(asked, counts(cases, asked.chosen)), "loosened": loosened(asked, cases), "found_without": bool(hits),
    }  # fmt: skip
