"""Which offers fit which needs, and why."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.matching.fit import matches, ties_by_pair
from shutaf.analysis.matching.grid import OWN, grids
from shutaf.analysis.matching.judgement import judge
from shutaf.analysis.matching.words import word_key
from shutaf.analysis.situation import Amount, Body, Need, Offer, Origin, Situation, Tie, Word

SPACE, MONEY = Word("space", "space"), Word("money", "money")
FOOD, WATER = Word("food", "food"), Word("water", "water")


def hours(value: int) -> Amount:
    return Amount(Decimal(value), "hour", "time", Decimal(1))


def town(need: dict[str, Any] | None = None, offer: dict[str, Any] | None = None, **more: Any) -> Situation:
    needs = (Need(**({"ref": "need 1", "body": "ngo", "title": "a room", "kind": SPACE, "origin": Origin("needs", 2)} | (need or {}))),)
    offers = (
        Offer(**({"ref": "offer 1", "body": "firm", "title": "a hall", "kind": SPACE, "origin": Origin("offers", 2)} | (offer or {}))),
    )
    bodies = (Body("ngo", "NGO"), Body("firm", "Firm"), Body("city", "City"))
    return Situation(bodies=bodies, **({"needs": needs, "offers": offers} | more))


def keys(reasons: tuple[Any, ...]) -> set[str]:
    return {reason.key for reason in reasons}


def test_same_kind_alone_fits_and_says_what_is_unknown() -> None:
    (fit,) = matches(town()).fits
    assert keys(fit.reasons) == {"same_kind"}
    assert keys(fit.unknowns) == {"theme_unknown", "amount_unknown", "time_unknown"}


def test_another_kind_is_no_match_and_no_near_miss() -> None:
    found = matches(town(offer={"kind": MONEY}))
    assert (found.fits, found.near) == ((), ())
    assert (found.unmet, found.unused) == (("need 1",), ("offer 1",))


def test_own_offer_never_meets_own_need() -> None:
    found = matches(town(offer={"body": "ngo"}))
    assert (found.fits, found.near, found.unmet) == ((), (), ("need 1",))


def test_own_words_match_when_folded_alike() -> None:
    assert matches(town({"kind": Word("Cargo bike")}, {"kind": Word("cargo  BIKE")})).fits
    assert not matches(town({"kind": Word("Cargo bike")}, {"kind": Word("van")})).fits


def test_everything_known_gives_every_reason() -> None:
    known = {"themes": (FOOD,), "amount": hours(4), "from_date": "2026-03", "until_date": "2026-09", "where": "Old Station"}
    tie = Tie("firm", "ngo", origin=Origin("ties", 7))
    (fit,) = matches(town(known, known | {"from_date": "2026-05-02"}, ties=(tie,))).fits
    assert keys(fit.reasons) == {"same_kind", "shared_theme", "amount_covers", "time_overlaps", "same_place", "ties_known"}
    assert fit.unknowns == ()
    assert fit.score_0_1 == 1.0
    assert next(r.facts for r in fit.reasons if r.key == "time_overlaps") == {"from": "2026-05-02", "until": "2026-09"}


def test_half_of_the_amount_covers_part_and_says_the_share() -> None:
    (fit,) = matches(town({"amount": hours(10)}, {"amount": hours(5)})).fits
    (partly,) = [reason for reason in fit.reasons if reason.key == "amount_partly"]
    assert partly.facts["share"].value == 0.5
    assert partly.facts["share"].rows == (Origin("needs", 2), Origin("offers", 2))


def test_too_small_is_a_near_miss_with_what_lacks() -> None:
    (near,) = matches(town({"amount": Amount(Decimal(2), "day", "time", Decimal(8))}, {"amount": hours(4)})).near
    assert near.miss.key == "too_small"
    assert near.miss.facts["short_by"] == Amount(Decimal("1.5"), "day", "time", Decimal(8))


def test_gap_between_periods_is_counted_in_days() -> None:
    (near,) = matches(town({"until_date": "2026-04-30"}, {"from_date": "2026-05-03"})).near
    assert (near.miss.key, near.miss.facts["gap_days"].value) == ("no_time_overlap", 3)


def test_open_ended_offer_that_starts_in_time_is_unknown_not_a_miss() -> None:
    (fit,) = matches(town({"from_date": "2026-04", "until_date": "2026-04"}, {"from_date": "2026"})).fits
    assert "time_unknown" in keys(fit.unknowns)


def test_two_misses_are_not_even_near() -> None:
    found = matches(town({"themes": (FOOD,), "amount": hours(10)}, {"themes": (WATER,), "amount": hours(1)}))
    assert (found.fits, found.near) == ((), ())


def test_amounts_of_two_dimensions_are_unknown_not_converted() -> None:
    (fit,) = matches(town({"amount": hours(10)}, {"amount": Amount(Decimal(9000), "ILS", "money:ILS", Decimal(1))})).fits
    assert "amount_not_comparable" in keys(fit.unknowns)


def test_conditions_are_carried_as_written() -> None:
    (fit,) = matches(town(offer={"conditions": "only with a guard"})).fits
    assert fit.conditions == (("offer 1", "only with a guard"),)


def test_other_place_is_a_question_and_no_obstacle() -> None:
    (fit,) = matches(town({"where": "North"}, {"where": "South"})).fits
    assert "place_differs" in keys(fit.unknowns)


def test_a_known_no_tie_is_no_reason() -> None:
    (fit,) = matches(town(ties=(Tie("firm", "ngo", status="none"),))).fits
    assert "ties_known" not in keys(fit.reasons)


def test_pair_is_seen_by_the_narrower_circle() -> None:
    (fit,) = matches(town({"visible_to": "public"}, {"visible_to": "partners"})).fits
    assert fit.visible_to == "partners"


def test_equal_fits_come_in_the_order_of_refs() -> None:
    base = town().offers[0]
    found = matches(town(offers=tuple(replace(base, ref=f"offer {i}") for i in (10, 2, 9))), limit_per_need=2)
    assert [fit.offer.ref for fit in found.fits] == ["offer 2", "offer 9"]
    assert found.unused == ()


def test_limit_under_one_is_refused() -> None:
    with pytest.raises(ValueError, match="limit_per_need"):
        matches(town(), limit_per_need=0)


def test_nothing_known_gives_nothing() -> None:
    assert matches(Situation()).fits == ()


dates = st.sampled_from(["", "2025", "2026", "2026-05", "2026-06-01", "2027-01"])
amounts = st.none() | st.builds(
    Amount, st.integers(0, 9).map(Decimal), st.sampled_from(["hour", "van"]), st.sampled_from(["time", ""]), st.just(Decimal(1))
)
records: dict[str, Any] = {
    "body": st.sampled_from(["ngo", "firm", "city", "nobody we list"]),
    "title": st.just("x"),
    "kind": st.sampled_from([SPACE, MONEY, Word("own"), Word("")]),
    "themes": st.lists(st.sampled_from([FOOD, WATER, Word("bees")]), max_size=2, unique=True).map(tuple),
    "amount": amounts,
    "from_date": dates,
    "until_date": dates,
    "where": st.sampled_from(["", "North", "north "]),
}
situations = st.builds(
    lambda needs, offers, tie: town(
        needs=tuple(replace(need, ref=f"need {i}") for i, need in enumerate(needs)),
        offers=tuple(replace(offer, ref=f"offer {i}") for i, offer in enumerate(offers)),
        ties=(Tie("firm", "ngo"),) if tie else (),
    ),
    st.lists(st.builds(Need, ref=st.just(""), **records), max_size=6),
    st.lists(st.builds(Offer, ref=st.just(""), **records), max_size=6),
    st.booleans(),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(situations, st.integers(1, 12))
def test_grid_gives_the_same_answers_as_judging_pair_by_pair(situation: Situation, block: int) -> None:
    ties = ties_by_pair(situation)
    for grid in grids(situation, block_cells=block):
        for i, need in enumerate(grid.needs):
            for j, offer in enumerate(grid.offers):
                judged = judge(need, offer, ties.get(frozenset((need.body, offer.body)), ()))
                assert grid.score[i, j] == judged.score_0_1
                assert grid.misses[i, j] == (OWN if need.body == offer.body else len(judged.misses))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(situations)
def test_every_need_is_met_or_unmet_as_plain_loops_say(situation: Situation) -> None:
    def fits(need: Need, offer: Offer) -> bool:
        return (
            need.body != offer.body and bool(key := word_key(need.kind)) and key == word_key(offer.kind) and not judge(need, offer).misses
        )

    found = matches(situation)
    assert found.unmet == tuple(n.ref for n in situation.needs if not any(fits(n, o) for o in situation.offers))
    assert found.unused == tuple(o.ref for o in situation.offers if not any(fits(n, o) for n in situation.needs))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(situations)
def test_order_of_the_sheets_changes_nothing(situation: Situation) -> None:
    turned = replace(situation, needs=situation.needs[::-1], offers=situation.offers[::-1], bodies=situation.bodies[::-1])
    assert matches(turned).fits == matches(situation).fits
