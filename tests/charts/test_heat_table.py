"""Heat tables: the number in each cell, the unknown hatched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.charts.heat_table import Head, HeatCell, heat_level, heat_table
from shutaf.charts.palette import LIGHT
from shutaf.charts.svg import Picture

ROWS = (Head("תפעול ותברואה", "department"), Head("Wirtschaftsförderung und Stadtmarketing", "department"), Head("הנדסה", "department"))
COLUMNS = (Head("עסקי", "business"), Head("חברה אזרחית", "civil_society"), Head("קהילה", "community"), Head("אקדמיה", "academia"))
CELLS = [[HeatCell(v, str(v)) for v in (3, 0, 12, 1)], [HeatCell(v, str(v)) for v in (6, 2, 0, 0)], [HeatCell(None, "לא נשאל")] * 4]


def draw(cells: Any = CELLS, rows: Any = ROWS, columns: Any = COLUMNS, **other: Any) -> Picture:
    return heat_table(
        cells, rows, columns, **{"title": "Heat", "description": "", "direction": "rtl", "palette": LIGHT, "corner": "מחלקה", **other}
    )


@pytest.mark.parametrize("width", [300, 640])
@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_nothing_overlaps_or_leaves_the_sheet(width: int, direction: str, read: Callable, collisions: Callable) -> None:
    drawn = read(draw(width=width, direction=direction))
    assert collisions(drawn) == []
    assert all(text.box.left >= 0 and text.box.right <= width for text in drawn.texts)


def test_every_known_cell_prints_its_number_and_zero_is_not_hatched(read: Callable) -> None:
    picture = draw()
    printed = [text.text for text in read(picture).texts]
    assert [printed.count(number) for number in ("3", "12", "6", "2", "1", "0")] == [1, 1, 1, 1, 1, 3]
    assert printed.count("לא נשאל") == 4
    assert picture.svg.count('fill="url(#heat-fill-unknown)"') == 4


def test_columns_run_with_the_reading_direction(read: Callable) -> None:
    right, left = (read(draw(direction=way)) for way in ("rtl", "ltr"))
    assert right.where("עסקי").x > right.where("אקדמיה").x
    assert right.where("12").x + left.where("12").x == pytest.approx(640, abs=0.11)


def test_narrow_table_explains_its_shapes_and_signs_below(read: Callable, collisions: Callable) -> None:
    rows = [Head("a"), Head("b")]
    columns = [Head(f"Wirtschaftsförderung {i}") for i in range(10)]
    cells = [[HeatCell(1, "1")] * 10, [HeatCell(None, "nicht gefragt")] * 10]
    drawn = read(draw(cells, rows, columns, width=300, direction="ltr"))
    assert collisions(drawn) == []
    assert drawn.has("Wirtschaftsförderung 9")
    assert [text.text for text in drawn.texts].count("?") == 11
    assert drawn.has("nicht gefragt")


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_tint_never_falls_when_the_value_grows_and_only_zero_has_none(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert heat_level(low, 1e6) <= heat_level(high, 1e6) <= 6
    assert (heat_level(low, 1e6) == 0) == (low == 0)


@pytest.mark.parametrize(
    ("cells", "rows", "columns"),
    [
        ([], [], []),
        ([[HeatCell(1, "1")]], ROWS[:1], COLUMNS[:2]),
        ([[HeatCell(-1, "")]], ROWS[:1], COLUMNS[:1]),
        ([[HeatCell(float("nan"), "")]], ROWS[:1], COLUMNS[:1]),
        ([[HeatCell(1, "1")]], [Head("a", "army")], COLUMNS[:1]),
    ],
)
def test_table_that_cannot_be_drawn_is_refused(cells: Any, rows: Any, columns: Any) -> None:
    with pytest.raises(ValueError, match=r"needs a row|cells are not|negative|finite|group"):
        draw(cells, rows, columns)
