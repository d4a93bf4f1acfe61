"""Is each subject written and read alike, by whom it may?"""

from __future__ import annotations

from typing import Any

import pytest
from programs import Program

from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def two_bodies(town: Town) -> tuple[str, str]:
    own, other = town.partner.body_refs[0], ""
    for one in Program(town, town.owner).read("bodies?limit=9")["items"]:
        other = one["ref"] if one["ref"] != own else other
    return own, other


def sent(town: Town) -> dict[str, dict[str, Any]]:
    """Something of each subject, as it comes back."""
    own, other = two_bodies(town)
    thing = {"body": own, "title": "cargo bike", "kind": {"key": "goods", "text": "bike"}, "amount": {"value": 2, "unit": "hour"}}
    return {
        "people": {"body": own, "name": "Noa", "role": "chair", "from_date": "2024-05"},
        "ties": {"source_ref": own, "target_ref": other, "status": "none", "quality_1_5": 4, "experience": "it began well"},
        "needs": thing,
        "offers": thing | {"visible_to": "partners"},
        "initiatives": {
            "name": "Shade", "requires": [{"kind": {"key": "space", "text": "yard"}, "amount": {"value": "80", "unit": "m2"}}],
            "gains": [{"who": own, "what": "customers"}, {"who": "municipality", "what": "cooler streets"}], "chance_0_1": 0.5,
            "criteria": [{"criterion": "joy", "value": 7.5}],
        },
    }  # fmt: skip


SUBJECTS = ("people", "ties", "needs", "offers", "initiatives")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_thing_is_made_read_changed_and_removed(town: Town, subject: str) -> None:
    program, told = Program(town, town.editor), sent(town)[subject]
    made = program.ask("POST", subject, told)
    assert made.status_code == 201, made.content.decode()
    at = f"{subject}/{made.json()['ref']}"
    found = program.read(at)
    assert {name: _plain(found[name]) for name in told} == {name: _plain(value) for name, value in told.items()}
    assert found in program.read(f"{subject}?limit=200")["items"]
    field = {"people": "role", "ties": "source", "initiatives": "idea"}.get(subject, "conditions")
    assert program.ask("PATCH", at, {field: "said anew"}).status_code == 200
    assert program.read(at) == found | {field: "said anew"}
    assert program.ask("DELETE", at).status_code == 200
    assert program.ask("GET", at).status_code == 404


def _plain(value: Any) -> Any:
    """Amounts come back as text, since they are exact."""
    if isinstance(value, dict) and "value" in value:
        return {**value, "value": str(value["value"])}
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def test_a_partner_writes_what_the_own_body_needs_and_no_others(town: Town) -> None:
    program, (own, other) = Program(town, town.partner), two_bodies(town)
    need = {"title": "chairs", "body": own}
    assert program.ask("POST", "needs", need).status_code == 201
    assert program.ask("POST", "needs", need | {"body": other}).status_code == 403
    assert program.ask("POST", "people", {"name": "x", "body": other}).status_code == 403
    assert program.ask("POST", "ties", {"source_ref": own, "target_ref": other}).status_code == 403
    assert program.ask("GET", "initiatives").status_code == 403


def test_a_partner_reads_no_strength_and_no_absence(town: Town) -> None:
    ties = Program(town, town.partner).read("ties?limit=200")["items"]
    assert {(one["status"], one["strength_1_5"], one["experience"]) for one in ties} == {("exists", None, "")}


def test_a_tie_joins_two_different_bodies_that_are_there(town: Town) -> None:
    program, (own, _other) = Program(town, town.editor), two_bodies(town)
    assert program.ask("POST", "ties", {"source_ref": own, "target_ref": own}).status_code == 422
    assert program.ask("POST", "ties", {"source_ref": own, "target_ref": "none"}).status_code == 404


def test_nothing_of_another_workspace_is_reached_by_its_ref(town: Town) -> None:
    from shutaf.bodies.actions import body_create

    ref = body_create(town.elsewhere, name="elsewhere")
    program = Program(town, town.editor)
    assert [
        program.ask(method, f"bodies/{ref}", {} if method == "PATCH" else None).status_code for method in ("GET", "PATCH", "DELETE")
    ] == [404] * 3
    assert program.ask("POST", "needs", {"title": "x", "body": ref}).status_code == 404
