"""Does a department's sheet enter as one deed that can be taken back, and only from an editor?"""

from __future__ import annotations

import pytest

import world
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.situation import Word
from shutaf.bodies.models import Body, Opportunity, RunningAction
from shutaf.exchange.models import Resource
from shutaf.intake.departments import departments_list
from shutaf.intake.sheet_read import department_sheet
from shutaf.intake.sheet_save import MOST_ROWS, TooManyRowsError, sheet_save
from shutaf.intake.writing import Said
from shutaf.relations.models import Tie
from shutaf.relations.told import ties_told
from shutaf.stewardship.undo import deed_undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

WASTE = Word("waste", "waste")
SHEET = [
    Said("bodies.body", "economy", {"head": "Head of economy", "targets": (WASTE,)}),
    Said("relations.tie", fields={"with": "carton", "level": "works", "quality_1_5": 4, "experience": "the tender went well"}),
    Said("exchange.resource", fields={"side": "need", "title": "a yard for pallets", "asked_of": "business"}),
    Said("bodies.opportunity", fields={"title": "a new industrial area", "from_date": "2027-03"}),
    Said("bodies.runningaction", fields={"title": "green label for shops", "year": "2024", "state": "running"}),
]


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


def test_all_of_it_is_one_deed(town: Town) -> None:
    before = Deed.objects.count()
    sheet_save(town.editor, body_ref="economy", said=SHEET)
    assert Deed.objects.count() == before + 1
    sheet = department_sheet(town.viewer, "economy")
    assert sheet
    assert (sheet.facts.head, sheet.facts.targets, sheet.actions) == ("Head of economy", (WASTE,), 1)
    assert [(tie.quality_1_5, tie.experience) for tie, other in sheet.ties if other.ref == "carton"] == [(4, "the tender went well")]
    assert [(need.title, need.asked_of) for need in sheet.needs] == [("a yard for pallets", "business")]
    assert [one.title for one in sheet.opportunities] == ["a new industrial area"]


def test_one_undo_takes_all_of_it_back(town: Town) -> None:
    deed = sheet_save(town.editor, body_ref="economy", said=SHEET)
    deed_undo(town.editor, ref=deed)
    assert Body.objects.get(ref="economy").head == ""
    assert not any(model.present.filter(body__ref="economy").exists() for model in (Resource, Opportunity, RunningAction))
    assert "carton" not in {tie.other for tie in ties_told(town.editor, "economy")}


def test_what_says_the_same_leaves_no_deed(town: Town) -> None:
    sheet_save(town.editor, body_ref="economy", said=SHEET[:2])
    before = Deed.objects.count()
    assert sheet_save(town.editor, body_ref="economy", said=SHEET[:2]) == ""
    assert Deed.objects.count() == before


def test_a_tie_keeps_its_strength_where_the_tick_says_the_same(town: Town) -> None:
    sheet_save(town.editor, body_ref="economy", said=[SHEET[1]])
    Tie.objects.filter(target_body__ref="carton", source_body__ref="economy").update(strength_1_5=5)
    sheet_save(town.editor, body_ref="economy", said=[Said("relations.tie", fields={"with": "carton", "level": "works", "quality_1_5": 2})])
    tie = Tie.present.get(target_body__ref="carton", source_body__ref="economy")
    assert (tie.strength_1_5, tie.quality_1_5) == (5, 2)


def test_an_emptied_tie_goes_back_to_unknown(town: Town) -> None:
    sheet_save(town.editor, body_ref="economy", said=[SHEET[1]])
    sheet_save(town.editor, body_ref="economy", said=[Said("relations.tie", fields={"with": "carton", "level": ""})])
    assert "carton" not in {tie.other for tie in ties_told(town.editor, "economy")}


def test_only_editors_of_the_workspace_fill_a_sheet(town: Town) -> None:
    for viewer in (town.viewer, town.partner, town.link("economy"), town.elsewhere):
        with pytest.raises(NotAllowedError):
            sheet_save(viewer, body_ref="economy", said=SHEET)
    assert not Opportunity.objects.exists()


def test_rows_of_another_body_cannot_be_named(town: Town) -> None:
    sheet_save(town.editor, body_ref="economy", said=SHEET)
    other = Opportunity.objects.get().ref
    for said in (
        Said("bodies.opportunity", other, {"title": "x"}),
        Said("bodies.opportunity", other, gone=True),
        Said("relations.tie", fields={"with": "carton", "level": "often"}),
        Said("relations.tie", fields={"with": "education", "level": "works"}),
        Said("relations.tie", fields={"with": "nowhere", "level": "works"}),
    ):
        with pytest.raises(NotAllowedError):
            sheet_save(town.editor, body_ref="education", said=[said])


def test_a_flood_is_refused_whole(town: Town) -> None:
    with pytest.raises(TooManyRowsError):
        sheet_save(town.editor, body_ref="economy", said=[SHEET[4]] * (MOST_ROWS + 1))
    assert not RunningAction.objects.exists()


def test_the_list_counts_what_has_an_answer(town: Town) -> None:
    (before,) = [line for line in departments_list(town.viewer) if line.facts.ref == "economy"]
    sheet_save(town.editor, body_ref="economy", said=SHEET)
    (after,) = [line for line in departments_list(town.viewer) if line.facts.ref == "economy"]
    assert set(after.filled) - set(before.filled) >= {"targets", "quality", "needs", "opportunities", "actions"}
    assert after.next == "ask"


def test_partners_links_and_other_workspaces_read_no_sheet(town: Town) -> None:
    for viewer in (town.partner, town.link("economy"), town.elsewhere):
        assert department_sheet(viewer, "economy") is None
    assert department_sheet(town.viewer, "carton") is None
    for viewer in (town.partner, town.link("economy")):
        with pytest.raises(NotAllowedError):
            departments_list(viewer)
