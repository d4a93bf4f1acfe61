"""Which initiative should come first."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from shutaf.analysis.criteria.ranking import Ranking, rank_initiatives
from shutaf.analysis.criteria.robustness import DRAWS, firsts, robustness
from shutaf.analysis.criteria.values import criteria_of
from shutaf.analysis.situation import Amount, Body, Initiative, Offer, Origin, Requirement, Situation, Stance, Word

SPACE, MONEY = Word("space", "space"), Word("money", "money")
BODIES = (
    Body("shop", "Shop", Word("business", "business")),
    Body("ngo", "NGO", Word("ngo", "civil_society")),
    Body("club", "Club", Word("sports club")),
    Body("who", "Who"),
)


def initiative(ref: str, chance: float | None = None, months: float | None = None, **more: Any) -> Initiative:
    return Initiative(ref, ref.title(), chance_0_1=chance, months_to_result=months, origin=Origin("initiatives", 2), **more)


def rank(*initiatives: Initiative, floor: float = 0.7, weights: dict[str, float] | None = None, **more: Any) -> Ranking:
    return rank_initiatives(Situation(bodies=BODIES, initiatives=initiatives, **more), floor=floor, weights=weights)


def value(ranking: Ranking, ref: str, key: str) -> float | None:
    place = [criterion.key for criterion in ranking.criteria].index(key)
    number = ranking.by_ref[ref].values[place]
    return None if number is None else number.value


def test_order_is_passed_then_unknown_then_under_the_floor() -> None:
    found = rank(initiative("low", 0.5, 1), initiative("blank", None, 1), initiative("good", 0.8, 12))
    assert [(row.ref, row.passes_floor, row.second_stage) for row in found.rows] == [
        ("good", True, False),
        ("blank", None, False),
        ("low", False, True),
    ]
    assert found.first == "good"


def test_chance_at_the_floor_passes() -> None:
    assert rank(initiative("edge", 0.7)).first == "edge"


@pytest.mark.parametrize(("chances", "why"), [((), "no_initiative"), ((None, None), "chance_unknown"), ((0.2, None), "none_passes_floor")])
def test_without_a_pass_no_first_is_named_and_the_cause_is(chances: tuple[float | None, ...], why: str) -> None:
    found = rank(*(initiative(f"i{n}", chance) for n, chance in enumerate(chances)))
    assert (found.first, found.why_not_first) == (None, why)


def test_uncovered_resource_is_a_reason_against_and_no_exclusion() -> None:
    found = rank(initiative("only", 0.9, requires=(Requirement(SPACE), Requirement(MONEY))), offers=(Offer("offer 1", "shop", "x", SPACE),))
    assert found.first == "only"
    assert value(found, "only", "resources_covered") == 0.5
    assert [reason.facts["kind"] for reason in found.rows[0].against_reasons if reason.key == "resource_not_covered"] == [MONEY]


def test_offer_of_unknown_amount_may_cover_and_a_reason_says_so() -> None:
    requires = (Requirement(MONEY, Amount(Decimal(100), "ILS", "money:ILS", Decimal(1))),)
    found = rank(initiative("only", 0.9, requires=requires), offers=(Offer("offer 1", "shop", "x", MONEY),))
    assert value(found, "only", "resources_covered") == 1.0
    assert "resource_may_cover" in [reason.key for reason in found.rows[0].against_reasons]


def test_offer_of_a_body_strongly_against_is_not_counted() -> None:
    offers, stances = (Offer("offer 1", "shop", "x", SPACE),), (Stance("shop", "Only", -4),)
    found = rank(initiative("only", 0.9, requires=(Requirement(SPACE),)), offers=offers, stances=stances)
    assert value(found, "only", "resources_covered") == 0.0
    assert "bodies_strongly_against" in [reason.key for reason in found.rows[0].against_reasons]


def test_sectors_that_gain_count_words_on_no_list_and_leave_groups_unknown() -> None:
    found = rank(
        initiative("a", 0.9, gains=("shop", "ngo", "club", "the young")),
        initiative("b", 0.9, gains=("the young",)),
        initiative("c", 0.9, gains=("who",)),
    )
    assert [value(found, ref, "sectors_gain") for ref in "abc"] == [3, None, None]


def test_willing_bodies_are_counted_by_their_most_cautious_answer() -> None:
    stances = (Stance("shop", "only", 3), Stance("shop", "Only", -1), Stance("ngo", "ONLY", 1), Stance("ngo", "another", -4))
    assert value(rank(initiative("only", 0.9), stances=stances), "only", "bodies_willing") == 1


def test_nobody_asked_is_unknown_not_unwilling() -> None:
    found = rank(initiative("only", 0.9))
    assert value(found, "only", "bodies_willing") is None
    assert (found.rows[0].known_count, found.rows[0].chance and found.rows[0].chance.value) == (0, 0.9)


def test_own_criterion_joins_by_folded_name() -> None:
    found = rank(initiative("a", 0.9, criteria=(("Visible ", 3.0),)), initiative("b", 0.9, criteria=(("visible", 1.0),)))
    assert (found.criteria[-1].key, found.criteria[-1].label, found.criteria[-1].decisive) == ("own:visible", "Visible ", 2.0)
    assert found.first == "a"


def test_fewer_months_are_better() -> None:
    assert rank(initiative("late", 0.9, 30), initiative("soon", 0.9, 2)).first == "soon"


def test_weight_can_turn_the_order_and_threshold_tells_where() -> None:
    """Two sectors against twelve months: each decides wholly, so half of the weight is where they meet."""
    pair = (initiative("wide", 0.8, 13, gains=("shop", "ngo", "club")), initiative("soon", 0.8, 1, gains=("shop",)))
    found = rank(*pair, weights={"sectors_gain": 3, "months_to_result": 1, "resources_covered": 0, "bodies_willing": 0})
    assert found.first == "wide"
    threshold = {found.criteria[t.criterion].key: t for t in found.thresholds}
    assert threshold["sectors_gain"].falls_under == pytest.approx(0.5, abs=1e-9)
    assert threshold["months_to_result"].rises_over == pytest.approx(0.5, abs=1e-9)
    assert threshold["sectors_gain"].rises_over is None
    assert rank(*pair, weights={"sectors_gain": 1, "months_to_result": 3}).first == "soon"


def test_chance_over_the_floor_does_not_also_score() -> None:
    """A floor opens the door; how far over it an estimate stands moves no flow, no share and no place."""
    rest = (initiative("b", 0.75, 2, gains=("shop",)), initiative("c", 0.7, 9, gains=("shop", "ngo")))
    low, high = rank(initiative("a", 0.71, 5), *rest), rank(initiative("a", 1.0, 5), *rest)
    for ref in "abc":
        one, other = low.by_ref[ref], high.by_ref[ref]
        assert (one.rank, one.net_flow, one.share_first, one.values) == (other.rank, other.net_flow, other.share_first, other.values)
    assert "chance" not in [criterion.key for criterion in low.criteria]


def test_chance_is_never_weighed() -> None:
    with pytest.raises(ValueError, match="floor"):
        rank(initiative("a", 0.9), weights={"chance": 2.0})


def test_where_nothing_else_tells_them_apart_the_higher_chance_stands_first() -> None:
    assert rank(initiative("a", 0.75, 3), initiative("b", 0.95, 3)).first == "b"
    assert rank(initiative("a", 0.75), initiative("b", 0.95)).first == "b"


def test_unknown_chance_is_asked_for() -> None:
    found = rank(initiative("a", None, 3))
    assert next(reason.facts["criterion"] for reason in found.rows[0].against_reasons if reason.key == "value_unknown") == "chance"


def test_share_first_is_the_share_of_random_weightings() -> None:
    found = rank(initiative("wide", 0.8, 13, gains=("shop", "ngo", "club")), initiative("soon", 0.8, 1, gains=("shop",)))
    shares = {row.ref: row.share_first.value for row in found.rows if row.share_first}
    assert sum(shares.values()) == pytest.approx(1.0)
    assert shares["wide"] == pytest.approx(0.5, abs=0.05)


def test_better_in_everything_is_first_whatever_the_weights() -> None:
    found = rank(initiative("best", 0.95, 1), initiative("other", 0.75, 20))
    assert found.rows[0].share_first is not None
    assert (found.rows[0].share_first.value, found.holds and found.holds.value, found.holds and found.holds.base) == (1.0, 8, 8)
    assert all(t.falls_under is None for t in found.thresholds)


def test_two_further_methods_are_asked_where_all_is_known() -> None:
    check = rank(initiative("best", 0.95, 1), initiative("other", 0.75, 20), initiative("low", 0.1)).cross_check
    assert check is not None
    assert (check.topsis_first, check.weighted_sum_first, check.criteria) == ("best", "best", ("months_to_result",))
    assert rank(initiative("alone", 0.9)).cross_check is None


def test_order_of_the_sheet_changes_nothing() -> None:
    rows = (initiative("a", 0.9, 3), initiative("b", 0.9, 3), initiative("c", 0.75), initiative("d"), initiative("e", 0.1))
    assert rank(*rows[::-1]) == rank(*rows)


def test_equal_initiatives_are_ordered_by_name() -> None:
    assert [row.ref for row in rank(initiative("b", 0.9), initiative("a", 0.9)).rows] == ["a", "b"]


def test_wrong_calls_are_refused() -> None:
    for wrong in ({"floor": 1.5}, {"weights": {"colour": 1.0}}, {"weights": {"sectors_gain": -1.0}}):
        with pytest.raises(ValueError, match=r"floor|criterion|weights"):
            rank(initiative("a", 0.9), **wrong)  # type: ignore[arg-type]


def test_weights_are_scaled_to_one() -> None:
    criteria = criteria_of(Situation(), {"months_to_result": 7})
    assert sum(c.weight_0_1 for c in criteria) == pytest.approx(1.0)
    assert criteria[0].weight_0_1 == pytest.approx(0.7)


def test_every_number_of_a_row_names_its_rows() -> None:
    found = rank(initiative("a", 0.9, 3), initiative("b", 0.8, 2))
    numbers = [number for row in found.rows for number in (*row.values, row.net_flow, row.share_first) if number is not None]
    assert numbers
    assert all(number.rows for number in numbers)


def test_random_weightings_are_seeded_and_leave_removed_criteria_out() -> None:
    preference = np.zeros((2, 2, 2))
    preference[0, 0, 1] = preference[1, 1, 0] = 1.0
    may = np.ones(2, dtype=np.bool_)
    assert (
        robustness(preference, np.array([0.5, 0.5]), may).share_first.tolist()
        == robustness(preference, np.array([0.5, 0.5]), may).share_first.tolist()
    )
    assert robustness(preference, np.array([1.0, 0.0]), may).share_first.tolist() == [1.0, 0.0]
    assert DRAWS == 1000


def test_only_those_that_pass_may_be_first() -> None:
    preference = np.zeros((1, 2, 2))
    preference[0, 0, 1] = 1.0
    assert firsts(preference, np.ones((1, 1)), np.array([False, True])).tolist() == [1]


def test_a_worse_rival_never_takes_the_first_place_away() -> None:
    first = rank(initiative("best", 0.95, 1), initiative("other", 0.9, 6))
    rival = initiative("rival", 0.75, 40)
    assert rank(initiative("best", 0.95, 1), initiative("other", 0.9, 6), rival).first == first.first == "best"
