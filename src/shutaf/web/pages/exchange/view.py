"""Needs and offers side by side, what fits, and the form of one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.exchange.actions import resource_remove, resource_save
from shutaf.exchange.lines import resource_found
from shutaf.partnerships.queries import situation
from shutaf.web.pages.body_edit.view import page, typed
from shutaf.web.pages.exchange.form import ResourceForm, resource_initial
from shutaf.web.pages.exchange.listing import listing_of
from shutaf.web.parts.matched import match_cards, near_cards
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace

MOST_FITS, MOST_NEAR = 6, 4
"""Here, above the list; the page of matches has them all."""


@in_workspace(sees_shared)
def exchange(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    context = {
        "room": "exchange", "listing": listing_of(request, viewer, reading.situation), "matches": match_cards(reading, most=MOST_FITS),
        "near": near_cards(reading)[:MOST_NEAR], "pair_count": len(reading.prepared.suggested), "speech": reading.speech, "can_add": may_edit(viewer) or bool(viewer.body_refs),
    }  # fmt: skip
    return render(request, "exchange/page.html", context)


def _form(request: HttpRequest, viewer: Viewer, **options: object) -> ResourceForm:
    own = () if may_edit(viewer) else viewer.body_refs
    return ResourceForm(typed(request), language=request.LANGUAGE_CODE, situation=situation(viewer), own=own, **options)


@in_workspace(sees_shared)
def resource_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    body = request.GET.get("body", "")
    if not may_edit(viewer) and (not viewer.body_refs or (body and body not in viewer.body_refs)):
        raise NotAllowedError("may_edit_body")
    form = _form(
        request,
        viewer,
        initial={"side": request.GET.get("side", "need"), "body_ref": body or next(iter(viewer.body_refs), ""), "visible_to": "editors"},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        deed = resource_save(viewer, body_ref=data["body_ref"], side=data["side"], **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("body", viewer.workspace_ref, data["body_ref"])
    return page(request, form, _("Add a need or an offer"), reverse("exchange", args=[viewer.workspace_ref]))


@in_workspace(sees_shared)
def resource_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = resource_found(viewer, ref)
    if found is None:
        raise NotAllowedError("may_edit_body") if viewer.role in ("viewer", "partner") else Http404
    form = _form(request, viewer, initial=resource_initial(found))
    back = reverse("body", args=[viewer.workspace_ref, found.body])
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        deed = resource_save(viewer, ref=ref, body_ref=data["body_ref"], side=data["side"], **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(back)
    return page(request, form, _("Edit a need or an offer"), back, found.title, reverse("resource_trash", args=[viewer.workspace_ref, ref]))


@in_workspace(sees_shared)
@require_POST
def resource_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = resource_found(viewer, ref)
    if found is None:
        raise NotAllowedError("may_edit_body")
    deed = resource_remove(viewer, ref=ref, body_ref=found.body)
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("body", viewer.workspace_ref, found.body)
