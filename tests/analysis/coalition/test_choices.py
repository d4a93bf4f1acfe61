"""What else would do, what each member is essential for, and what asking for more changes."""

from __future__ import annotations

import pytest
from test_cover import BODIES, MONEY, SPACE, offer, shekels, town

from shutaf.analysis.coalition.asked import Asked, conflicts_among, counted_elsewhere
from shutaf.analysis.coalition.choices import choices, measured, trust_of
from shutaf.analysis.coalition.cover import smallest_coalition
from shutaf.analysis.situation import Choosing, Situation, Stance, Tie

GIFTS = (
    offer(1, "parks", SPACE),
    offer(2, "ngo", SPACE),
    offer(3, "bank", MONEY, shekels(1000)),
    offer(4, "shop", MONEY, shekels(600)),
    offer(5, "college", MONEY, shekels(400)),
)


def test_best_is_the_coalition_of_the_brief() -> None:
    found = choices(town(*GIFTS), "i1")
    assert found.best.members == smallest_coalition(town(*GIFTS), "i1").members
    assert found.plain is found.best
    assert (found.joined, found.left) == ((), ())


def test_others_each_do_without_a_giver_of_every_better_one() -> None:
    found = choices(town(*GIFTS), "i1")
    sets = [set(one.refs) for one in (found.best, *found.others)]
    assert sets[0] == {"bank", "parks"}
    assert [len(one) for one in sets] == sorted(len(one) for one in sets)
    giving = [{member.ref for member in one.members if member.brings} for one in (found.best, *found.others)]
    assert all(not better <= other for i, better in enumerate(giving) for other in sets[i + 1 :])


def test_another_seat_of_the_municipality_is_no_other_coalition() -> None:
    found = choices(town(offer(1, "ngo", SPACE), offer(2, "ngo", MONEY, shekels(1000))), "i1")
    assert found.best.refs == ("ngo", "parks")
    assert (found.others, found.others_open) == ((), False)


def test_it_says_whom_one_cannot_do_without_and_the_price_of_the_others() -> None:
    found = choices(town(*(one for one in GIFTS if one.ref != "offer 2")), "i1")
    parks = next(one for one in found.essential if one.member == "parks")
    assert (parks.requirements, parks.sides, parks.price) == ((0,), (), None)
    bank = next(one for one in found.essential if one.member == "bank")
    assert (bank.price, bank.joins) == (1, ("college", "shop"))


def test_without_one_the_next_best_comes() -> None:
    found = choices(town(*GIFTS), "i1", Asked(without=("bank",)))
    assert found.best.refs == ("college", "parks", "shop")
    assert (found.joined, found.left) == (("college", "shop"), ("bank",))


def test_with_one_it_is_in_even_when_it_brings_nothing() -> None:
    found = choices(town(*GIFTS, bodies=(*BODIES,)), "i1", Asked(having=("welfare",)))
    assert "welfare" in found.best.refs
    assert found.best.proven


def test_who_is_asked_out_and_was_the_only_giver_leaves_a_gap_that_names_it() -> None:
    found = choices(town(offer(1, "parks", SPACE), offer(2, "bank", MONEY, shekels(1000))), "i1", Asked(without=("bank",)))
    assert [(gap.requirements, gap.also_offered_by) for gap in found.best.gaps] == [((1,), ("bank",))]


def test_a_sector_asked_for_is_at_the_table() -> None:
    found = choices(town(*GIFTS), "i1", Asked(sectors=("civil_society",)))
    assert set(found.best.refs) == {"bank", "ngo", "parks"}


def test_only_those_who_answered_the_call_are_counted_on_and_the_municipality_in_any_case() -> None:
    situation = town(*GIFTS, choosing=Choosing(answered=("shop", "college")))
    assert choices(situation, "i1", Asked(only_answered=True)).best.refs == ("college", "parks", "shop")
    assert choices(situation, "i1").best.refs == ("bank", "parks")


def test_among_equally_small_sets_who_is_counted_on_less_elsewhere_comes_first() -> None:
    gifts = (offer(1, "parks", SPACE), offer(2, "bank", MONEY, shekels(1000)), offer(3, "shop", MONEY, shekels(1000)))
    assert smallest_coalition(town(*gifts), "i1").refs == ("bank", "parks")
    kept = Choosing(kept=(("i2", ("bank",)), ("i2", ("bank", "ngo")), ("i1", ("shop",))))
    situation = town(*gifts, choosing=kept)
    assert counted_elsewhere(situation, "i1") == {"bank": ("i2",), "ngo": ("i2",)}
    assert smallest_coalition(situation, "i1").refs == ("parks", "shop")


def test_counting_gently_never_makes_a_coalition_larger() -> None:
    gifts = (offer(1, "parks", SPACE), offer(2, "bank", MONEY, shekels(1000)))
    kept = Choosing(kept=tuple((f"i{n}", ("bank", "parks")) for n in range(2, 9)))
    assert smallest_coalition(town(*gifts, choosing=kept), "i1").refs == ("bank", "parks")


def at_odds(*gifts: object) -> Situation:
    stances = (Stance("bank", "Cars downtown", 4), Stance("parks", "cars downtown", -3), Stance("shop", "Cars downtown", -2))
    return town(*gifts, stances=stances)  # type: ignore[arg-type]


def test_two_who_want_opposite_things_are_not_put_together() -> None:
    assert smallest_coalition(at_odds(*GIFTS[1:]), "i1").conflicts == ()
    assert smallest_coalition(at_odds(offer(1, "parks", SPACE), offer(2, "bank", MONEY, shekels(1000)), offer(3, "shop", MONEY, shekels(1000))), "i1").refs == ("parks", "shop")  # fmt: skip


def test_a_conflict_that_no_set_does_without_is_said() -> None:
    (one,) = smallest_coalition(at_odds(offer(1, "parks", SPACE), offer(2, "bank", MONEY, shekels(1000))), "i1").conflicts
    assert (one.one, one.other, one.objective) == ("bank", "parks", "Cars downtown")


def test_a_mild_refusal_is_no_conflict() -> None:
    assert conflicts_among(at_odds(), {"bank", "shop"}) == ()


def test_trust_tells_known_none_and_unknown_apart() -> None:
    ties = (Tie("bank", "parks"), Tie("ngo", "parks", "none"))
    found = trust_of(town(ties=ties), ("bank", "ngo", "parks"))
    assert (found.tied, found.untied, found.unknown, found.pairs) == ((("bank", "parks"),), (("ngo", "parks"),), (("bank", "ngo"),), 3)


def test_a_kept_set_is_measured_by_what_is_known_today() -> None:
    found = measured(town(*GIFTS), "i1", ("bank", "gone"))
    assert (found.coalition.refs, found.covered, found.of, found.gone) == (("bank",), 1, 2, ("gone",))


def test_a_kept_set_is_unsure_only_of_what_it_covers() -> None:
    gifts = (offer(1, "parks", SPACE), offer(2, "bank", MONEY), offer(3, "shop", MONEY, shekels(600)))
    assert measured(town(*gifts), "i1", ("bank", "parks")).coalition.unsure == (1,)
    found = measured(town(*gifts), "i1", ("parks", "shop"))
    assert (found.covered, found.coalition.unsure) == (1, ())


def test_when_time_is_over_the_best_so_far_is_told_as_not_proven() -> None:
    found = choices(town(*GIFTS), "i1", seconds=0.0)
    assert found.best.bound <= len(found.best.members)
    assert (found.best.proven, found.others_open) == (False, True)
    assert found.best.members
    assert all(one.is_open or one.requirements or one.sides for one in found.essential)


def test_nothing_required_has_no_members_and_does_not_fail() -> None:
    found = choices(town(), "i1", Asked(having=("bank",)))
    assert (found.best.members, found.others, found.essential) == ((), (), ())


def test_unknown_initiative_is_refused() -> None:
    with pytest.raises(ValueError, match="no initiative"):
        choices(town(), "nope")
