"""Which model fits? The questions, the four models in their order with reasons, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf import content
from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.choosing import departments_named
from shutaf.analysis.situation import Initiative
from shutaf.partnerships.model_actions import model_answers_save, model_take
from shutaf.partnerships.model_answers import ModelFacts, model_answers_list
from shutaf.partnerships.paths import PartnershipFacts, partnership_found
from shutaf.partnerships.queries import situation
from shutaf.reports.model_choice import said_choice
from shutaf.reports.nearest import suggested_cases
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.model.form import MOST_CHARACTERS, ModelForm, model_initial
from shutaf.web.pages.model.hints import hints, places_suggested
from shutaf.web.shell.access import in_workspace


@dataclass(frozen=True)
class About:
    """What it is answered of: a partnership, an initiative, or an idea when neither."""

    partnership: PartnershipFacts | None = None
    initiative: Initiative | None = None

    @property
    def refs(self) -> dict[str, str]:
        return {
            "partnership_ref": self.partnership.ref if self.partnership else "",
            "initiative_ref": self.initiative.ref if self.initiative else "",
        }

    @property
    def is_idea(self) -> bool:
        return not (self.partnership or self.initiative)

    @property
    def typology(self) -> str:
        return self.partnership.typology if self.partnership else self.initiative.typology.key if self.initiative else ""

    def address(self, viewer: Viewer, ref: str = "") -> str:
        if self.partnership:
            return reverse("model_of", args=[viewer.workspace_ref, self.partnership.ref])
        if self.initiative:
            return reverse("model_for", args=[viewer.workspace_ref, self.initiative.ref])
        return reverse("model", args=[viewer.workspace_ref]) + (f"?of={ref}" if ref else "")


@in_workspace(sees_everything)
def model(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Of an idea, before there is anything else. ?of=: one answered before."""
    ideas = model_answers_list(viewer)
    wanted = request.GET.get("of", "")
    found = next((one for one in ideas if one.ref == wanted), None)
    if wanted and found is None:
        raise Http404
    return _page(request, viewer, About(), found, ideas)


@in_workspace(sees_everything)
def model_of(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    partnership = partnership_found(viewer, ref)
    if partnership is None:
        raise Http404
    return _page(request, viewer, About(partnership), next(iter(model_answers_list(viewer, partnership_ref=ref)), None))


@in_workspace(sees_everything)
def model_for(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    initiative = _initiative(viewer, ref)
    return _page(request, viewer, About(initiative=initiative), next(iter(model_answers_list(viewer, initiative_ref=ref)), None))


def _initiative(viewer: Viewer, ref: str) -> Initiative:
    found = next((one for one in situation(viewer).initiatives if one.ref == ref), None)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, viewer: Viewer, about: About, found: ModelFacts | None, ideas: tuple[ModelFacts, ...] = ()) -> HttpResponse:
    if request.method == "POST" and not may_edit(viewer):
        raise NotAllowedError("may_edit")
    speech = Speech(request.LANGUAGE_CODE or "he", situation(viewer))
    idea = request.GET.get("idea", "")[:MOST_CHARACTERS]
    initial = model_initial(found.answers, found.idea) if found else model_initial(places_suggested(speech, about.initiative), idea)
    said = hints(speech, about.initiative)
    form = ModelForm(typed(request), language=speech.language, has_idea=about.is_idea, initial=initial, hints=said)
    if request.method == "POST" and form.is_valid():
        ref, deed = model_answers_save(
            viewer, ref=found.ref if found else "", idea=form.cleaned_data.get("idea", ""), answers=form.answers(), **about.refs
        )
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(about.address(viewer, ref))
    return render(request, "model/page.html", _context(speech, about, found, form, ideas))


def _context(speech: Speech, about: About, found: ModelFacts | None, form: ModelForm, ideas: tuple[ModelFacts, ...]) -> dict[str, object]:
    choice = said_choice(found.answers, speech.language) if found else None
    leading = [one.key for one in choice.leading] if choice else []
    return {
        "room": "initiatives" if about.initiative else "home", "about": about, "found": found, "form": form, "choice": choice, "ideas": ideas,
        "is_chosen_beforehand": found is None and form.has_hints, "preconditions": form.preconditions(leading, speech.language), "keeps_form": True, "language": speech.language,
        "departments": departments_named(speech.situation, content.model_departments()), "speech": speech,
        "near": suggested_cases(speech, typologies=leading),
    }  # fmt: skip


@in_workspace(may_edit)
@require_POST
def take(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Write one of the models down for the partnership or the initiative."""
    partnership_ref, initiative_ref = request.POST.get("partnership", ""), request.POST.get("initiative", "")
    about = About(
        partnership_found(viewer, partnership_ref) if partnership_ref else None,
        _initiative(viewer, initiative_ref) if initiative_ref else None,
    )
    try:
        deed = model_take(viewer, typology=request.POST.get("typology", ""), **about.refs)
    except ValueError:
        raise Http404 from None
    messages.success(request, _("Written down as the model."), extra_tags=f"undo:{deed}")
    return redirect(about.address(viewer))
