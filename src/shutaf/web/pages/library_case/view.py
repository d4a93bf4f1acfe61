"""One case: where, who, what was done, what came of it, what it needs, and what nobody told."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf import content
from shutaf.web.pages.library_case.picture import picture
from shutaf.web.pages.library_case.shown import shown
from shutaf.web.shell.access import open_to_all
from shutaf.web.shell.asked_language import in_asked_language

FORMS = ("pdf", "docx")


@open_to_all
@in_asked_language
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
        {"case": case, "shown": shown(case, language), "picture": picture(case, language), "address": address, "forms": FORMS},
    )
