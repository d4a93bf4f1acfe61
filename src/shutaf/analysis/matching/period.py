"""From when until when is something needed or offered, when dates may be a year, a month or a day?"""

from __future__ import annotations

import calendar
import datetime
import math
import re
from functools import lru_cache

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(iso: str) -> float:
    """The first day the text can mean, counted from 0001-01-01; NaN where it is blank or no date.

    >>> datetime.date.fromordinal(int(first_day("2026-03"))).isoformat()
    '2026-03-01'
    """
    return _day(iso, last=False)


def last_day(iso: str) -> float:
    """The last day the text can mean, counted from 0001-01-01; NaN where it is blank or no date.

    >>> datetime.date.fromordinal(int(last_day("2028-02"))).isoformat()
    '2028-02-29'
    """
    return _day(iso, last=True)


@lru_cache(maxsize=65536)
def _day(iso: str, *, last: bool) -> float:
    found = _ISO.fullmatch(iso.strip())
    if found is None:
        return math.nan
    year = int(found[1])
    try:
        month = int(found[2]) if found[2] else (12 if last else 1)
        day = int(found[3]) if found[3] else (calendar.monthrange(year, month)[1] if last else 1)
        return float(datetime.date(year, month, day).toordinal())
    except ValueError:  # a 13th month or a 31st of June is no date
        return math.nan
