"""The three most useful next things, each with its reason, its minutes and where to do it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from shutaf.analysis.unknowns.cost import DEPARTMENTS_AND_TICKS, INITIATIVES, NAMES_AND_SECTORS, NEEDS_AND_OFFERS
from shutaf.reports.document import Line, line
from shutaf.reports.wording.unknowns import said_minutes, said_question, said_reason
from shutaf.web.parts.reading import Reading

MOST = 3


@dataclass(frozen=True, slots=True)
class NextThing:
    """title: what to do; because: why; minutes: said, "" where nobody can say; page: name of the address, with its refs; act: the button.

    fallback: refs of the step to open where there is no such page.
    """

    title: Line
    because: Line
    minutes: str
    page: str
    act: str
    refs: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()


def next_things(reading: Reading) -> tuple[NextThing, ...]:
    """First what is empty, in the order of the first hour; then the questions whose answers would change the brief most."""
    found = [*_empty(reading)][:MOST]
    if len(found) < MOST:
        found += _questions(reading, MOST - len(found))
    return tuple(found)


def _empty(reading: Reading) -> Iterator[NextThing]:
    situation, speech = reading.situation, reading.speech
    unknown = sum(not body.sector_key for body in situation.organisations)

    def thing(title: str, because: str, minutes: float, page: str, act: str) -> NextThing:
        return NextThing(line(title), line(because), said_minutes(minutes, speech), page, act)

    if not situation.bodies:
        yield thing(
            _("Write down thirty names"),
            _("a first picture and who is missing come from names alone"),
            NAMES_AND_SECTORS,
            "hour_names",
            _("Write names"),
        )
        return
    if unknown:
        yield thing(
            _("Tap the sectors that are missing"),
            _("without them nobody can see which sector is missing"),
            max(1, unknown / 12),
            "hour_sectors",
            _("Tap sectors"),
        )
    if not situation.ties:
        yield thing(
            _("Tick who talks to whom"),
            _("ties that only one clerk holds show up here first"),
            DEPARTMENTS_AND_TICKS,
            "hour_ticks",
            _("Open the matrix"),
        )
    if not situation.needs or not situation.offers:
        yield thing(
            _("Three needs and three offers a side"),
            _("matches are what makes a meeting worth a partner's time"),
            NEEDS_AND_OFFERS,
            "hour_exchange",
            _("Write them"),
        )
    if not situation.initiatives and situation.needs:
        yield thing(
            _("Write down two or three initiatives"),
            _("then the brief says which one to start with, and with whom"),
            INITIATIVES,
            "initiative_new",
            _("Write one"),
        )
    if not situation.place.goals:
        yield thing(_("Copy the goals of the place"), _("who is missing is measured against them"), 5, "place", _("Open the place"))


PAGES = {
    "tie_of_pair": "tie_new",
    "goals_of_place": "place",
    "chance_of_initiative": "initiative_edit",
    "months_of_initiative": "initiative_edit",
}


def _questions(reading: Reading, most: int) -> list[NextThing]:
    speech = reading.speech
    found = []
    for question in reading.prepared.questions[:most]:
        page = PAGES.get(question.key, "body")
        ref = "" if page in ("place", "tie_new") else next(iter(question.subject), "")
        found.append(
            NextThing(
                said_question(question, speech),
                said_reason(question, speech),
                said_minutes(question.minutes, speech),
                page,
                _("Write the answer"),
                (ref,) if ref else (),
            )
        )
    return found
