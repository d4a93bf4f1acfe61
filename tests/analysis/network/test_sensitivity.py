from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.network import available_case, degree, density, sensitivity
from shutaf.analysis.network.sensitivity import answered_as_donors
from shutaf.analysis.situation import Floats, Network

LAWS = settings(derandomize=True, deadline=None, max_examples=30)


def survey(seed: int, respondents: int = 12, silent: int = 4, ties: int = 60, is_directed: bool = True) -> Network:
    print("seed", seed)
    draw, n = random.Random(seed), respondents + silent
    rows = [(i, j) for i, j in ((draw.randrange(n), draw.randrange(n)) for _ in range(ties)) if i != j]
    weight = [draw.randint(1, 5) for _ in rows]
    return Network.of(n, rows, weight, asked=[True] * respondents + [False] * silent, is_directed=is_directed)


def matrix_of(network: Network) -> np.ndarray:
    found = np.zeros((network.n, network.n))
    found[network.source, network.target] = network.weight
    return found if network.is_directed else found + found.T


@LAWS
@given(st.integers(0, 1000), st.integers(1, 4))
def test_each_silent_body_answers_word_for_word_as_one_of_its_donors(seed: int, silent: int) -> None:
    network = survey(seed, silent=silent)
    donors = [[0, 1, 2, 3, 4, 5]] * silent
    before = matrix_of(network)
    for drawn in answered_as_donors(network, donors, 5, seed):
        after = matrix_of(drawn)
        assert (after[network.asked] == before[network.asked]).all()
        assert drawn.asked.all()
        for body in np.flatnonzero(~network.asked):
            expected = [before[donor].copy() for donor in range(6)]
            for donor, row in enumerate(expected):
                row[donor], row[body] = row[body], 0
            assert any((after[body] == row).all() for row in expected)


@LAWS
@given(st.integers(0, 1000))
def test_of_an_undirected_network_only_pairs_of_silent_bodies_are_open(seed: int) -> None:
    network = survey(seed, is_directed=False)
    donors = [[0, 1, 2, 3, 4, 5]] * 4
    before = matrix_of(network)
    for drawn in answered_as_donors(network, donors, 5, seed):
        after = matrix_of(drawn)
        assert (after[network.asked] == before[network.asked]).all()
        for one in range(12, 16):
            for other in range(12, one):
                said = {before[donor, about] for donor in range(6) for about in (one, other)}
                assert after[one, other] in said | {0.0}


def test_a_body_takes_a_tie_where_either_donor_names_the_other() -> None:
    # 5 and 6 are silent; everybody who answered has a tie with 6 and none with 5: drawn, 5 has a tie with 6
    network = Network.of(7, [(i, 6) for i in range(5)], asked=[True] * 5 + [False] * 2)
    found = sensitivity(network, [0] * 7, degree)
    assert found is not None
    assert found.value.tolist() == [1, 1, 1, 1, 1, 0, 5]
    assert found.low.tolist() == found.high.tolist() == [1, 1, 1, 1, 1, 1, 6]


def test_range_by_hand() -> None:
    # respondents 0..4 report 0, 1, 2, 3, 4 ties; 5 is silent, so the drawn number of reports is 10 + one of 0..4
    rows = [(i, j) for i in range(5) for j in [k for k in range(5) if k != i][:i]]
    network = Network.of(6, rows, asked=[True] * 5 + [False], is_directed=True)
    found = sensitivity(network, ["a"] * 6, lambda drawn: drawn.m)
    assert found is not None
    assert (float(found.low), float(found.value), float(found.high), found.draws) == (10, 10, 14, 200)


def test_range_is_that_of_the_percentiles_over_all_draws() -> None:
    network = survey(3)
    donors = [list(range(12))] * 4
    seen = [degree(drawn).astype(float) for drawn in answered_as_donors(network, donors, 40, 9)]
    found = sensitivity(network, [0] * 16, degree, draws=40, seed=9)
    assert found is not None
    for place in range(16):
        ordered = sorted(row[place] for row in seen)
        for percent, shown in ((5, found.low[place]), (95, found.high[place])):
            at = percent / 100 * 39
            below, above = ordered[int(at)], ordered[min(int(at) + 1, 39)]
            assert shown == pytest.approx(below + (at - int(at)) * (above - below), abs=1e-9)


def test_the_same_seed_gives_the_same_range_and_another_another() -> None:
    network, sectors = survey(5, respondents=30, silent=10, ties=200), [0] * 40

    def weight(drawn: Network) -> float:
        return float(drawn.weight.sum())

    first, again, other = (sensitivity(network, sectors, weight, draws=30, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert sensitivity(network, sectors, weight) == sensitivity(network, sectors, weight, draws=200, seed=1)


def test_donors_are_of_the_same_sector_only() -> None:
    rows = [(i, j) for i in range(5) for j in range(5) if i != j]  # sector a names everybody, sector b nobody
    network = Network.of(11, rows, asked=[True] * 10 + [False], is_directed=True)
    for own, expected in (("a", 24), ("b", 20)):
        found = sensitivity(network, ["a"] * 5 + ["b"] * 5 + [own], lambda drawn: drawn.m)
        assert found is not None
        assert found.low == found.high == expected


@pytest.mark.parametrize("unknown", ["", -1, None])
def test_a_silent_body_of_no_known_sector_gets_no_range(unknown: object) -> None:
    network = survey(1, respondents=8, silent=1)
    assert sensitivity(network, np.array([unknown] * 9, dtype=object), density) is None
    assert sensitivity(network, np.array([unknown, *["a"] * 8], dtype=object), density) is not None


@pytest.mark.parametrize(("respondents", "is_shown"), [(4, False), (5, True)])
def test_fewer_than_five_respondents_in_a_silent_bodys_sector_give_no_range(respondents: int, is_shown: bool) -> None:
    network = survey(1, respondents=10, silent=2)
    sectors = [1] * respondents + [2] * (10 - respondents) + [1, 1]
    assert (sensitivity(network, sectors, density) is not None) == is_shown


def test_a_small_sector_where_all_answered_hinders_nobody() -> None:
    assert sensitivity(survey(1, respondents=10, silent=1), [0] * 9 + [7, 0], density) is not None


def test_without_silent_bodies_the_range_is_the_value() -> None:
    for n, rows in ((0, []), (3, [(0, 1)])):
        found = sensitivity(Network.of(n, rows, asked=[True] * n), [0] * n, degree)
        assert found is not None
        assert found.low.tolist() == found.value.tolist() == found.high.tolist() == degree(Network.of(n, rows)).tolist()


def test_rows_that_silent_bodies_did_not_write_are_not_drawn_on_top() -> None:
    network = Network.of(7, [(6, 0), (6, 1), (6, 2)], asked=[True] * 6 + [False], is_directed=True)
    found = sensitivity(network, [0] * 7, lambda drawn: drawn.m)
    assert found is not None
    assert (float(found.low), float(found.value), float(found.high)) == (0, 3, 0)


def test_draws_for_which_a_measure_is_not_defined_are_left_out() -> None:
    # silent 5 copies a body without ties or one with four: its share of ... is not defined where it has none
    network = Network.of(6, [(0, j) for j in range(1, 5)], asked=[True] * 5 + [False], is_directed=True)

    def own(drawn: Network) -> Floats:
        mine = float((drawn.source == 5).sum())
        return np.array([mine or np.nan, np.nan])

    found = sensitivity(network, [0] * 6, own)
    assert found is not None
    np.testing.assert_equal(found.low, [4, np.nan])
    np.testing.assert_equal(found.high, [4, np.nan])


def test_a_measure_may_look_at_answers() -> None:
    network = survey(2)
    found = sensitivity(network, [0] * 16, lambda drawn: available_case(drawn).density)
    assert found is not None
    assert 0 < found.low <= found.high < 1
    assert float(found.value) == available_case(network).density


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(ValueError, match="per body"):
        sensitivity(survey(1), [0], density)
    with pytest.raises(ValueError, match="draw"):
        sensitivity(survey(1), [0] * 16, density, draws=0)


def test_one_draw_is_enough_and_whole_numbers_become_numbers() -> None:
    found = sensitivity(survey(1), [0] * 16, lambda drawn: drawn.m, draws=1)
    assert found is not None
    assert found.low == found.high
    assert found.draws == 1
    assert isinstance(found.value, float)
    assert isinstance(found.low, float)
