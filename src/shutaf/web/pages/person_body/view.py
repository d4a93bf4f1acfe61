"""Say that a body is a person; as an owner, let it be rated for a while, with the reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from shutaf.accounts.rules import may_edit, may_manage
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.person_actions import OfAPersonError, body_is_person, body_judge_allow, person_state
from shutaf.partnerships.queries import situation
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.fields import day, text
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept


class AllowForm(forms.Form):
    """Until when and why; both, or neither."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["until"] = day(_("Until which day?"), _("A year from today at the latest. Empty ends it and takes the ratings away."))
        self.fields["why"] = text(_("Why is it needed?"), _("The person may ask to read this."), rows=2, most=500)
        for name, field in self.fields.items():
            field.widget.attrs.setdefault("aria-describedby", f"id_{name}_helptext")


@in_workspace(may_edit)
def person_body(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    body = situation(viewer).body_by_ref.get(ref)
    if body is None:
        raise Http404
    state = person_state(viewer, ref)
    if request.method == "POST" and "is_person" in request.POST:
        deed = body_is_person(viewer, ref=ref, is_person=request.POST["is_person"] == "yes")
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("person_body", viewer.workspace_ref, ref)
    typed = request.POST if request.method == "POST" else kept(request)
    form = AllowForm(typed, initial={"until": state.judged_until, "why": state.judged_why}) if may_manage(viewer) else None
    if form is not None and request.method == "POST" and form.is_valid() and _allowed(request, viewer, ref, form):
        return redirect("person_body", viewer.workspace_ref, ref)
    context = {
        "room": "bodies",
        "body": body,
        "name": body.name_in(request.LANGUAGE_CODE),
        "state": state,
        "form": form,
        "keeps_form": True,
    }
    return render(request, "person_body/page.html", context)


def _allowed(request: HttpRequest, viewer: Viewer, ref: str, form: AllowForm) -> bool:
    today = today_of(request.workspace)  # type: ignore[attr-defined]
    try:
        deed = body_judge_allow(viewer, ref=ref, today=today, **form.cleaned_data)
    except OfAPersonError:
        form.add_error("until", _("A whole day within a year from today, and a reason. Example: 2027-01-31"))
        return False
    messages.success(request, _("Saved."), extra_tags=f"undo:{deed}" if deed else "")
    return True
