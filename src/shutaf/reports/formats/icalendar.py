"""What opens up, as a calendar that telephones and mail programs take in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shutaf.reports.formats.contentlines import content_line, escaped, joined
from shutaf.reports.formats.gexf import a_day

FROM, UNTIL = "X-SHUTAF-FROM", "X-SHUTAF-UNTIL"
"""A year or a month as it was written: a calendar knows only days."""

_PRODUCT = "-//Shutaf//map//EN"
_WHOLE_DAY = 10


@dataclass(frozen=True, slots=True)
class Dated:
    """One thing with a date. uid: the same for the same thing in every file. Dates: ISO text of a year, a month or a day, "" where not known."""

    uid: str
    title: str
    body: str
    from_date: str = ""
    until_date: str = ""
    themes: Sequence[str] = ()
    note: str = ""
    as_of: str = ""


def icalendar(things: Iterable[Dated], name: str, today: str) -> bytes:
    """Events of whole days, from the first to the last that the dates can mean. What has no date is left out. today: ISO day of writing."""
    return joined(_lines(things, name, today))


def _lines(things: Iterable[Dated], name: str, today: str) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield content_line("PRODID", _PRODUCT)
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield content_line("X-WR-CALNAME", escaped(name))
    for thing in things:
        if thing.from_date or thing.until_date:
            yield from _event(thing, today)
    yield "END:VCALENDAR"


def _event(thing: Dated, today: str) -> Iterator[str]:
    first = a_day(thing.from_date, is_last=False) or a_day(thing.until_date, is_last=True)
    last = max(first, a_day(thing.until_date or thing.from_date, is_last=True))
    written = a_day(thing.as_of, is_last=False) or today
    yield "BEGIN:VEVENT"
    yield content_line("UID", escaped(thing.uid))
    yield f"DTSTAMP:{written.replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{(date.fromisoformat(last) + timedelta(days=1)).strftime('%Y%m%d')}"
    yield content_line("SUMMARY", escaped(thing.title))
    yield content_line("CONTACT", escaped(thing.body))
    if thing.note:
        yield content_line("DESCRIPTION", escaped(thing.note))
    if thing.themes:
        yield content_line("CATEGORIES", ",".join(map(escaped, thing.themes)))
    yield "TRANSP:TRANSPARENT"
    for key, text, other in ((FROM, thing.from_date, thing.until_date), (UNTIL, thing.until_date, thing.from_date)):
        if text and (len(text) < _WHOLE_DAY or not other):
            yield content_line(key, text)
    yield "END:VEVENT"
