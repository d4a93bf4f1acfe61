"""Does a calendar come back as it left, and is a foreign one read by its days?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.imports.icalendar import Event, read_icalendar
from shutaf.reports.formats.icalendar import Dated, icalendar

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120).map(str.strip).filter(bool)
DATES = st.sampled_from(
    [("2027", ""), ("2027-03", "2027-05"), ("2027-03-04", "2027-03-09"), ("2028-02-29", ""), ("", "2027-06"), ("", "2027-06-30")]
)
HEAD, FOOT = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "END:VCALENDAR\r\n"


def events(text: str) -> tuple[Event, ...]:
    return read_icalendar((HEAD + text + FOOT).encode(), "town.ics").events


@given(title=TEXTS, body=TEXTS, dates=DATES, note=st.one_of(st.just(""), TEXTS), themes=st.lists(TEXTS, max_size=2))
def test_what_opens_up_comes_back(title: str, body: str, dates: tuple[str, str], note: str, themes: list[str]) -> None:
    data = icalendar([Dated("o1@town", title, body, *dates, themes, note)], "עין חרוב", "2026-11-26")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = read_icalendar(data, "town.ics").events
    assert (event.title, event.body, event.from_date, event.until_date, event.note) == (title, body, *dates, note)
    assert list(event.themes) == themes


def test_what_has_no_date_stays_here() -> None:
    assert b"VEVENT" not in icalendar([Dated("o1", "A", "B")], "x", "2026-11-26")


def test_the_same_thing_has_the_same_uid_and_stamp_each_day() -> None:
    thing = Dated("o1@town", "A", "B", "2027-03", as_of="2026-10-01")
    assert icalendar([thing], "x", "2026-11-26") == icalendar([thing], "x", "2026-12-31")


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270302", ("2027-03-01", "")),
        ("DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270304", ("2027-03-01", "2027-03-03")),
        ("DTSTART;TZID=Asia/Jerusalem:20270301T090000", "DTEND;TZID=Asia/Jerusalem:20270301T110000", ("2027-03-01", "")),
        ("DTSTART:20270301T230000Z", "DTEND:20270302T003000Z", ("2027-03-02", "")),
        ("DTSTART:20270301T090000", "DURATION:PT1H", ("2027-03-01", "")),
    ],
)
def test_a_foreign_event_is_read_by_its_days(start: str, end: str, days: tuple[str, str]) -> None:
    (event,) = events(f'BEGIN:VEVENT\r\nSUMMARY:Fair\r\n{start}\r\n{end}\r\nORGANIZER;CN="Green, Ltd":mailto:a@b.example\r\nEND:VEVENT\r\n')
    assert (event.from_date, event.until_date) == days
    assert event.body == "Green, Ltd"


def test_an_alarm_does_not_name_the_event() -> None:
    (event,) = events(
        "BEGIN:VEVENT\r\nBEGIN:VALARM\r\nSUMMARY:Wake up\r\nEND:VALARM\r\nSUMMARY:Fair\r\nDTSTART;VALUE=DATE:20270301\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
    )
    assert event.title == "Fair"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "calendar.none"),
        ("BEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART:20279999\r\nEND:VEVENT\r\n", "calendar.event_left_out"),
        ("BEGIN:X\r\n" * 5_000, "network.too_deep"),
        ("BEGIN:VEVENT\r\nSUMMARY:" + "A" * 2_000_000, "calendar.none"),
    ],
)
def test_what_is_no_calendar_is_told(text: str, key: str) -> None:
    read = read_icalendar((HEAD + text).encode(), "town.ics")
    assert not read.events
    assert key in {problem.key for problem in read.problems}
