"""Are bodies read and written alike through the API, once, and without overwriting anybody?"""

from __future__ import annotations

import pytest
from programs import Program

from shutaf.accounts.models import ApiCall, Deed
from shutaf.bodies.models import Body
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

NEW = {"name": "מאפיית הדר", "sector": {"key": "business"}, "themes": [{"key": "waste"}, {"text": "לחם ישן"}], "influence_1_10": 4}


def test_what_was_written_is_read(town: Town) -> None:
    program = Program(town, town.editor)
    made = program.ask("POST", "bodies", NEW)
    assert made.status_code == 201
    found = program.read(f"bodies/{made.json()['ref']}")
    assert (found["name"], found["sector"]["key"], found["influence_1_10"]) == ("מאפיית הדר", "business", 4)
    assert [word["key"] for word in found["themes"]] == ["waste", ""]


def test_history_names_the_member_and_the_program(town: Town) -> None:
    made = Program(town, town.editor).ask("POST", "bodies", NEW)
    deed = Deed.objects.get(ref=made.json()["deed"])
    assert (deed.by, deed.kind, deed.role) == ("Eli · program", "token", "editor")


def test_what_is_left_out_stays(town: Town) -> None:
    program = Program(town, town.editor)
    ref = program.ask("POST", "bodies", NEW).json()["ref"]
    assert program.ask("PATCH", f"bodies/{ref}", {"city": "עין חרוב"}).status_code == 200
    found = program.read(f"bodies/{ref}")
    assert (found["city"], found["sector"]["key"]) == ("עין חרוב", "business")


def test_pages_hold_everything_once(town: Town) -> None:
    program, refs, cursor = Program(town, town.editor), [], ""
    while True:
        page = program.read(f"bodies?limit=7&cursor={cursor}")
        refs += [one["ref"] for one in page["items"]]
        cursor = page["next"]
        if not cursor:
            break
    assert len(refs) == len(set(refs)) == page["total"] == Body.present.filter(workspace=town.workspace).count()


def test_the_header_link_leads_to_the_next_page(town: Town) -> None:
    program = Program(town, town.editor)
    first = program.ask("GET", "bodies?limit=1")
    address = first["Link"].partition(">")[0].removeprefix("<http://testserver")
    assert program.read(address)["items"][0]["ref"] > first.json()["items"][0]["ref"]


def test_an_etag_saves_reading_again(town: Town) -> None:
    program = Program(town, town.editor)
    etag = program.ask("GET", "bodies")["ETag"]
    assert program.ask("GET", "bodies", If_None_Match=etag).status_code == 304
    program.ask("POST", "bodies", NEW)
    assert program.ask("GET", "bodies", If_None_Match=etag).status_code == 200


def test_nobody_is_overwritten_who_changed_it_meanwhile(town: Town) -> None:
    program = Program(town, town.editor)
    ref = program.ask("POST", "bodies", NEW).json()["ref"]
    etag = program.ask("GET", f"bodies/{ref}")["ETag"]
    assert program.ask("PATCH", f"bodies/{ref}", {"city": "one"}, If_Match=etag).status_code == 200
    assert program.ask("PATCH", f"bodies/{ref}", {"city": "two"}, If_Match=etag).status_code == 412
    assert program.read(f"bodies/{ref}")["city"] == "one"


def test_a_retry_with_its_key_does_nothing_and_is_answered_alike(town: Town) -> None:
    program, before = Program(town, town.editor), Body.objects.count()
    first, again = (program.ask("POST", "bodies", NEW, Idempotency_Key="k1") for _ in range(2))
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert again["Idempotency-Replayed"] == "true"
    assert Body.objects.count() == before + 1


def test_a_key_is_not_taken_for_another_request(town: Town) -> None:
    program = Program(town, town.editor)
    program.ask("POST", "bodies", NEW, Idempotency_Key="k1")
    assert program.ask("POST", "bodies", NEW | {"name": "other"}, Idempotency_Key="k1").status_code == 409


def test_a_refused_write_keeps_no_key(town: Town) -> None:
    program = Program(town, town.editor)
    assert program.ask("POST", "bodies", {"name": ""}, Idempotency_Key="k1").status_code == 422
    assert not ApiCall.objects.exists()
    assert program.ask("POST", "bodies", NEW, Idempotency_Key="k1").status_code == 201


def test_a_partner_changes_the_own_body_and_no_other(town: Town) -> None:
    program, own = Program(town, town.partner), town.partner.body_refs[0]
    other = next(one["ref"] for one in program.read("bodies?limit=5")["items"] if one["ref"] != own)
    assert program.ask("PATCH", f"bodies/{own}", {"kind": "bakery"}).status_code == 200
    assert program.ask("PATCH", f"bodies/{own}", {"influence_1_10": 9}).status_code == 403
    assert program.ask("PATCH", f"bodies/{other}", {"kind": "x"}).status_code == 403
    assert program.ask("DELETE", f"bodies/{own}").status_code == 403


def test_a_body_goes_to_the_trash_and_is_gone(town: Town) -> None:
    program = Program(town, town.editor)
    ref = program.ask("POST", "bodies", NEW).json()["ref"]
    assert program.ask("DELETE", f"bodies/{ref}").status_code == 200
    assert program.ask("GET", f"bodies/{ref}").status_code == 404


@pytest.mark.parametrize(
    ("sent", "where"),
    [
        ({"name": "x", "sector": {"key": "none"}}, "body.sector"),
        ({"name": "x\x00"}, "body.name"),
        ({"name": "x", "ref": "y"}, "body.ref"),
        ({"name": "x", "as_of": "2026-02-30"}, "body.as_of"),
        ({"name": "x", "influence_1_10": 11}, "body.influence_1_10"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(town: Town, sent: dict[str, object], where: str) -> None:
    response = Program(town, town.editor).ask("POST", "bodies", sent)
    assert response.status_code == 422
    assert [one["where"] for one in response.json()["errors"]] == [where]
