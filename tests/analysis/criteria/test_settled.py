"""Does what people settled about how to choose decide, and does nothing change where they settled nothing?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from shutaf.analysis.criteria.ranking import rank_initiatives
from shutaf.analysis.situation import Choosing, Initiative, Situation
from shutaf.imports.example import example_situation

SOON = Initiative("soon", "Soon", chance_0_1=0.8, months_to_result=1, criteria=(("trust", 2.0),))
TRUSTED = Initiative("trusted", "Trusted", chance_0_1=0.75, months_to_result=30, criteria=(("trust", 9.0),))


def town(*initiatives: Initiative, **choosing: object) -> Situation:
    return Situation(initiatives=initiatives, choosing=Choosing(**choosing))  # type: ignore[arg-type]


def test_settled_weights_turn_the_order_and_zero_switches_a_criterion_off() -> None:
    assert rank_initiatives(town(SOON, TRUSTED, weights=(("trust", 0.5),))).first == "soon"
    assert rank_initiatives(town(SOON, TRUSTED, weights=(("trust", 3.0),))).first == "trusted"
    assert rank_initiatives(town(SOON, TRUSTED, weights=(("months_to_result", 0.0),))).first == "trusted"


def test_an_asked_weighting_stands_instead_of_the_settled_one() -> None:
    assert rank_initiatives(town(SOON, TRUSTED, weights=(("trust", 3.0),)), weights={"own:trust": 0.5}).first == "soon"


def test_weights_that_are_all_zero_are_as_good_as_none() -> None:
    off = tuple((key, 0.0) for key in ("months_to_result", "sectors_gain", "resources_covered", "bodies_willing", "trust"))
    assert rank_initiatives(town(SOON, TRUSTED, weights=off)) == rank_initiatives(town(SOON, TRUSTED))


def test_the_chance_has_the_floor_that_was_settled_and_never_a_weight() -> None:
    found = rank_initiatives(town(SOON, TRUSTED, weights=(("chance", 5.0),), floors=(("chance", 0.78),)))
    assert [(row.ref, row.second_stage) for row in found.rows] == [("soon", False), ("trusted", True)]
    assert found.floor_0_1 == 0.78
    assert "chance" not in {criterion.key for criterion in found.criteria}


def test_a_further_floor_closes_the_door_and_does_not_also_score() -> None:
    found = rank_initiatives(town(SOON, TRUSTED, floors=(("trust", 5.0),)))
    assert [(row.ref, row.passes_floor, row.second_stage) for row in found.rows] == [("trusted", True, False), ("soon", False, True)]
    assert "own:trust" not in {criterion.key for criterion in found.criteria}
    assert sum(criterion.weight_0_1 for criterion in found.criteria) == pytest.approx(1.0)
    assert [reason.key for reason in found.rows[0].for_reasons if reason.key.endswith("floor")] == ["chance_reaches_floor", "reaches_floor"]
    assert "below_floor" in {reason.key for reason in found.rows[1].against_reasons}


def test_a_floor_where_less_is_better_is_not_to_be_exceeded() -> None:
    found = rank_initiatives(town(SOON, TRUSTED, floors=(("months_to_result", 12.0),)))
    assert (found.first, found.rows[1].second_stage) == ("soon", True)


def test_unknown_at_a_floor_is_neither_a_pass_nor_a_failure() -> None:
    blank = replace(SOON, ref="blank", name="Blank", criteria=())
    found = rank_initiatives(town(blank, TRUSTED, floors=(("trust", 5.0),)))
    assert [(row.ref, row.passes_floor) for row in found.rows] == [("trusted", True), ("blank", None)]


def test_own_criteria_where_less_is_better_are_compared_so() -> None:
    assert rank_initiatives(town(SOON, TRUSTED, weights=(("trust", 3.0),), less=("Trust",))).first == "soon"


def test_a_criterion_switched_on_that_nobody_judged_is_unknown_and_changes_no_place() -> None:
    before, after = rank_initiatives(town(SOON, TRUSTED)), rank_initiatives(town(SOON, TRUSTED, weights=(("groups", 2.0),)))
    assert [row.ref for row in after.rows] == [row.ref for row in before.rows]
    assert [row.net_flow and row.net_flow.value for row in after.rows] == pytest.approx(
        [row.net_flow and row.net_flow.value for row in before.rows]
    )
    asked = {reason.facts["label"] for reason in after.rows[0].against_reasons if reason.key == "value_unknown"}
    assert "groups" in asked


def test_what_people_put_off_waits_for_the_second_stage_though_it_reaches_the_floor() -> None:
    found = rank_initiatives(town(replace(SOON, shortlist="later"), TRUSTED))
    assert (found.first, found.rows[1].second_stage) == ("trusted", True)
    assert found.rows[1].against_reasons[0].key == "put_off"


def test_where_every_criterion_has_a_floor_they_score_after_all() -> None:
    off = tuple((key, 0.0) for key in ("sectors_gain", "resources_covered", "bodies_willing", "trust"))
    found = rank_initiatives(town(SOON, TRUSTED, weights=off, floors=(("months_to_result", 40.0),)))
    assert found.first == "soon"


def test_parts_of_a_flow_are_the_whole() -> None:
    for row in rank_initiatives(example_situation()).rows:
        assert row.net_flow is not None
        assert sum(part.value for part in row.parts if part) == pytest.approx(row.net_flow.value)


def test_first_second_and_third_places_are_shares_of_the_same_weightings() -> None:
    found = [row for row in rank_initiatives(example_situation()).rows if row.share_first and row.share_next]
    assert sum(row.share_first.value for row in found if row.share_first) == pytest.approx(1.0)
    assert sum(row.share_next.value for row in found if row.share_next) == pytest.approx(min(2, len(found) - 1))


def test_an_end_of_a_weight_names_who_comes_first_beyond_it() -> None:
    found = rank_initiatives(town(SOON, TRUSTED, weights=(("trust", 0.5),)))
    over = next(one for one in found.thresholds if found.criteria[one.criterion].key == "own:trust")
    assert (over.rises_over, over.then_over, over.then_under) == (pytest.approx(0.2, abs=1e-6), "trusted", "")
