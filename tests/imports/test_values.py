"""Is every way people write a number, date, answer or amount read as they mean it, and all else refused?"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.situation import Word
from shutaf.imports.amounts import amount, requirement
from shutaf.imports.grid import Cell
from shutaf.imports.values import UnreadableError, answer, integer, iso_date, number, number_within, share
from shutaf.imports.words import likely, split, word


def refusal(call: Any, *args: Any) -> str:
    with pytest.raises(UnreadableError) as caught:
        call(*args)
    return caught.value.key


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (3.0, 3),
        ("3", 3),
        ("-4", -4),
        ("−4", -4),
        ("1,200", 1200),
        ("1 200.5", 1200.5),
        ("1.200,5", 1200.5),
        ("3,5", 3.5),
        ("٣٤", 34),
        ("1e3", 1000),
        ("32.085", 32.085),
    ],
)
def test_numbers_are_read_as_they_are_typed(cell: Cell, value: float) -> None:
    assert number(cell) == value


@pytest.mark.parametrize("cell", ["about 3", "1.2.3", "1,2,3", "", True, date(2026, 1, 1), "nan", "inf", "3-4"])
def test_what_is_no_number_is_refused(cell: Cell) -> None:
    assert refusal(number, cell) == "number.unreadable"


def test_a_number_outside_its_scale_is_refused_with_the_scale() -> None:
    with pytest.raises(UnreadableError) as caught:
        number_within("7", 1, 5)
    assert (caught.value.key, caught.value.facts) == ("number.outside", {"text": "7", "low": 1, "high": 5})
    assert refusal(integer, "4.5", 1, 10) == "number.not_whole"


@pytest.mark.parametrize(("cell", "value"), [(0.7, 0.7), ("70%", 0.7), ("70 %", 0.7), (0, 0), ("1", 1), ("0,25", 0.25)])
def test_a_share_is_read_bare_or_in_percent(cell: Cell, value: float) -> None:
    assert share(cell) == pytest.approx(value)


def test_a_bare_70_is_not_silently_a_share() -> None:
    with pytest.raises(UnreadableError) as caught:
        share(70)
    assert (caught.value.key, caught.value.facts) == ("share.over_1", {"text": "70", "likely": 0.7})
    assert refusal(share, "-0.1") == "number.outside"


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        (2026.0, "2026"),
        ("2026", "2026"),
        ("2026-04", "2026-04"),
        ("2026-4-3", "2026-04-03"),
        ("3.4.2026", "2026-04-03"),
        ("03/04/2026", "2026-04-03"),
        ("25-12-2026", "2026-12-25"),
        ("04/2026", "2026-04"),
        ("4.2026", "2026-04"),
        (date(2026, 4, 3), "2026-04-03"),
        ("מרץ 2025", "2025-03"),
        ("31 בינואר 2020", "2020-01-31"),
        ("تشرين الثاني 2024", "2024-11"),
        ("3. März 2026", "2026-03-03"),
        ("April 3, 2026", "2026-04-03"),
        (datetime(2026, 4, 3, 9, 30), "2026-04-03"),  # noqa: DTZ001 - a spreadsheet's clock has no zone
        ("2026-04-03T09:30:00", "2026-04-03"),
        ("29.2.2028", "2028-02-29"),
    ],
)
def test_dates_are_read_as_a_year_a_month_or_a_day(cell: Cell, iso: str) -> None:
    assert iso_date(cell) == iso


@pytest.mark.parametrize(
    ("cell", "likely_date"),
    [
        ("3.4.26", "2026-04-03"),
        ("4/25/2026", "2026-04-25"),
        (46115.0, "2026-04-03"),
        ("spring", None),
        ("2026-13", None),
        ("30.2.2026", None),
        ("29.2.2026", None),
        (7.0, None),
    ],
)
def test_an_unclear_date_is_refused_with_the_likely_one(cell: Cell, likely_date: str | None) -> None:
    with pytest.raises(UnreadableError) as caught:
        iso_date(cell)
    assert (caught.value.key, caught.value.facts["likely"]) == ("date.unreadable", likely_date)


@given(st.dates(date(1500, 1, 1), date(2200, 12, 31)))
def test_every_day_is_read_from_each_of_its_forms(day: date) -> None:
    assert iso_date(day) == iso_date(day.isoformat()) == iso_date(f"{day.day}.{day.month}.{day.year}") == day.isoformat()


@pytest.mark.parametrize(
    ("text", "key"), [("כן", "yes"), ("Nein", "no"), ("غير معروف", "unknown"), ("YES", "yes"), ("לא ידוע", "unknown"), ("ja", "yes")]
)
def test_answers_are_read_in_four_languages(text: str, key: str) -> None:
    assert answer(text, "answer") == key


@pytest.mark.parametrize("cell", ["x", "V", "✓", "✔", True, False, "TRUE", 1.0])
def test_a_bare_tick_is_refused(cell: Cell) -> None:
    assert refusal(answer, cell, "answer") == "answer.tick"


def test_another_word_is_no_answer() -> None:
    assert refusal(answer, "perhaps next year", "answer") == "answer.unreadable"


@pytest.mark.parametrize(
    ("cell", "unit_text", "value", "unit", "dimension"),
    [
        ("120 m2", "", "120", "m2", "area"),
        ('120 מ"ר', "", "120", "m2", "area"),
        ("3 שעות", "", "3", "hour", "time"),
        ("₪5,000", "", "5000", "ILS", "money:ILS"),
        ("5.000,50 €", "", "5000.50", "EUR", "money:EUR"),
        (12.5, "kg", "12.5", "kg", "mass"),
        ("40", "ארגזים", "40", "ארגזים", ""),
        ("40 boxes", "", "40", "boxes", ""),
        ("120 m2", 'מ"ר', "120", "m2", "area"),
        ("5 3D prints", "", "5", "3D prints", ""),
    ],
)
def test_amounts_are_read_with_their_units(cell: Cell, unit_text: str, value: str, unit: str, dimension: str) -> None:
    found = amount(cell, unit_text)
    assert (found.value, found.unit, found.dimension) == (Decimal(value), unit, dimension)


@pytest.mark.parametrize(
    ("cell", "unit_text", "key"),
    [
        ("a lot", "", "amount.unreadable"),
        ("1.200", "", "amount.two_readings"),
        ("5 kg", "m2", "amount.two_units"),
        ("-3 kg", "", "number.outside"),
        (date(2026, 1, 1), "", "amount.unreadable"),
    ],
)
def test_an_unclear_amount_is_refused(cell: Cell, unit_text: str, key: str) -> None:
    assert refusal(amount, cell, unit_text) == key


def test_a_requirement_is_a_kind_with_or_without_an_amount() -> None:
    space = requirement("space: 100 m2")
    assert space.kind.key == "space"
    assert space.amount == amount("100 m2")
    assert requirement("מקום").amount is None
    assert requirement(r"stage\: big : 1 pieces").kind == Word("stage: big")


def test_a_word_explains_itself_behind_an_equals_sign() -> None:
    assert word("County = public", "sector") == Word("County", "public")
    assert word("a = b", "sector") == Word("a = b")
    assert word("County", "sector", {"county": "business"}) == Word("County", "business")


def test_a_misspelt_word_is_near_the_right_one() -> None:
    assert likely("civil socety", "sector") == ("civil_society",)
    assert likely("qqq", "sector") == ()


def test_values_split_at_bars_and_semicolons_but_not_at_escaped_ones() -> None:
    assert split(r"a|b ; c\|d\;e | \\f ||") == ("a", "b", "c|d;e", r"\f")


@pytest.mark.parametrize(
    ("text", "key"), [("Charity / NGO", "civil_society"), ("חברה (בע״מ)", "business"), ("עירייה / עמותה", ""), ("circus", "")]
)
def test_a_sector_is_known_by_its_parts_unless_they_disagree(text: str, key: str) -> None:
    assert word(text, "sector") == Word(text, key)
