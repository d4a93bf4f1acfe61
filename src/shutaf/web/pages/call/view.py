"""One call: what it is, its text while it is a draft, publishing, correcting and closing it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf import content
from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import OpenCall, Situation
from shutaf.partnerships.calls import actions
from shutaf.partnerships.calls.queries import PARTS, CallFacts, answers_list, told_list
from shutaf.reports.call.reach import reach_groups, reach_tables, unreached
from shutaf.reports.call.text import foreign_words
from shutaf.reports.document import Cell, Table
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.call.finding import found_call, public_address, trail_of
from shutaf.web.pages.call.form import CallForm, CorrectionForm, call_initial, language_name
from shutaf.web.pages.open_call.said import part_titles, said_call
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.qr import qr_svg
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace

SHOWN_TOLD = 12


@in_workspace(sees_everything)
def call(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found, reading = found_call(viewer, ref), Reading(request, viewer)
    seen, today = reading.current, today_of(request.workspace)  # type: ignore[attr-defined]
    trail, told, answers = trail_of(seen, ref), told_list(viewer, ref), answers_list(viewer, ref)
    speech = Speech(request.LANGUAGE_CODE or "he", seen)
    context = {
        "room": "initiatives", "call": found, "phase": found.phase(today), "call_title": found.title_in(request.LANGUAGE_CODE), "by_ref": seen.body_by_ref,
        "initiative": next((one for one in seen.initiatives if one.ref == found.initiative), None),
        "told": told[:SHOWN_TOLD], "told_more": max(0, len(told) - SHOWN_TOLD), "told_bodies": len({one.body for one in told if one.body}),
        "told_channels": sum(not one.body for one in told), "bodies": len(seen.organisations),
        "answers": len(answers), "waiting": sum(one.state == "waits" for one in answers), "accepted": sum(one.state == "accepted" for one in answers),
        "declined": sum(one.state == "declined" for one in answers), "missing": _missing(found, today) if found.state == "draft" else [],
        "reach": _with_groups(seen, trail, speech), "unreached": unreached(seen, trail, speech), "forms": _forms(),
        "address": public_address(found), "qr": qr_svg(public_address(found)) if found.state != "draft" else "",
    }  # fmt: skip
    return render(request, "call/page.html", context)


def _with_groups(seen: Situation, trail: OpenCall, speech: Speech) -> list[tuple[Table, list[tuple[str, tuple[Cell, ...]]]]]:
    """Each table with its rows, and of each row what to ask the log for its bodies, "" where it has no filter for them."""
    found = []
    for table, (dimension, keys) in zip(reach_tables(seen, trail, speech), reach_groups(seen, trail), strict=True):
        asked = {"sector": "group", "neighbourhood": "near"}.get(dimension, "")
        queries = [urlencode({asked: key}) if asked and key else "" for key in keys]
        found.append((table, list(zip(queries, table.rows, strict=True))))
    return found


def _forms() -> list[tuple[str, str]]:
    return [("pdf", "PDF"), ("docx", "Word"), ("html", "HTML")]


def _missing(found: CallFacts, today: str) -> list[str]:
    """What keeps it from being published, in words."""
    titles = part_titles()
    missing = actions.call_missing(found.texts, found.closes_on, today)
    by_language = [
        _("{language}: {parts}").format(language=language_name(code), parts=", ".join(titles[part] for one, part in missing if one == code))
        for code in content.LANGUAGES
        if any(one == code for one, _part in missing)
    ]
    return [*by_language, *([_("A last day that is still to come")] if ("", "closes_on") in missing else [])]


@in_workspace(may_edit)
def call_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = found_call(viewer, ref)
    if found.state != "draft":
        return redirect("call", viewer.workspace_ref, ref)
    form = CallForm(typed(request), language=request.LANGUAGE_CODE, initial=call_initial(found))
    if request.method == "POST" and form.is_valid():
        deed = actions.call_save(viewer, ref=ref, texts=form.texts(), channels=form.cleaned_data["channels"], **form.days())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("call_preview" if "preview" in request.POST else "call", viewer.workspace_ref, ref)
    context = {
        "room": "initiatives", "form": form, "call": found, "call_title": found.title_in(request.LANGUAGE_CODE), "keeps_form": True,
        "foreign": _foreign(found),
    }  # fmt: skip
    return render(request, "call/edit.html", context)


def _foreign(found: CallFacts) -> dict[str, list[str]]:
    """By language, what stands in letters of another one."""
    texts = {code: "\n".join(found.text(code).get(part, "") for part in PARTS) for code in content.LANGUAGES}
    return {code: list(foreign_words(text, code)) for code, text in texts.items()}


@in_workspace(sees_everything)
def call_preview(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """As everybody will see it, in any of the four languages, before anybody does."""
    found = found_call(viewer, ref)
    asked = request.GET.get("lang", "")
    shown = asked if asked in content.LANGUAGES else request.LANGUAGE_CODE or "he"
    with translation.override(shown):
        said = said_call(found, shown)
    context = {
        "room": "initiatives", "call": found, "shown": shown, "shown_direction": "rtl" if shown in ("he", "ar") else "ltr",
        "choices": [(code, language_name(code)) for code in content.LANGUAGES], "missing": _missing(found, today_of(request.workspace)),  # type: ignore[attr-defined]
        "foreign": [(language_name(code), words) for code, words in _foreign(found).items() if words], **said,
    }  # fmt: skip
    return render(request, "call/preview.html", context)


@in_workspace(may_edit)
@require_POST
def call_publish(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """Only with the tick that all four languages were read: what is published is frozen."""
    found = found_call(viewer, ref)
    if "read" not in request.POST:
        messages.info(request, _("Nothing was published. Read all four languages first, then tick that you did."))
        return redirect("call_preview", viewer.workspace_ref, ref)
    try:
        actions.call_publish(viewer, ref=found.ref, today=today_of(request.workspace))  # type: ignore[attr-defined]
    except actions.NotReadyError:
        messages.info(request, _("Nothing was published: something is still missing."))
        return redirect("call_preview", viewer.workspace_ref, ref)
    messages.success(request, _("Published. The address is open to everybody."))
    return redirect("call", viewer.workspace_ref, ref)


@in_workspace(may_edit)
def call_correct(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = found_call(viewer, ref)
    if found.state != "published":
        raise Http404
    form = CorrectionForm(typed(request), call=found)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["closes_on"]
        actions.call_correct(
            viewer, ref=ref, today=today_of(request.workspace), words=form.words(), closes_on=day.isoformat() if day else ""  # type: ignore[attr-defined]
        )  # fmt: skip
        messages.success(request, _("The correction is public, with its day."))
        return redirect("call", viewer.workspace_ref, ref)
    context = {
        "room": "initiatives", "form": form, "title": _("Correct what was published"), "about": found.title_in(request.LANGUAGE_CODE), "keeps_form": True,
        "back": reverse("call", args=[viewer.workspace_ref, ref]),
    }  # fmt: skip
    return render(request, "parts/form_page.html", context)


@in_workspace(may_edit)
@require_POST
def call_close(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found_call(viewer, ref)
    deed = actions.call_close(viewer, ref=ref)
    messages.success(request, _("Closed. The page says so to everybody."), extra_tags=f"undo:{deed}")
    return redirect("call", viewer.workspace_ref, ref)


@in_workspace(may_edit)
@require_POST
def call_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = actions.call_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("calls", viewer.workspace_ref)
