"""Do hundreds of running actions enter at once, looked at before, and are they found again?"""

from __future__ import annotations

import re
import time

import pytest
from django.test import Client

import world
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.models import Opportunity, RunningAction
from shutaf.bodies.planning import opportunities_add, running_action_remove, running_action_save, running_actions_add
from shutaf.bodies.plans import opportunities
from shutaf.stewardship.undo import deed_undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

BLOCK = "title\tyear\ttheme\tstate\tdepartment\nSolar roof\t2019\tenergy\trunning\tאגף החינוך\nGarden\tsoon\twaste\t\tnowhere\nLabel\t2024\t\tdone\tפיתוח כלכלי\n"


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


@pytest.fixture
def editor(client: Client, town: Town) -> Client:
    client.force_login(town.eli, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = "en"
    return client


def test_looking_shows_rows_and_problems_and_writes_nothing(editor: Client, town: Town) -> None:
    said = editor.post(f"/w/{town.ref}/new/actions/", {"text": BLOCK}).content.decode()
    assert "2 rows can be taken, 1 is left" in re.sub(r"<[^>]+>", "", said)
    assert "Line 3" in said
    assert "nowhere" in said
    assert not RunningAction.objects.exists()


def test_accepting_writes_one_batch_that_is_undone_whole(editor: Client, town: Town) -> None:
    editor.post(f"/w/{town.ref}/new/actions/", {"text": BLOCK, "department": "economy", "accept": "1", "op": "a1"})
    rows = {row.title: (row.body.ref, row.year, row.state, row.note) for row in RunningAction.objects.all()}
    assert rows == {
        "Solar roof": ("education", "2019", "running", ""), "Garden": ("economy", "", "unknown", "soon"), "Label": ("economy", "2024", "done", ""),
    }  # fmt: skip
    deed_undo(town.editor, ref=Deed.objects.get(name="running_actions_add").ref)
    assert not RunningAction.present.exists()


def test_a_retry_does_not_double_and_a_second_paste_takes_only_what_is_new(editor: Client, town: Town) -> None:
    page = f"/w/{town.ref}/new/actions/"
    for _ in range(2):
        editor.post(page, {"text": "Roof\nGarden", "department": "economy", "accept": "1", "op": "same"})
    editor.post(page, {"text": "roof\nLanes", "department": "economy", "accept": "1", "op": "other"})
    assert sorted(RunningAction.objects.values_list("title", flat=True)) == ["Garden", "Lanes", "Roof"]


def test_six_hundred_rows_are_quick_to_enter_and_to_find(editor: Client, town: Town) -> None:
    text = "\n".join(f"action number {i} of the town, with a longer title\t{2009 + i % 12}\tenergy\trunning" for i in range(600))
    begin = time.monotonic()
    editor.post(f"/w/{town.ref}/new/actions/", {"text": text, "department": "economy"})
    editor.post(f"/w/{town.ref}/new/actions/", {"text": text, "department": "economy", "accept": "1", "op": "many"})
    said = editor.get(f"/w/{town.ref}/actions/?year=2010&q=number 1").content.decode()
    assert RunningAction.objects.count() == 600
    assert "of 600 actions fit the filter" in said
    assert time.monotonic() - begin < 10  # about one second on a quiet machine


@pytest.mark.parametrize(("query", "count"), [("", 3), ("state=done", 1), ("year=2019", 1), ("theme=energy", 1), ("department=education", 1), ("q=sol roof", 1), ("q=none", 0)])  # fmt: skip
def test_each_filter_narrows_the_list(editor: Client, town: Town, query: str, count: int) -> None:
    editor.post(f"/w/{town.ref}/new/actions/", {"text": BLOCK, "department": "economy", "accept": "1", "op": "a1"})
    said = editor.get(f"/w/{town.ref}/actions/?{query}").content.decode()
    assert said.count('<th scope="row">') == count


def test_opportunities_are_pasted_the_same_way(editor: Client, town: Town) -> None:
    text = "opportunity\tfrom\tuntil\ttheme\nnew tender\t1.3.2027\t30.6.2027\twaste\n"
    editor.post(f"/w/{town.ref}/new/opportunities/", {"text": text, "department": "economy", "accept": "1", "op": "o"})
    (one,) = opportunities(town.viewer)
    assert (one.title, one.from_date, one.until_date, one.themes[0].key) == ("new tender", "2027-03-01", "2027-06-30", "waste")


def test_one_action_is_changed_and_moved_to_the_trash(editor: Client, town: Town) -> None:
    running_actions_add(town.editor, rows=[{"body_ref": "economy", "title": "Roof"}])
    ref = RunningAction.objects.get().ref
    editor.post(f"/w/{town.ref}/edit/action/{ref}", {"title": "Solar roof", "year": "2020", "themes": ["energy"], "state": "done"})
    row = RunningAction.objects.get()
    assert (row.title, row.year, row.themes[0].key, row.state) == ("Solar roof", "2020", "energy", "done")
    editor.post(f"/w/{town.ref}/trash/action/{ref}")
    assert not RunningAction.present.exists()


def test_only_editors_of_the_workspace_write_plans(town: Town) -> None:
    running_actions_add(town.editor, rows=[{"body_ref": "economy", "title": "Roof"}])
    ref = RunningAction.objects.get().ref
    for viewer in (town.viewer, town.partner, town.link("economy"), town.elsewhere):
        for add in (running_actions_add, opportunities_add):
            with pytest.raises(NotAllowedError):
                add(viewer, rows=[{"body_ref": "economy", "title": "x"}])
        with pytest.raises(NotAllowedError):
            running_action_save(viewer, ref=ref, title="x")
        with pytest.raises(NotAllowedError):
            running_action_remove(viewer, ref=ref)
    assert not Opportunity.objects.exists()


def test_hostile_text_is_shown_as_text(editor: Client, town: Town) -> None:
    said = editor.post(
        f"/w/{town.ref}/new/actions/", {"text": "<script>alert(1)</script>\n</textarea><b>x", "department": "economy"}
    ).content.decode()
    assert "<script>alert" not in said
    assert "<b>x" not in said
