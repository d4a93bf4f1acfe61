"""What the driver hears about initiatives and their coalitions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from shutaf.analysis.coalition.cover import smallest_coalition
from shutaf.analysis.coalition.findings import initiative_findings
from shutaf.analysis.criteria.ranking import rank_initiatives
from shutaf.analysis.situation import (
    Amount,
    Body,
    Department,
    Finding,
    Initiative,
    Number,
    Offer,
    Origin,
    Requirement,
    Situation,
    Stance,
    Word,
)

SPACE, MONEY = Word("space", "space"), Word("money", "money")
BODIES = (
    Body("city", "City", department=Department()),
    Body("shop", "Shop", Word("business", "business")),
    Body("ngo", "NGO", Word("civil society", "civil_society")),
)
QUICK = Initiative(
    "quick",
    "Repair cafe",
    requires=(Requirement(SPACE),),
    gains=("shop",),
    chance_0_1=0.9,
    months_to_result=2,
    origin=Origin("initiatives", 2),
)
SHINY = Initiative(
    "shiny",
    "Green quarter",
    requires=(Requirement(MONEY, Amount(Decimal(100), "ILS", "money:ILS", Decimal(1))),),
    gains=("city", "shop", "ngo"),
    chance_0_1=0.3,
    months_to_result=36,
    origin=Origin("initiatives", 3),
)


def town(**more: Any) -> Situation:
    offers = (Offer("offer 1", "shop", "x", SPACE, visible_to="public", origin=Origin("offers", 2)),)
    return Situation(**({"bodies": BODIES, "offers": offers, "initiatives": (SHINY, QUICK)} | more))


def findings(situation: Situation, ref: str = "quick") -> dict[str, Finding]:
    said = initiative_findings(situation, rank_initiatives(situation), smallest_coalition(situation, ref))
    return {finding.key: finding for finding in said}


def test_quick_win_is_first_and_shiny_project_waits_with_what_must_be_proven() -> None:
    said = findings(town())
    assert said["first_initiative"].facts["initiative"] == "quick"
    later = said["second_stage_initiative"]
    assert (later.facts["initiative"], later.facts["first"]) == ("shiny", "quick")
    assert [reason.key for reason in later.facts["must_prove"]] == ["chance_below_floor", "resource_not_covered"]


def test_of_several_under_the_floor_the_longest_is_told_and_the_others_listed() -> None:
    small = Initiative("small", "Bench", chance_0_1=0.2, months_to_result=3)
    later = findings(town(initiatives=(small, SHINY, QUICK)))["second_stage_initiative"]
    assert (later.facts["initiative"], later.facts["others"]) == ("shiny", ("small",))


def test_coalition_is_said_to_be_a_preparation_and_next_step_is_the_open_call() -> None:
    prepared = findings(town())["coalition_is_preparation_for_open_invitation"]
    assert (prepared.subject, prepared.step, prepared.audience) == (("city", "shop"), "publish_open_call", "room")


def test_coalition_that_rests_on_editors_offers_stays_with_the_driver() -> None:
    hidden = (Offer("offer 1", "shop", "x", SPACE, visible_to="editors"),)
    assert findings(town(offers=hidden))["coalition_is_preparation_for_open_invitation"].audience == "driver"


def test_stances_are_never_in_what_the_room_hears() -> None:
    stances = (Stance("ngo", "Repair cafe", -4, "mayor", origin=Origin("stances", 2)), Stance("shop", "Repair cafe", 3))
    said = findings(town(stances=stances))
    assert said["strongly_against_not_counted_on"].audience == "driver"
    assert said["strongly_against_not_counted_on"].facts["said_by"] == ("mayor",)
    first = said["first_initiative"].facts
    assert "bodies_strongly_against" not in [reason.key for reason in first["against_reasons"]]
    assert [reason.key for reason in first["driver_reasons"]] == ["bodies_strongly_against"]


def test_gap_asks_whether_to_do_without_learn_buy_or_add() -> None:
    gap = findings(town(), "shiny")["requirement_offered_by_nobody"]
    assert (gap.step, gap.facts["share"].value, gap.facts["requirement"].kind) == ("need_learn_buy_or_add", 0.0, MONEY)


def test_unknown_chance_is_a_question() -> None:
    blank = Initiative("blank", "Idea", origin=Origin("initiatives", 4))
    said = findings(town(initiatives=(QUICK, blank)))["initiatives_chance_unknown"]
    assert (said.facts["initiatives"], said.step, said.facts["count"].value) == (("blank",), "ask_how_likely", 1)


def test_without_any_chance_no_first_is_named() -> None:
    blank = Initiative("quick", "Idea", requires=(Requirement(SPACE),))
    said = findings(town(initiatives=(blank,)))
    assert said["no_first_initiative"].facts["why"] == "chance_unknown"
    assert "first_initiative" not in said


def test_unknown_amounts_become_the_question_how_much() -> None:
    offers = (Offer("offer 1", "shop", "x", MONEY, visible_to="partners"),)
    said = findings(town(offers=offers), "shiny")
    assert said["coalition_rests_on_unknown_amounts"].subject == ("shop",)
    assert said["coalition_rests_on_unknown_amounts"].step == "ask_how_much"
    assert said["coalition_is_preparation_for_open_invitation"].sure.level == 2


def test_nothing_required_is_a_question_and_missing_side_is_said() -> None:
    said = findings(town(bodies=BODIES[1:], initiatives=(Initiative("quick", "Idea"),)))
    assert said["requirements_unknown"].step == "ask_what_it_requires"
    assert said["side_unknown"].step == "bring_in_municipality"


def test_every_number_has_rows_to_show() -> None:
    for finding in findings(town()).values():
        for fact in finding.facts.values():
            if isinstance(fact, Number):
                assert fact.rows, (finding.key, fact.key)


def test_no_initiative_says_nothing() -> None:
    empty = Situation()
    assert initiative_findings(empty, rank_initiatives(empty), None) == ()
