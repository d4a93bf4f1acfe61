"""Who together could carry an initiative."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from shutaf.analysis.coalition.cover import smallest_coalition
from shutaf.analysis.coalition.requirements import demands
from shutaf.analysis.situation import (
    Amount,
    Body,
    Department,
    Initiative,
    Offer,
    Requirement,
    Situation,
    Stance,
    Tie,
    Word,
)

SPACE, MONEY, SKILL = (Word(key, key) for key in ("space", "money", "skill"))


def shekels(value: int) -> Amount:
    return Amount(Decimal(value), "ILS", "money:ILS", Decimal(1))


def body(ref: str, sector: str, **more: Any) -> Body:
    return Body(ref, more.pop("name", ref), Word(sector, sector), **more)


def offer(number: int, ref: str, kind: Word, amount: Amount | None = None) -> Offer:
    return Offer(f"offer {number}", ref, "x", kind, amount=amount)


BODIES = (
    body("parks", "public", department=Department()),
    body("welfare", "public", department=Department()),
    body("bank", "business"),
    body("shop", "business"),
    body("ngo", "civil_society"),
    body("college", "academia"),
)
GARDEN = Initiative("i1", "Roof garden", requires=(Requirement(SPACE), Requirement(MONEY, shekels(1000))))


def town(*offers: Offer, initiative: Initiative = GARDEN, **more: Any) -> Situation:
    return Situation(**({"bodies": BODIES, "offers": offers, "initiatives": (initiative,)} | more))


def test_smallest_set_has_the_municipality_and_another_sector() -> None:
    found = smallest_coalition(town(offer(1, "parks", SPACE), offer(2, "bank", MONEY, shekels(2000)), offer(3, "ngo", SPACE)), "i1")
    assert found.refs == ("bank", "parks")
    assert (found.gaps, found.unsure, found.missing_sides, found.proven, found.required_municipality) == ((), (), (), True, True)


def test_municipality_is_in_even_when_it_brings_nothing() -> None:
    ties = (Tie("welfare", "ngo"),)
    found = smallest_coalition(town(offer(1, "ngo", SPACE), offer(2, "ngo", MONEY, shekels(1000)), ties=ties), "i1")
    assert found.refs == ("ngo", "welfare")
    assert found.members[1].brings == ()
    assert found.members[1].why == ("municipality",)


def test_another_sector_is_in_even_when_the_municipality_has_everything() -> None:
    found = smallest_coalition(
        town(offer(1, "parks", SPACE), offer(2, "parks", MONEY, shekels(1000)), ties=(Tie("college", "parks"),)), "i1"
    )
    assert found.refs == ("college", "parks")
    assert found.members[0].why == ("other_sector", "works_with_municipality")


def test_amounts_of_several_givers_are_added() -> None:
    gifts = (
        offer(1, "parks", SPACE),
        offer(2, "bank", MONEY, shekels(600)),
        offer(3, "ngo", MONEY, shekels(400)),
        offer(4, "shop", MONEY, shekels(300)),
    )
    found = smallest_coalition(town(*gifts), "i1")
    assert found.refs == ("bank", "ngo", "parks")
    assert [given.share_0_1 for member in found.members for given in member.brings if given.requirements == (1,)] == [0.6, 0.4]


def test_one_gift_is_not_spent_twice_on_two_requirements_of_a_kind() -> None:
    twice = replace(GARDEN, requires=(Requirement(MONEY, shekels(600)), Requirement(MONEY, shekels(600))))
    (demand,) = demands(town(offer(1, "bank", MONEY, shekels(600)), initiative=twice), twice)
    assert (demand.requirements, demand.wanted, demand.known_share_0_1) == ((0, 1), shekels(1200), 0.5)


def test_unknown_amount_may_cover_and_is_marked_with_the_price_of_certainty() -> None:
    gifts = (offer(1, "parks", SPACE), offer(2, "bank", MONEY), offer(3, "ngo", MONEY, shekels(500)), offer(4, "shop", MONEY, shekels(500)))
    found = smallest_coalition(town(*gifts), "i1")
    assert found.refs == ("bank", "parks")
    assert (found.unsure, found.members_when_sure) == ((1,), 3)
    assert found.members[0].brings[0].share_0_1 is None


def test_known_amount_goes_before_unknown_at_equal_size() -> None:
    gifts = (offer(1, "parks", SPACE), offer(2, "bank", MONEY), offer(3, "shop", MONEY, shekels(1000)))
    ties = (Tie("bank", "parks"), Tie("bank", "welfare"))
    assert smallest_coalition(town(*gifts, ties=ties), "i1").refs == ("parks", "shop")


def test_equal_bodies_are_chosen_by_ties_with_the_municipality_then_name() -> None:
    gifts = (offer(1, "parks", SPACE), offer(2, "shop", MONEY, shekels(1000)), offer(3, "bank", MONEY, shekels(1000)))
    assert smallest_coalition(town(*gifts), "i1").refs == ("bank", "parks")
    assert smallest_coalition(town(*gifts, ties=(Tie("shop", "welfare"),)), "i1").refs == ("parks", "shop")


def test_body_that_brings_something_goes_before_one_that_only_fills_a_seat() -> None:
    gifts = (offer(1, "parks", SPACE), offer(2, "parks", MONEY, shekels(1000)), offer(3, "ngo", SPACE))
    assert smallest_coalition(town(*gifts, ties=(Tie("bank", "parks"),)), "i1").refs == ("ngo", "parks")


def test_what_nobody_offers_is_a_gap_and_no_failure() -> None:
    found = smallest_coalition(town(offer(1, "parks", SPACE)), "i1")
    assert found.refs == ("bank", "parks")
    assert [(gap.requirements, gap.offered_share_0_1) for gap in found.gaps] == [((1,), 0.0)]


def test_gap_says_how_much_all_known_offers_give_together() -> None:
    found = smallest_coalition(town(offer(1, "parks", SPACE), offer(2, "bank", MONEY, shekels(250))), "i1")
    assert [(gap.offered_share_0_1, gap.offers[0].ref) for gap in found.gaps] == [(0.25, "offer 2")]


def test_body_strongly_against_is_left_out_and_named() -> None:
    stances = (Stance("bank", "roof GARDEN", 2), Stance("bank", "Roof garden", -3))
    found = smallest_coalition(town(offer(1, "parks", SPACE), offer(2, "bank", MONEY, shekels(1000)), stances=stances), "i1")
    assert "bank" not in found.refs
    assert [(out.ref, out.why, out.level) for out in found.left_out] == [("bank", "strongly_against", -3)]
    assert found.gaps[0].also_offered_by == ("bank",)


def test_body_that_is_not_to_be_invited_is_not_counted_on() -> None:
    bodies = (*BODIES[:2], replace(BODIES[2], invite="no"), *BODIES[3:])
    found = smallest_coalition(town(offer(1, "parks", SPACE), offer(2, "bank", MONEY, shekels(1000)), bodies=bodies), "i1")
    assert [out.why for out in found.left_out] == ["not_to_be_invited"]
    assert "bank" not in found.refs


def test_wish_has_the_price_of_one_more_seat_or_none() -> None:
    gifts = (offer(1, "parks", SPACE), offer(2, "bank", MONEY, shekels(1000)), offer(3, "ngo", MONEY, shekels(1000)))
    wishes = {wish.sector: (wish.price_in_members, wish.would_add) for wish in smallest_coalition(town(*gifts), "i1").wishes}
    assert wishes == {"civil_society": (0, "ngo"), "academia": (1, "college"), "community": (None, None)}


def test_alternatives_can_really_stand_in() -> None:
    gifts = (
        offer(1, "parks", SPACE),
        offer(2, "bank", MONEY, shekels(1000)),
        offer(3, "ngo", MONEY, shekels(1000)),
        offer(4, "welfare", SPACE),
    )
    found = smallest_coalition(town(*gifts), "i1")
    assert {alternative.member: alternative.bodies for alternative in found.alternatives} == {"bank": ("ngo",), "parks": ("welfare",)}


def test_missing_municipality_is_said_and_public_bodies_stand_in_as_assumed() -> None:
    without = smallest_coalition(town(offer(1, "ngo", SPACE), bodies=BODIES[2:]), "i1")
    assert (without.missing_sides, without.required_municipality) == (("municipality",), False)
    assumed = smallest_coalition(town(offer(1, "ngo", SPACE), bodies=(*BODIES[2:], body("council", "public"))), "i1")
    assert (assumed.municipality_is_assumed, assumed.refs) == (True, ("council", "ngo"))


def test_unknown_sector_does_not_count_as_another_sector() -> None:
    found = smallest_coalition(town(offer(1, "who", SPACE), bodies=(BODIES[0], Body("who", "Who"))), "i1")
    assert found.missing_sides == ("other_sector",)


def test_nothing_required_names_nobody() -> None:
    found = smallest_coalition(town(initiative=Initiative("i1", "Idea")), "i1")
    assert (found.refs, found.gaps, found.wishes) == ((), (), ())


def test_order_of_the_sheets_changes_nothing() -> None:
    gifts = (
        offer(1, "parks", SPACE),
        offer(2, "bank", MONEY, shekels(1000)),
        offer(3, "shop", MONEY, shekels(1000)),
        offer(4, "welfare", SPACE),
    )
    situation = town(*gifts)
    turned = replace(situation, bodies=BODIES[::-1], offers=gifts[::-1])
    assert smallest_coalition(turned, "i1").members == smallest_coalition(situation, "i1").members


def test_unknown_initiative_is_refused() -> None:
    with pytest.raises(ValueError, match="nope"):
        smallest_coalition(town(), "nope")
