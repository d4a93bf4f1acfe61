"""The internal map: departments by sector and theme, what opens up, the team, and who talks to the same body unknowing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.inside import coordination_radar, departments_silent, team
from shutaf.analysis.situation import Word
from shutaf.bodies.plans import opportunities, running_actions
from shutaf.reports.brief import labels
from shutaf.reports.document import Figure
from shutaf.reports.inside import Inside, dated, inside_report
from shutaf.reports.writers.html.blocks import Body
from shutaf.web.parts.papers import form_known, language_asked, paper
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.limits import limited

SHOWN = 20


@in_workspace(sees_everything)
def inside(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    situation = reading.situation
    said = Inside(reading.writing, opportunities(viewer), _themes(viewer))
    months, found, silent = said.months(), team(situation), departments_silent(situation)
    radar = coordination_radar(situation)
    context = {
        "room": "more", "departments": situation.departments, "silent": [situation.body_by_ref[ref] for ref in silent],
        "by_sector": _drawn(said.by_sector()) if situation.departments else "",
        "by_theme": _drawn(figure) if situation.departments and (figure := said.by_theme()) else "",
        "radar": [(situation.body_by_ref[one.body], [situation.body_by_ref[ref] for ref in one.departments], said.radar_says(one)) for one in radar[:SHOWN]],
        "radar_more": max(0, len(radar) - SHOWN),
        "months": [(when, [(plan, situation.body_by_ref.get(plan.body)) for plan in plans]) for when, plans in dated(said, months)],
        "team": [(situation.body_by_ref[one.ref], said.why(one)) for one in found.candidates],
        "not_asked": [situation.body_by_ref[ref] for ref in found.silent], "declined": [situation.body_by_ref[ref] for ref in found.declined],
    }  # fmt: skip
    return render(request, "inside/page.html", context)


def _themes(viewer: Viewer) -> Mapping[str, Sequence[Word]]:
    """Themes of running actions, by department."""
    found: dict[str, list[Word]] = defaultdict(list)
    for one in running_actions(viewer):
        found[one.body].extend(one.themes)
    return found


def _drawn(figure: Figure) -> str:
    return mark_safe(Body(labels()).written((figure,)))  # noqa: S308 - written by us, escaped


@in_workspace(sees_everything)
@limited("download")
def inside_file(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """The same on paper."""
    form_known(form)
    language = language_asked(request)
    document = inside_report(Reading(request, viewer).prepared, opportunities(viewer), _themes(viewer), language=language)
    return paper(request, document, form, "inside")
