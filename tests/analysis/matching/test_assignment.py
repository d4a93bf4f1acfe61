"""Is the set of pairs the best there is, the same whatever the order, and fair?"""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from shutaf.analysis.matching import Limits, Pairs, assigned, best_matches, pairs_of
from shutaf.analysis.matching.resources import Resources

SCORES = st.sampled_from([0.5, 0.6, 0.7, 0.75, 0.9, 1.0])


@st.composite
def drawn_pairs(draw: st.DrawFn, most: int = 8) -> Pairs:
    needs, offers, bodies = draw(st.integers(1, 4)), draw(st.integers(1, 4)), draw(st.integers(1, 3))
    every = list(itertools.product(range(needs), range(offers)))
    listed = draw(st.lists(st.sampled_from(every), unique=True, max_size=most))
    body = st.integers(-1, bodies - 1)
    return Pairs.of(
        [i for i, _ in listed],
        [j for _, j in listed],
        draw(st.lists(SCORES, min_size=len(listed), max_size=len(listed))),
        taker=draw(st.lists(body, min_size=needs, max_size=needs)),
        giver=draw(st.lists(body, min_size=offers, max_size=offers)),
    )


LIMITS = st.builds(
    Limits,
    need_times=st.integers(0, 2),
    offer_times=st.integers(1, 2),
    gives_most=st.sampled_from([None, 0, 1, 2]),
    gets_most=st.sampled_from([None, 1, 2]),
    free_gives=st.integers(0, 2),
    price_0_1=st.sampled_from([0.0, 0.1, 0.2, 0.25, 1.0]),
)


def by_trying_all(pairs: Pairs, limits: Limits) -> list[bool]:
    """Every set of pairs is tried; of equal ones the first by need and offer."""
    order = np.lexsort((pairs.offer, pairs.need))
    steps = np.round(pairs.score * 1e6).astype(int)
    best, best_value = np.zeros(len(order), dtype=bool), -(10**9)

    def most(rows: np.ndarray, limit: object) -> bool:
        return limit is None or np.bincount(rows[rows >= 0], minlength=1).max(initial=0) <= limit  # type: ignore[operator]

    for bits in itertools.product((True, False), repeat=len(order)):
        chosen = np.zeros(len(order), dtype=bool)
        chosen[order] = bits
        givers, takers = pairs.giver[pairs.offer[chosen]], pairs.taker[pairs.need[chosen]]
        checks = (
            (pairs.need[chosen], limits.need_times),
            (pairs.offer[chosen], limits.offer_times),
            (givers, limits.gives_most),
            (takers, limits.gets_most),
        )
        if all(itertools.starmap(most, checks)):
            gives, gets = (np.bincount(rows[rows >= 0], minlength=pairs.n_bodies) for rows in (givers, takers))
            value = steps[chosen].sum() - round(limits.price_0_1 * 1e6) * np.maximum(0, gives - gets - limits.free_gives).sum()
            if value > best_value:
                best, best_value = chosen, value
    return best.tolist()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(drawn_pairs(), LIMITS)
def test_no_set_is_better_and_of_equal_ones_the_first_is_taken(pairs: Pairs, limits: Limits) -> None:
    assert assigned(pairs, limits).chosen.tolist() == by_trying_all(pairs, limits)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(drawn_pairs(), LIMITS, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_changes_nothing(pairs: Pairs, limits: Limits, random: object) -> None:
    order = np.random.default_rng(random.randrange(10**6)).permutation(len(pairs.need))  # type: ignore[attr-defined]
    turned = Pairs(pairs.need[order], pairs.offer[order], pairs.score[order], pairs.taker, pairs.giver)
    assert assigned(turned, limits).chosen.tolist() == assigned(pairs, limits).chosen[order].tolist()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(drawn_pairs(), LIMITS, st.permutations(range(3)))
def test_renumbering_bodies_changes_nothing(pairs: Pairs, limits: Limits, numbers: list[int]) -> None:
    renumbered = np.array([*numbers, -1], dtype=np.int32)
    turned = Pairs(pairs.need, pairs.offer, pairs.score, renumbered[pairs.taker], renumbered[pairs.giver])
    assert assigned(turned, limits).chosen.tolist() == assigned(pairs, limits).chosen.tolist()


@pytest.mark.parametrize("kinds_of_score", [1000, 3])
def test_one_to_one_without_a_price_gains_what_linear_assignment_gains(kinds_of_score: int) -> None:
    rng = np.random.default_rng(11)
    score = rng.integers(1, kinds_of_score + 1, (60, 80)) / kinds_of_score
    score[rng.random(score.shape) < 0.7] = 0.0
    need, offer = np.nonzero(score)
    found = assigned(Pairs.of(need, offer, score[need, offer], taker=np.full(60, -1), giver=np.full(80, -1)), Limits(price_0_1=0.0))
    assert found.score == pytest.approx(score[linear_sum_assignment(score, maximize=True)].sum(), abs=1e-5)


def test_one_body_does_not_give_to_all_where_others_can() -> None:
    """Body 0 offers three times a little better than bodies 1, 2, 3, who are the ones in need."""
    pairs = Pairs.of([0, 1, 2, 0, 1, 2], [0, 1, 2, 4, 5, 3], [0.9, 0.9, 0.9, 0.8, 0.8, 0.8], taker=[1, 2, 3], giver=[0, 0, 0, 1, 2, 3])
    alone, shared = assigned(pairs, Limits(price_0_1=0.0)), assigned(pairs)
    assert alone.gives.tolist() == [3, 0, 0, 0]
    assert shared.gives.tolist() == [1, 1, 0, 1]
    assert (shared.beyond.tolist(), shared.price, round(shared.score, 9)) == ([0, 0, 0, 0], 0.0, 2.5)


def test_who_gets_may_give_as_much_without_a_price() -> None:
    pairs = Pairs.of([0, 1, 2], [2, 0, 1], [0.9, 0.9, 0.9], taker=[0, 1, 1], giver=[0, 0, 1])
    found = assigned(pairs)
    assert found.chosen.all()
    assert (found.gives.tolist(), found.gets.tolist(), found.beyond.tolist()) == ([2, 1], [1, 2], [0, 0])


def test_fairness_alone_leaves_no_need_unmet_that_scores_more_than_the_price() -> None:
    pairs = Pairs.of([0, 1, 2], [0, 1, 2], [0.5, 0.5, 0.2], taker=[1, 2, 3], giver=[0, 0, 0])
    found = assigned(pairs)
    assert found.chosen.tolist() == [True, True, False]
    assert (found.beyond.tolist(), found.price, found.unmet) == ([1, 0, 0, 0], 0.25, ((2, ("fairness",)),))


def test_what_stood_in_the_way_is_said() -> None:
    pairs = Pairs.of([0, 1, 2, 4], [0, 0, 1, 2], [0.9, 0.8, 0.7, 0.05], taker=[1, 2, 2, 3, 1], giver=[0, 0, 3])
    found = assigned(pairs, Limits(gives_most=1, gets_most=1))
    assert found.chosen.tolist() == [True, False, False, False]
    assert found.unmet == (
        (1, ("giver_at_limit", "offers_taken")),
        (2, ("giver_at_limit",)),
        (3, ("nothing_fits",)),
        (4, ("taker_at_limit",)),
    )


def test_limits_may_differ_from_one_to_the_next() -> None:
    pairs = Pairs.of([0, 1, 2], [0, 0, 0], [0.9, 0.8, 0.7])
    assert assigned(pairs, Limits(offer_times=[2])).chosen.tolist() == [True, True, False]
    assert assigned(pairs, Limits(offer_times=[2], need_times=[1, 0, 1])).chosen.tolist() == [True, False, True]


def test_a_chosen_pair_says_how_many_better_ones_its_need_did_not_get() -> None:
    pairs = Pairs.of([0, 0, 1, 1], [0, 1, 0, 1], [0.9, 0.8, 0.7, 0.1])
    assert assigned(pairs).better_left.tolist() == [0, 1, 0, 0]


def test_nothing_to_choose_from() -> None:
    empty = assigned(Pairs.of([], [], [], taker=[0, -1]))
    assert (empty.score, empty.price, empty.unmet) == (0.0, 0.0, ((0, ("nothing_fits",)), (1, ("nothing_fits",))))
    assert assigned(Pairs.of([], [], [])).unmet == ()


def test_pairs_come_from_the_best_matches() -> None:
    needs, offers = Resources.of([1, 2], body=[0, 1]), Resources.of([3, 1], body=[2, 3])
    pairs = pairs_of(best_matches(needs, offers), needs, offers)
    assert list(zip(pairs.need.tolist(), pairs.offer.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 0)]
    assert assigned(pairs).chosen.tolist() == [False, True, True]


@pytest.mark.parametrize(
    ("need", "offer", "score", "more", "said"),
    [
        ([0, 0], [1, 1], [0.5, 0.5], {}, "a pair is listed twice"),
        ([0], [0], [1.5], {}, "scores must lie between 0 and 1"),
        ([0], [0], [float("nan")], {}, "scores must lie between 0 and 1"),
        ([0, 1], [0], [0.5], {}, "need, offer and score must have the same length"),
        ([0], [0], [0.5, 0.5], {}, "need, offer and score must have the same length"),
        ([1], [0], [0.5], {"taker": [0]}, "a pair names a need that is not there"),
        ([-1], [0], [0.5], {}, "a pair names a need that is not there"),
        ([0], [1], [0.5], {"giver": [0]}, "a pair names an offer that is not there"),
        ([0], [0], [0.5], {"giver": [-2]}, "a body is numbered from 0, or -1 where it is not known"),
        ([0], [0], [0.5], {"taker": [-2]}, "a body is numbered from 0, or -1 where it is not known"),
    ],
)
def test_wrong_pairs_are_refused(need: list[int], offer: list[int], score: list[float], more: dict[str, list[int]], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        Pairs.of(need, offer, score, **more)


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(need_times=-1), "limits must be whole numbers, 0 and up"),
        (Limits(offer_times=0.5), "limits must be whole numbers, 0 and up"),
        (Limits(free_gives=float("nan")), "limits must be whole numbers, 0 and up"),
        (Limits(price_0_1=2), "price_0_1 must lie between 0 and 1"),
        (Limits(price_0_1=-0.1), "price_0_1 must lie between 0 and 1"),
    ],
)
def test_wrong_limits_are_refused(limits: Limits, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        assigned(Pairs.of([0], [0], [0.5], taker=[0], giver=[1]), limits)


def test_scores_of_0_and_1_and_pairs_of_unknown_bodies_are_taken() -> None:
    found = assigned(Pairs.of([0, 1], [1, 0], [0.0, 1.0], taker=[-1, 0]))
    assert found.chosen.tolist() == [True, True]
    assert (found.gives.tolist(), found.gets.tolist(), found.score) == ([0], [1], 1.0)


def test_limits_of_bodies_may_differ_too() -> None:
    pairs = Pairs.of([0, 1, 2], [0, 1, 2], [0.9, 0.8, 0.7], taker=[1, 1, 1], giver=[0, 0, 2])
    assert assigned(pairs, Limits(gives_most=[1, 0, 1])).gives.tolist() == [1, 0, 1]
    assert assigned(pairs, Limits(gets_most=[0, 2, 0])).chosen.tolist() == [True, False, True]
    assert assigned(pairs, Limits(free_gives=[2, 0, 0], price_0_1=1.0)).chosen.tolist() == [True, True, False]


def test_scores_nearer_than_a_millionth_count_as_equal() -> None:
    assert assigned(Pairs.of([0, 0], [0, 1], [0.5, 0.5000004])).chosen.tolist() == [True, False]
    assert assigned(Pairs.of([0, 0], [0, 1], [0.5, 0.500001])).chosen.tolist() == [False, True]
