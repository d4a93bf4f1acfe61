"""One interest, one fact, one answer of an informant: changed, taken back, followed."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.told import fact_found, interest_found
from shutaf.bodies.told_actions import (
    integrity_remove,
    integrity_save,
    interest_remove,
    interest_save,
    statement_follow,
    statement_remove,
)
from shutaf.web.pages.body_edit.view import page, typed
from shutaf.web.pages.card.row_forms import FactsForm, InterestsForm, fact_initial, interest_initial
from shutaf.web.shell.access import in_workspace


@in_workspace(may_edit)
def interest_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = interest_found(viewer, ref)
    if found is None:
        raise Http404
    form = InterestsForm(typed(request), language=request.LANGUAGE_CODE, initial=interest_initial(found))
    form.fields["text"].required = True
    if request.method == "POST" and form.is_valid():
        deed = interest_save(viewer, body_ref=found.body, ref=ref, **form.interest())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(_body(viewer, found.body))
    removal = reverse("interest_trash", args=[viewer.workspace_ref, ref])
    return page(request, form, _("Edit an interest"), _body(viewer, found.body), found.text, removal)


@in_workspace(may_edit)
def fact_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = fact_found(viewer, ref)
    if found is None:
        raise Http404
    form = FactsForm(typed(request), language=request.LANGUAGE_CODE, initial=fact_initial(found))
    for name in ("text", "source", "as_of"):
        form.fields[name].required = True
    if request.method == "POST" and form.is_valid():
        deed = integrity_save(viewer, body_ref=found.body, ref=ref, **form.fact())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(_body(viewer, found.body))
    return page(
        request, form, _("Edit a fact"), _body(viewer, found.body), found.text, reverse("fact_trash", args=[viewer.workspace_ref, ref])
    )


@in_workspace(may_edit)
@require_POST
def interest_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = interest_found(viewer, ref)
    return _removed(request, viewer, found.body if found else "", lambda: interest_remove(viewer, ref=ref))


@in_workspace(may_edit)
@require_POST
def fact_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = fact_found(viewer, ref)
    return _removed(request, viewer, found.body if found else "", lambda: integrity_remove(viewer, ref=ref))


@in_workspace(may_edit)
@require_POST
def statement_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    return _removed(request, viewer, request.POST.get("body", ""), lambda: statement_remove(viewer, ref=ref))


@in_workspace(may_edit)
@require_POST
def statement_goes(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = statement_follow(viewer, ref=ref)
    messages.success(request, _("The map goes by this answer now."), extra_tags=f"undo:{deed}")
    return redirect(_body(viewer, request.POST.get("body", "")))


def _removed(request: HttpRequest, viewer: Viewer, body: str, remove: Callable[[], str]) -> HttpResponse:
    deed = remove()
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect(_body(viewer, body))


def _body(viewer: Viewer, ref: str) -> str:
    """The body's page; the list where no body is named."""
    return reverse("body", args=[viewer.workspace_ref, ref]) if ref else reverse("bodies", args=[viewer.workspace_ref])
