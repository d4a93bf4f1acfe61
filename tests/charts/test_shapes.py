"""Shapes of sectors."""

from __future__ import annotations

import itertools

import pytest

from shutaf.charts.palette import GROUPS
from shutaf.charts.shapes import REACH, hole_path, pattern, shape_path


def test_every_group_has_an_outline_of_its_own() -> None:
    looks = [shape_path(group, 0, 0, 10) + hole_path(group, 0, 0, 10) for group in GROUPS]
    assert all(a != b for a, b in itertools.combinations(looks, 2))


def test_every_group_has_a_pattern_of_its_own() -> None:
    looks = [pattern("p", group, "#FFFFFF", "ground").split("><", 1)[1] for group in GROUPS]
    assert all(a != b for a, b in itertools.combinations(looks, 2))


@pytest.mark.parametrize("group", [group for group in GROUPS if group != "civil_society"])
def test_shape_stays_within_its_reach(group: str) -> None:
    corners = shape_path(group, 0, 0, 100).strip("Mz").split("L")
    assert max(abs(float(number)) for corner in corners for number in corner.split()) <= 100 * REACH


def test_circle_is_round_however_it_is_rounded() -> None:
    assert shape_path("civil_society", 10, 10, 3.14) == "M6.9 10a3.1 3.1 0 1 0 6.2 0a3.1 3.1 0 1 0 -6.2 0z"


def test_shape_of_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValueError, match="no such group"):
        shape_path("civil", 0, 0, 1)
