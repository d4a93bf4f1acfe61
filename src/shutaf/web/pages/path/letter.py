"""The letter to the municipality: to read, to copy, or as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.queries import situation
from shutaf.reports.document import Document
from shutaf.reports.letter import LetterFacts, letter_text, municipality_letter, untranslated
from shutaf.web.pages.path.finding import found_partnership
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.papers import form_known, language_asked, paper
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.limits import limited


def _facts(viewer: Viewer, ref: str) -> LetterFacts:
    found = found_partnership(viewer, ref)
    return LetterFacts(found.name, found.goals, found.initiator_body, found.initiator_group, found.partners)


def _document(request: HttpRequest, viewer: Viewer, facts: LetterFacts) -> Document:
    return municipality_letter(situation(viewer), facts, language=language_asked(request), today=today_of(request.workspace))  # type: ignore[attr-defined]


@in_workspace(sees_everything)
def letter(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    facts, language = _facts(viewer, ref), language_asked(request)
    with translation.override(language):
        text = letter_text(_document(request, viewer, facts))
    context = {
        "room": "home", "partnership": found_partnership(viewer, ref), "letter": text, "letter_language": language, "lines": text.count("\n") + 4,
        "letter_direction": "rtl" if language in ("he", "ar") else "ltr", "untranslated": untranslated(facts, situation(viewer), language),
        "forms": [("docx", "Word"), ("pdf", "PDF")],
    }  # fmt: skip
    return render(request, "path/letter.html", context)


@in_workspace(sees_everything)
@limited("download")
def letter_file(request: HttpRequest, viewer: Viewer, ref: str, form: str) -> HttpResponse:
    form_known(form)
    document = _document(request, viewer, _facts(viewer, ref))
    with translation.override(document.language):
        return paper(request, document, form, "letter")
