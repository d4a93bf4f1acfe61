"""Is giving and getting counted both ways, in kinds and amounts that may be added, and what goes one way asked about gently?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.matching.reciprocity import Reciprocity, reciprocity, totals
from shutaf.analysis.matching.reciprocity_findings import FEWEST_AGREED, reciprocity_findings
from shutaf.analysis.situation import Amount, Body, Department, Need, Offer, Origin, Situation, Word

SPACE, MONEY = Word("space", "space"), Word("money", "money")
BODIES = (
    Body("dept", "dept", department=Department()), Body("firm", "firm", Word("", "business")), Body("shop", "shop", Word("", "business")),
    Body("club", "club", Word("", "civil_society")),
)  # fmt: skip


def hours(value: int) -> Amount:
    return Amount(Decimal(value), "hour", "time", Decimal(1))


def days(value: int) -> Amount:
    return Amount(Decimal(value), "day", "time", Decimal(8))


def shekels(value: int) -> Amount:
    return Amount(Decimal(value), "ILS", "money:ILS", Decimal(1))


def offer(n: int, body: str, amount: Amount | None = None, kind: Word = SPACE) -> Offer:
    return Offer(f"offer {n}", body, f"offer {n}", kind, amount=amount, origin=Origin("offers", n))


def need(n: int, body: str, amount: Amount | None = None, kind: Word = SPACE) -> Need:
    return Need(f"need {n}", body, f"need {n}", kind, amount=amount, origin=Origin("needs", n))


def town(*things: Need | Offer, accepted: tuple[tuple[str, str], ...] = ()) -> Reciprocity:
    needs = tuple(one for one in things if isinstance(one, Need))
    offers = tuple(one for one in things if isinstance(one, Offer))
    return reciprocity(Situation(bodies=BODIES, needs=needs, offers=offers), accepted)


def keys(found: Reciprocity) -> list[tuple[str, object]]:
    return [(one.key, one.facts.get("group", "")) for one in reciprocity_findings(found)]


def test_the_departments_together_are_one_side_like_every_other() -> None:
    found = town(offer(1, "firm"), need(1, "dept"), offer(2, "dept"))
    assert [one.key for one in found.groups] == ["department", "business", "civil_society"]
    ours = found.groups[0]
    assert (len(ours.offers), len(ours.needs), ours.silent) == (1, 1, ())


def test_amounts_are_added_within_a_dimension_and_never_across() -> None:
    found = town(offer(1, "firm", hours(4)), offer(2, "firm", days(2)), offer(3, "shop", shekels(500)), offer(4, "shop"))
    (space,) = found.groups[1].offers.kinds
    assert [(str(one.value), one.unit) for one in space.sums] == [("20", "hour"), ("500", "ILS")]
    assert space.without_amount == 1


def test_kinds_are_counted_apart_the_most_first() -> None:
    found = town(offer(1, "firm", kind=MONEY), offer(2, "firm"), offer(3, "shop"), offer(4, "shop", kind=Word("own word")))
    assert [(one.kind.key, len(one.things)) for one in found.groups[1].offers.kinds] == [("space", 2), ("money", 1), ("", 1)]


def test_an_accepted_match_counts_the_smaller_amount_once_for_each_side() -> None:
    found = town(
        offer(1, "firm", days(2)),
        need(1, "club", hours(10)),
        accepted=(("need 1", "offer 1"), ("need 1", "offer 1"), ("need 9", "offer 1")),
    )
    business, club = found.groups[1], found.groups[2]
    assert [(str(one.value), one.unit) for one in business.gives.kinds[0].sums] == [("10", "hour")]
    assert (len(business.gives), len(business.gets), len(club.gives), len(club.gets)) == (1, 0, 0, 1)
    assert found.between == {("business", "civil_society"): 1}


def test_amounts_that_cannot_be_compared_leave_the_agreed_amount_unknown() -> None:
    found = town(offer(1, "firm", shekels(5)), need(1, "club", hours(5)), accepted=(("need 1", "offer 1"),))
    assert found.agreed[0].amount is None


def test_a_silent_municipality_is_asked_both_things() -> None:
    assert keys(town(offer(1, "firm"), need(1, "club"))) == [("municipality_silent", "")]
    assert keys(town(offer(1, "firm"))) == []


def test_a_side_that_only_offers_is_asked_what_it_needs() -> None:
    found = town(offer(1, "firm"), offer(2, "shop"), need(1, "dept"), offer(3, "dept"))
    (one,) = reciprocity_findings(found)
    assert (one.key, one.step, one.sure.level, one.sure.facts) == ("group_only_offers", "ask_group_needs", 3, {"known": 2, "of": 2})
    assert one.evidence == (Origin("offers", 1), Origin("offers", 2))
    assert one.facts["count"].value == 2


def test_one_offer_alone_is_no_finding_and_a_need_beside_ends_it() -> None:
    assert keys(town(offer(1, "firm"), need(1, "dept"), offer(3, "dept"))) == []
    assert keys(town(offer(1, "firm"), offer(2, "shop"), need(2, "firm"), need(1, "dept"), offer(3, "dept"))) == []


def test_how_sure_falls_with_the_bodies_nobody_heard() -> None:
    found = town(offer(1, "firm"), offer(2, "firm"), need(1, "dept"), offer(3, "dept"))
    assert reciprocity_findings(found)[0].sure.level == 2


def test_what_was_agreed_one_way_is_named_for_both_sides() -> None:
    things = (
        offer(1, "firm"),
        offer(2, "shop"),
        need(1, "club"),
        need(2, "club"),
        need(3, "firm"),
        offer(4, "club"),
        need(5, "dept"),
        offer(5, "dept"),
    )
    found = town(*things, accepted=(("need 1", "offer 1"), ("need 2", "offer 2")))
    assert keys(found) == [("group_only_gives", "business"), ("group_only_gets", "civil_society")]


@pytest.mark.parametrize(("by_firm", "by_shop", "told"), [(3, 1, True), (2, 2, False), (3, 0, False)])
def test_one_body_that_gives_more_than_half_is_told_only_where_enough_was_agreed(by_firm: int, by_shop: int, told: bool) -> None:
    givers = ["firm"] * by_firm + ["shop"] * by_shop
    things = [thing for n, body in enumerate(givers) for thing in (offer(n, body), need(n, "club"))]
    found = town(*things, accepted=tuple((f"need {n}", f"offer {n}") for n in range(len(givers))))
    assert any(one.key == "one_body_gives_most" for one in reciprocity_findings(found)) is told
    assert FEWEST_AGREED == 4


def test_nothing_known_says_nothing() -> None:
    found = reciprocity(Situation())
    assert (found.groups, found.bodies, reciprocity_findings(found)) == ((), (), ())


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["dept", "firm", "shop", "club"]), st.sampled_from([None, 1, 5])), max_size=20))
def test_groups_and_bodies_add_up_to_the_same(rows: list[tuple[bool, str, int | None]]) -> None:
    things = [(offer if is_offer else need)(n, body, hours(value) if value else None) for n, (is_offer, body, value) in enumerate(rows)]
    found = town(*things)
    for side in ("offers", "needs"):
        by_group = sum(len(getattr(one, side)) for one in found.groups)
        assert by_group == sum(len(getattr(one, side)) for one in found.bodies)
    assert sum(len(one.offers) + len(one.needs) for one in found.groups) == len(rows)


def test_own_units_are_added_only_to_themselves() -> None:
    boxes = Amount(Decimal(2), "boxes")
    assert [str(one.value) for one in totals([boxes, replace(boxes, unit="Boxes"), Amount(Decimal(1), "bags")])] == ["4", "1"]
