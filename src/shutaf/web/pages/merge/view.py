"""Pairs that may be one body; two of them side by side; the merge."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Word
from shutaf.reports.document import plain
from shutaf.reports.wording.speech import Speech
from shutaf.stewardship.duplicates import bodies_are_two, duplicates
from shutaf.stewardship.merging import MergePreview, SameBodyError, bodies_merge, merge_preview
from shutaf.web.parts.bodies_choice import bodies_choice
from shutaf.web.parts.deeds import tables_said
from shutaf.web.parts.reading import Reading
from shutaf.web.parts.values import said_field, said_value
from shutaf.web.shell.access import in_workspace

SHOWN = 50
WHY = {
    "number": N_("they have the same registration number"),
    "same_name": N_("they have the same name"),
    "address": N_("people in both have the same address or phone"),
    "alike": N_("their names are alike"),
}
FIELDS = {
    "names": N_("names in other languages"), "size": N_("size"), "activity": N_("what it does"), "impact": N_("its impact"),
    "change_agent_why": N_("why it drives change"), "unexpected_ally": N_("unexpected ally"), "head": N_("head"), "reports_to": N_("reports to"),
    "influence_1_10": N_("influence, from 1 to 10"), "interest_1_10": N_("interest, from 1 to 10"),
}  # fmt: skip
"""Fields that are no column of the workbook, and scores whose column writes the range in signs."""

LISTS = {
    "sector": "sector", "invite": "invite", "change_agent": "answer", "would_join": "answer", "themes": "theme", "targets": "theme",
    "goals_not_alone": "theme", "motives": "motive", "barriers": "barrier", "own_targets": "theme",
}  # fmt: skip


@in_workspace(may_edit)
def merge(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found = duplicates(viewer)
    bodies = Reading(request, viewer).current.body_by_ref
    pairs = [
        (bodies[pair.one], bodies[pair.other], [_(WHY[reason]) for reason in pair.reasons])
        for pair in found or ()
        if pair.one in bodies and pair.other in bodies
    ]
    context = {
        "room": "more", "pairs": pairs[:SHOWN], "more": max(0, len(pairs) - SHOWN), "is_looking": found is None,
        "bodies": bodies_choice(request, viewer), "asked": request.GET.get("body", ""),
    }  # fmt: skip
    return render(request, "merge/page.html", context)


def _preview(viewer: Viewer, asked: Any) -> MergePreview:
    try:
        return merge_preview(viewer, keep=asked.get("keep", ""), away=asked.get("away", ""))
    except (NotAllowedError, SameBodyError) as refused:
        raise Http404 from refused


def _in_language(preview: MergePreview, speech: Speech) -> MergePreview:
    """The same, with the names as the reader meets them on every page."""
    return replace(preview, kept_name=speech.body(preview.kept_ref).text, other_name=speech.body(preview.other_ref).text)


@in_workspace(may_edit)
def merge_two(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """GET shows both side by side, POST merges."""
    asked = request.POST if request.method == "POST" else request.GET
    if asked.get("keep") and asked.get("keep") == asked.get("away"):
        messages.info(request, _("These are one row already. Two different bodies are needed."))
        return redirect("merge", viewer.workspace_ref)
    language, speech = request.LANGUAGE_CODE, Speech(request.LANGUAGE_CODE, Reading(request, viewer).current)
    preview = _in_language(_preview(viewer, asked), speech)
    if request.method == "POST":
        choices = {one.name: request.POST.get(f"field-{one.name}", "both") for one in preview.fields if one.is_open}
        notes = {
            one.name: (_note(one.name, preview, language), _said(one.name, one.other, speech)) for one in preview.fields if one.is_open
        }
        notes["names"] = (_note("names", preview, language), "")
        ref = bodies_merge(viewer, keep=preview.kept_ref, away=preview.other_ref, choices=choices, notes=notes)  # type: ignore[arg-type]
        messages.success(request, _("Merged. Everything of both is kept in one place."), extra_tags=f"undo:{ref}")
        return redirect("body", viewer.workspace_ref, preview.kept_ref)
    rows = [
        (
            one,
            _field(one.name, language),
            _said(one.name, one.kept, speech),
            _said(one.name, one.other, speech),
            _said(one.name, one.becomes, speech),
        )
        for one in preview.fields
    ]
    context = {
        "room": "more",
        "preview": preview,
        "rows": rows,
        "tables": tables_said(),
        "open": sum(one.is_open for one in preview.fields),
    }
    return render(request, "merge/two.html", context)


def _note(name: str, preview: MergePreview, language: str) -> str:
    """The header of what the second body said, in a field of the kept one's own."""
    return f"{_field(name, language)} ({preview.other_name})"[:300]


def _field(name: str, language: str) -> str:
    return _(FIELDS[name]) if name in FIELDS else said_field(name, "body", language)


def _said(name: str, value: Any, speech: Speech) -> str:
    """A value as the page shows it: words of closed lists, dates and numbers in the reader's language, names for refs. "" when it is not known."""
    if value in (None, "", (), "unknown"):
        return ""
    if name == "rated_by":
        return speech.who(value).text
    if name == "as_of":
        return speech.date(value)
    if isinstance(value, float):
        return speech.digits(value)
    if name == "names":
        return _(", ").join(text for _language, text in value)
    if name in LISTS:
        several = value if isinstance(value, tuple) else (value,)
        words = [speech.word(LISTS[name], one if isinstance(one, Word) else Word("", str(one))) for one in several]
        return plain(speech.several(words), isolate=False)
    return said_value(value)


@in_workspace(may_edit)
@require_POST
def merge_apart(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    try:
        ref = bodies_are_two(viewer, one=request.POST.get("one", ""), other=request.POST.get("other", ""))
    except NotAllowedError as refused:
        raise Http404 from refused
    messages.success(request, _("Noted: these are two. They are not proposed again."), extra_tags=f"undo:{ref}")
    return redirect("merge", viewer.workspace_ref)
