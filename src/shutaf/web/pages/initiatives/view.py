"""Candidate initiatives with what is known of each, the first one with its reasons, and the form."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.actions import initiative_remove, initiative_save
from shutaf.partnerships.queries import situation
from shutaf.reports.brief import labels
from shutaf.reports.brief.initiative import first_initiative
from shutaf.reports.writers.html.blocks import Body as BlockWriter
from shutaf.web.pages.body_edit.view import page, typed
from shutaf.web.pages.initiatives.form import InitiativeForm, initiative_initial
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_everything)
def initiatives(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    blocks = tuple(first_initiative(reading.writing)) if reading.situation.initiatives else ()
    writer = BlockWriter(labels())
    context = {
        "room": "initiatives", "initiatives": reading.situation.initiatives, "first": reading.prepared.ranking.first, "speech": reading.speech,
        "reasons": mark_safe(writer.written(blocks)) if blocks else "",  # noqa: S308 - the writer escapes
    }  # fmt: skip
    return render(request, "initiatives/page.html", context)


@in_workspace(sees_everything)
def initiative(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    reading = Reading(request, viewer)
    found = next((one for one in reading.situation.initiatives if one.ref == ref), None)
    if found is None:
        raise Http404
    by_ref = reading.situation.body_by_ref
    offers = [
        (one, [offer for offer in reading.situation.offers if one.kind.key and offer.kind.key == one.kind.key][:5])
        for one in found.requires
    ]
    context = {
        "room": "initiatives", "initiative": found, "is_first": reading.prepared.ranking.first == ref, "speech": reading.speech, "requires": offers,
        "by_ref": by_ref,
    }  # fmt: skip
    return render(request, "initiatives/one.html", context)


@in_workspace(may_edit)
def initiative_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = InitiativeForm(typed(request), language=request.LANGUAGE_CODE, situation=situation(viewer))
    if request.method == "POST" and form.is_valid():
        deed = initiative_save(viewer, **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("initiatives", viewer.workspace_ref)
    return page(request, form, _("Add an initiative"), reverse("initiatives", args=[viewer.workspace_ref]))


@in_workspace(may_edit)
def initiative_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    seen = situation(viewer)
    found = next((one for one in seen.initiatives if one.ref == ref), None)
    if found is None:
        raise Http404
    form = InitiativeForm(typed(request), language=request.LANGUAGE_CODE, situation=seen, initial=initiative_initial(found, seen))
    back = reverse("initiative", args=[viewer.workspace_ref, ref])
    if request.method == "POST" and form.is_valid():
        deed = initiative_save(viewer, ref=ref, **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(back)
    return page(request, form, _("Edit an initiative"), back, found.name, reverse("initiative_trash", args=[viewer.workspace_ref, ref]))


@in_workspace(may_edit)
@require_POST
def initiative_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = initiative_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("initiatives", viewer.workspace_ref)
