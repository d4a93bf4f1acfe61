"""The brief on screen, and as files."""

from __future__ import annotations

import tempfile
from pathlib import Path
from threading import Lock

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.safestring import mark_safe

from shutaf import content
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.reports.brief import Audience, written
from shutaf.reports.document import Document
from shutaf.reports.why import explained
from shutaf.reports.workbook import write_template, write_workbook
from shutaf.reports.writers import PdfFailed, write
from shutaf.reports.writers.html.blocks import Body
from shutaf.web.parts.files import attached
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.limits import limited

FORMS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}
_one_at_a_time = Lock()


def audience_asked(request: HttpRequest, viewer: Viewer) -> Audience:
    """room, unless the driver's brief is asked for by somebody who sees everything."""
    if request.GET.get("for") != "driver":
        return "room"
    if not sees_everything(viewer):
        raise PermissionDenied
    return "driver"


def language_asked(request: HttpRequest) -> str:
    asked = request.GET.get("lang", "")
    return asked if asked in content.LANGUAGES else request.LANGUAGE_CODE


@in_workspace(sees_shared)
def brief(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    audience, language = audience_asked(request, viewer), language_asked(request)
    reading = Reading(request, viewer)
    document = written(reading.prepared, language=language, audience=audience)[0]
    with translation.override(language):
        body = Body(document.labels)
        sections = body.written(document.blocks)
    context = {
        "room": "brief", "document": document, "sections": mark_safe(sections), "contents": [(a, mark_safe(t)) for a, t in body.sections],  # noqa: S308
        "audience": audience, "brief_language": language, "is_empty": not reading.situation.bodies,
        "forms": [("pdf", "PDF"), ("docx", "Word"), ("xlsx", "Excel"), ("html", "HTML")],
    }  # fmt: skip
    return render(request, "brief/page.html", context)


@in_workspace(sees_shared)
@limited("download")
def brief_file(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    if form not in FORMS:
        raise Http404
    audience, language = audience_asked(request, viewer), language_asked(request)
    document = written(Reading(request, viewer).prepared, language=language, audience=audience, is_short="short" in request.GET)[0]
    try:
        with translation.override(language):
            data = _made(document, form)
    except PdfFailed:
        return render(request, "brief/too_large.html", {"room": "brief"}, status=503)
    return attached(data, FORMS[form], f"brief-{audience}.{language}.{form}", f"{request.workspace.name}-brief.{form}")  # type: ignore[attr-defined]


def _made(document: Document, form: str) -> bytes:
    """A PDF takes memory beside us, so they are made one at a time."""
    if form != "pdf":
        return write(document, f".{form}")
    with _one_at_a_time:
        return write(document, ".pdf")


@in_workspace(sees_shared)
@limited("download")
def workbook_file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What this viewer may see, as the workbook that can be read in again."""
    language = language_asked(request)
    return attached(_workbook(Reading(request, viewer), language), FORMS["xlsx"], f"map.{language}.xlsx", f"{request.workspace.name}.xlsx")  # type: ignore[attr-defined]


def _workbook(reading: Reading, language: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.xlsx"
        write_workbook(reading.situation, path, language)
        return path.read_bytes()


@in_workspace(sees_shared)
@limited("download")
def template_file(request: HttpRequest, viewer: Viewer) -> HttpResponse:  # noqa: ARG001
    """An empty workbook with hints and pick lists."""
    language = language_asked(request)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write_template(path, language)
        return attached(path.read_bytes(), FORMS["xlsx"], f"shutaf-template.{language}.xlsx", f"shutaf-{language}.xlsx")


@in_workspace(sees_everything)
def why(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What stands behind a code of a brief."""
    code = request.GET.get("code", "").strip()[:12]
    reading = Reading(request, viewer)
    found = explained(code, reading.prepared, request.LANGUAGE_CODE) if code else ()
    return render(request, "brief/why.html", {"room": "brief", "code": code, "found": found})
