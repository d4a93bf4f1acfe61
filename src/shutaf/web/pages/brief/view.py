"""The brief on screen, and as files."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.safestring import mark_safe

from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.preparation import Preparation
from shutaf.partnerships.known import known_of
from shutaf.reports.brief import Audience, written
from shutaf.reports.dossier.known import Known
from shutaf.reports.why import explained
from shutaf.reports.workbook import write_template, write_workbook
from shutaf.reports.writers.html.blocks import Body
from shutaf.web.parts.files import attached
from shutaf.web.parts.papers import FORMS, form_known, language_asked, paper
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.limits import limited


def audience_asked(request: HttpRequest, viewer: Viewer) -> Audience:
    """room, unless the driver's brief is asked for by somebody who sees everything."""
    if request.GET.get("for") != "driver":
        return "room"
    if not sees_everything(viewer):
        raise PermissionDenied
    return "driver"


def _known(viewer: Viewer, prepared: Preparation) -> Callable[[Sequence[str]], Mapping[str, Known]]:
    """Asked for the driver's brief only, by those who see everything."""
    return lambda refs: known_of(viewer, refs, today=prepared.today)


@in_workspace(sees_shared)
def brief(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    audience, language = audience_asked(request, viewer), language_asked(request)
    reading = Reading(request, viewer)
    document = written(reading.prepared, language=language, audience=audience, known=_known(viewer, reading.prepared))[0]
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
    form_known(form)
    audience, language = audience_asked(request, viewer), language_asked(request)
    prepared, is_short = Reading(request, viewer).prepared, "short" in request.GET
    document = written(prepared, language=language, audience=audience, is_short=is_short, known=_known(viewer, prepared))[0]
    return paper(request, document, form, f"brief-{audience}")


@in_workspace(sees_shared)
@limited("download")
def workbook_file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What this viewer may see, as the workbook that can be read in again."""
    language, reading = language_asked(request), Reading(request, viewer)
    contact_read(viewer, what="workbook", people=len(reading.situation.people))
    return attached(_workbook(reading, language), FORMS["xlsx"], f"map.{language}.xlsx", f"{request.workspace.name}.xlsx")  # type: ignore[attr-defined]


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
