"""New bodies, changes of bodies, people of bodies."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.actions import PARTNER_FIELDS, body_change, body_create, person_save
from shutaf.web.pages.body_edit.form import BodyForm, DepartmentForm, NewBodyForm, PersonForm, body_initial
from shutaf.web.parts.body_to_edit import body_to_edit
from shutaf.web.parts.sheet_form import SheetForm
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept


def page(
    request: HttpRequest, form: SheetForm, title: str, back: str, about: str = "", removal: str = "", *, room: str = "bodies"
) -> HttpResponse:
    context = {"room": room, "form": form, "title": title, "back": back, "about": about, "removal": removal, "keeps_form": True}
    return render(request, "parts/form_page.html", context)


def typed(request: HttpRequest) -> object:
    return request.POST if request.method == "POST" else kept(request)


@in_workspace(may_edit)
def body_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = NewBodyForm(typed(request), language=request.LANGUAGE_CODE, initial={"change_agent": "unknown", "invite": "unknown"})
    if request.method == "POST" and form.is_valid():
        ref = body_create(viewer, is_department=form.cleaned_data["is_department"], **form.values())
        messages.success(request, _("Saved."))
        return redirect("body", viewer.workspace_ref, ref)
    return page(request, form, _("Add a body"), reverse("bodies", args=[viewer.workspace_ref]))


@in_workspace(sees_shared)
def body_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    body = body_to_edit(viewer, ref)
    only = None if may_edit(viewer) else PARTNER_FIELDS | {f"name_{code}" for code in ("he", "ar", "en", "de")}
    kind: type[SheetForm] = DepartmentForm if body.is_department else BodyForm
    form = kind(typed(request), language=request.LANGUAGE_CODE, only=only, initial=body_initial(body))
    if request.method == "POST" and form.is_valid():
        deed = body_change(viewer, ref=ref, **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("body", viewer.workspace_ref, ref)
    contact_read(viewer, what="body", body_ref=ref, people=int(bool(body.department and body.department.contact)))
    return page(request, form, _("Edit a body"), reverse("body", args=[viewer.workspace_ref, ref]), body.name_in(request.LANGUAGE_CODE))


@in_workspace(sees_shared)
def person_new(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    body = body_to_edit(viewer, ref)
    form = PersonForm(typed(request), language=request.LANGUAGE_CODE)
    if request.method == "POST" and form.is_valid():
        person_save(viewer, body_ref=ref, **form.values())
        messages.success(request, _("Saved."))
        return redirect(reverse("body", args=[viewer.workspace_ref, ref]) + "#people")
    return page(request, form, _("Add a person"), reverse("body", args=[viewer.workspace_ref, ref]), body.name_in(request.LANGUAGE_CODE))
