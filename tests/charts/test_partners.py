"""Does the picture of who took part show everybody, by sector and part, in both directions?"""

from __future__ import annotations

import re

import pytest

from shutaf.charts.palette import LIGHT
from shutaf.charts.partners import Part, Player, partners
from shutaf.charts.svg import Direction

MANY = [
    Part("leads", [Player("public", "City of Boston")], is_lead=True),
    Part("takes part", [Player("business", f"A firm with a rather long name {i}") for i in range(11)]),
]


def drawn(parts: list[Part], direction: Direction = "ltr", width: float = 640) -> str:
    return partners(parts, title="Who took part", description="public and business", direction=direction, palette=LIGHT, width=width).svg


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320.0, 640.0])
def test_everybody_is_drawn_inside_the_picture(direction: Direction, width: float) -> None:
    svg = drawn(MANY, direction, width)
    assert svg.count('class="is-business"') == 11
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert size
    for x, y in re.findall(r'<text[^>]* x="([\d.-]+)" y="([\d.-]+)"', svg):
        assert 0 <= float(x) <= float(size[1])
        assert 0 <= float(y) <= float(size[2])


def test_the_part_stands_where_the_line_begins() -> None:
    assert 'text-anchor="end"' in drawn(MANY, "rtl").partition("leads")[0].rpartition("<text")[2]


def test_a_part_without_anybody_and_an_unknown_group_are_refused() -> None:
    for wrong in ([], [Part("leads", [])], [Part("leads", [Player("moon", "x")])]):
        with pytest.raises(ValueError, match=r"partners|group"):
            drawn(wrong)
