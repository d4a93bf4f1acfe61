"""Two pages: three sentences, what is not known, what five more minutes would buy; then the picture, the first matches and the next steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from django.utils.translation import gettext as _

from shutaf.analysis.situation import Finding
from shutaf.analysis.unknowns.sections import MissingInput
from shutaf.reports.brief import pictures
from shutaf.reports.brief.exchange import because, visible_fits
from shutaf.reports.brief.initiative import coalition_table, headline
from shutaf.reports.brief.maps import INTERNAL
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Heading, Items, Line, Name, Notice, PageBreak, Text, line
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.unknowns import said_buys, said_missing_input, said_question, said_unknown

ABOUT_THE_MAP = frozenset({"map_as_seen", "survey_answers"})
MOST_UNKNOWN = 3
MOST_MATCHES = 3
MOST_STEPS = 5


def summary(writing: Writing) -> Iterator[Block]:
    """The two pages."""
    yield Heading(2, line(_("In one page")), "summary")
    yield Items(tuple(three_sentences(writing)), ordered=True)
    yield Notice((line(Text(_("What we do not know"), strong=True)), *unknown(writing)))
    yield from five_minutes(writing)
    yield from first_matches(writing)
    yield from next_steps(writing)
    yield from picture(writing)
    yield PageBreak()


def picture(writing: Writing) -> Iterator[Block]:
    """The second page: the map, and who could carry the first initiative."""
    if writing.situation.known_ties:
        yield PageBreak()
        yield Heading(2, line(_("The map")), "map")
        yield pictures.network(writing)
    if writing.prepared.coalition and writing.prepared.coalition.members:
        yield from coalition_table(writing, writing.prepared.coalition)


def three_sentences(writing: Writing) -> Iterator[Line]:
    """What to start with, what the ties tell, who is missing: a sentence each, with its step."""
    yield headline(writing)
    ties = [finding for finding in writing.shown(writing.prepared.ties_found) if finding.key not in ABOUT_THE_MAP]
    missing = [finding for finding in writing.shown(writing.prepared.missing_found) if finding.key not in INTERNAL]
    yield from (sentence(writing, found[0]) for found in (ties, missing) if found)


def sentence(writing: Writing, finding: Finding) -> Line:
    """A finding as one line: what, the first reason, and the step."""
    words = said(finding, writing.speech)
    return line(words.title, " ", words.why[0] if words.why else (), " ", words.step)


def unknown(writing: Writing) -> tuple[Line, ...]:
    """The most important gaps in what we know."""
    order = (
        "departments_not_asked",
        "needs_unknown",
        "pairs_unknown",
        "sectors_unknown",
        "chances_unknown",
        "offers_unknown",
        "themes_unknown",
    )
    by_key = {number.key: number for number in writing.prepared.coverage}
    found = [text for key in order if key in by_key and (text := said_unknown(by_key[key], writing.speech))]
    return tuple(found[:MOST_UNKNOWN]) or (line(_("Nothing of weight is open on this list.")),)


def five_minutes(writing: Writing) -> Iterator[Block]:
    """The question whose answer would change the brief most."""
    title = line(Text(_("What five more minutes would buy"), strong=True))
    best = next((question for question in writing.prepared.questions if question.value > 0), None)
    if best is not None:
        yield Notice((title, said_question(best, writing.speech), said_buys(best, writing.speech)), "now")
    elif opened := next_part(writing):
        yield Notice((title, said_missing_input(opened, writing.speech)), "now")


def next_part(writing: Writing) -> MissingInput | None:
    """The part of the first hour that comes next: sectors, ties, needs and offers, initiatives, the place."""
    by_section = {item.section: item for item in reversed(writing.prepared.missing_inputs)}
    return next(
        (by_section[section] for section in ("external_map", "network", "matches", "first_initiative", "place") if section in by_section),
        None,
    )


def first_matches(writing: Writing) -> Iterator[Block]:
    """Three needs and offers that meet, each with its reasons."""
    fits = visible_fits(writing)[:MOST_MATCHES]
    if not fits:
        return
    yield Heading(3, line(_("First matches")))
    speech = writing.speech
    yield Items(
        tuple(
            line(
                speech.body(fit.need.body, shape=True, strong=True), _(" needs "), Name(fit.need.title), _("; "),
                speech.body(fit.offer.body, shape=True, strong=True), _(" offers "), Name(fit.offer.title), ". ",
                Text(_("Because")), ": ", because(writing, fit), ".",
            )
            for fit in fits
        )
    )  # fmt: skip


def next_steps(writing: Writing) -> Iterator[Block]:
    """What to do next, each step once: first what the choice asks for, then the ties, the missing, the needs, in turns."""
    prepared = writing.prepared
    queues = [
        [said(finding, writing.speech).step for finding in writing.shown(found)]
        for found in (prepared.choice_found, prepared.ties_found, prepared.missing_found, prepared.exchange_found)
    ]
    steps: list[Line] = []
    for turn in zip_longest(*queues, fillvalue=()):
        steps += [step for step in turn if step and step not in steps]
    if steps:
        yield Heading(3, line(_("Next steps")))
        yield Items(tuple(steps[:MOST_STEPS]))
