"""Which things with a date stand in a calendar file?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from shutaf.imports.contentlines import ContentLine, content_lines, parts
from shutaf.imports.grid import clean
from shutaf.imports.limits import LIMITS, Limits
from shutaf.imports.network import refuse_many
from shutaf.imports.notes import Notes, RefusedError
from shutaf.imports.problem import Problem
from shutaf.imports.values import UnreadableError, iso_date

_STAMP = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Event:
    """One event by its days, ISO text; until_date "" where it ends on the day it begins. body: who holds it, as written, "" where nobody is named."""

    title: str
    from_date: str
    until_date: str = ""
    body: str = ""
    note: str = ""
    themes: Sequence[str] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """events: none as soon as one problem is an error."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...]


def read_icalendar(data: bytes, name: str, *, zone: str = "Asia/Jerusalem", limits: Limits = LIMITS) -> CalendarRead:
    """The events, a time of day left out; one that comes again is taken once, with a warning. zone: where an instant becomes a day."""
    notes = Notes(limits)
    events: list[Event] = []
    try:
        for line, said in _events(content_lines(data, name, notes, limits), name):
            if event := _event(said, line, ZoneInfo(zone), name, notes):
                events.append(event)
                refuse_many(len(events), name, limits)
        if not events and not notes.has_errors:
            notes.error("calendar.none", name)
    except RefusedError as refused:
        notes.add(refused.problem)
    return CalendarRead(() if notes.has_errors else tuple(events), notes.problems())


def _events(lines: Iterable[ContentLine], name: str) -> Iterator[tuple[int, Mapping[str, ContentLine]]]:
    """(line on which it begins, its first line of each name). What stands in an alarm inside an event is not the event's."""
    open_: list[str] = []
    begun, said = 0, dict[str, ContentLine]()
    for line in lines:
        what = line.value.strip().upper()
        if line.name == "BEGIN":
            open_.append(what)
            if len(open_) > _DEEPEST:
                raise RefusedError("network.too_deep", name, limit=_DEEPEST)
            if what == "VEVENT":
                begun, said = line.line, {}
        elif line.name == "END" and open_:
            if open_.pop() == "VEVENT":
                yield begun, said
        elif open_[-1:] == ["VEVENT"]:
            said.setdefault(line.name, line)


def _event(said: Mapping[str, ContentLine], line: int, zone: ZoneInfo, name: str, notes: Notes) -> Event | None:
    title = _text(said, "SUMMARY")
    start = _day(said.get("DTSTART"), zone)
    if not title or start is None:
        notes.gather("calendar.event_left_out", "warning", name, line, "", "", name=title or "?")
        return None
    if "RRULE" in said or "RDATE" in said:
        notes.gather("calendar.comes_again", "warning", name, line, "", "", name=title)
    end = _last_day(said, start, zone)
    exact = {key: _as_written(said, f"X-SHUTAF-{key}") for key in ("FROM", "UNTIL")}
    from_date, until = exact["FROM"] or start.isoformat(), exact["UNTIL"] or (end.isoformat() if end > start else "")
    if exact["UNTIL"] and not exact["FROM"] and end == start:
        from_date = ""
    if exact["FROM"] and not exact["UNTIL"]:
        until = ""
    themes = tuple(filter(None, parts(said["CATEGORIES"].value, ","))) if "CATEGORIES" in said else ()
    return Event(title, from_date, until, _body(said), _text(said, "DESCRIPTION"), themes, line)


def _text(said: Mapping[str, ContentLine], name: str) -> str:
    return clean(said[name].text) if name in said else ""


def _body(said: Mapping[str, ContentLine]) -> str:
    """Who holds it: the contact that our own files name, else the organiser by name."""
    organiser = clean(said["ORGANIZER"].parameters.get("CN", "")) if "ORGANIZER" in said else ""
    return _text(said, "CONTACT") or organiser


def _day(line: ContentLine | None, zone: ZoneInfo) -> date | None:
    """The day of a date, or of a moment as it falls in the zone."""
    found = _STAMP.fullmatch(line.value.strip()) if line else None
    if not found or not line:
        return None
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in found.groups()[:6])
    try:
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return None
    return moment.astimezone(zone).date() if found[7] == "Z" else moment.date()


def _last_day(said: Mapping[str, ContentLine], start: date, zone: ZoneInfo) -> date:
    """The end of whole days is the day after the last, as is midnight."""
    end = _day(said.get("DTEND"), zone)
    if end is None or end <= start:
        return start
    value = said["DTEND"].value.strip()
    return end - timedelta(days=1) if len(value) == len("20260101") or value.endswith("T000000") else end


def _as_written(said: Mapping[str, ContentLine], name: str) -> str:
    """A year, a month or a day that our own files carry beside the days."""
    try:
        return iso_date(_text(said, name)) if name in said else ""
    except UnreadableError:
        return ""
