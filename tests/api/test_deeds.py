"""Is everything the browser does with data done by name too, by whom it may, and told what it did?"""

from __future__ import annotations

from typing import Any

import pytest
from programs import Program

from shutaf.bodies.models import Body, Interest
from shutaf.stewardship.doing import BY_NAME
from shutaf.stewardship.told_rows import READABLE
from shutaf.web.parts.deeds import SAID
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def a_body(program: Program) -> str:
    return str(program.read("bodies?limit=1")["items"][0]["ref"])


def test_a_deed_is_done_by_name_told_and_taken_back(town: Town) -> None:
    program = Program(town, town.editor)
    sent = {"body_ref": a_body(program), "text": "quiet streets", "basis": "assumed", "place_1_10": 2}
    made = program.ask("POST", "deeds/interest_save", sent)
    assert made.status_code == 200, made.content.decode()
    assert made.json()["made"] == [{"table": "bodies.interest", "ref": made.json()["ref"]}]
    assert Interest.present.get(ref=made.json()["ref"]).text == "quiet streets"
    assert program.ask("POST", "deeds/deed_undo", {"ref": made.json()["deed"]}).status_code == 200
    assert not Interest.present.filter(ref=made.json()["ref"]).exists()


def test_an_undo_that_meets_later_work_does_nothing_until_it_is_confirmed(town: Town) -> None:
    program = Program(town, town.editor)
    made = program.ask("POST", "deeds/bodies_create", {"rows": [{"name": "one"}, {"name": "two"}]}).json()
    program.ask("PATCH", f"bodies/{made['made'][0]['ref']}", {"city": "x"})
    assert program.ask("POST", "deeds/deed_undo", {"ref": made["deed"]}).status_code == 409
    assert Body.present.filter(name__in=("one", "two")).count() == 2
    assert program.ask("POST", "deeds/deed_undo", {"ref": made["deed"], "is_confirmed": True}).status_code == 200
    assert [body.name for body in Body.present.filter(name__in=("one", "two"))] == ["one"]


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("tie_save", {"source_ref": "a", "target_ref": "b", "status": "perhaps"}),
        ("partnership_save", {"name": "x", "typology": "other"}),
        ("partnership_step", {"ref": "none", "step": "dancing"}),
        ("interest_save", {"body_ref": "x", "basis": "heard"}),
        ("body_create", {"name": "x", "own": []}),
        ("body_change", {"ref": "x", "judged_until": "2099-01-01"}),
        ("place_change", {"authority": "IL 1"}),
        ("body_create", {"name": "x", "sector": {"key": "circus"}}),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_is_written(town: Town, name: str, sent: dict[str, Any]) -> None:
    assert Program(town, town.editor).ask("POST", f"deeds/{name}", sent).status_code == 422


def test_a_partner_does_by_name_what_is_theirs_and_nothing_more(town: Town) -> None:
    program, own = Program(town, town.partner), town.partner.body_refs[0]
    need = {"rows": [{"body_ref": own, "side": "need", "title": "chairs"}]}
    assert program.ask("POST", "deeds/resources_create", need).status_code == 200
    assert program.ask("POST", "deeds/interest_save", {"body_ref": own, "text": "x"}).status_code == 403
    assert program.ask("GET", "rows/bodies.body").status_code == 403
    assert program.ask("GET", "history").status_code == 403


def test_a_token_for_reading_takes_nothing_back(town: Town) -> None:
    made = Program(town, town.partner).ask("POST", "needs", {"body": town.partner.body_refs[0], "title": "chairs"}).json()
    program = Program(town, town.partner, ("read",))
    assert program.ask("POST", "deeds/deed_undo", {"ref": made["deed"]}).status_code == 403


def test_rows_of_every_table_are_read_with_their_links_as_refs(town: Town) -> None:
    program = Program(town, town.editor)
    assert [table for table in READABLE if program.ask("GET", f"rows/{table}").status_code != 200] == []
    tie = program.read("rows/relations.tie?limit=1")["items"][0]
    assert {tie["source_body_ref"], tie["target_body_ref"]} <= set(Body.present.values_list("ref", flat=True))


def test_rows_come_page_by_page_and_none_of_the_trash(town: Town) -> None:
    program, refs, cursor = Program(town, town.editor), [], ""
    program.ask("DELETE", f"bodies/{a_body(program)}")
    while True:
        page = program.read(f"rows/bodies.body?limit=30&cursor={cursor}")
        refs += [one["ref"] for one in page["items"]]
        cursor = page["next"]
        if not cursor:
            break
    assert sorted(refs) == sorted(Body.present.filter(workspace=town.workspace).values_list("ref", flat=True))


def test_history_and_trash_are_told(town: Town) -> None:
    program = Program(town, town.editor)
    ref = a_body(program)
    program.ask("DELETE", f"bodies/{ref}")
    assert program.read("history")["items"][0]["name"] == "body_remove"
    assert {"table": "bodies.body", "ref": ref} in [{"table": one["table"], "ref": one["ref"]} for one in program.read("trash")["items"]]
    assert program.ask("POST", "deeds/row_restore", {"rows": [{"table": "bodies.body", "ref": ref}]}).status_code == 200
    assert program.ask("GET", f"bodies/{ref}").status_code == 200


def test_every_deed_has_a_sentence_for_the_history() -> None:
    assert set(BY_NAME) <= set(SAID)
