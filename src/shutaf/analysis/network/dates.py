"""Does a role end soon, was a tie there on a day? Dates are ISO text of a year, a month or a day; nobody here looks at a clock."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

SOON_DAYS = 180
"""Ours: a role that ends within half a year is worth a handover now."""


def first_day(text: str) -> date | None:
    """The first day that the text can mean; None for text that is no ISO date.

    >>> first_day("2026"), first_day("2026-02"), first_day("soon")
    (datetime.date(2026, 1, 1), datetime.date(2026, 2, 1), None)
    """
    numbers = _numbers(text)
    return _first(numbers) if numbers else None


def last_day(text: str) -> date | None:
    """The last day that the text can mean; None for text that is no ISO date.

    >>> last_day("2026"), last_day("2028-02")
    (datetime.date(2026, 12, 31), datetime.date(2028, 2, 29))
    """
    match _numbers(text):
        case [year]:
            return date(year, 12, 31)
        case [year, month]:
            return date(year, month, monthrange(year, month)[1])
        case [year, month, day]:
            return date(year, month, day)
    return None


def ends_soon(until: str, *, since: str, today: str, within_days: int = SOON_DAYS) -> bool:
    """Whether something ends on or after `since` (the map's date) and before `today` + `within_days`, whatever day the texts mean.

    An unknown end never ends soon. Without `since` there is no lower bound. Raises ValueError when `today` is no ISO day.

    >>> ends_soon("2027-01", since="2026-03", today="2026-09-01"), ends_soon("2027", since="", today="2026-09-01")
    (True, False)
    """
    end, start = last_day(until), first_day(since)
    horizon = date.fromisoformat(today) + timedelta(days=within_days)
    return end is not None and end < horizon and (start is None or end >= start)


def is_alive_on(day: str, *, since: str, until: str) -> bool:
    """Whether something that ran from `since` to `until` can have been there on a day; an unknown end counts as open.

    A year or a month counts generously: `since` from its first day, `until` to its last. Raises ValueError when `day` is no ISO day.

    >>> is_alive_on("2024-06-01", since="2024", until=""), is_alive_on("2024-06-01", since="2019", until="2023")
    (True, False)
    """
    on, start, end = date.fromisoformat(day), first_day(since), last_day(until)
    return (start is None or start <= on) and (end is None or end >= on)


def _numbers(text: str) -> list[int]:
    parts = text.strip().split("-")
    try:
        numbers = [int(part) for part in parts]
        _first(numbers)
    except ValueError:
        return []
    return numbers if len(numbers) <= 3 else []


def _first(numbers: list[int]) -> date:
    year, month, day = [*numbers, 1, 1][:3]
    return date(year, month, day)
