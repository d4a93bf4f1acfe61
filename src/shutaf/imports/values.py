"""Which number, date or answer stands in a cell?"""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta
from typing import Any

from shutaf.analysis.text.fold import fold
from shutaf.imports.grid import Cell, text_of
from shutaf.imports.month_names import named_month
from shutaf.imports.words import key_of

_BOUNDS = re.compile(r"_(-?\d+)_(\d+)$")
_NUMBER = re.compile(r"[-+−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?", re.IGNORECASE)
_GROUPED = re.compile(r"[-+−]?\d{1,3}(?:[,\u00a0\u202f '’٬]\d{3})+(?:\.\d+)?")
_GROUPED_BY_DOTS = re.compile(r"[-+−]?\d{1,3}(?:\.\d{3})+,\d+")
_DECIMAL_COMMA = re.compile(r"[-+−]?\d+[,٫]\d+")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{2}:\d{2}(?::\d{2})?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{2,4})(?: \d{1,2}:\d{2}(?::\d{2})?)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_TICKS = frozenset({"x", "v", "✓", "✔", "☑", "✗", "✘", "☒", "true", "false", "wahr", "falsch", "1", "0", "•", "*"})
_FIRST_YEAR, _LAST_YEAR = 1500, 2200
_EXCEL_EPOCH = date(1899, 12, 30)


class UnreadableError(Exception):
    """A cell holds something, but not what its column asks for; carries the key of the problem and its facts."""

    def __init__(self, key: str, **facts: Any) -> None:
        super().__init__(key)
        self.key, self.facts = key, facts


def bounds_of(column: str) -> tuple[float | None, float | None]:
    """The range that a column's key ends in.

    >>> bounds_of("strength_1_5"), bounds_of("stance_-4_4"), bounds_of("population")
    ((1.0, 5.0), (-4.0, 4.0), (None, None))
    """
    found = _BOUNDS.search(column)
    return (float(found[1]), float(found[2])) if found else (None, None)


def number(cell: Cell) -> float:
    """A number, also one typed as text: 1,200.5 and 1 200 and 3,5 (a single comma is decimal unless three digits follow it).

    >>> number("1,200.5"), number("3,5"), number("٣٫٥"), number("−4")
    (1200.5, 3.5, 3.5, -4.0)
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    if not isinstance(cell, str):
        raise UnreadableError("number.unreadable", text=text_of(cell))
    plain = plain_number(cell)
    if plain is None:
        raise UnreadableError("number.unreadable", text=cell)
    return float(plain)


def plain_number(text: str) -> str | None:
    """The number as a computer writes it, or None when the text is none."""
    text = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text.strip())
    if _NUMBER.fullmatch(text):
        return text.replace("−", "-")
    if _GROUPED.fullmatch(text):
        return re.sub(r"[,\u00a0\u202f '’٬]", "", text).replace("−", "-")
    if _GROUPED_BY_DOTS.fullmatch(text):
        return text.replace(".", "").replace(",", ".").replace("−", "-")
    if _DECIMAL_COMMA.fullmatch(text):
        return re.sub(r"[,٫]", ".", text).replace("−", "-")
    return None


def number_within(cell: Cell, low: float | None, high: float | None) -> float:
    """number(), refused outside low..high."""
    value = number(cell)
    if (low is not None and value < low) or (high is not None and value > high) or value != value or abs(value) == float("inf"):
        raise UnreadableError("number.outside", text=text_of(cell), low=low, high=high)
    return value


def integer(cell: Cell, low: float | None, high: float | None) -> int:
    value = number_within(cell, low, high)
    if not value.is_integer():
        raise UnreadableError("number.not_whole", text=text_of(cell))
    return int(value)


def share(cell: Cell) -> float:
    """A share from 0 to 1; "70%" is 0.7. Raises UnreadableError with `share.over_1` for a bare 70, which may mean 0.7: she decides."""
    text = text_of(cell)
    if text.endswith(("%", "٪")):
        return number_within(text[:-1], 0, 100) / 100
    value = number_within(cell, 0, None)
    if value > 1:
        raise UnreadableError("share.over_1", text=text, likely=value / 100 if value <= 100 else None)
    return value


def answer(cell: Cell, list_key: str) -> str:
    """yes, no, unknown (or later). A tick is refused: nobody can tell whether its absence means no or not asked."""
    text = text_of(cell)
    if fold(text) in _TICKS or text in _TICKS:
        raise UnreadableError("answer.tick", text=text, list=list_key)
    key = key_of(text, list_key)
    if not key:
        raise UnreadableError("answer.unreadable", text=text, list=list_key)
    return key


def iso_date(cell: Cell) -> str:
    """A year, a month or a day as ISO text; the day stands first where dots, slashes or hyphens separate, and a month may be named in words.

    >>> iso_date("3.4.2026"), iso_date("04/2026"), iso_date(2026.0), iso_date(date(2026, 4, 3))
    ('2026-04-03', '2026-04', '2026', '2026-04-03')
    """
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    text = text_of(cell)
    if found := _ISO.fullmatch(text):
        return _checked(found[1], found[2], found[3], text)
    if found := _MONTH_YEAR.fullmatch(text):
        return _checked(found[2], found[1], None, text)
    if found := _DAY_FIRST.fullmatch(text):
        return _day_first(found, text)
    if named := named_month(text):
        return _checked(*named, text)
    raise UnreadableError("date.unreadable", text=text, likely=_serial(cell))


def is_day_or_month(cell: Cell) -> bool:
    """True for 3/4/2026, which reads as two dates: the convention of the reader decides, so it must be said."""
    found = _DAY_FIRST.fullmatch(cell) if isinstance(cell, str) else None
    return found is not None and found[2] == "/" and int(found[1]) <= 12 and int(found[3]) <= 12 and int(found[1]) != int(found[3])


def _day_first(found: re.Match[str], text: str) -> str:
    day, month, year = found[1], found[3], found[4]
    if len(year) != 4:
        raise UnreadableError(
            "date.unreadable",
            text=text,
            likely=f"20{int(year):02d}-{int(month):02d}-{int(day):02d}"
            if len(year) == 2 and _exists(2000 + int(year), month, day)
            else None,
        )
    if int(month) > 12 and _exists(int(year), day, month):
        raise UnreadableError("date.unreadable", text=text, likely=f"{year}-{int(day):02d}-{int(month):02d}")
    return _checked(year, month, day, text)


def _exists(year: int, month: str, day: str | None) -> bool:
    return 1 <= int(month) <= 12 and (day is None or 1 <= int(day) <= calendar.monthrange(year, int(month))[1])


def _checked(year: str, month: str | None, day: str | None, text: str) -> str:
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR or (month is not None and not _exists(int(year), month, day)):
        raise UnreadableError("date.unreadable", text=text, likely=_serial(float(year)) if month is None else None)
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part is not None)])


def _serial(cell: Cell) -> str | None:
    """A date that lost its format shows as the number of days since 1900; 20,000 to 80,000 are the years 1954 to 2119."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 20_000 <= cell <= 80_000:
        return (_EXCEL_EPOCH + timedelta(days=int(cell))).isoformat()
    return None
