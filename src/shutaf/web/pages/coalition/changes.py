"""What is sent from the page of a coalition: keep it, let one go, note a propriety point as considered."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.coalition_actions import MOST_LETTERS, coalition_drop, coalition_keep, propriety_consider, propriety_reopen
from shutaf.partnerships.queries import situation
from shutaf.web.pages.coalition.asked import asked_of, query
from shutaf.web.shell.access import in_workspace


def _back(request: HttpRequest, viewer: Viewer, ref: str, place: str = "") -> HttpResponse:
    """To the page as it was asked, which stands in hidden fields of the form."""
    asked = asked_of(request.POST, situation(viewer))
    return redirect(reverse("coalition", args=[viewer.workspace_ref, ref]) + query(asked).rstrip("?") + place)


def _there(viewer: Viewer, ref: str) -> None:
    if not any(one.ref == ref for one in situation(viewer).initiatives):
        raise Http404


@in_workspace(may_edit)
@require_POST
def keep(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """ref: of the initiative."""
    _there(viewer, ref)
    asked = asked_of(request.POST, situation(viewer))
    note = request.POST.get("note", "").strip()
    try:
        members = request.POST.getlist("member")
        deed = coalition_keep(viewer, initiative_ref=ref, members=members, without=asked.without, having=asked.having, note=note)
    except ValueError:
        said = _("The note is too long: {n} letters at most.").format(n=MOST_LETTERS)
        messages.error(
            request, said if len(note) > MOST_LETTERS else _("This set of bodies cannot be kept; the map has changed meanwhile.")
        )
        return _back(request, viewer, ref)
    if deed:
        messages.success(request, _("Kept. It stands below, beside the others."), extra_tags=f"undo:{deed}")
    else:
        messages.info(request, _("This set is kept already."))
    return _back(request, viewer, ref, "#kept")


@in_workspace(may_edit)
@require_POST
def drop(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """ref: of the kept coalition."""
    initiative_ref, deed = coalition_drop(viewer, ref=ref)
    messages.success(request, _("No longer kept."), extra_tags=f"undo:{deed}")
    return _back(request, viewer, initiative_ref, "#kept")


@in_workspace(may_edit)
@require_POST
def consider(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """ref: of the initiative. A point is considered, or waits again."""
    _there(viewer, ref)
    sent = request.POST
    if sent.get("again"):
        deed = propriety_reopen(viewer, ref=sent["again"])
        messages.success(request, _("The point waits again."), extra_tags=f"undo:{deed}")
        return _back(request, viewer, ref, "#propriety")
    try:
        deed = propriety_consider(
            viewer, initiative_ref=ref, body_ref=sent.get("body", ""), point=sent.get("point", ""), note=sent.get("note", "").strip()
        )
    except ValueError:
        messages.error(request, _("The note is too long: {n} letters at most.").format(n=MOST_LETTERS))
        return _back(request, viewer, ref, "#propriety")
    if deed:
        messages.success(request, _("Noted as considered."), extra_tags=f"undo:{deed}")
    return _back(request, viewer, ref, "#propriety")
