"""Do weights and floors that people settle decide, and does a floor set with the results in view ask for a reason?"""

from __future__ import annotations

import pytest

from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.criteria.ranking import rank_initiatives
from shutaf.partnerships.criteria import criteria_facts
from shutaf.partnerships.criteria_actions import (
    MOST_OWN,
    AlreadyThereError,
    NothingComparesError,
    ReasonNeededError,
    Settled,
    criteria_save,
    criterion_add,
    criterion_remove,
)
from shutaf.partnerships.models import Criterion
from shutaf.partnerships.queries import situation
from shutaf.stewardship.undo import deed_undo
from town import Town

pytestmark = [pytest.mark.django_db]


def facts(town: Town) -> dict[str, object]:
    return {one.key: one for one in criteria_facts(town.viewer, situation(town.viewer))}


def test_nothing_settled_ranks_as_the_toolkit_does(town: Town) -> None:
    before = rank_initiatives(situation(town.owner))
    everything = [Settled(one.key, one.weight, one.floor) for one in criteria_facts(town.owner, situation(town.owner))]
    criteria_save(town.editor, settled=everything)
    assert rank_initiatives(situation(town.owner)) == before
    assert not Criterion.objects.exists()


def test_a_weight_is_kept_and_a_criterion_switched_off_counts_nothing(town: Town) -> None:
    criteria_save(town.editor, settled=[Settled("light", 0, None), Settled("trust", 2, None)])
    ranking = rank_initiatives(situation(town.owner))
    weights = {one.key: one.weight_0_1 for one in ranking.criteria}
    assert weights["own:light"] == 0
    assert weights["own:trust"] == pytest.approx(2 * weights["own:willing"])
    assert [one.key for one in criteria_facts(town.viewer, situation(town.viewer)) if not one.is_on] == ["light", "groups", "targets"]


def test_a_floor_set_before_anybody_judged_needs_no_reason(town: Town) -> None:
    criteria_save(town.editor, settled=[Settled("trust", 1, 5.0)])
    assert Criterion.objects.get().floor_reason == ""
    assert situation(town.owner).choosing.floors == (("trust", 5.0),)


def test_a_floor_changed_after_somebody_judged_needs_a_reason_which_stays(town: Town) -> None:
    with pytest.raises(ReasonNeededError) as refused:
        criteria_save(town.editor, settled=[Settled("chance", 1, 0.8), Settled("trust", 1, 5.0)], reason="  ")
    assert refused.value.keys == ("chance",)
    assert not Criterion.objects.exists()
    criteria_save(town.editor, settled=[Settled("chance", 1, 0.8)], reason="the council asked for certainty")
    criteria_save(town.editor, settled=[Settled("chance", 1, 0.8), Settled("light", 2, None)])
    found = facts(town)["chance"]
    assert (found.floor, found.reason) == (0.8, "the council asked for certainty")  # type: ignore[attr-defined]
    assert rank_initiatives(situation(town.owner)).floor_0_1 == 0.8


def test_undo_takes_weights_and_floors_back(town: Town) -> None:
    before = rank_initiatives(situation(town.owner))
    deed = criteria_save(town.editor, settled=[Settled("chance", 1, 0.9), Settled("light", 3, None)], reason="a try")
    assert rank_initiatives(situation(town.owner)) != before
    deed_undo(town.editor, ref=deed)
    assert rank_initiatives(situation(town.owner)) == before


@pytest.mark.parametrize(
    "wrong",
    [
        Settled("chance", 1, 1.5), Settled("chance", 1, None), Settled("light", -1, None), Settled("light", 101, None), Settled("light", float("nan"), None),
        Settled("months_to_result", 1, -1.0), Settled("light", 1, 11.0), Settled("nothing", 1, None),
    ],
)  # fmt: skip
def test_numbers_out_of_bounds_are_refused_and_nothing_is_written(town: Town, wrong: Settled) -> None:
    with pytest.raises(ValueError):
        criteria_save(town.editor, settled=[Settled("trust", 2, None), wrong], reason="x")
    assert not Criterion.objects.exists()


def test_something_must_be_left_to_compare_by(town: Town) -> None:
    off = [Settled(one.key, 0, one.floor) for one in criteria_facts(town.owner, situation(town.owner))]
    with pytest.raises(NothingComparesError):
        criteria_save(town.editor, settled=off)


def test_one_of_their_own_joins_and_leaves(town: Town) -> None:
    criterion_add(town.editor, label=" Seen  in the street ", question="Who sees it?", better="more")
    own = [one for one in criteria_facts(town.viewer, situation(town.viewer)) if one.source == "own"]
    assert next((one.said, one.question, one.weight) for one in own) == ("Seen in the street", "Who sees it?", 1.0)
    criterion_remove(town.editor, ref=own[0].key)
    assert "Seen in the street" not in {one.said for one in criteria_facts(town.viewer, situation(town.viewer))}


def test_columns_of_the_workbook_count_until_somebody_says_otherwise(town: Town) -> None:
    (column,) = [one for one in criteria_facts(town.viewer, situation(town.viewer)) if one.source == "own"]
    assert (column.said, column.weight, column.known) == ("עניין ציבורי", 1.0, 8)
    criteria_save(town.editor, settled=[Settled(column.key, 0, None)])
    (column,) = [one for one in criteria_facts(town.viewer, situation(town.viewer)) if one.source == "own"]
    assert (column.said, column.is_on) == ("עניין ציבורי", False)


@pytest.mark.parametrize("label", ["Trust", "chance of success", "השפעה על האמון"])
def test_a_name_that_is_there_already_is_refused(town: Town, label: str) -> None:
    with pytest.raises(AlreadyThereError):
        criterion_add(town.editor, label=label)


@pytest.mark.parametrize("label", ["", "   ", "x" * 201])
def test_no_name_and_one_too_long_are_refused(town: Town, label: str) -> None:
    with pytest.raises(ValueError):
        criterion_add(town.editor, label=label)


def test_more_than_a_head_can_weigh_are_refused(town: Town) -> None:
    for n in range(MOST_OWN):
        criterion_add(town.editor, label=f"own {n}")
    with pytest.raises(ValueError):
        criterion_add(town.editor, label="one more")


def test_only_editors_settle_and_only_their_own_workspace(town: Town) -> None:
    for who in (town.viewer, town.partner, town.link("fig-cafe")):
        with pytest.raises(NotAllowedError):
            criteria_save(who, settled=[Settled("trust", 2, None)])
        with pytest.raises(NotAllowedError):
            criterion_add(who, label="x")
    criterion_add(town.editor, label="x")
    ref = Criterion.objects.get().ref
    with pytest.raises(NotAllowedError):
        criterion_remove(town.elsewhere, ref=ref)
    with pytest.raises(NotAllowedError):
        criteria_facts(town.partner, situation(town.partner))
    assert situation(town.partner).choosing.weights == ()
