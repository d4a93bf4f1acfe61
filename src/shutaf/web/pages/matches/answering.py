"""Somebody answers to a match on the page, or takes an answer back."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.exchange.answer_actions import match_answer, match_answer_revoke
from shutaf.exchange.answers import State, speaks_as
from shutaf.web.pages.matches.form import DeclineForm
from shutaf.web.pages.matches.pair import pair_page
from shutaf.web.pages.matches.view import desk_of
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
@require_POST
def match_said(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """state = accepted, talk, or declined with a reason; anything else asks again on the page of the pair."""
    need, offer, state = (request.POST.get(key, "") for key in ("need", "offer", "state"))
    desk = desk_of(request, viewer)
    pair = desk.board.pair(need, offer)
    if pair is None or speaks_as(viewer, pair[0].body, pair[1].body) is None:
        if not may_edit(viewer):
            raise NotAllowedError("may_edit_body")
        messages.info(request, _("This need or offer is not there any more."))
        return _back(request, viewer)
    form = DeclineForm(request.POST if state == "declined" else None)
    if state not in ("accepted", "talk") and not form.is_valid():
        return pair_page(request, desk, pair, form)
    data = form.cleaned_data if form.is_bound else {"reason": "", "note": request.POST.get("note", "").strip()[:1000]}
    deed = match_answer(viewer, need=need, offer=offer, state=cast(State, state), **data)
    messages.success(request, _said(state), extra_tags=f"undo:{deed}")
    return _back(request, viewer)


def _said(state: str) -> str:
    return {
        "accepted": _("Accepted. Now both can be brought together."),
        "talk": _("Noted: to be talked about first."),
        "declined": _("Declined. The pair is out while what the reason speaks of stays as it is."),
    }[state]


@in_workspace(sees_shared)
@require_POST
def match_revoked(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = match_answer_revoke(viewer, ref=ref)
    messages.success(request, _("Taken back. The pair is open again."), extra_tags=f"undo:{deed}")
    return _back(request, viewer)


def _back(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """To the list as it was asked for, or to the page of the pair."""
    query = QueryDict(request.POST.get("back", "")[:1000]).urlencode()
    name = "match" if request.POST.get("from") == "match" else "matches"
    return redirect(reverse(name, args=[viewer.workspace_ref]) + (f"?{query}" if query else ""))
