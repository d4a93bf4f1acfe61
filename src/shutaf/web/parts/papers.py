"""How does a document or a picture leave a page as a file, and what is said when it is too large for a PDF?"""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf import content
from shutaf.reports.document import Document
from shutaf.reports.writers import PdfFailed, write
from shutaf.web.parts.files import attached

FORMS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}


def form_known(form: str) -> str:
    """The form, or 404: asked before anything is computed."""
    if form not in FORMS:
        raise Http404
    return form


def language_asked(request: HttpRequest) -> str:
    """The language a paper is asked for in; the reader's when none is named."""
    asked = request.GET.get("lang", "")
    return asked if asked in content.LANGUAGES else request.LANGUAGE_CODE


def paper(request: HttpRequest, document: Document, form: str, plain_name: str) -> HttpResponse:
    """The document as a download, `plain_name` in its file name."""
    name = f"{request.workspace.name}-{plain_name.partition('-')[0]}.{form}"  # type: ignore[attr-defined]
    return made(request, lambda: write(document, f".{form}"), FORMS[form], f"{plain_name}.{document.language}.{form}", name)


def made(request: HttpRequest, make: Callable[[], bytes], kind: str, plain_name: str, name: str) -> HttpResponse:
    """What `make` writes as a download; a page that says so when a PDF cannot be made of it."""
    try:
        data = make()
    except PdfFailed:
        return render(request, "parts/too_large.html", status=503)
    return attached(data, kind, plain_name, name)
