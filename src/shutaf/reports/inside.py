"""The internal map on paper: which department works with whom and on what, what opens up when, who could form the team, who talks past whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.analysis.actors.inside import Candidate, SharedBody, coordination_radar, departments_by_theme, departments_silent, team
from shutaf.analysis.months import Calendar, calendar
from shutaf.analysis.network.pairs import Pair
from shutaf.analysis.preparation import Preparation
from shutaf.analysis.situation import Word
from shutaf.charts.heat_table import Head
from shutaf.reports.brief import document, pictures
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Cell, Document, Figure, Heading, Line, Name, Notice, Paragraph, Table, fill, line, without_codes
from shutaf.reports.wording.speech import Speech


def _reason(key: str, n: int) -> str:
    """Why a department could join the team."""
    match key:
        case "would_join":
            return _("said it would join")
        case "works_with":
            return ngettext("works with {n} outside body of {sectors}", "works with {n} outside bodies of {sectors}", n)
        case "not_alone":
            return ngettext("carries {n} target it cannot reach alone", "carries {n} targets it cannot reach alone", n)
    return ngettext("has {n} offer", "has {n} offers", n)


class Plan(Protocol):
    """What opens up for a body."""

    @property
    def body(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def from_date(self) -> str: ...
    @property
    def until_date(self) -> str: ...
    @property
    def themes(self) -> tuple[Word, ...]: ...
    @property
    def note(self) -> str: ...


@dataclass(frozen=True)
class Inside:
    """One reader's internal map. plans: what opens up, of all bodies; themes: those of running actions, by department's ref."""

    writing: Writing
    plans: Sequence[Plan]
    themes: Mapping[str, Sequence[Word]]

    @property
    def speech(self) -> Speech:
        return self.writing.speech

    def months(self) -> Calendar[Plan]:
        return calendar(self.plans, self.writing.prepared.today, lambda plan: (plan.from_date, plan.until_date))

    def by_sector(self) -> Figure:
        return pictures.departments_by_sector(self.writing)

    def by_theme(self) -> Figure | None:
        """None while no department wrote anything on a theme."""
        table = departments_by_theme(self.writing.situation, self.themes)
        if not table.columns:
            return None
        rows = [Head(self.speech.body(ref).text, "department") for ref in table.rows]
        columns = [Head(content.say("theme", key, self.speech.language)) for key in table.columns]
        text = _("How many targets, needs, offers and running actions each department wrote down on a theme. Hatched: nothing written yet.")
        return pictures.heat_of(self.writing, table, rows, columns, _("Departments by theme"), text, "themes", _("Department"), _("Topics"))

    def why(self, one: Candidate) -> Line:
        """The reasons of a candidate as one line."""
        speech = self.speech
        sectors = speech.several([line(speech.group(key)) for key in one.sectors])
        return speech.several(
            [
                fill(_reason(key, int(number.value) if number else 0), n=speech.number(number) if number else "", sectors=sectors)
                for key, number in one.reasons
            ]
        )

    def radar_says(self, one: SharedBody) -> Line:
        """What is known of the departments that talk to the same body."""
        speech = self.speech
        parts: list[Line] = []
        every_pair = len(one.departments) * (len(one.departments) - 1) // 2
        if len(one.unknowing) == every_pair:
            parts.append(line(_("It is not known whether they know of each other.")))
        elif one.unknowing:
            pairs = speech.several([Name(self._pair(pair)) for pair in one.unknowing])
            parts.append(fill(_("Not known whether they know of each other: {pairs}."), pairs=pairs))
        if one.none:
            pairs = speech.several([Name(self._pair(pair)) for pair in one.none])
            parts.append(fill(_("Said to have no tie: {pairs}."), pairs=pairs))
        return line(*(part if i == 0 else line(" ", part) for i, part in enumerate(parts)))

    def _pair(self, pair: Pair) -> str:
        return " – ".join(f"\u2068{self.speech.body(ref).text}\u2069" for ref in pair)


def inside_report(prepared: Preparation, plans: Sequence[Plan], themes: Mapping[str, Sequence[Word]], *, language: str) -> Document:
    """The internal map as a document, for the driver: it names who talks past whom."""
    with translation.override(language):
        writing = Writing(prepared, Speech(language, prepared.situation), "driver", 0)
        inside = Inside(writing, plans, themes)
        whole = document(writing, tuple(_blocks(inside)))
        return without_codes(_retitled(whole, writing))


def _retitled(whole: Document, writing: Writing) -> Document:
    name = writing.situation.place.name_in(writing.speech.language)
    title = fill(_("The internal map of {place}"), place=Name(name)) if name else line(_("The internal map"))
    return replace(whole, title=title, lead=line(_("What the departments know, need and plan, before anybody outside is invited.")))


def _blocks(inside: Inside) -> Iterator[Block]:
    writing, speech = inside.writing, inside.speech
    situation = writing.situation
    if not situation.departments:
        yield Notice((line(_("No department is on the map yet.")),))
        return
    if silent := departments_silent(situation):
        yield Notice((fill(_("Nobody asked them yet, as far as we know: {departments}."), departments=speech.bodies(silent, most=20)),))
    yield Heading(2, line(_("With whom each department works")), "sectors")
    yield inside.by_sector()
    yield Heading(2, line(_("On what each department works")), "themes")
    if figure := inside.by_theme():
        yield figure
    else:
        yield Paragraph(line(_("No department has written a target, a need, an offer or an action on a theme yet.")))
    yield from _radar(inside)
    yield from _months(inside)
    yield from _team(inside)


def _radar(inside: Inside) -> Iterator[Block]:
    yield Heading(2, line(_("Who talks to the same body")), "radar")
    found = coordination_radar(inside.writing.situation)
    if not found:
        yield Paragraph(line(_("No body is known to us that two departments talk to without knowing of each other.")))
        return
    speech = inside.speech
    rows = tuple(
        (Cell((speech.body(one.body, shape=True),)), Cell(speech.bodies(one.departments, most=8)), Cell(inside.radar_says(one)))
        for one in found
    )
    yield Table(
        line(_("Bodies that several departments talk to")), (line(_("Body")), line(_("Departments")), line(_("What is known of them"))), rows,
        sheet=_("Radar"), note=line(_("Ask before an invitation goes out: one letter from the municipality, not two.")),
    )  # fmt: skip


def _months(inside: Inside) -> Iterator[Block]:
    yield Heading(2, line(_("What opens up in the next twelve months")), "months")
    found = inside.months()
    rows = [row for when, plans in dated(inside, found) for row in _plan_rows(inside, when, plans)]
    if not rows:
        yield Paragraph(line(_("No opportunity is written down: a tender, a new area, an event, a round of licences.")))
        return
    yield Table(
        line(_("Opportunities by date")),
        (line(_("What")), line(_("When")), line(_("Whose")), line(_("Note"))),
        tuple(rows),
        sheet=_("Months"),
    )


def dated(inside: Inside, found: Calendar[Plan]) -> Iterator[tuple[str, tuple[Plan, ...]]]:
    """(when, what) in the order of reading; empty ones left out."""
    yield from ((when, plans) for when, plans in ((_("open now"), found.open_now),) if plans)
    yield from ((inside.speech.date(month), plans) for month, plans in found.months if plans)
    rest = ((_("only the year is known"), found.of_year), (_("later"), found.later), (_("no date known"), found.undated))
    yield from ((when, plans) for when, plans in rest if plans)


def _plan_rows(inside: Inside, when: str, plans: Sequence[Plan]) -> Iterator[tuple[Cell, ...]]:
    for plan in plans:
        period = inside.writing.period(plan.from_date, plan.until_date) if plan.from_date or plan.until_date else line(when)
        yield (
            Cell((Name(plan.title),)), Cell(period), Cell((inside.speech.body(plan.body, shape=True),)),
            Cell((Name(plan.note),) if plan.note else ()),
        )  # fmt: skip


def _team(inside: Inside) -> Iterator[Block]:
    speech, found = inside.speech, team(inside.writing.situation)
    yield Heading(2, line(_("Who could form the internal team")), "team")
    if found.candidates:
        rows = tuple((Cell((speech.body(one.ref, shape=True),)), Cell(inside.why(one))) for one in found.candidates)
        yield Table(line(_("Candidates, with what speaks for them")), (line(_("Department")), line(_("Because"))), rows, sheet=_("Team"))
    else:
        yield Paragraph(line(_("Nothing written yet speaks for any department; ask each whether it would join.")))
    if found.silent:
        yield Paragraph(fill(_("Not asked yet whether they would join: {departments}."), departments=speech.bodies(found.silent, most=20)))
    if found.declined:
        yield Paragraph(fill(_("Would not join: {departments}."), departments=speech.bodies(found.declined, most=20)), "small")
