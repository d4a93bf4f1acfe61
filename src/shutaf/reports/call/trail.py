"""What shows that an invitation was open? Its text, its dates, who was told when and how, who answered, and whom it reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import CallReply, OpenCall, Situation, ToldOfCall
from shutaf.reports.brief import labels
from shutaf.reports.call.reach import reach_tables, unreached_blocks
from shutaf.reports.call.summary import trail_summary
from shutaf.reports.document import Block, Cell, Document, Heading, Items, Line, Name, Notice, Paragraph, Table, Tag, fill, line
from shutaf.reports.wording.speech import Speech

Part = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class TrailFacts:
    """What the paper tells beside the call itself, in its language. parts: heading, paragraphs, lines of a list.

    closed_on: the day on which somebody closed it, "" where it ended by itself.
    notes: (day, channel, body) -> (who told, note), and reasons: (day, name) -> why an answer was not taken over; only for members, else empty.
    """

    title: str
    address: str = ""
    parts: tuple[Part, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    channels: tuple[str, ...] = ()
    closed_on: str = ""
    notes: Mapping[tuple[str, str, str], tuple[str, str]] = field(default_factory=dict)
    reasons: Mapping[tuple[str, str], str] = field(default_factory=dict)


def call_trail(
    situation: Situation, call: OpenCall, facts: TrailFacts, *, language: str, today: str, is_internal: bool = False
) -> Document:
    """The trail as a document. Contact details are in neither form; the public one names bodies and days and no person."""
    with translation.override(language):
        speech = Speech(language, situation)
        mark = _("Internal, not for handing out") if is_internal else ""
        fiction = _("Fictional town for demonstration") if situation.is_fictional else ""
        return Document(
            language=language,
            title=line(_("The trail of an open invitation")),
            lead=(Name(facts.title),),
            labels=labels(),
            blocks=tuple(_blocks(situation, call, facts, speech)),
            tags=(*((Tag(fiction, "now"),) if fiction else ()), *((Tag(mark, "bad"),) if mark else ())),
            dates=line(_("Made on {date}").format(date=speech.date(today))),
            mark=" · ".join(one for one in (mark, fiction) if one),
            foot=line(_("Made with Shutaf, free software")),
            created=today,
        )


def _blocks(situation: Situation, call: OpenCall, facts: TrailFacts, speech: Speech) -> Iterator[Block]:
    yield from trail_summary(call, speech)
    if facts.closed_on and facts.closed_on < call.closes_on:
        yield Notice((line(_("Closed on {day}, before the last day that the text names.").format(day=speech.date(facts.closed_on))),))
    if facts.address:
        yield Paragraph(fill(_("Public address: {address}"), address=Name(facts.address)), "small")
    if facts.channels:
        yield Paragraph(
            fill(_("Planned channels: {channels}."), channels=speech.several([_channel(one, speech) for one in facts.channels]))
        )
    yield Heading(2, line(_("The text as published") if call.state != "draft" else _("The text, not published yet")), "text")
    for title, paragraphs, items in facts.parts:
        yield Heading(3, line(title))
        yield from (Paragraph((Name(text),)) for text in paragraphs)
        if items:
            yield Items(tuple((Name(text),) for text in items), ordered=True)
    for on, words in facts.corrections:
        yield Notice((line(_("Changed on {day}").format(day=speech.date(on))), (Name(words),)))
    yield Heading(2, line(_("Who was told, when and how")), "told")
    yield _told(call, facts, speech) if call.told else Paragraph(line(_("Nobody was told yet, as far as the log says.")))
    yield Heading(2, line(_("Who answered")), "answered")
    yield _answered(call.replies, facts, speech) if call.replies else Paragraph(line(_("No answer yet.")))
    yield Heading(2, line(_("Whom it reached")), "reach")
    yield from reach_tables(situation, call, speech)
    yield from unreached_blocks(situation, call, speech)


def _channel(key: str, speech: Speech) -> Line:
    return line(content.say("call_channel", key, speech.language)) if speech.has("call_channel", key) else (Name(key),)


def _told(call: OpenCall, facts: TrailFacts, speech: Speech) -> Table:
    head = [line(_("When")), line(_("Who")), line(_("How")), line(_("In which language"))]
    more = [line(_("Told by, note"))] if facts.notes else []
    rows = tuple((*_told_row(one, speech), *((_noted(one, facts),) if facts.notes else ())) for one in call.told)
    return Table(line(_("The log, by day")), (*head, *more), rows, sheet=_("Told"))


def _told_row(one: ToldOfCall, speech: Speech) -> tuple[Cell, ...]:
    who = (
        line(speech.body(one.body, shape=True))
        if one.body
        else line(_("everybody there"), *((": ", Name(one.neighbourhood)) if one.neighbourhood else ()))
    )
    language = content.say("language", one.language, speech.language) if speech.has("language", one.language) else ""
    return (
        Cell(line(speech.date(one.on))), Cell(who), Cell(_channel(one.channel, speech)),
        Cell(line(language)) if language else Cell(line(_("not known")), unknown=True),
    )  # fmt: skip


def _noted(one: ToldOfCall, facts: TrailFacts) -> Cell:
    by, note = facts.notes.get((one.on, one.channel, one.body), ("", ""))
    parts = [Name(text) for text in (by, one.whom, note) if text]
    return Cell(line(*(piece for i, part in enumerate(parts) for piece in ((" · ", part) if i else (part,)))))


def _answered(replies: tuple[CallReply, ...], facts: TrailFacts, speech: Speech) -> Table:
    head = [line(_("When")), line(_("Who")), line(_("Sector")), line(_("What became of it"))]
    more = [line(_("Because"))] if facts.reasons else []
    rows = tuple(
        (
            Cell(line(speech.date(one.on))), Cell((Name(one.name),)), Cell(line(speech.group(one.sector))), Cell(line(_state(one.state))),
            *((Cell((Name(facts.reasons.get((one.on, one.name), "")),)),) if facts.reasons else ()),
        )
        for one in replies
    )  # fmt: skip
    return Table(line(_("Answers in the order of their arrival")), (*head, *more), rows, sheet=_("Answered"))


def _state(state: str) -> str:
    return {"accepted": _("is on the map"), "declined": _("was not taken over")}.get(state, _("waits to be read"))
