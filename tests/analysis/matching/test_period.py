"""Dates of a year, a month or a day."""

import datetime
import math

import pytest

from shutaf.analysis.matching.period import first_day, last_day


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [("2026", "2026-01-01", "2026-12-31"), ("2028-02", "2028-02-01", "2028-02-29"), ("2026-05-09", "2026-05-09", "2026-05-09")],
)
def test_a_date_means_its_whole_period(iso: str, first: str, last: str) -> None:
    assert datetime.date.fromordinal(int(first_day(iso))).isoformat() == first
    assert datetime.date.fromordinal(int(last_day(iso))).isoformat() == last


@pytest.mark.parametrize("iso", ["", "soon", "2026-13", "2026-06-31", "26"])
def test_what_is_no_date_is_unknown(iso: str) -> None:
    assert math.isnan(first_day(iso))
    assert math.isnan(last_day(iso))
