"""Every term by the reader's alphabet; a word narrows it, in any of the four languages."""

from __future__ import annotations

from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf import content
from shutaf.content import Term
from shutaf.reports.library.glossary import lead
from shutaf.reports.library.terms import first_letter, in_order
from shutaf.reports.library.where import term_anchor
from shutaf.web.parts.library import is_about
from shutaf.web.shell.access import open_to_all


@open_to_all
def library_glossary(request: HttpRequest) -> HttpResponse:
    language, asked = request.LANGUAGE_CODE, request.GET.get("q", "").strip()[:80]
    found = [term for term in content.terms() if is_about(asked, *term.names.values(), *term.variants, term.means[language])]
    others = [(code, name) for code, name in settings.LANGUAGES if code != language]
    by_letter = groupby(in_order(found, language), key=lambda term: first_letter(term.names[language], language))
    letters = [(letter, [_row(term, language, others) for term in terms]) for letter, terms in by_letter]
    return render(request, "library_glossary/page.html", {"letters": letters, "asked": asked, "lead": lead(), "count": len(found)})


def _row(term: Term, language: str, others: list[tuple[str, str]]) -> dict[str, object]:
    return {
        "anchor": term_anchor(term.key),
        "name": term.names[language],
        "means": term.means[language],
        "others": [(code, name, term.names[code]) for code, name in others],
    }
