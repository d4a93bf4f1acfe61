"""Placing names and moving marks apart."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.charts.labels import Box, Mark, place_labels
from shutaf.charts.spread import even_out, fan_out, push_apart

FRAME = Box(0, 0, 400, 300)
MARKS = st.lists(
    st.builds(
        Mark, x=st.floats(10, 390), y=st.floats(10, 290), reach=st.floats(3, 12), label=st.text("abc אבג", min_size=1, max_size=24),
        rank=st.integers(0, 9), must=st.booleans(), strong=st.booleans(),
    ),
    max_size=25,
)  # fmt: skip


@settings(deadline=None)
@given(MARKS)
def test_no_name_meets_another_or_leaves_the_frame_or_covers_a_foreign_mark(marks: list[Mark]) -> None:
    placed = place_labels(marks, FRAME, 12, 100)
    boxes = [(i, place.box) for i, place in enumerate(placed) if place is not None]
    assert not [pair for pair in itertools.combinations(boxes, 2) if pair[0][1].meets(pair[1][1])]
    assert all(box.inside(FRAME) for _, box in boxes)
    squares = [Box(mark.x - mark.reach, mark.y - mark.reach, mark.x + mark.reach, mark.y + mark.reach) for mark in marks]
    assert not [(i, j) for i, box in boxes for j, square in enumerate(squares) if i != j and box.meets(square)]


def test_a_free_name_stands_in_the_middle_under_its_mark() -> None:
    (placed,) = place_labels([Mark(200, 100, 10, "חינוך", 0)], FRAME, 12, 100)
    assert placed is not None
    assert placed.x == 200
    assert placed.box.top > 110
    assert not placed.is_joined


def test_first_in_rank_gets_the_place_when_there_is_one_only() -> None:
    crowd = [Mark(200 + dx, 150, 9, f"body number {i}", rank=5 - i) for i, dx in enumerate((0, 1, 2, 3, 4, 5))]
    placed = place_labels(crowd, FRAME, 12, 100, most=1)
    assert [place is not None for place in placed] == [False] * 5 + [True]


def test_name_that_must_be_seen_moves_out_of_a_crowd_on_a_line() -> None:
    crowd = [Mark(200 + 15 * (i % 5), 150 + 15 * (i // 5), 9, "", rank=1) for i in range(25)]
    crowd[12] = Mark(crowd[12].x, crowd[12].y, 9, "Library", rank=9, must=True)
    (placed,) = (place for place in place_labels(crowd, FRAME, 12, 100) if place is not None)
    assert placed.is_joined


def test_blocked_places_stay_free() -> None:
    below = Box(100, 110, 300, 200)
    (placed,) = place_labels([Mark(200, 100, 10, "name", 0)], FRAME, 12, 100, blocked=[below])
    assert placed is not None
    assert not placed.box.meets(below)


def test_a_name_stays_in_its_field_or_is_left_out() -> None:
    strip = Box(50, 80, 350, 160)
    (inside,) = place_labels([Mark(60, 100, 10, "a long name", 0, field=strip)], FRAME, 12, 100)
    assert inside is not None
    assert inside.box.inside(strip)
    assert place_labels([Mark(200, 100, 10, "name", 0, field=Box(185, 85, 215, 115))], FRAME, 12, 100) == [None]


def test_boxes_on_one_spot_are_moved_apart_inside_the_frame() -> None:
    halves = np.full((30, 2), 8.0)
    at = push_apart(np.full((30, 2), 150.0), halves, np.array([8.0, 8.0]), np.array([292.0, 292.0]), np.arange(30))
    assert at.min() >= 8
    assert at.max() <= 292
    gaps = np.abs(at[:, None] - at[None]).max(axis=2) + 100 * np.eye(30)
    assert gaps.min() > 15.5


def test_boxes_that_do_not_overlap_stay_where_they_are() -> None:
    at = np.array([[10.0, 10.0], [50.0, 10.0], [10.0, 50.0]])
    assert (push_apart(at, np.full((3, 2), 9.0), np.zeros(2), np.full(2, 100.0), np.arange(3)) == at).all()


def test_among_many_boxes_only_those_named_first_are_cleared() -> None:
    random = np.random.default_rng(7)
    at, halves = random.uniform(0, 1000, (700, 2)), np.full((700, 2), 2.0)
    halves[0] = (60, 20)
    moved = push_apart(at, halves, np.zeros(2), np.full(2, 1000.0), np.array([0]))
    gap = np.abs(moved[1:] - moved[0])
    assert ((gap[:, 0] > 61) | (gap[:, 1] > 21)).all()
    assert (moved == at).all(axis=1).sum() > 600


def test_evening_out_keeps_what_was_left_and_above() -> None:
    at = np.array([[0.1, 0.9], [0.11, 0.2], [0.12, 0.3], [0.9, 0.3]])
    out = even_out(at, 0.5)
    assert (np.argsort(out[:, 0]) == np.argsort(at[:, 0])).all()
    assert out[2, 1] == out[3, 1]
    assert out.min() == 0
    assert out.max() == 1
    assert out[1, 0] - out[0, 0] > 0.1


def test_marks_sharing_a_place_stand_at_least_their_distance_apart() -> None:
    at = fan_out(20, 10)
    assert (at[0] == 0).all()
    gaps = np.linalg.norm(at[:, None] - at[None], axis=2) + 100 * np.eye(20)
    assert gaps.min() >= 10
