"""Writing an initiative down, changing it, moving it to the trash."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.actions import initiative_remove, initiative_save
from shutaf.partnerships.criteria import criteria_facts
from shutaf.partnerships.queries import situation
from shutaf.web.pages.body_edit.view import page, typed
from shutaf.web.pages.initiatives.form import InitiativeForm, initiative_initial
from shutaf.web.pages.initiatives.one import found_in
from shutaf.web.shell.access import in_workspace


@in_workspace(may_edit)
def initiative_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen = situation(viewer)
    form = InitiativeForm(typed(request), language=request.LANGUAGE_CODE, situation=seen, criteria=criteria_facts(viewer, seen))
    if request.method == "POST" and form.is_valid():
        deed = initiative_save(viewer, **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("initiatives", viewer.workspace_ref)
    return page(request, form, _("Add an initiative"), reverse("initiatives", args=[viewer.workspace_ref]), room="initiatives")


@in_workspace(may_edit)
def initiative_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    seen = situation(viewer)
    found = found_in(seen.initiatives, ref)
    facts = criteria_facts(viewer, seen)
    form = InitiativeForm(
        typed(request),
        language=request.LANGUAGE_CODE,
        situation=seen,
        criteria=facts,
        of=found,
        initial=initiative_initial(found, seen, facts, request.LANGUAGE_CODE),
    )
    back = reverse("initiative", args=[viewer.workspace_ref, ref])
    if request.method == "POST" and form.is_valid():
        deed = initiative_save(viewer, ref=ref, **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(back)
    return page(
        request,
        form,
        _("Edit an initiative"),
        back,
        found.name,
        reverse("initiative_trash", args=[viewer.workspace_ref, ref]),
        room="initiatives",
    )


@in_workspace(may_edit)
@require_POST
def initiative_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = initiative_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("initiatives", viewer.workspace_ref)
