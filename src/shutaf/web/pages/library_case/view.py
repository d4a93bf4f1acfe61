"""One case: where, who, what was done, what came of it, what it needs, and what nobody told."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf import content
from shutaf.web.pages.library_case.onward import like_it, told_in
from shutaf.web.pages.library_case.picture import picture
from shutaf.web.pages.library_case.shown import shown
from shutaf.web.shell.access import open_to_all

FORMS = (("pdf", "PDF"), ("docx", "Word"))


@open_to_all
def library_case(request: HttpRequest, ref: str) -> HttpResponse:
    try:
        case = content.case(ref)
    except KeyError:
        raise Http404 from None
    language = request.LANGUAGE_CODE or "he"
    address = request.build_absolute_uri(request.path)
    return render(
        request,
        "library_case/page.html",
        {
            "case": case, "shown": shown(case, language), "picture": picture(case, language), "address": address, "forms": FORMS,
            "near": like_it(case, content.cases()), "told_in": told_in(case),
        },
    )  # fmt: skip
