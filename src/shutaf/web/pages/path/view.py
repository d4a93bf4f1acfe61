"""The path of one partnership, and each of its steps."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf import content
from shutaf.accounts.rules import may_edit, sees_everything, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.actions import partnership_step, step_record
from shutaf.partnerships.paths import PathFacts
from shutaf.partnerships.queries import situation
from shutaf.reports.nearest import MOST, NearCase, near_cases, place_profile
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.path.checks import shown_checks
from shutaf.web.pages.path.finding import found_path, found_step
from shutaf.web.pages.path.form import StepForm, step_initial
from shutaf.web.pages.path.lead import lead_advice
from shutaf.web.pages.path.recorded import said_records
from shutaf.web.pages.path.tools import tools_for
from shutaf.web.parts.stations import stations
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
def path(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found, language = found_path(viewer, ref), request.LANGUAGE_CODE
    now = content.step(found.step)
    speech = Speech(language, situation(viewer))
    context = {
        "room": "home", "path": found, "partnership": found.partnership, "stations": stations(found, language), "speech": speech,
        "leads": lead_advice(found.partnership.is_led_by_municipality),
        "now": now, "now_name": now.names[language], "why": now.why[language], "held": found.checks.get(now.key),
        "checks": shown_checks(now, found.checks[now.key], speech.situation, speech) if found.checks else (),
    }  # fmt: skip
    return render(request, "path/page.html", context)


@in_workspace(sees_shared)
def step(request: HttpRequest, viewer: Viewer, ref: str, step: str) -> HttpResponse:
    found, one, seen, language = found_path(viewer, ref), found_step(step), situation(viewer), request.LANGUAGE_CODE
    if request.method == "POST" and not may_edit(viewer):
        raise NotAllowedError("may_edit")
    form = StepForm(typed(request), step=one, situation=seen, language=language, initial=step_initial(one, found))
    if request.method == "POST" and form.is_valid():
        deed = step_record(viewer, ref=ref, step=step, values=form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("step", viewer.workspace_ref, ref, step)
    return render(request, "path/step.html", _step_context(viewer, found, one, form, Speech(language, seen)))


def _step_context(viewer: Viewer, found: PathFacts, one: content.Step, form: StepForm, speech: Speech) -> dict[str, object]:
    language = speech.language
    every = content.steps()
    return {
        "room": "home", "path": found, "partnership": found.partnership, "step": one, "name": one.names[language], "form": form,
        "why": one.why[language], "task": one.task[language], "relationship": one.relationship[language],
        "who": [text[language] for text in one.who], "mistakes": [(mistake.text[language], mistake.basis) for mistake in one.mistakes],
        "tools": tools_for(viewer, one.tools),
        "near": _near(one, found, speech), "language": language,
        "held": found.checks.get(one.key), "checks": shown_checks(one, found.checks[one.key], speech.situation, speech) if sees_everything(viewer) else (),
        "recorded": said_records(one, found, speech),
        "is_here": found.step == one.key, "keeps_form": True,
        "before": _named(every[one.number - 1], language) if one.number else None,
        "after": _named(every[one.number + 1], language) if one.number + 1 < len(every) else None,
    }  # fmt: skip


def _near(one: content.Step, found: PathFacts, speech: Speech) -> tuple[NearCase, ...]:
    """Cases that show this step, those nearest to the partnership first."""
    work = found.partnership
    themes = [goal.key for goal in work.goals if goal.key]
    place = place_profile(speech, [work.typology] if work.typology else (), themes)
    return near_cases(speech, place, cases=[content.case(key) for key in one.cases], most=MOST)


def _named(step: content.Step, language: str) -> tuple[str, str]:
    return step.key, step.names[language]


@in_workspace(may_edit)
@require_POST
def step_here(request: HttpRequest, viewer: Viewer, ref: str, step: str) -> HttpResponse:
    """We are at this step now: forward, back, or a jump."""
    found_step(step)
    deed = partnership_step(viewer, ref=ref, step=step)
    messages.success(request, _("Noted: you are here now."), extra_tags=f"undo:{deed}")
    return redirect("step", viewer.workspace_ref, ref, step)
