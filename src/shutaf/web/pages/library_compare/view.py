"""Rows of two countries, narrowed by subject, model, step or words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.content import Compared
from shutaf.reports.document import line
from shutaf.reports.library.comparison import SUBJECTS, lead, marks, sources_cited
from shutaf.reports.library.terms import linked
from shutaf.reports.wording.library import RESTS
from shutaf.web.pages.library_compare.form import abouts, asked, subjects
from shutaf.web.parts.library import on_pages
from shutaf.web.shell.access import open_to_all


@open_to_all
def library_compare(request: HttpRequest) -> HttpResponse:
    language, rows = request.LANGUAGE_CODE, content.compared()
    want = asked(request.GET, rows)
    shown = [row for row in rows if want.fits(row, language)]
    sources = sources_cited(shown, language, on_pages())
    numbers = {one.source.key: one.number for one in sources}
    told = [
        (_(SUBJECTS[key]), [_told(row, language, numbers) for row in group]) for key, group in groupby(shown, key=lambda row: row.subject)
    ]
    context = {
        "asked": want, "told": told, "sources": sources, "lead": lead(), "shown": len(shown), "all": len(rows), "subjects": subjects(rows),
        "abouts": abouts(rows, language),
    }  # fmt: skip
    return render(request, "library_compare/page.html", context)


def _told(row: Compared, language: str, numbers: dict[str, int]) -> dict[str, object]:
    where = on_pages()
    texts: Sequence[object] = linked(
        [text[language] for text in (row.germany.text, row.israel.text, row.carries, row.carries_not)], language, where
    )
    germany, israel, carries, carries_not = texts
    return {
        "title": row.title[language], "rests": row.rests, "rests_said": _(RESTS[row.rests][0]), "carries": carries, "carries_not": carries_not,
        "seen": [
            (_("Seen in Germany"), line(germany, *marks(row.germany, where, numbers))),  # type: ignore[arg-type]
            (_("Seen in Israel"), line(israel, *marks(row.israel, where, numbers))),  # type: ignore[arg-type]
        ],
        "cases": [content.case(one) for one in row.cases],
    }  # fmt: skip
