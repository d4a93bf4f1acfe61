"""The waist: unknown is not zero and not no."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from shutaf.analysis.situation import Amount, Body, Department, MapBasis, Network, Person, Situation, Tie, Word


def two_bodies(*ties: Tie) -> Situation:
    return Situation(bodies=(Body("a", "A"), Body("b", "B")), ties=ties)


def test_a_blank_pair_is_no_known_tie_and_no_known_none():
    assert two_bodies().known_ties == ()
    assert two_bodies(Tie("a", "b", "none")).known_ties == ()
    assert two_bodies(Tie("a", "b", "unknown")).known_ties == ()


def test_ties_with_oneself_or_with_nobody_known_are_not_known_ties():
    assert two_bodies(Tie("a", "a"), Tie("a", "z")).known_ties == ()


def test_an_unknown_sector_word_is_kept_and_counted_under_other():
    assert Body("a", "A", Word("Guild")).sector_key == "other"
    assert Body("a", "A").sector_key == ""


def test_a_department_is_public_and_a_group_of_its_own():
    body = Body("d", "Welfare", department=Department())
    assert (body.sector_key, body.group_key) == ("public", "department")


def test_a_name_in_the_readers_language_wins_over_the_name_as_written():
    body = Body("a", "עמותת אל־אמל", names=(("en", "Al-Amal Association"),))
    assert (body.name_in("en"), body.name_in("de")) == ("Al-Amal Association", "עמותת אל־אמל")


def test_amounts_are_comparable_within_a_dimension_or_the_same_own_word_only():
    hour, day = (Amount(Decimal(1), unit, "time", Decimal(factor)) for unit, factor in (("hour", 1), ("day", 8)))
    shekel, euro = Amount(Decimal(1), "ILS", "money:ILS", Decimal(1)), Amount(Decimal(1), "EUR", "money:EUR", Decimal(1))
    crates, boxes = Amount(Decimal(1), "crates"), Amount(Decimal(1), "boxes")
    assert hour.comparable(day)
    assert day.base == 8
    assert not shekel.comparable(euro)
    assert crates.comparable(crates)
    assert not crates.comparable(boxes)
    assert not crates.comparable(hour)


def test_the_body_of_an_informant_who_is_a_person_is_an_informant_body():
    situation = Situation(bodies=(Body("a", "A"),), people=(Person("p", "Dana", "a"),), map=MapBasis(informants=("p", "somebody")))
    assert situation.informant_bodies == {"a"}


@pytest.mark.parametrize(
    ("source", "target", "weight", "why"),
    [([0], [0], [1.0], "itself"), ([0], [2], [1.0], "outside"), ([0], [1], [0.0], "above 0"), ([0, 1], [1], [1.0], "same length")],
)
def test_a_network_refuses_what_no_tie_can_be(source: list[int], target: list[int], weight: list[float], why: str):
    arrays = np.array(source, np.int32), np.array(target, np.int32), np.array(weight)
    with pytest.raises(ValueError, match=why):
        Network(2, *arrays, asked=np.zeros(2, np.bool_))


def test_raw_rows_become_one_tie_a_pair_with_the_largest_weight() -> None:
    network = Network.of(4, [(2, 0), (0, 2), (1, 2)], [1.0, 4.0, 2.0])
    assert list(zip(network.source.tolist(), network.target.tolist(), network.weight.tolist(), strict=True)) == [(0, 2, 4.0), (1, 2, 2.0)]


def test_directed_rows_keep_both_ways() -> None:
    assert Network.of(2, [(0, 1), (1, 0), (0, 1)], is_directed=True).m == 2


def test_plain_lists_are_taken_as_arrays() -> None:
    network = Network(2, [0], [1], [1], [True, False])  # type: ignore[arg-type]
    assert network.source.dtype == np.int32
    assert network.weight.dtype == np.float64


@pytest.mark.parametrize(("source", "target"), [([0, 1], [1, 0]), ([0, 0], [1, 1])])
def test_a_pair_listed_twice_is_refused(source: list[int], target: list[int]) -> None:
    with pytest.raises(ValueError, match="listed twice"):
        Network(2, source, target, [1, 1], [False, False])  # type: ignore[arg-type]


def test_empty_network_of_no_rows() -> None:
    assert Network.of(3, []).m == 0


@pytest.mark.parametrize(
    "ties",
    [[(0, 1, 2), (1, 2, 3)], [0, 1, 1, 2], [(0, 1.7)], [(0, float("nan"))], [("0", "1")], [(0, 2**32 + 1)], [(0, 4)], [(-1, 0)]],
)
def test_rows_that_name_no_two_bodies_are_refused(ties: list[object]) -> None:
    with pytest.raises(ValueError, match=r"two bodies|whole numbers|outside"):
        Network.of(4, ties)  # type: ignore[arg-type]


@pytest.mark.parametrize("weight", [0.0, -1.0, float("inf"), float("nan")])
def test_weights_that_weigh_nothing_or_all_are_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        Network.of(2, [(0, 1)], [weight])
