"""What every picture shares."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.charts.palette import LIGHT
from shutaf.charts.svg import Sheet, isolated, number, plain_label

HOSTILE = "<script>alert('x')</script> & \"quoted\" \u202e\u2066\x00\x07 name\nwith\tbreaks \ufffe"


def sheet(direction: str = "ltr", width: float = 300, prefix: str = "p") -> Sheet:
    return Sheet(width, direction, LIGHT, prefix)  # type: ignore[arg-type]


def test_label_is_cleaned_but_stays_as_written() -> None:
    assert plain_label(HOSTILE) == "<script>alert('x')</script> & \"quoted\" name with breaks"
    assert plain_label(" מתנ״ס  מרכז 🌱 ") == "מתנ״ס מרכז 🌱"


@given(st.text(max_size=80))
def test_any_label_makes_well_formed_xml_and_comes_back(label: str) -> None:
    paper = sheet()
    paper.add(paper.text(0, 10, plain_label(label), size=12))
    root = ET.fromstring(paper.finish(20, title="t", description=label, labelled=1, total=1).svg)
    assert root[-1].text == isolated(plain_label(label))


def test_start_of_the_line_is_right_in_rtl_and_left_in_ltr() -> None:
    assert (sheet("rtl").x(10), sheet("ltr").x(10)) == (290, 10)
    assert (sheet("rtl").left(10, 50), sheet("ltr").left(10, 50)) == (240, 10)
    assert (sheet("rtl").anchor("start"), sheet("rtl").anchor("end"), sheet("rtl").anchor("middle")) == ("end", "start", "middle")


def test_line_cut_from_a_hebrew_name_keeps_its_direction() -> None:
    assert isolated("ABC ישראל", "עמותת ABC ישראל") == "\u2068\u200fABC ישראל\u2069"
    assert isolated("ABC", "ABC") == "\u2068ABC\u2069"


def test_coordinates_are_short() -> None:
    assert [number(value) for value in (1.0, 1.25, -0.01, 100.04)] == ["1", "1.2", "0", "100"]


@pytest.mark.parametrize("bad", [{"direction": "up"}, {"width": math.nan}, {"width": 10}, {"prefix": '"x'}, {"prefix": ""}])
def test_sheet_refuses_what_it_cannot_draw_on(bad: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"direction|width|wide|prefix"):
        sheet(**bad)  # type: ignore[arg-type]


def test_picture_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match="title"):
        sheet().finish(10, title=" ", description="", labelled=0, total=0)
