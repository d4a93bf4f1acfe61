"""Are the best offers found among many, without looking at all, the same as looking at all?"""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.matching import Resources, Rules, best_matches, bit_masks, count_matches, encoded, explained, matches
from shutaf.analysis.matching.answers import OWN, answers
from shutaf.analysis.matching.signature import may_fit, signatures
from shutaf.analysis.situation import Network, Situation

sys.path.insert(0, str(Path(__file__).parent))
from drawn import BODIES, LARGE, RULES, SMALL, resources
from test_fit import situations

SIDES = st.one_of(st.tuples(resources(SMALL), resources(SMALL)), st.tuples(resources(LARGE), resources(LARGE)))
TIES = Network.of(BODIES, [(0, 1), (4, 1), (2, 3)])


def by_plain_loops(needs: Resources, offers: Resources, i: int, rules: Rules, misses: int, ties: Network | None) -> list[tuple[float, int]]:
    """(score, offer), best first, judged one by one."""
    found = []
    for j in range(offers.n):
        told = explained(needs, i, offers, j, rules, ties)
        if told.shared_kinds and not told.is_own and len(told.misses) == misses:
            found.append((-told.score_0_1, j))
    return [(-score, j) for score, j in sorted(found)]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SIDES, RULES, st.integers(1, 4), st.integers(0, 2), st.sampled_from([None, TIES]))
def test_best_offers_are_those_that_plain_loops_find(
    sides: tuple[Resources, Resources], rules: Rules, k: int, misses: int, ties: Network | None
) -> None:
    needs, offers = sides
    best, counted = (
        best_matches(needs, offers, k, rules=rules, ties=ties, misses=misses),
        count_matches(needs, offers, rules=rules, misses=misses),
    )
    for i in range(needs.n):
        expected = by_plain_loops(needs, offers, i, rules, misses, ties)
        told = [(score, j) for score, j in zip(best.score[i].tolist(), best.offer[i].tolist(), strict=True) if j >= 0]
        assert told == expected[:k]
        assert counted[i] == len(expected)


def test_ten_thousand_drawn_pairs_agree_with_plain_loops() -> None:
    rng = np.random.default_rng(7)

    def drawn(n: int) -> Resources:
        first, amount = rng.integers(0, 600, n).astype(float), rng.integers(1, 50, n).astype(float)
        last = first + rng.integers(0, 200, n)
        for column in (first, last, amount):
            column[rng.random(n) < 0.2] = np.nan
        themes = bit_masks(n, rng.integers(0, n, 2 * n), rng.integers(0, 16, 2 * n))
        kinds = bit_masks(n, np.arange(n), rng.integers(0, 4, n))
        return Resources.of(kinds, themes=themes, amount=amount, first_day=first, last_day=last, body=rng.integers(0, BODIES, n))

    needs, offers = drawn(25), drawn(400)
    best = best_matches(needs, offers, 5, ties=TIES)
    for i in range(needs.n):
        assert [j for j in best.offer[i].tolist() if j >= 0] == [j for _, j in by_plain_loops(needs, offers, i, Rules(), 0, TIES)][:5]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SIDES, RULES)
def test_a_signature_never_keeps_out_what_fits(sides: tuple[Resources, Resources], rules: Rules) -> None:
    needs, offers = sides
    wanted, given_words = signatures(needs, offers, rules)
    rules_without_amounts = Rules(known_no={**rules.known_no, "amount": "asked"})
    for i in range(needs.n):
        misses, _ = answers(needs, i, offers, np.arange(offers.n), rules_without_amounts)
        assert may_fit(wanted[i], given_words)[misses == 0].all()


def test_a_signature_keeps_out_what_shares_no_theme() -> None:
    needs, offers = Resources.of([1], themes=[0b01]), Resources.of([1, 1, 1], themes=[0b10, 0b11, 0])
    wanted, given_words = signatures(needs, offers, Rules())
    assert may_fit(wanted[0], given_words).tolist() == [False, True, True]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(situations, st.integers(1, 3))
def test_arrays_and_records_give_the_same_matches(situation: Situation, k: int) -> None:
    table = encoded(situation)
    best = best_matches(table.wants, table.gives, k, ties=table.ties)
    found = matches(situation, limit_per_need=k).fits
    for i, need in enumerate(table.needs):
        told = [(table.offers[j].ref, score) for j, score in zip(best.offer[i].tolist(), best.score[i].tolist(), strict=True) if j >= 0]
        assert sorted(told) == sorted((fit.offer.ref, fit.score_0_1) for fit in found if fit.need.ref == need.ref)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SIDES, st.randoms(use_true_random=False))
def test_renumbering_bodies_and_shuffling_offers_changes_no_score(sides: tuple[Resources, Resources], random: object) -> None:
    needs, offers = sides
    order = np.random.default_rng(random.randrange(10**6)).permutation(offers.n)  # type: ignore[attr-defined]
    plain, shuffled = best_matches(needs, offers, 9), best_matches(needs, offers.take(order), 9)
    assert np.array_equal(plain.score, shuffled.score, equal_nan=True)
    assert np.array_equal(count_matches(needs, offers), count_matches(needs, offers.take(order)))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SIDES)
def test_another_unit_of_all_amounts_changes_nothing(sides: tuple[Resources, Resources]) -> None:
    def doubled(side: Resources) -> Resources:
        return Resources(**{each.name: getattr(side, each.name) * (2 if each.name == "amount" else 1) for each in fields(side)})

    needs, offers = sides
    plain, scaled = best_matches(needs, offers), best_matches(doubled(needs), doubled(offers))
    assert np.array_equal(plain.offer, scaled.offer)
    assert np.array_equal(plain.score, scaled.score, equal_nan=True)


def test_a_hand_counted_case() -> None:
    needs = Resources.of([0b1], themes=[0b01], amount=[10], first_day=[100], last_day=[200], body=[0])
    offers = Resources.of(
        [0b1, 0b1, 0b1, 0b1, 0b1, 0b10],
        themes=[0b01, 0b00, 0b10, 0b01, 0b01, 0b01],
        amount=[6, 20, 20, 4, 20, 20],
        first_day=[150, 0, 100, 100, 100, 100],
        last_day=[300, 300, 200, 200, 200, 200],
        body=[1, 2, 3, 4, 0, 5],
    )
    best = best_matches(needs, offers, 3)
    # offer 0: .25 + .4 x .6 + .2 + .5 x .15; offer 1: .5 x .25 + .4 + .2 + .5 x .15; 2 other theme, 3 too small, 4 own, 5 other kind
    assert best.offer.tolist() == [[1, 0, -1]]
    assert best.score[0, :2].tolist() == [0.8, 0.765]
    assert best_matches(needs, offers, 3, misses=1).offer.tolist() == [[3, 2, -1]]
    assert answers(needs, 0, offers, np.arange(6))[0].tolist() == [0, 0, 1, 1, OWN, 0]


def test_nothing_meets_nothing() -> None:
    nobody = Resources.of([])
    assert best_matches(nobody, Resources.of([1])).offer.shape == (0, 5)
    assert best_matches(Resources.of([1, 0]), nobody, 2).offer.tolist() == [[-1, -1], [-1, -1]]
    assert count_matches(Resources.of([0]), Resources.of([0])).tolist() == [0]


def test_a_twin_of_an_offer_stands_beside_it() -> None:
    best = best_matches(Resources.of([1]), Resources.of([1, 1, 1]), 2)
    assert best.offer.tolist() == [[0, 1]]
    assert count_matches(Resources.of([1]), Resources.of([1, 1, 1])).tolist() == [3]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"k": 0}, "k must be at least 1, misses between 0 and 5"),
        ({"misses": -1}, "k must be at least 1, misses between 0 and 5"),
        ({"misses": 6}, "k must be at least 1, misses between 0 and 5"),
        ({"ties": Network.of(1, [])}, "a need or an offer is of a body outside the network"),
    ],
)
def test_wrong_questions_are_refused(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        best_matches(Resources.of([1], body=[1]), Resources.of([1]), **wrong)


@pytest.mark.parametrize("misses", [-1, 6])
def test_a_count_of_impossible_misses_is_refused(misses: int) -> None:
    with pytest.raises(ValueError, match=r"^misses must lie between 0 and 5$"):
        count_matches(Resources.of([1]), Resources.of([1]), misses=misses)


def test_where_many_say_yes_the_rest_is_not_looked_at_and_the_answer_is_the_same() -> None:
    """Offers that leave theme or time open cannot beat five that say yes; a need that says neither is looked at in full."""
    rng = np.random.default_rng(3)
    n = 300
    told = rng.random(n) < 0.7
    first = np.where(rng.random(n) < 0.7, rng.integers(0, 50, n), np.nan)
    offers = Resources.of(
        np.ones(n), themes=np.where(told, 1 << rng.integers(0, 3, n), 0), amount=rng.integers(1, 9, n), first_day=first, last_day=first + 40
    )
    needs = Resources.of([1, 1, 1], themes=[1, 1, 0], amount=[2, 2, 2], first_day=[30, np.nan, np.nan], last_day=[60, np.nan, np.nan])
    best = best_matches(needs, offers, 5)
    for i in range(needs.n):
        assert best.offer[i].tolist() == [j for _, j in by_plain_loops(needs, offers, i, Rules(), 0, None)][:5]
