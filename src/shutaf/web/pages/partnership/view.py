"""The partnerships of a workspace, and the form of one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf import content
from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.actions import partnership_remove, partnership_save
from shutaf.partnerships.paths import PartnershipFacts, partnership_found, partnerships_visible
from shutaf.partnerships.queries import situation
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.partnership.form import PartnershipForm, partnership_initial
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
def partnerships(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found = [(one, _step(one, request.LANGUAGE_CODE)) for one in partnerships_visible(viewer)]
    return render(request, "partnership/page.html", {"room": "home", "partnerships": found})


def _step(one: PartnershipFacts, language: str) -> str:
    return content.step(one.step).names[language] if one.step else ""


@in_workspace(may_edit)
def partnership_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen = situation(viewer)
    form = PartnershipForm(
        typed(request), language=request.LANGUAGE_CODE, situation=seen, initial={"state": "open", "name": request.GET.get("name", "")[:300]}
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        ref, deed = partnership_save(viewer, gate_ref=request.GET.get("gate", ""), model_ref=request.GET.get("model", ""), **form.values())
        messages.success(request, _("Saved. Every step is open; begin where you are."), extra_tags=f"undo:{deed}")
        return redirect("path", viewer.workspace_ref, ref)
    return _page(request, form, _("New partnership"), reverse("home", args=[viewer.workspace_ref]))


@in_workspace(may_edit)
def partnership_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = partnership_found(viewer, ref)
    if found is None:
        raise Http404
    form = PartnershipForm(typed(request), language=request.LANGUAGE_CODE, situation=situation(viewer), initial=partnership_initial(found))
    back = reverse("path", args=[viewer.workspace_ref, ref])
    if request.method == "POST" and form.is_valid():
        _ref, deed = partnership_save(viewer, ref=ref, **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(back)
    return _page(request, form, _("Edit a partnership"), back, found.name, reverse("partnership_trash", args=[viewer.workspace_ref, ref]))


@in_workspace(may_edit)
@require_POST
def partnership_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = partnership_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("partnerships", viewer.workspace_ref)


def _page(request: HttpRequest, form: PartnershipForm, title: str, back: str, about: str = "", removal: str = "") -> HttpResponse:
    context = {"room": "home", "form": form, "title": title, "back": back, "about": about, "removal": removal, "keeps_form": True}
    return render(request, "parts/form_page.html", context)
