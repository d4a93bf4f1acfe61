"""What is read on pages, to carry away. Its content changes only with the program, so the last guides are remembered."""

from __future__ import annotations

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse

from shutaf import content
from shutaf.reports.document import Document
from shutaf.reports.library import READERS, Reader, article_paper, case_paper, comparison_paper, folder, glossary_paper, guide, zipped
from shutaf.reports.writers import write
from shutaf.web.parts.papers import FORMS, language_asked, made
from shutaf.web.shell.access import open_to_all
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often

PAPER_FORMS = ("pdf", "docx", "html", "zip")
KINDS = {**FORMS, "zip": "application/zip"}
KEPT = 4
"""Guides a process remembers; ours: one is up to 7 MB, and the service shall run in 512."""


@open_to_all
def library_file(request: HttpRequest, form: str) -> HttpResponse:
    """?of= a shelf/key, glossary, comparison, or nothing for the guide; ?reader= whose guide; ?lang=."""
    of, reader = request.GET.get("of", ""), request.GET.get("reader", "all")
    if form not in PAPER_FORMS or (form == "zip" and of) or reader not in READERS:
        raise Http404
    return _sent(request, form, of, reader, f"shutaf-{of.replace('/', '-') or 'library'}")


@open_to_all
def library_case_file(request: HttpRequest, case_id: str, form: str) -> HttpResponse:
    if form not in PAPER_FORMS or form == "zip":
        raise Http404
    return _sent(request, form, f"case/{case_id}", "all", f"shutaf-{case_id}")


def _sent(request: HttpRequest, form: str, of: str, reader: Reader, name: str) -> HttpResponse:
    if is_too_often(request, "library"):
        return too_many(request)
    language = language_asked(request)
    response = made(
        request,
        lambda: _part(of, language, form) if of else _whole(reader, language, form),
        KINDS[form],
        f"{name}.{language}.{form}",
        f"{name}.{language}.{form}",
    )
    if response.status_code == 200:
        response["Cache-Control"] = "private, max-age=3600"
    return response


@lru_cache(maxsize=KEPT)
def _whole(reader: Reader, language: str, form: str) -> bytes:
    if form == "zip":
        return zipped(folder(language=language, reader=reader))
    return write(guide(language=language, reader=reader), f".{form}")


def _part(of: str, language: str, form: str) -> bytes:
    return write(document(of, language), f".{form}")


def document(of: str, language: str) -> Document:
    """404 for what the library does not hold."""
    shelf, _slash, key = of.partition("/")
    try:
        match shelf:
            case "glossary":
                return glossary_paper(language=language)
            case "comparison":
                return comparison_paper(language=language)
            case "case":
                return case_paper(content.case(key), language=language)
        return article_paper(content.article(shelf, key), language=language)  # type: ignore[arg-type]
    except KeyError:
        raise Http404 from None
