"""The letter to one body: to edit beside its rows, to say ready, to copy, and as files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.dossiers import About, letter_now, parts_next
from shutaf.partnerships.letter_actions import NotReadyError, letter_save, letter_settle
from shutaf.partnerships.letters import said_before
from shutaf.reports.document import Document
from shutaf.reports.dossier.language import letter_language
from shutaf.reports.dossier.letter import Letter, document, letter_text
from shutaf.reports.wording.speech import Speech
from shutaf.reports.writers.html.blocks import Body
from shutaf.web.pages.dossier_letter.form import LetterForm
from shutaf.web.pages.dossiers.view import FORMS, asked_about
from shutaf.web.parts.papers import form_known, paper
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept
from shutaf.web.shell.limits import limited


@in_workspace(sees_everything)
def letter(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    subject, language, why = _asked(request, viewer, ref)
    if request.method == "POST" and not may_edit(viewer):
        raise PermissionDenied
    found = letter_now(viewer, subject, ref, language)
    typed = request.POST if request.method == "POST" else kept(request)
    before = said_before(viewer, subject.initiative.ref, language) if found.open_texts else {}
    form = LetterForm(typed, letter=found, direction="rtl" if language in ("he", "ar") else "ltr", said_before=before)
    if request.method == "POST" and form.is_valid():
        return _saved(request, viewer, subject, ref, language, form)
    return render(
        request,
        "dossier_letter/page.html",
        _context(subject, ref, found, form) | {"why": why, "may_edit_letter": may_edit(viewer)},
    )


def _saved(request: HttpRequest, viewer: Viewer, subject: About, ref: str, language: str, form: LetterForm) -> HttpResponse:
    """What was typed is written down in any case; ready only when nothing is open."""
    here = reverse("dossier_letter", args=[viewer.workspace_ref, ref]) + "?" + urlencode({"for": subject.initiative.ref, "lang": language})
    parts = parts_next(form.letter, form.words(), form.read_again())
    deed = letter_save(viewer, initiative_ref=subject.initiative.ref, body_ref=ref, language=language, parts=parts, said=form.said())
    if request.POST.get("do") != "ready":
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(here)
    try:
        deed = letter_settle(viewer, subject, body_ref=ref, language=language)
    except NotReadyError:
        messages.warning(request, _("Saved, but not ready yet: what is open stands below."))
    else:
        messages.success(request, _("The letter is ready."), extra_tags=f"undo:{deed}")
    return redirect(here)


@in_workspace(sees_everything)
@limited("download")
def letter_file(request: HttpRequest, viewer: Viewer, form: str, ref: str) -> HttpResponse:
    form_known(form)
    subject, language, _why = _asked(request, viewer, ref)
    made = _document(subject, letter_now(viewer, subject, ref, language))
    with translation.override(language):
        return paper(request, made, form, "letter")


def _asked(request: HttpRequest, viewer: Viewer, ref: str) -> tuple[About, str, str]:
    """The initiative, the letter's language and by what it was chosen: asked, or what the body speaks."""
    subject = asked_about(request, viewer, request.GET.get("for", ""))
    if ref not in subject.situation.body_by_ref:
        raise Http404
    wanted = request.GET.get("lang", "")
    language, why = letter_language(subject.situation, ref)
    return (subject, language, why) if wanted not in content.LANGUAGES or wanted == language else (subject, wanted, "asked")


def _document(subject: About, found: Letter) -> Document:
    language, situation = found.draft.language, subject.situation
    with translation.override(language):
        made = document(found, Speech(language, situation), today=subject.prepared.today, is_fictional=situation.is_fictional)
        return replace(made, title=found.title)


def _context(subject: About, ref: str, found: Letter, form: LetterForm) -> dict[str, Any]:
    made = _document(subject, found)
    with translation.override(found.draft.language):
        sections = Body(made.labels).written(made.blocks)
        text = letter_text(made, with_mark=not found.is_ready)
    return {
        "room": "initiatives", "initiative": subject.initiative, "body": subject.situation.body_by_ref[ref], "letter": found, "form": form, "document": made,
        "sections": mark_safe(sections), "text": text, "lines": min(30, text.count("\n") + 6), "forms": FORMS,  # noqa: S308
        "asked": urlencode({"for": subject.initiative.ref, "lang": found.draft.language}), "about": urlencode({"for": subject.initiative.ref}),
        "them": subject.for_them(ref),
    }  # fmt: skip
