"""Who changed the group, where groups have names and where they have only numbers?"""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.network import bodies_moved

LAWS = settings(derandomize=True, deadline=None, max_examples=60)
labels = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12)


def test_sectors_keep_their_names() -> None:
    found = bodies_moved(["business", "public", "public"], ["business", "business", "community"])
    assert (found.moved.tolist(), found.stayed.tolist(), found.share_moved_0_1) == ([1, 2], [0], pytest.approx(2 / 3))
    assert found.unknown.tolist() == []
    assert {array.dtype for array in (found.moved, found.stayed, found.unknown)} == {np.dtype(np.int32)}
    assert (found.carried_on, found.groups_ended, found.groups_new) == ((("business", "business"),), ("public",), ("community",))


def test_an_unknown_sector_neither_moved_nor_stayed() -> None:
    found = bodies_moved(["business", "", None, float("nan")], ["", "public", "public", "public"])
    assert (found.moved.size, found.stayed.size, found.unknown.tolist()) == (0, 0, [0, 1, 2, 3])
    assert np.isnan(found.share_moved_0_1)
    assert np.isnan(found.agreement)


def test_communities_with_other_numbers_are_the_same_ones() -> None:
    found = bodies_moved([0, 0, 0, 1, 1], [1, 1, 1, 0, 0], same_names=False)
    assert (found.moved.size, found.carried_on, found.agreement) == (0, ((0, 1), (1, 0)), 1.0)
    assert bodies_moved([0, 0, 0, 1, 1], [1, 1, 1, 0, 0]).moved.tolist() == [0, 1, 2, 3, 4]


def test_a_split_leaves_the_larger_part_at_home() -> None:
    found = bodies_moved([0] * 5, [4, 4, 4, 7, 7], same_names=False)
    assert (found.moved.tolist(), found.carried_on, found.groups_new) == ([3, 4], ((0, 4),), (7,))


def test_a_merger_ends_the_smaller_group() -> None:
    found = bodies_moved([0, 0, 0, 1, 1], [2] * 5, same_names=False)
    assert (found.moved.tolist(), found.carried_on, found.groups_ended) == ([3, 4], ((0, 2),), (1,))


def test_largest_overlap_first_would_move_more() -> None:
    # overlaps: a-x 3, a-y 2, b-x 2, b-y 0: pairing a-x leaves 4 moved, a-y and b-x leave 3
    found = bodies_moved("aaaaabb", "xxxyyxx", same_names=False)
    assert (found.moved.tolist(), found.carried_on) == ([0, 1, 2], (("a", "y"), ("b", "x")))


def test_more_pairs_of_groups_are_not_better_than_more_bodies_at_home() -> None:
    # overlaps: a-x 3, a-y 1, b-x 1: one pair leaves 2 moved, two pairs 3
    found = bodies_moved("aaaab", "xxxyx", same_names=False)
    assert (found.moved.tolist(), found.carried_on, found.groups_ended, found.groups_new) == ([3, 4], (("a", "x"),), ("b",), ("y",))


def test_bodies_that_came_or_went_did_not_move() -> None:
    found = bodies_moved(["p", "q", "q"], ["new", "q", "p"], [2, -1, 1])
    assert (found.moved.tolist(), found.stayed.tolist()) == ([], [1, 2])
    assert found.groups_new == ()


def test_nobody() -> None:
    found = bodies_moved([], [], same_names=False)
    assert (found.moved.size, found.carried_on) == (0, ())


def test_a_missing_place_is_refused() -> None:
    with pytest.raises(ValueError, match="place"):
        bodies_moved([0], [0, 1])


@LAWS
@given(labels)
def test_no_other_pairing_of_groups_moves_fewer(rows: list[tuple[int, int]]) -> None:
    found = bodies_moved([one for one, _ in rows], [two for _, two in rows], same_names=False)
    best = min(sum(order[one] != two for one, two in rows) for order in permutations(range(4)))
    assert len(found.moved) == best


@LAWS
@given(labels, st.permutations(range(4)), st.randoms(use_true_random=False))
def test_other_numbers_for_groups_and_bodies_change_no_count(rows: list[tuple[int, int]], names: list[int], draw: object) -> None:
    shuffled = list(rows)
    draw.shuffle(shuffled)  # type: ignore[attr-defined]
    one = bodies_moved([one for one, _ in rows], [two for _, two in rows], same_names=False)
    two = bodies_moved([one for one, _ in shuffled], [names[two] for _, two in shuffled], same_names=False)
    assert len(one.moved) == len(two.moved)
    assert one.agreement == pytest.approx(two.agreement, nan_ok=True)
