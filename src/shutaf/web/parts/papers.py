"""How does a document leave a page as a file? In one of four forms; a PDF takes memory beside us, so they are made one at a time."""

from __future__ import annotations

from threading import Lock

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
_one_at_a_time = Lock()


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
    """The document as a download, `plain_name` in its file name; a page that says so when it is too large for a PDF."""
    try:
        data = _made(document, form)
    except PdfFailed:
        return render(request, "brief/too_large.html", {"room": "brief"}, status=503)
    name = f"{request.workspace.name}-{plain_name.partition('-')[0]}.{form}"  # type: ignore[attr-defined]
    return attached(data, FORMS[form], f"{plain_name}.{document.language}.{form}", name)


def _made(document: Document, form: str) -> bytes:
    if form != "pdf":
        return write(document, f".{form}")
    with _one_at_a_time:
        return write(document, ".pdf")
