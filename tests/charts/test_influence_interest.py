"""The grid of influence and interest."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from shutaf.charts.influence_interest import GridLabels, Rated, influence_interest
from shutaf.charts.palette import GROUPS, LIGHT
from shutaf.charts.svg import Picture

LABELS = GridLabels("השפעה", "עניין", "נמוך", "גבוה", "לעבוד יחד", "לשמור מרוצים", "לעדכן", "לעקוב", "לא דורגו: 7 גופים")


def draw(bodies: list[Rated], **other: Any) -> Picture:
    return influence_interest(bodies, LABELS, **{"title": "Grid", "description": "", "direction": "rtl", "palette": LIGHT, **other})


def crowd(count: int) -> list[Rated]:
    chance = random.Random(3)
    return [Rated(f"גוף מספר {i}", chance.choice(GROUPS), chance.choice([2, 5, 6, 9]), chance.choice([1, 5, 8, 10])) for i in range(count)]


@pytest.mark.parametrize("width", [300, 640])
@pytest.mark.parametrize("count", [1, 16, 60])
def test_nothing_overlaps(width: int, count: int, read: Callable, collisions: Callable) -> None:
    picture = draw(crowd(count), width=width, legend=(("public", "ציבורי"), ("", "לא ידוע")))
    drawn = read(picture)
    assert collisions(drawn) == []
    assert len(drawn.marks) == picture.total == count


def test_interest_runs_with_the_reading_direction_and_influence_upwards(read: Callable) -> None:
    bodies = [Rated("low", "public", 2, 2), Rated("high", "public", 9, 9)]
    for direction, sign in (("ltr", 1), ("rtl", -1)):
        low, high = read(draw(bodies, direction=direction)).marks
        assert (high.left - low.left) * sign > 0
        assert high.top < low.top


def test_bodies_with_equal_ratings_are_all_seen(read: Callable) -> None:
    marks = read(draw([Rated(str(i), "civil_society", 5, 5) for i in range(9)])).marks
    centres = [((mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2) for mark in marks]
    gaps = [abs(complex(*a) - complex(*b)) for i, a in enumerate(centres) for b in centres[:i]]
    assert min(gaps) > marks[0].right - marks[0].left


def test_those_without_a_rating_are_named_under_the_grid(read: Callable) -> None:
    picture = draw(crowd(3))
    assert read(picture).has("לא דורגו: 7 גופים")
    assert 'fill="url(#grid-fill-unknown)"' in picture.svg


def test_name_that_must_be_seen_is_seen_in_a_crowd(read: Callable) -> None:
    bodies = [*crowd(80), Rated("חשוב מאוד", "business", 5, 5, is_important=True)]
    assert read(draw(bodies)).has("חשוב מאוד")


@pytest.mark.parametrize(
    "bad", [Rated("a", "public", float("nan"), 5), Rated("a", "public", 0, 5), Rated("a", "public", 5, 11), Rated("a", "army", 5, 5)]
)
def test_rating_outside_one_to_ten_is_refused(bad: Rated) -> None:
    with pytest.raises(ValueError, match=r"finite|1 to 10|group"):
        draw([bad])
    with pytest.raises(ValueError, match="no bodies"):
        draw([])
