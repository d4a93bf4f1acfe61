"""Which of the coming twelve months does something with a date fall into?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
MONTHS = 12


@dataclass(frozen=True)
class Calendar(Generic[T]):
    """months: (ISO month, things that begin in it), twelve from this month on. open_now: begun before and not over. of_year: a year is all that is known."""

    months: tuple[tuple[str, tuple[T, ...]], ...]
    open_now: tuple[T, ...]
    of_year: tuple[T, ...]
    later: tuple[T, ...]
    undated: tuple[T, ...]
    over: tuple[T, ...]


def calendar(things: Sequence[T], today: str, dates: Callable[[T], tuple[str, str]]) -> Calendar[T]:
    """Things by month. today: ISO day. dates: from and until of a thing, ISO text of a year, a month or a day, "" where not known.

    A thing that begins before today and ends later, or at no known day, is open now; one of which only the end is known as well. What ended is over.

    >>> calendar(["fair"], "2026-11-26", lambda _: ("2027-01", "")).months[2]
    ('2027-01', ('fair',))
    """
    names = _months(today[:7])
    by_month: dict[str, list[T]] = {name: [] for name in names}
    rest: dict[str, list[T]] = {"open_now": [], "of_year": [], "later": [], "undated": [], "over": []}
    for thing in things:
        where = _where(*dates(thing), today, names)
        (by_month[where] if where in by_month else rest[where]).append(thing)
    return Calendar(
        tuple((name, tuple(found)) for name, found in by_month.items()), **{name: tuple(found) for name, found in rest.items()}
    )  # fmt: skip


def _where(start: str, end: str, today: str, names: tuple[str, ...]) -> str:
    if not start and not end:
        return "undated"
    if end and end < today[: len(end)]:
        return "over"
    if not start or start[:7] < names[0][: len(start)]:
        return "open_now" if end or len(start) > 4 else "over"
    if start[:7] in names:
        return start[:7]
    if len(start) == 4:
        return "of_year" if start <= names[-1][:4] else "later"
    return "later"


def _months(first: str) -> tuple[str, ...]:
    year, month = int(first[:4]), int(first[5:])
    return tuple(f"{year + (month - 1 + i) // 12:04d}-{(month - 1 + i) % 12 + 1:02d}" for i in range(MONTHS))
