"""Do several people rate apart, unseen until the round is closed, and do their medians come into the initiatives in one deed?"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest

from shutaf.accounts.models import Change, Deed
from shutaf.accounts.queries import revision_now
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.models import Initiative, Rating
from shutaf.partnerships.rating import Door, RoundClosedError, door_again, door_of, new_rater, rater_sheet, rating_save
from shutaf.partnerships.round_actions import (
    WrongStateError,
    medians_take,
    round_close,
    round_link_again,
    round_open,
    round_remove,
    round_save,
)
from shutaf.partnerships.rounds import round_found, round_outcome, rounds_list
from shutaf.stewardship.export import workspace_export
from shutaf.stewardship.undo import undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

CRITERIA = ("chance", "months_to_result", "light")


def refs(town: Town, most: int = 3) -> tuple[str, ...]:
    return tuple(Initiative.present.filter(workspace=town.workspace).order_by("pk").values_list("ref", flat=True)[:most])


def opened(town: Town, **fields: object) -> tuple[str, Door]:
    asked = {"name": "מה קודם", "initiatives": refs(town), "criteria": CRITERIA, **fields}
    ref, _deed = round_save(town.editor, **asked)
    round_open(town.editor, ref=ref)
    return ref, door(town.editor, ref)


def door(viewer: Viewer, ref: str) -> Door:
    found = round_found(viewer, ref)
    assert found
    opens = door_of(found.token)
    assert opens
    return opens


def rate(door: Door, initiative: str, rater: str = "", group: str = "", **answers: float | None) -> str:
    rater = rater or new_rater()
    rating_save(door.viewer, rater=rater, group=group, initiative_ref=initiative, answers=answers)
    return rater


def test_a_round_is_made_changed_opened_and_closed(town: Town) -> None:
    ref, _deed = round_save(town.editor, name="a", initiatives=refs(town), criteria=CRITERIA)
    round_save(town.editor, ref=ref, name="b", initiatives=refs(town, 2), criteria=("chance",))
    made = round_found(town.viewer, ref)
    assert made
    assert (made.name, made.state, made.token, len(made.initiatives)) == ("b", "draft", "", 2)
    round_open(town.editor, ref=ref)
    with pytest.raises(WrongStateError):
        round_save(town.editor, ref=ref, name="c", initiatives=refs(town), criteria=CRITERIA)
    with pytest.raises(WrongStateError):
        round_open(town.editor, ref=ref)
    round_close(town.editor, ref=ref, on="2026-11-26")
    closed = round_found(town.viewer, ref)
    assert closed
    assert (closed.state, closed.closed_on) == ("closed", "2026-11-26")


@pytest.mark.parametrize("who", ["viewer", "partner"])
def test_only_editors_write(town: Town, who: str) -> None:
    ref, _door = opened(town)
    viewer = getattr(town, who)
    for refused in (
        lambda: round_save(viewer, name="x", initiatives=refs(town), criteria=CRITERIA),
        lambda: round_open(viewer, ref=ref),
        lambda: round_close(viewer, ref=ref, on="2026"),
        lambda: round_link_again(viewer, ref=ref),
        lambda: medians_take(viewer, ref=ref),
        lambda: round_remove(viewer, ref=ref),
    ):
        with pytest.raises(NotAllowedError):
            refused()


def facilitator(town: Town) -> Viewer:
    return replace(town.viewer, role="facilitator")


def test_a_facilitator_leads_a_round_and_changes_nothing_else(town: Town) -> None:
    leads = facilitator(town)
    ref, _deed = round_save(leads, name="a", initiatives=refs(town), criteria=CRITERIA)
    round_open(leads, ref=ref)
    round_link_again(leads, ref=ref)
    closed = round_close(leads, ref=ref, on="2026-11-26")
    with pytest.raises(NotAllowedError):
        medians_take(leads, ref=ref)
    assert undo(leads, ref=closed).deed_ref
    round_remove(leads, ref=ref)


def test_a_facilitator_takes_back_no_deed_of_others_nor_of_an_earlier_role(town: Town) -> None:
    _ref, by_editor = round_save(town.editor, name="a", initiatives=refs(town), criteria=CRITERIA)
    for viewer in (facilitator(town), replace(town.editor, role="facilitator"), replace(town.editor, role="viewer")):
        with pytest.raises(NotAllowedError):
            undo(viewer, ref=by_editor)


def test_partners_and_raters_do_not_read_rounds(town: Town) -> None:
    ref, opens = opened(town)
    for viewer in (town.partner, opens.viewer):
        with pytest.raises(NotAllowedError):
            rounds_list(viewer)
        with pytest.raises(NotAllowedError):
            round_outcome(viewer, ref)


def test_another_workspace_has_no_such_round(town: Town) -> None:
    ref, _door = opened(town)
    assert round_found(town.elsewhere, ref) is None
    with pytest.raises(NotAllowedError):
        round_close(town.elsewhere, ref=ref, on="2026")
    with pytest.raises(ValueError, match="not there"):
        round_save(town.elsewhere, name="x", initiatives=refs(town), criteria=CRITERIA)


@pytest.mark.parametrize(
    ("initiatives", "criteria"), [((), CRITERIA), (None, ()), (("nope",), CRITERIA), (None, ("nope",)), (None, ("sectors_gain",))]
)
def test_a_round_asks_something_that_is_there(town: Town, initiatives: tuple[str, ...] | None, criteria: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"there|between"):
        round_save(town.editor, name="x", initiatives=refs(town) if initiatives is None else initiatives, criteria=criteria)


def test_the_link_opens_its_round_until_it_is_made_anew(town: Town) -> None:
    ref, opens = opened(town)
    before = round_found(town.editor, ref)
    round_link_again(town.editor, ref=ref)
    assert before
    assert door_of(before.token) is None
    assert door_again(opens.round_id, opens.turn) is None
    assert door(town.editor, ref).round_id == opens.round_id


@pytest.mark.parametrize("token", ["", "-", "1", "zzzzzzzzzzzzzzzzzzzzzzzz-a", "1-AAAAAAAAAAAAAAAAAAAAAA", "-1-x", "é-ü", "1" * 500])
def test_a_wrong_token_opens_nothing(town: Town, token: str) -> None:
    opened(town)
    assert door_of(token) is None


def test_a_removed_round_and_a_draft_open_nothing(town: Town) -> None:
    ref, opens = opened(town)
    found = round_found(town.editor, ref)
    round_remove(town.editor, ref=ref)
    assert found
    assert door_of(found.token) is None
    with pytest.raises(NotAllowedError):
        rate(opens, refs(town)[0], chance=0.7)


def test_said_again_replaces_what_was_said_and_never_doubles(town: Town) -> None:
    _ref, opens = opened(town)
    rater = rate(opens, refs(town)[0], chance=0.7, light=None)
    rate(opens, refs(town)[0], rater, chance=0.3)
    sheet = rater_sheet(opens.viewer, rater=rater)
    assert sheet.initiatives[0].given == {"chance": 0.3, "light": None}
    assert (sheet.answered, sheet.asked) == (2, 9)
    assert Rating.objects.count() == 2


def test_a_rater_sees_only_the_own_answers(town: Town) -> None:
    _ref, opens = opened(town)
    rate(opens, refs(town)[0], chance=0.7)
    assert all(not one.given for one in rater_sheet(opens.viewer, rater=new_rater()).initiatives)


@pytest.mark.parametrize(
    "answers", [{"chance": 0.71}, {"chance": -1.0}, {"chance": float("nan")}, {"months_to_result": 1e300}, {"nope": 1.0}, {"trust": 4.0}]
)
def test_what_was_not_asked_is_refused_whole(town: Town, answers: dict[str, float]) -> None:
    _ref, opens = opened(town)
    with pytest.raises(ValueError, match="answers"):
        rate(opens, refs(town)[0], **({"light": 4.0} | answers))
    assert not Rating.objects.exists()


def test_an_initiative_that_was_not_asked_is_refused(town: Town) -> None:
    _ref, opens = opened(town, initiatives=refs(town, 1))
    with pytest.raises(ValueError, match="initiatives"):
        rate(opens, refs(town)[1], chance=0.7)


@pytest.mark.parametrize(("rater", "group"), [("", ""), ("x" * 41, ""), ("x", "dana"), ("x", "<script>")])
def test_a_strange_rater_or_group_is_refused(town: Town, rater: str, group: str) -> None:
    _ref, opens = opened(town)
    with pytest.raises(ValueError, match="rater"):
        rating_save(opens.viewer, rater=rater, group=group, initiative_ref=refs(town)[0], answers={"chance": 0.7})


def test_a_link_of_one_round_rates_no_other(town: Town) -> None:
    _ref, first = opened(town)
    other, _door = opened(town, initiatives=refs(town)[:1])
    with pytest.raises(ValueError, match="initiatives"):
        rate(door(town.editor, other), refs(town)[2], chance=0.7)
    rate(first, refs(town)[2], chance=0.7)
    assert Rating.objects.get().round_id == first.round_id


def test_a_closed_round_takes_nothing(town: Town) -> None:
    ref, opens = opened(town)
    round_close(town.editor, ref=ref, on="2026-11-26")
    with pytest.raises(RoundClosedError):
        rate(opens, refs(town)[0], chance=0.7)
    again = door_again(opens.round_id, opens.turn)
    assert again
    assert not again.is_open


def test_how_many_answered_is_known_and_what_is_not(town: Town) -> None:
    ref, opens = opened(town)
    first, *rest = refs(town)
    rater = rate(opens, first, chance=0.9, months_to_result=6.0, light=8.0)
    for other in rest:
        rate(opens, other, rater, chance=0.9, months_to_result=None, light=8.0)
    rate(opens, first, chance=0.1)
    found = round_found(town.editor, ref)
    assert found
    assert (found.raters, found.whole, found.answered[first]) == (2, 1, 2)
    assert round_outcome(town.owner, ref) is None


def test_no_deed_no_change_and_no_export_tells_a_rating_of_an_open_round(town: Town) -> None:
    ref, opens = opened(town)
    deeds, revision = Deed.objects.count(), revision_now(town.owner)
    rater = rate(opens, refs(town)[0], chance=0.3)
    rate(opens, refs(town)[0], rater, chance=0.9)
    assert (Deed.objects.count(), revision_now(town.owner)) == (deeds, revision)
    assert not Change.objects.filter(table="partnerships.rating").exists()

    def exported() -> str:
        with zipfile.ZipFile(io.BytesIO(workspace_export(town.owner))) as archive:
            return archive.read("partnerships.rating.jsonl").decode()

    assert exported() == ""
    round_close(town.editor, ref=ref, on="2026-11-26")
    assert json.loads(exported())["value"] == 0.9


def closed(town: Town, raters: int = 4) -> str:
    """Everybody alike on the first, apart on the second, the third unknown."""
    ref, opens = opened(town)
    first, second, third = refs(town)
    for n in range(raters):
        rater = rate(opens, first, group="business" if n < 3 else "public", chance=0.9, months_to_result=3.0, light=8.0)
        rate(
            opens,
            second,
            rater,
            group="business" if n < 3 else "public",
            chance=(0.1, 0.9)[n % 2],
            months_to_result=12.0,
            light=(0.0, 10.0)[n % 2],
        )
        rate(opens, third, rater, chance=None, group="business" if n < 3 else "public")
    round_close(town.editor, ref=ref, on="2026-11-26")
    return ref


def test_a_closed_round_tells_medians_spread_and_where_people_differ(town: Town) -> None:
    ref = closed(town)
    first, second, third = refs(town)
    found = round_outcome(town.viewer, ref)
    assert found
    assert (found.raters, found.cell(first, "chance").median, found.cell(first, "chance").is_apart) == (4, 0.9, False)
    apart = found.cell(second, "light")
    assert (apart.is_apart, apart.counts) == (True, ((0.0, 2), (10.0, 2)))
    assert found.cell(second, "chance").is_disputed
    assert (found.cell(third, "chance").unknown, found.cell(third, "chance").median) == (4, None)
    assert found.first == ((first, 1.0),)


def test_two_raters_and_groups_of_two_stay_hidden(town: Town) -> None:
    found = round_outcome(town.viewer, closed(town, 2))
    assert found
    assert all(cell.median is None and not cell.counts for cell in found.cells)
    assert (found.groups, found.first, found.why_not_first) == ((), (), "few_raters")
    four = round_outcome(town.viewer, closed(town, 4))
    assert four
    assert {one.group for one in four.groups} == {"business"}


def test_medians_come_into_the_initiatives_in_one_deed_that_can_be_undone(town: Town) -> None:
    ref = closed(town)
    first, _second, third = refs(town)
    before = {row.ref: (row.chance_0_1, row.months_to_result, row.criteria) for row in Initiative.present.filter(workspace=town.workspace)}
    deed = medians_take(town.editor, ref=ref)
    row = Initiative.present.get(workspace=town.workspace, ref=first)
    assert (row.chance_0_1, row.months_to_result) == (0.9, 3.0)
    assert dict(row.criteria) == dict(before[first][2]) | {
        next(key for key, _v in before[first][2] if key in ("light", "בלי היתרים או השקעה כבדה")): 8.0
    }
    untouched = Initiative.present.get(workspace=town.workspace, ref=third)
    assert (untouched.chance_0_1, untouched.criteria) == (before[third][0], before[third][2])
    assert medians_take(town.editor, ref=ref) == ""
    undo(town.editor, ref=deed)
    assert {
        row.ref: (row.chance_0_1, row.months_to_result, row.criteria) for row in Initiative.present.filter(workspace=town.workspace)
    } == before


def test_an_open_round_gives_nothing_to_take(town: Town) -> None:
    ref, _door = opened(town)
    with pytest.raises(WrongStateError):
        medians_take(town.editor, ref=ref)


def test_undoing_the_opening_takes_the_ratings_along_and_undoing_that_brings_them_back(town: Town) -> None:
    ref, opens = opened(town)
    rate(opens, refs(town)[0], chance=0.7)
    deed = Deed.objects.get(name="round_open")
    undone = undo(town.editor, ref=deed.ref)
    assert not Rating.present.exists()
    undo(town.editor, ref=undone.deed_ref)
    assert Rating.present.count() == 1
    found = round_found(town.editor, ref)
    assert found
    assert found.state == "open"


def test_forty_raters_are_computed_as_one_table(town: Town) -> None:
    ref, opens = opened(town)
    for n in range(40):
        rater = new_rater()
        for place, initiative in enumerate(refs(town)):
            rate(
                opens,
                initiative,
                rater,
                chance=(0.7, 0.9)[n % 2],
                light=float(2 * ((n + place) % 6)),
                months_to_result=float((3, 6, 12)[place]),
            )
    round_close(town.editor, ref=ref, on="2026-11-26")
    found = round_outcome(town.viewer, ref)
    assert found
    assert (found.raters, found.counted) == (40, 40)
    assert sum(cell.raters for cell in found.cells) == 40 * 9
    assert found.first[0][0] == refs(town)[0]


def test_a_round_that_was_opened_again_after_its_close_says_so(town: Town) -> None:
    ref = closed(town)
    undo(town.editor, ref=Deed.objects.get(name="round_close").ref)
    assert round_outcome(town.owner, ref) is None
    round_close(town.editor, ref=ref, on="2026-11-27")
    found = round_found(town.viewer, ref)
    assert found
    assert found.closings == 2
