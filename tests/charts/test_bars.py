"""Bars and shares: from zero, with the reading direction, the unknown visible."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from shutaf.charts.bars import Bar, bars
from shutaf.charts.palette import LIGHT
from shutaf.charts.shares import Share, shares
from shutaf.charts.svg import Picture

ROWS = (
    Bar("עסקי", 11, "11", "business"),
    Bar("אקדמיה", 5.5, "5.5", "academia"),
    Bar("אחר", 0, "0", "other"),
    Bar("הנדסה", None, "לא נשאל", "public"),
)


def draw(rows: Any, **other: Any) -> Picture:
    return bars(rows, **{"title": "Bars", "description": "", "direction": "rtl", "palette": LIGHT, **other})


def draw_shares(rows: Any, **other: Any) -> Picture:
    return shares(rows, **{"title": "Shares", "description": "", "direction": "ltr", "palette": LIGHT, **other})


def areas(svg: str) -> list[tuple[float, float]]:
    """(x, width) of the rectangles that are filled with a colour."""
    return [(float(x), float(w)) for x, w in re.findall(r'<rect class="[^"]*"[^>]* x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg)]


@pytest.mark.parametrize("width", [300, 640])
def test_bars_start_at_zero_and_their_lengths_keep_the_ratio(width: int) -> None:
    (x1, full), (x2, half), _ = areas(draw(ROWS, width=width, direction="ltr").svg)
    assert x1 == x2
    assert half == pytest.approx(full / 2, abs=0.1)


@pytest.mark.parametrize("width", [300, 640])
def test_picture_mirrors_with_the_reading_direction(width: int, read: Callable) -> None:
    right, left = (draw(ROWS, width=width, direction=way) for way in ("rtl", "ltr"))
    assert [x + w for x, w in areas(right.svg)] == pytest.approx([width - x for x, _ in areas(left.svg)], abs=0.11)
    for a, b in zip(read(right).texts, read(left).texts, strict=True):
        assert a.x + b.x == pytest.approx(width, abs=0.11)
        assert {a.anchor, b.anchor} == {"start", "end"}


@pytest.mark.parametrize("width", [300, 420, 640])
@pytest.mark.parametrize("label", ["x" * 200, "Arbeitsgemeinschaft Kreislaufwirtschaft Mittelrhein e. V.", "קצר"])
def test_nothing_overlaps_or_leaves_the_sheet(width: int, label: str, read: Callable, collisions: Callable) -> None:
    drawn = read(draw((*ROWS, Bar(label, 7, "7 of 11 departments that were asked")), width=width))
    assert collisions(drawn) == []
    assert all(text.box.left >= 0 and text.box.right <= width for text in drawn.texts)


def test_unknown_is_hatched_and_says_so_and_zero_is_a_zero(read: Callable) -> None:
    picture = draw(ROWS)
    assert 'id="bars-fill-unknown"' in picture.svg
    assert picture.svg.count('fill="url(#bars-fill-unknown)"') == 1
    assert read(picture).has("לא נשאל")
    assert read(picture).has("0")


def test_sector_has_shape_colour_and_pattern() -> None:
    svg = draw(ROWS[:1]).svg
    assert svg.count('class="is-business"') == 2
    assert "url(#bars-fill-business)" in svg


def test_full_bar_can_stand_for_more_than_the_largest_value() -> None:
    whole, part = (areas(draw(ROWS[:1], maximum=maximum).svg)[0][1] for maximum in (None, 22))
    assert part == pytest.approx(whole / 2, abs=0.1)


@pytest.mark.parametrize("rows", [[], [Bar("a", float("nan"), "")], [Bar("a", -1, "")], [Bar("a", 1, "", "army")]])
def test_bars_that_cannot_be_drawn_are_refused(rows: list[Bar]) -> None:
    with pytest.raises(ValueError, match=r"no bars|finite|negative|group"):
        draw(rows)


@pytest.mark.parametrize("maximum", [10, 0, float("inf")])
def test_maximum_under_the_largest_value_is_refused(maximum: float) -> None:
    with pytest.raises(ValueError, match=r"smaller|finite"):
        draw(ROWS, maximum=maximum)


def test_share_shows_its_whole(read: Callable) -> None:
    picture = draw_shares([Share("collecting cardboard", 0.5, "50%", 0.25, is_winner=True), Share("repair", 0, "0%")])
    (_, whole), (_, after), (_, first), (_, other) = areas(picture.svg)
    assert (first / whole, after / whole) == pytest.approx((0.5, 0.25), abs=0.01)
    assert other == whole
    assert read(picture).has("50%")


@pytest.mark.parametrize("width", [300, 640])
def test_shares_do_not_overlap(width: int, read: Callable, collisions: Callable) -> None:
    rows = [Share("Arbeitsgemeinschaft Kreislaufwirtschaft Mittelrhein " * 3, 0.84, "84%", 0.1, is_winner=True), Share("b", 0.16, "16%")]
    assert collisions(read(draw_shares(rows, width=width, direction="rtl"))) == []


@pytest.mark.parametrize("row", [Share("a", 0.7, "", 0.4), Share("a", -0.1, ""), Share("a", float("nan"), "")])
def test_shares_beyond_the_whole_are_refused(row: Share) -> None:
    with pytest.raises(ValueError, match=r"shares|finite"):
        draw_shares([row])
    with pytest.raises(ValueError, match="no shares"):
        draw_shares([])
