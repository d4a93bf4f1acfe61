"""Do the pages of a partnership guide without locking, keep what was typed, and show each person what is theirs to see?"""

from __future__ import annotations

import pytest
from visiting import at, signed_in

from shutaf import content
from shutaf.analysis.path import Recorded
from shutaf.partnerships.actions import gate_answer, partnership_save, step_record
from shutaf.partnerships.paths import gates_list, partnership_found, partnerships_visible, path_of
from shutaf.partnerships.queries import situation
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]


def made(town: Town, **fields: object) -> str:
    return partnership_save(town.editor, **{"name": "Green street", **fields})[0]


def test_a_name_is_enough_to_begin(town: Town) -> None:
    answer = signed_in(town, "eli").post(at(town, "partnership_new"), {"name": "Green street", "state": "open"})
    (found,) = partnerships_visible(town.owner)
    assert answer.url == at(town, "path", found.ref)
    assert (found.name, found.initiator_group, found.is_led_by_municipality) == ("Green street", "", None)


def test_a_body_that_began_says_its_sector(town: Town) -> None:
    signed_in(town, "eli").post(at(town, "partnership_new"), {"name": "x", "state": "open", "initiator_body": "hadar-bakery"})
    assert partnerships_visible(town.owner)[0].initiator_group == "business"


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("name", "x" * 301), ("initiator_body", "nobody"), ("partners", "nobody"), ("typology", "5")]
)
def test_what_cannot_be_is_told_in_place_and_nothing_is_written(town: Town, field: str, value: str) -> None:
    answer = signed_in(town, "eli").post(at(town, "partnership_new"), {"name": "kept text", "state": "open", field: value})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert partnerships_visible(town.owner) == ()
    if field != "name":
        assert "kept text" in answer.content.decode()


@pytest.mark.parametrize("step", content.steps(), ids=lambda step: step.key)
def test_every_step_is_open_from_the_start(town: Town, step: content.Step) -> None:
    page = signed_in(town, "dana").get(at(town, "step", made(town), step.key))
    assert page.status_code == 200
    assert step.task["en"] in page.content.decode().replace("&#x27;", "'")


def test_a_step_there_is_not_is_not_found(town: Town) -> None:
    assert signed_in(town, "dana").get(at(town, "step", made(town), "eighth")).status_code == 404


def test_what_is_typed_at_a_step_is_written_down(town: Town) -> None:
    ref = made(town)
    client = signed_in(town, "eli")
    client.post(
        at(town, "step", ref, "joint_thinking"),
        {"met_on": "17.3.2026", "present": ["business", "community"], "problem": "too much <b>waste</b>"},
    )
    records = path_of(town.owner, partnership_found(town.owner, ref), situation(town.owner)).records  # type: ignore[arg-type]
    assert records[("joint_thinking", "met_on")].date == "2026-03-17"
    assert records[("joint_thinking", "present")].words == ("business", "community")
    page = client.get(at(town, "step", ref, "joint_thinking")).content.decode()
    assert "<b>waste" not in page
    assert "&lt;b&gt;waste" in page


@pytest.mark.parametrize(("field", "value"), [("met_on", "tomorrow"), ("problem", "x" * 5001), ("present", "martians")])
def test_a_field_that_cannot_be_read_changes_nothing(town: Town, field: str, value: str) -> None:
    ref = made(town)
    answer = signed_in(town, "eli").post(at(town, "step", ref, "joint_thinking"), {"shortlist": "stays here", field: value})
    assert answer.context["form"].errors
    assert "stays here" in answer.content.decode()
    assert path_of(town.owner, partnership_found(town.owner, ref), situation(town.owner)).records == {}  # type: ignore[arg-type]


def test_saying_where_we_are_moves_forward_and_back(town: Town) -> None:
    ref, client = made(town), signed_in(town, "eli")
    for step in ("review", "internal_map"):
        client.post(at(town, "step_here", ref, step))
        assert partnership_found(town.owner, ref).step == step  # type: ignore[union-attr]


def test_a_viewer_reads_what_was_recorded_and_cannot_write(town: Town) -> None:
    ref = made(town)
    step_record(town.editor, ref=ref, step="review", values={"basis": Recorded("own bills")})
    client = signed_in(town, "vera")
    page = client.get(at(town, "step", ref, "review")).content.decode()
    assert "own bills" in page
    assert "<textarea" not in page
    assert client.post(at(town, "step", ref, "review"), {"basis": "x"}).status_code == 403


def test_a_partner_reads_the_step_and_no_record_or_check(town: Town) -> None:
    ref = made(town, partners=town.partner.body_refs)
    step_record(town.editor, ref=ref, step="review", values={"basis": Recorded("own bills")})
    page = signed_in(town, "omar").get(at(town, "step", ref, "review"))
    assert page.status_code == 200
    assert page.context["checks"] == ()
    assert "own bills" not in page.content.decode()


def test_a_partner_of_none_finds_none(town: Town) -> None:
    ref = made(town)
    client = signed_in(town, "omar")
    assert [client.get(at(town, name, ref)).status_code for name in ("path", "letter", "gate_of")] == [404, 403, 403]


@pytest.mark.parametrize(("group", "said"), [("business", "must hear early"), ("department", "share the lead"), ("", "Who leads?")])
def test_who_began_decides_what_is_told_of_the_lead(town: Town, group: str, said: str) -> None:
    ref = made(town, initiator_group=group)
    page = signed_in(town, "dana").get(at(town, "path", ref)).content.decode()
    assert said in page
    assert (at(town, "letter", ref) in page) == (group == "business")


def test_the_letter_is_there_to_copy_and_as_a_word_file(town: Town) -> None:
    ref, client = made(town, initiator_group="business", initiator_body="hadar-bakery"), signed_in(town, "eli")
    page = client.get(at(town, "letter", ref) + "?lang=de")
    assert "Worum wir bitten" in page.content.decode()
    file = client.get(at(town, "letter_file", ref, "docx") + "?lang=he")
    assert file.content[:2] == b"PK"
    assert client.get(at(town, "letter_file", ref, "exe")).status_code == 404


def test_the_gate_answers_no_with_its_reason(town: Town) -> None:
    client = signed_in(town, "eli")
    answer = client.post(at(town, "gate"), {"idea": "mow the lawn", "buy": "yes"}, follow=True)
    page = answer.content.decode()
    assert "No: buy the service instead" in page
    assert "buying the service would do" in page
    assert answer.context["advice"].answered == 1
    assert [one.idea for one in gates_list(town.owner)] == ["mow the lawn"]


def test_an_answer_that_is_none_is_refused_in_place(town: Town) -> None:
    answer = signed_in(town, "eli").post(at(town, "gate"), {"idea": "x", "buy": "perhaps"})
    assert answer.context["form"].errors
    assert gates_list(town.owner) == ()


def test_a_viewer_reads_the_advice_only(town: Town) -> None:
    ref = made(town)
    gate_answer(town.editor, partnership_ref=ref, answers=(("alone", "yes"),))
    client = signed_in(town, "vera")
    page = client.get(at(town, "gate_of", ref)).content.decode()
    assert "one body can do it alone" in page
    assert "What follows?" not in page
    assert client.post(at(town, "gate_of", ref), {"buy": "yes"}).status_code == 403


@pytest.mark.parametrize(("who", "seen"), [("eli", True), ("vera", False), ("omar", False)])
def test_nobody_is_sent_to_a_page_that_refuses_them(town: Town, who: str, seen: bool) -> None:
    ref = made(town, partners=town.partner.body_refs)
    tools = dict(signed_in(town, who).get(at(town, "step", ref, "open_invitation")).context["tools"])
    assert ("links" in tools) is seen
    assert "brief" in tools
