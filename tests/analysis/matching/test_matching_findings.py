"""What needs and offers tell the driver."""

from __future__ import annotations

from shutaf.analysis.matching.findings import MOST_SAID, matching_findings
from shutaf.analysis.situation import Body, Finding, Need, Offer, Origin, Place, Situation, Visibility, Word

SPACE, FOOD = Word("space", "space"), Word("food", "food")
BODIES = tuple(Body(ref, ref) for ref in "abc")


def found(situation: Situation, key: str) -> list[Finding]:
    return [finding for finding in matching_findings(situation) if finding.key == key]


def pair(need_seen: Visibility, offer_seen: Visibility) -> Situation:
    need = Need("need 1", "a", "room", SPACE, visible_to=need_seen, origin=Origin("needs", 2))
    return Situation(
        bodies=BODIES, needs=(need,), offers=(Offer("offer 1", "b", "hall", SPACE, visible_to=offer_seen, origin=Origin("offers", 3)),)
    )


def test_match_is_for_the_room_only_when_both_sides_are_visible() -> None:
    assert [f.audience for f in found(pair("partners", "public"), "match_suggested")] == ["room"]
    assert [f.audience for f in found(pair("editors", "public"), "match_suggested")] == ["driver"]
    assert [f.audience for f in found(pair("public", "editors"), "match_suggested")] == ["driver"]


def test_match_rests_on_both_rows_and_is_less_sure_with_unknowns() -> None:
    (match,) = found(pair("public", "public"), "match_suggested")
    assert match.evidence == (Origin("needs", 2), Origin("offers", 3))
    assert (match.sure.level, match.sure.facts) == (1, {"known": 0, "of": 3})
    assert match.step == "ask_both_what_is_unknown"


def test_unmet_needs_are_counted_apart_for_room_and_driver() -> None:
    needs = tuple(Need(f"need {i}", "a", "x", SPACE, visible_to=seen) for i, seen in enumerate(("public", "editors", "partners")))  # type: ignore[arg-type]
    counted = {f.audience: (f.facts["count"].value, f.facts["needs"]) for f in found(Situation(bodies=BODIES, needs=needs), "needs_unmet")}
    assert counted == {"room": (2, ("need 0", "need 2")), "driver": (1, ("need 1",))}


def test_unmet_need_of_a_goal_is_named_and_weighs_more() -> None:
    needs = (Need("need 1", "a", "x", SPACE, (FOOD,)), Need("need 2", "b", "x", SPACE))
    (with_goal,) = found(Situation(Place("T", goals=(FOOD,)), BODIES, needs=needs), "needs_unmet")
    (without,) = found(Situation(Place("T"), BODIES, needs=needs), "needs_unmet")
    assert with_goal.facts["for_goals"] == ("need 1",)
    assert with_goal.weight > without.weight


def test_body_that_only_takes_is_asked_what_it_could_give() -> None:
    (taker,) = found(pair("public", "public"), "bodies_offer_unknown")
    (giver,) = found(pair("public", "public"), "bodies_need_unknown")
    assert (taker.facts["bodies"], taker.step) == (("a",), "ask_what_they_could_give")
    assert (giver.facts["bodies"], giver.step) == (("b",), "ask_what_they_need")


def test_need_without_a_kind_becomes_a_question_and_no_unmet_need() -> None:
    situation = Situation(bodies=BODIES, needs=(Need("need 1", "a", "help"),))
    assert found(situation, "needs_unmet") == []
    assert [f.step for f in found(situation, "resources_kind_unknown")] == ["ask_what_kind"]


def test_near_miss_is_said_only_for_an_unmet_need() -> None:
    need = Need("need 1", "a", "x", SPACE, (FOOD,), where="North")
    water = Offer("offer 1", "b", "x", SPACE, (Word("water", "water"),), where="North")
    assert len(found(Situation(bodies=BODIES, needs=(need,), offers=(water,)), "need_nearly_met")) == 1
    met = Situation(bodies=BODIES, needs=(need,), offers=(water, Offer("offer 2", "c", "x", SPACE, (FOOD,))))
    assert found(met, "need_nearly_met") == []


def test_kind_alone_is_not_near() -> None:
    need, water = Need("need 1", "a", "x", SPACE, (FOOD,)), Offer("offer 1", "b", "x", SPACE, (Word("water", "water"),))
    assert found(Situation(bodies=BODIES, needs=(need,), offers=(water,)), "need_nearly_met") == []


def test_the_room_hears_as_many_matches_as_the_driver() -> None:
    seen: tuple[Visibility, ...] = ("editors", "public")
    needs = tuple(Need(f"need {i}", "a", "x", SPACE, visible_to=seen[i % 2]) for i in range(40))
    offers = tuple(Offer(f"offer {i}", "b", "x", SPACE, visible_to="public") for i in range(40))
    said = [f.audience for f in found(Situation(bodies=BODIES, needs=needs, offers=offers), "match_suggested")]
    assert (said.count("room"), said.count("driver")) == (MOST_SAID, MOST_SAID)


def test_nothing_known_says_nothing() -> None:
    assert matching_findings(Situation()) == ()
