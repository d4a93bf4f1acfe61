"""The log of contacts, and one of them to write or change."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.queries import situation
from shutaf.relations.contact_actions import contact_remove, contact_save, contact_settle
from shutaf.relations.contacts import contact, contacts_of, contacts_page
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.contacts.form import ContactForm, contact_initial
from shutaf.web.parts.bodies_choice import bodies_choice
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.talks import talks_with
from shutaf.web.parts.whole import whole
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_everything)
def contacts(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    asked, only_open = request.GET, request.GET.get("show") == "open"
    page = contacts_page(viewer, only_open=only_open, page=whole(asked.get("page", ""), 1))
    by_ref, today = situation(viewer).body_by_ref, today_of(request.workspace)  # type: ignore[attr-defined]
    lines = [(one, by_ref[one.body], one.is_overdue(today)) for one in page.contacts if one.body in by_ref]
    context = {"room": "more", "page": page, "lines": lines, "only_open": only_open, "overdue": sum(late for _one, _body, late in lines)}
    if may_edit(viewer):
        context["form"] = _form(request, viewer, None)
    return render(request, "contacts/page.html", context)


def _form(request: HttpRequest, viewer: Viewer, data: Any, **options: Any) -> ContactForm:
    first = {"on_date": today_of(request.workspace), "ours": viewer.label, "body_ref": request.GET.get("body", "")}  # type: ignore[attr-defined]
    return ContactForm(data, language=request.LANGUAGE_CODE, bodies=bodies_choice(request, viewer), **{"initial": first} | options)


@in_workspace(may_edit)
def contact_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = _form(request, viewer, typed(request))
    if request.method == "POST" and form.is_valid():
        return _kept(request, viewer, form, contact_save(viewer, **form.values()))
    return _page(request, viewer, form, _("Log a contact"))


@in_workspace(may_edit)
def contact_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = contact(viewer, ref)
    if found is None:
        raise Http404
    form = _form(request, viewer, typed(request), initial=contact_initial(found))
    if request.method == "POST" and form.is_valid():
        return _kept(request, viewer, form, contact_save(viewer, ref=ref, **form.values()))
    return _page(request, viewer, form, _("Edit a contact"), reverse("contact_trash", args=[viewer.workspace_ref, ref]))


def _kept(request: HttpRequest, viewer: Viewer, form: ContactForm, deed: str) -> HttpResponse:
    messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
    if request.POST.get("next") == "contacts":
        return redirect("contacts", viewer.workspace_ref)
    return redirect(reverse("body", args=[viewer.workspace_ref, form.cleaned_data["body_ref"]]) + "#log")


def _page(request: HttpRequest, viewer: Viewer, form: ContactForm, title: str, removal: str = "") -> HttpResponse:
    ref = str(form["body_ref"].value() or "")
    seen = situation(viewer)
    known = ref in seen.body_by_ref
    context = {
        "room": "more", "form": form, "title": title, "removal": removal, "keeps_form": True,
        "back": reverse("body", args=[viewer.workspace_ref, ref]) if known else reverse("contacts", args=[viewer.workspace_ref]),
        "talks": talks_with(seen, ref, contacts_of(viewer, ref)) if known else None,
    }  # fmt: skip
    return render(request, "contacts/form.html", context)


@in_workspace(may_edit)
@require_POST
def contact_settled(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    is_settled = request.POST.get("settled", "1") == "1"
    deed = contact_settle(viewer, ref=ref, is_settled=is_settled)
    messages.success(request, _("Marked as kept.") if is_settled else _("Open again."), extra_tags=f"undo:{deed}")
    return _back(request, viewer)


@in_workspace(may_edit)
@require_POST
def contact_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = contact_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("contacts", viewer.workspace_ref)


def _back(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """To where the button stood: the body, the open promises, or the log."""
    body = request.POST.get("body", "")
    if body:
        return redirect(reverse("body", args=[viewer.workspace_ref, body]) + "#promises")
    return redirect(reverse("contacts", args=[viewer.workspace_ref]) + ("?show=open" if request.POST.get("show") == "open" else ""))
