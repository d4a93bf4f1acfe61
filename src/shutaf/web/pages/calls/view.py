"""The list of open invitations, and a new one drafted from an initiative, a partnership, or from the goals of the place."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.calls.actions import call_create
from shutaf.partnerships.calls.queries import calls_list
from shutaf.partnerships.paths import PartnershipFacts, partnerships_visible
from shutaf.partnerships.queries import situation
from shutaf.reports.call.text import CallAbout, call_texts
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_everything)
def calls(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    today, trail = today_of(request.workspace), {one.ref: one for one in reading.current.choosing.calls}  # type: ignore[attr-defined]
    of = next((one for one in reading.current.initiatives if one.ref == request.GET.get("initiative")), None)
    shown = [
        (one, one.title_in(request.LANGUAGE_CODE), one.phase(today), trail.get(one.ref))
        for one in calls_list(viewer)
        if of is None or one.initiative == of.ref
    ]
    return render(request, "calls/page.html", {"room": "initiatives", "calls": shown, "of": of})


class NewCall(forms.Form):
    """What the draft is made from."""

    initiative = forms.ChoiceField(required=False)
    partnership = forms.ChoiceField(required=False)

    def __init__(self, *args: object, initiatives: list[tuple[str, str]], partnerships: list[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        for key, label, hint, choices in (
            (
                "initiative",
                _("For which initiative?"),
                _("Its problem, its idea and what it cannot do without are written into the draft."),
                initiatives,
            ),
            (
                "partnership",
                _("Of which partnership?"),
                _("Its goals are written into the draft; without one, the goals of the place."),
                partnerships,
            ),
        ):
            field = self.fields[key]
            assert isinstance(field, forms.ChoiceField)
            field.label, field.help_text, field.choices = label, hint, [("", _("none")), *choices]
            field.widget.attrs["aria-describedby"] = f"id_{key}_helptext"

    def common_fields(self) -> list[forms.BoundField]:
        return [self["initiative"], self["partnership"]]


@in_workspace(may_edit)
def call_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen, partnerships = situation(viewer), partnerships_visible(viewer)
    initiatives = [(one.ref, one.name) for one in seen.initiatives]
    first = {key: request.GET.get(key, "") for key in ("initiative", "partnership")}
    if not first["partnership"] and len(partnerships) == 1:
        first["partnership"] = partnerships[0].ref
    form = NewCall(typed(request), initial=first, initiatives=initiatives, partnerships=[(one.ref, one.name) for one in partnerships])
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        about = _about(request, viewer, chosen["initiative"], next((one for one in partnerships if one.ref == chosen["partnership"]), None))
        ref, deed = call_create(
            viewer, texts=call_texts(seen, about), initiative_ref=chosen["initiative"], partnership_ref=chosen["partnership"]
        )
        messages.success(request, _("Drafted in four languages. Nothing is public yet."), extra_tags=f"undo:{deed}")
        return redirect("call_edit", viewer.workspace_ref, ref)
    context = {
        "room": "initiatives", "form": form, "title": _("Draft an open invitation"), "back": reverse("calls", args=[viewer.workspace_ref]), "keeps_form": True,
    }  # fmt: skip
    return render(request, "parts/form_page.html", context)


def _about(request: HttpRequest, viewer: Viewer, initiative: str, partnership: PartnershipFacts | None) -> CallAbout:
    seen = situation(viewer)
    return CallAbout(
        asks=seen.place.name or request.workspace.name,  # type: ignore[attr-defined]
        initiative=next((one for one in seen.initiatives if one.ref == initiative), None),
        name=partnership.name if partnership else "",
        goals=(partnership.goals if partnership else ()) or seen.place.goals,
    )
