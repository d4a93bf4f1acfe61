"""Requests with their clock, and one of them with what to do."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.intake.requested import RequestFacts, request_found, requests_list
from shutaf.intake.requesting import REQUEST_DAYS, request_grant, request_make, request_settle
from shutaf.partnerships.queries import situation
from shutaf.web.pages.requests.form import AnswerForm, NewRequestForm
from shutaf.web.parts.bodies_choice import bodies_choice
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.rights import KINDS_SHORT, STATES_SAID
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept


@in_workspace(sees_everything)
def requests(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    today, by_ref = today_of(request.workspace), situation(viewer).body_by_ref  # type: ignore[attr-defined]
    form = None
    if may_edit(viewer):
        typed = request.POST if request.method == "POST" else kept(request)
        form = NewRequestForm(typed, bodies=bodies_choice(request, viewer), initial={"kind": "see", "asked_on": today})
        if request.method == "POST" and form.is_valid():
            data = dict(form.cleaned_data)
            request_make(viewer, today=_day(data.pop("asked_on"), today), **data)
            messages.success(request, _("Written down; it is to be answered within thirty days."))
            return redirect("requests", viewer.workspace_ref)
    waiting = [(one, KINDS_SHORT[one.kind], one.days_left(today), by_ref.get(one.body_ref)) for one in requests_list(viewer, is_open=True)]
    answered = [
        (one, KINDS_SHORT[one.kind], STATES_SAID[one.state], by_ref.get(one.body_ref)) for one in requests_list(viewer, is_open=False)
    ]
    context = {
        "room": "more", "waiting": waiting, "answered": answered, "form": form, "days": REQUEST_DAYS, "keeps_form": form is not None,
        "late": sum(left < 0 for _one, _kind, left, _body in waiting),
    }  # fmt: skip
    return render(request, "requests/page.html", context)


def _day(typed: str, today: str) -> str:
    """A whole day that is not to come; a month or a year alone says too little for a clock."""
    return typed if len(typed) == len(today) and typed <= today else today


@in_workspace(sees_everything)
def request_one(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = request_found(viewer, ref)
    if found is None:
        raise Http404
    today = today_of(request.workspace)  # type: ignore[attr-defined]
    form = AnswerForm(request.POST if request.method == "POST" else kept(request), initial={"state": "done"})
    if request.method == "POST" and form.is_valid():
        return _answered(request, viewer, found, form, today)
    body = situation(viewer).body_by_ref.get(found.body_ref)
    context = {
        "room": "more", "one": found, "kind": KINDS_SHORT[found.kind], "state": STATES_SAID[found.state], "left": found.days_left(today), "body": body,
        "form": form if may_edit(viewer) and found.state == "open" else None, "keeps_form": True, "mend": _where_to_mend(viewer, found),
        "may_let_go": bool(found.about) and found.about_table != "bodies.body" and found.kind in ("object", "erase"),
    }  # fmt: skip
    return render(request, "requests/one.html", context)


def _where_to_mend(viewer: Viewer, found: RequestFacts) -> str:
    """The form of the row it is about, where there is one."""
    pages = {"bodies.body": "body_edit", "exchange.resource": "resource_edit", "relations.tie": "tie_edit"}
    if not found.about:
        return reverse("body", args=[viewer.workspace_ref, found.body_ref]) if found.body_ref else ""
    if found.about_table in pages:
        return reverse(pages[found.about_table], args=[viewer.workspace_ref, found.row_ref])
    return reverse("body", args=[viewer.workspace_ref, found.body_ref]) + "#people"


def _answered(request: HttpRequest, viewer: Viewer, found: RequestFacts, form: AnswerForm, today: str) -> HttpResponse:
    answer = form.cleaned_data["answer"]
    if "let_go" in request.POST:
        deed = request_grant(viewer, ref=found.ref, answer=answer, today=today)
    else:
        deed = request_settle(viewer, ref=found.ref, state=form.cleaned_data["state"], answer=answer, today=today)
    messages.success(request, _("Answered. Whoever asked reads it on their page."), extra_tags=f"undo:{deed}")
    return redirect("requests", viewer.workspace_ref)
