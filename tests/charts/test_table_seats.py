"""Do the seats stand apart, say their names safely, and tell the reader who does not see them?"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from shutaf.analysis.situation import SECTORS
from shutaf.charts.table_seats import HEIGHT, Seat, table_seats
from shutaf.charts.text_width import text_width

GROUPS = ("department", "business", "civil_society", "community", "public", "academia")


def drawn(*seats: Seat, width: float = 440) -> str:
    return table_seats(seats, width=width, count="1 / 6", word="at the table", alt="Who is at the table")


def test_each_seat_has_its_shape_its_state_and_its_name() -> None:
    svg = drawn(*(Seat(group, "asked" if group == "public" else "here", f"{group} 1") for group in GROUPS))
    ET.fromstring(svg)
    assert svg.count('class="seat ') == 6
    assert svg.count(" asked") == 1
    assert all(f"{group} 1" in svg for group in GROUPS)


def test_names_are_isolated_escaped_and_cut() -> None:
    svg = drawn(Seat("business", "here", "<b>מאפייה</b> " * 20))
    ET.fromstring(svg)
    assert "<b>" not in svg
    assert "…" in svg
    assert svg.count("\u2068") == svg.count("\u2069") == 3


@pytest.mark.parametrize("width", [320, 440])
@pytest.mark.parametrize("seats", range(1, 9))
def test_no_seat_leaves_the_picture_or_stands_on_another(seats: int, width: int) -> None:
    svg = drawn(*(Seat("civil_society", "here", "x") for _ in range(seats)), width=width)
    at = [(float(x), float(y)) for x, y in re.findall(r'class="halo"[^>]* x="([\d.]+)" y="([\d.]+)"', svg)]
    assert all(0 < x < width and 33 < y < HEIGHT for x, y in at)
    assert all((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 > 26**2 for i, a in enumerate(at) for b in at[i + 1 :])


@pytest.mark.parametrize("seats", [0, 9])
def test_a_table_of_no_or_too_many_seats_is_refused(seats: int) -> None:
    with pytest.raises(ValueError, match="seats"):
        drawn(*(Seat(SECTORS[0], "here", "x") for _ in range(seats)))


def test_a_picture_too_narrow_for_names_is_refused() -> None:
    with pytest.raises(ValueError, match="320"):
        drawn(Seat("business", "here", "x"), width=300)


@pytest.mark.parametrize("width", [320, 440])
def test_a_long_name_ends_before_the_table_and_inside_the_picture(width: int) -> None:
    svg = drawn(*(Seat(group, "here", "שם ארוך מאוד של גוף שלם") for group in GROUPS), width=width)
    half = float(re.findall(r'class="tbl"[^>]* rx="([\d.]+)"', svg)[0])
    for x, y, label in re.findall(r'class="halo"[^>]* x="([\d.]+)" y="([\d.]+)">([^<]*)<', svg):
        reach = text_width(label.strip("\u2068\u2069"), 13.5) / 2
        assert reach < float(x) < width - reach
        assert abs(float(x) - width / 2) > half + reach or not 75 < float(y) < 159


def test_a_name_beside_the_table_is_broken_before_it_is_cut() -> None:
    svg = drawn(*(Seat(group, "here", "סוחרי הרחוב הראשי") for group in GROUPS), width=320)
    assert "…" not in svg
    assert svg.count("סוחרי") == 6
    assert svg.count("סוחרי הרחוב הראשי") == 2
