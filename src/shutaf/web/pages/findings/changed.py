"""What changed on the map since the last visit, or since a day: what of it calls for a step, and what else is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from shutaf.accounts.remembered import Remembered
from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.change.findings import change_findings
from shutaf.analysis.change.model import Changes
from shutaf.analysis.change.since import changes
from shutaf.analysis.kinds import most_useful_first
from shutaf.analysis.network.findings import for_audience
from shutaf.analysis.situation import Finding, Situation
from shutaf.partnerships.queries import scope_of
from shutaf.reports.document import Line, Name
from shutaf.stewardship.then import Moment, moment_before, moment_of, situation_then
from shutaf.web.pages.findings.evidence import Evidence, evidence_of
from shutaf.web.pages.findings.view import Card, card_of
from shutaf.web.pages.home.since import last_visit
from shutaf.web.parts.clock import zone_of
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace

MOST_NAMED, MOST_ROWS = 12, 20

_known: Remembered[tuple[Situation, Changes, tuple[Finding, ...]]] = Remembered(8)


@dataclass(frozen=True, slots=True)
class Told:
    """A change that calls for no step, in a line: what it is, and of whom or what."""

    title: str
    names: Line


@in_workspace(sees_shared)
def findings_changed(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    asked, moment = _since(request, viewer)
    before, since, found = _compared(reading, moment)
    shown = most_useful_first(for_audience(found, reading.audience))
    cards: list[tuple[Card, tuple[Evidence, ...]]] = [
        (card_of(one, reading), evidence_of(one.evidence, viewer, reading.speech, before, most=MOST_ROWS)) for one in shown
    ]
    context = {
        "room": "findings", "asked": asked, "cards": cards, "told": list(_told(since, reading)), "is_empty": since.is_empty,
        "since": moment.at.astimezone(_now(request).tzinfo).date().isoformat() if moment.at else "", "began": not before.bodies and bool(reading.current.bodies),
        "day": request.GET.get("since", "") if asked == "day" else "", "today": _now(request).date().isoformat(),
    }  # fmt: skip
    return render(request, "findings/changed.html", context)


def _now(request: HttpRequest) -> datetime:
    """The real day: deeds have no other, in the example town too."""
    return timezone.now().astimezone(zone_of(request.workspace))  # type: ignore[attr-defined]


def _since(request: HttpRequest, viewer: Viewer) -> tuple[str, Moment]:
    """What was asked for (visit, week, day), and its moment. Whoever was never here before is told of the last week."""
    asked = request.GET.get("since", "")
    try:
        return "day", moment_before(viewer, day=date.fromisoformat(asked))
    except (ValueError, OverflowError):
        revision = last_visit(request, viewer) if asked != "week" else 0
    if revision:
        return "visit", moment_of(viewer, revision=revision)
    return "week", moment_before(viewer, day=_now(request).date() - timedelta(days=7))


def _compared(reading: Reading, moment: Moment) -> tuple[Situation, Changes, tuple[Finding, ...]]:
    """The map then, what changed since, and what of it calls for a step. Remembered, for a visit is looked at more than once."""
    viewer = reading.viewer
    key = (viewer.workspace_ref, scope_of(viewer), moment.revision, reading.request.workspace.revision)  # type: ignore[attr-defined]
    if known := _known.get(key):
        return known
    then, now = situation_then(viewer, revision=moment.revision), reading.current
    since = changes(then, now)
    return _known.keep(key, (then, since, change_findings(then, now, since)))


def _told(since: Changes, reading: Reading) -> Iterator[Told]:
    speech = reading.speech
    lists = (
        (_("New needs"), [Name(need.title) for need in since.needs_new]), (_("New offers"), [Name(offer.title) for offer in since.offers_new]),
        (_("Offers that are no longer there"), [Name(offer.title) for offer in since.offers_gone]),
        (_("New initiatives"), [Name(one.name) for one in since.initiatives_new]),
        (_("Another name"), [speech.body(one.ref) for one in since.bodies_renamed]),
        (_("Another sector"), [speech.body(one.ref) for one in since.sectors_changed]),
    )  # fmt: skip
    for title, names in lists:
        if names:
            yield Told(title, speech.several(names, most=MOST_NAMED))
