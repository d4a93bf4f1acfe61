"""Who wants what: the goals with what is known of each, one goal to fill in, and what follows from it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.stances import stance_findings
from shutaf.analysis.actors.stances.whom import whom_first
from shutaf.analysis.situation import Situation
from shutaf.analysis.text.fold import fold
from shutaf.partnerships.queries import situation
from shutaf.relations.lines import stance_lines
from shutaf.relations.stance_actions import StanceChangedError, stances_save
from shutaf.reports.document import SaidFinding
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.stances import said_objective
from shutaf.web.pages.stances.form import CHOICES, GoalForm, answers_of, rows_of
from shutaf.web.pages.stances.goals import goals_of
from shutaf.web.parts.remembered import remembered
from shutaf.web.shell.access import in_workspace

AT_ONCE, AT_MOST = 12, 200
"""Ours: twelve bodies on one goal take about a minute."""

TOGETHER = ("objective_wanted", "pair_wants_same")
APART = ("objective_disputed", "pair_differs")
SAID_BY = "stances_said_by"


@in_workspace(sees_everything)
def stances(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen = situation(viewer)
    goals, speech = goals_of(seen, request.LANGUAGE_CODE), Speech(request.LANGUAGE_CODE, seen)
    findings = remembered(seen, ("stances", viewer.workspace_ref), lambda: stance_findings(seen))
    found = [(one.key, said(one, speech)) for one in findings]

    def told(*keys: str) -> list[SaidFinding]:
        return [words for key, words in found if key in keys]

    context = {
        "room": "findings", "goals": goals, "bodies": len(seen.bodies), "speech": speech,
        "together": told(*TOGETHER), "apart": told(*APART), "to_ask": [words for key, words in found if key not in (*TOGETHER, *APART)],
        "next_goal": next((goal for goal in goals if goal.known < AT_ONCE), None),
    }  # fmt: skip
    return render(request, "stances/page.html", context)


@in_workspace(may_edit)
def stance_goal(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """One goal. goal: its words; more: how many bodies at once."""
    seen = situation(viewer)
    form = GoalForm(request.POST if request.method == "POST" else _first_typed(request, viewer))
    objective = form.cleaned_data["goal"].strip() if form.is_valid() else ""
    if request.method == "GET" and not objective:
        return redirect("stances", viewer.workspace_ref)  # where a goal is chosen
    conflicts: tuple[str, ...] = ()
    if request.method == "POST" and objective:
        try:
            return _saved(request, viewer, seen, objective, form.cleaned_data["said_by"].strip() or viewer.label)
        except StanceChangedError as changed:
            conflicts = changed.bodies
    return render(request, "stances/goal.html", _goal_context(request, viewer, seen, form, conflicts), status=409 if conflicts else 200)


def _first_typed(request: HttpRequest, viewer: Viewer) -> dict[str, str]:
    return {"goal": request.GET.get("goal", ""), "said_by": request.session.get(SAID_BY, viewer.label)}


def _goal_context(request: HttpRequest, viewer: Viewer, seen: Situation, form: GoalForm, conflicts: tuple[str, ...]) -> dict[str, Any]:
    objective = str(form.data.get("goal", "")).strip()[:500]
    asked = request.POST if request.method == "POST" else request.GET
    more = asked.get("more", "")
    most = min(max(int(more), AT_ONCE), AT_MOST) if more.isdecimal() and len(more) < 5 else AT_ONCE
    refs = remembered(seen, ("whom first", viewer.workspace_ref, fold(objective)), lambda: whom_first(seen, objective))
    typed = request.POST.dict() if request.method == "POST" else None
    shown = refs[:most] if typed is None else tuple(ref for ref in refs if f"s:{ref}" in typed)
    language = request.LANGUAGE_CODE
    goals = goals_of(seen, language)
    speech = Speech(language, seen)
    rows = list(rows_of(seen, stance_lines(viewer), objective, shown, typed, language))
    return {
        "room": "findings", "form": form, "objective": objective, "label": said_objective(objective, language), "rows": rows, "choices": [(key, words) for key, _level, words in CHOICES], "speech": speech,
        "words": {key: str(words) for key, _level, words in CHOICES}, "most": most,
        "more": "?" + urlencode({"goal": objective, "more": str(min(most + AT_ONCE, AT_MOST))}) if len(refs) > most and most < AT_MOST else "",
        "left": len(refs) - len(rows), "conflicts": [speech.body(ref) for ref in conflicts], "goals": goals,
        "number": next((i for i, goal in enumerate(goals, 1) if fold(goal.objective) == fold(objective)), 0), "has_next": bool(_after(seen, objective, language)),
    }  # fmt: skip


def _saved(request: HttpRequest, viewer: Viewer, seen: Situation, objective: str, said_by: str) -> HttpResponse:
    request.session[SAID_BY] = said_by
    answers = answers_of(request.POST.dict(), seen, stance_lines(viewer), said_by)
    if answers:
        deed = stances_save(viewer, objective=objective, answers=answers)
        text = ngettext("{n} answer was kept.", "{n} answers were kept.", len(answers)).format(n=len(answers))
        messages.success(request, text, extra_tags=f"undo:{deed}")
    else:
        messages.info(request, _("Nothing was changed."))
    following = _after(seen, objective, request.LANGUAGE_CODE) if "on" in request.POST else ""
    if following:
        return redirect(reverse("stance_goal", args=[viewer.workspace_ref]) + "?" + urlencode({"goal": following}))
    return redirect("stances", viewer.workspace_ref)


def _after(seen: Situation, objective: str, language: str) -> str:
    """The goal that follows in the list; "" after the last."""
    names = [goal.objective for goal in goals_of(seen, language)]
    here = next((i for i, name in enumerate(names) if fold(name) == fold(objective)), len(names))
    return names[here + 1] if here + 1 < len(names) else ""
