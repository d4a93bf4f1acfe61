"""Is the way between two addresses as long as on the ground, and unknown where one is not known?"""

from __future__ import annotations

import pytest

from shutaf.analysis.matching.distance import metres_apart
from shutaf.analysis.situation import Body

BERLIN, HAIFA = Body("b", "b", lat=52.52, lon=13.405), Body("h", "h", lat=32.794, lon=34.9896)


def test_two_cities() -> None:
    assert metres_apart(BERLIN, HAIFA) == pytest.approx(2_770_000, rel=0.01)


def test_the_same_both_ways_and_nothing_to_oneself() -> None:
    assert metres_apart(BERLIN, HAIFA) == metres_apart(HAIFA, BERLIN)
    assert metres_apart(HAIFA, HAIFA) == 0


def test_the_other_side_of_the_earth_is_half_way_round() -> None:
    assert metres_apart(Body("a", "a", lat=0.0, lon=0.0), Body("z", "z", lat=0.0, lon=180.0)) == pytest.approx(20_015_115, rel=1e-4)


def test_an_address_that_is_not_known_gives_nothing() -> None:
    assert metres_apart(BERLIN, Body("x", "x")) is None
    assert metres_apart(Body("x", "x", lat=1.0), BERLIN) is None
