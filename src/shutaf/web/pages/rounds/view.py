"""Rounds of rating: the list, a new one, a change before it is opened."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_facilitate, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.criteria.ranking import rank_initiatives
from shutaf.analysis.situation import Situation
from shutaf.partnerships.asked import criteria_to_ask
from shutaf.partnerships.queries import situation
from shutaf.partnerships.round_actions import round_remove, round_save
from shutaf.partnerships.rounds import RoundFacts, round_found, rounds_list
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.rounds.form import RoundForm
from shutaf.web.shell.access import in_workspace

MOST_AT_FIRST, FIRST_ASKED = 6, ("chance", "months_to_result", "willing", "light")


@in_workspace(sees_everything)
def rounds(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    context = {"room": "initiatives", "rounds": rounds_list(viewer), "has_initiatives": bool(situation(viewer).initiatives)}
    return render(request, "rounds/page.html", context)


@in_workspace(may_facilitate)
def round_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen = situation(viewer)
    if not seen.initiatives:
        messages.info(request, _("Write down an initiative first; then it can be rated."))
        return redirect("rounds", viewer.workspace_ref)
    initial = {"name": _("Where do we begin?"), "initiatives": _first_chosen(seen), "criteria": FIRST_ASKED}
    return _form_page(request, viewer, None, initial)


def _first_chosen(seen: Situation) -> list[str]:
    """Those on the shortlist; without one the six that rank highest."""
    listed = [one.ref for one in seen.initiatives if one.shortlist in ("listed", "confirmed")]
    return (listed if len(listed) > 1 else [row.ref for row in rank_initiatives(seen).rows])[:MOST_AT_FIRST]


@in_workspace(may_facilitate)
def round_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = round_found(viewer, ref)
    if found is None:
        raise Http404
    if found.state != "draft":
        messages.info(request, _("It is open already: what is asked stays as it is. A new rating can ask something else."))
        return redirect("round", viewer.workspace_ref, ref)
    initial = {
        "name": found.name,
        "initiatives": [ref for ref, _name in found.initiatives],
        "criteria": [one.key for one in found.criteria],
    }
    return _form_page(request, viewer, found, initial)


def _form_page(request: HttpRequest, viewer: Viewer, found: RoundFacts | None, initial: dict[str, Any]) -> HttpResponse:
    language, ref = request.LANGUAGE_CODE or "he", found.ref if found else ""
    form = RoundForm(
        typed(request), situation=situation(viewer), criteria=criteria_to_ask(viewer.workspace_id), language=language, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        made, deed = round_save(viewer, ref=ref, **form.cleaned_data)
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("round", viewer.workspace_ref, made)
    back = reverse("round", args=[viewer.workspace_ref, ref]) if ref else reverse("rounds", args=[viewer.workspace_ref])
    title, removal = (
        (_("Change the rating"), reverse("round_trash", args=[viewer.workspace_ref, ref])) if ref else (_("Let several people rate"), "")
    )
    context = {
        "room": "initiatives",
        "form": form,
        "title": title,
        "back": back,
        "about": found.name if found else "",
        "removal": removal,
        "keeps_form": True,
    }
    return render(request, "parts/form_page.html", context)


@in_workspace(may_facilitate)
@require_POST
def round_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = round_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("rounds", viewer.workspace_ref)
