"""Does a wish to know, correct, object or be erased come in by a link, get its clock, and end in one action?"""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse
from visiting import at, signed_in

import world
from shutaf.accounts.actions.links import link_make
from shutaf.bodies.actions import person_save
from shutaf.bodies.models import Person
from shutaf.intake.models import Proposal, RightsRequest
from shutaf.intake.requesting import request_make
from shutaf.relations.models import Contact
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql, pytest.mark.usefixtures("cache_table")]


@pytest.fixture
def town(db: None) -> Town:
    made = build_town(world.town(), partner_of="bakery")
    person_save(made.editor, body_ref="merchants", name="Hila Sagi", role="clerk", phone="050-7654321")
    return made


@pytest.fixture
def person(town: Town) -> str:
    return str(Person.objects.get(name="Hila Sagi").ref)


@pytest.fixture
def holder(client: Client, town: Town) -> Client:
    token = link_make(town.editor, body_ref="merchants", person="Omar Khoury", person_role="treasurer", language="en")
    client.post(reverse("link_open", args=[token]))
    return client


def test_a_link_asks_and_reads_until_when_it_is_answered(holder: Client) -> None:
    answer = holder.post("/l/heard/ask/", {"kind": "erase", "person": "Omar Khoury", "reply_to": "omar@town.example"}, follow=True)
    assert "to be answered by" in answer.content.decode()
    row = RightsRequest.objects.get()
    assert (row.kind, row.person_role, row.said_through, row.reply_to) == ("erase", "treasurer", "link", "omar@town.example")


def test_an_objection_without_a_word_is_asked_for_one_and_keeps_what_was_typed(holder: Client) -> None:
    said = holder.post("/l/heard/ask/", {"kind": "object", "person": "O. Khoury"}).content.decode()
    assert 'class="error"' in said
    assert "O. Khoury" in said
    assert not RightsRequest.objects.exists()


def test_a_person_is_typed_right_and_the_correction_waits(holder: Client, person: str) -> None:
    address = f"/l/heard/ask/?about=bodies.person:{person}"
    assert "050-7654321" in holder.get(address).content.decode()
    holder.post(address, {"fix": "1", "p-name": "Hila Sagi-Levi", "p-role": "clerk", "p-phone": "050-7654321", "p-email": ""})
    assert Proposal.objects.get(state="waits").fields == {"name": "Hila Sagi-Levi"}
    assert not RightsRequest.objects.exists()


def test_a_row_of_another_body_is_not_named(holder: Client, town: Town) -> None:
    person_save(town.editor, body_ref="bakery", name="SECRETBAKER")
    ref = Person.objects.get(name="SECRETBAKER").ref
    assert "SECRETBAKER" not in holder.get(f"/l/heard/ask/?about=bodies.person:{ref}").content.decode()


def test_a_partner_asks_for_the_own_body_only(town: Town) -> None:
    omar = signed_in(town, "omar")
    assert omar.get(at(town, "heard_ask", "bakery")).status_code == 200
    assert omar.get(at(town, "heard_ask", "merchants")).status_code == 403


def test_an_editor_writes_down_who_called_and_answers(town: Town) -> None:
    eli = signed_in(town, "eli")
    eli.post(at(town, "requests"), {"kind": "see", "person": "Hila Sagi", "asked_on": "2026-11-01", "body_ref": ""})
    row = RightsRequest.objects.get()
    assert (row.said_through, row.asked_on[:4]) == ("staff", "2026")
    page = eli.get(at(town, "request", row.ref)).content.decode()
    assert "Hila Sagi" in page
    assert 'class="error"' in eli.post(at(town, "request", row.ref), {"state": "refused", "answer": ""}).content.decode()
    eli.post(at(town, "request", row.ref), {"state": "done", "answer": "sent by post"})
    row.refresh_from_db()
    assert (row.state, row.answer) == ("done", "sent by post")


def test_a_viewer_reads_requests_and_answers_none(town: Town) -> None:
    ref = request_make(town.editor, kind="see", today="2026-11-26", person="Hila")
    vera = signed_in(town, "vera")
    assert "Hila" in vera.get(at(town, "requests")).content.decode()
    assert vera.post(at(town, "request", ref), {"state": "done", "answer": "x"}).status_code == 403
    assert vera.get(at(town, "held")).status_code == 403


def test_everything_on_a_person_is_found_and_leaves_as_a_file(town: Town) -> None:
    eli = signed_in(town, "eli")
    said = eli.post(at(town, "held"), {"name": "Sagi, Hila"}).content.decode()
    assert "050-7654321" not in eli.get(at(town, "held")).content.decode()
    assert "Hila Sagi" in said
    assert "the row goes" in said
    answer = eli.post(at(town, "held_file", "json"), {"name": "Hila Sagi"})
    found = json.loads(answer.content)
    assert {"bodies.person"} <= {one["table"] for one in found["places"]}
    assert all(one["purpose"] and one["sources"] for one in found["places"])


def test_nobody_is_looked_up_by_an_address_that_logs_keep(town: Town) -> None:
    eli = signed_in(town, "eli")
    assert "clerk" not in eli.get(at(town, "held") + "?name=Hila+Sagi").content.decode()
    assert eli.get(at(town, "held_file", "json")).status_code == 405


def test_a_person_is_erased_in_one_action_that_must_be_meant(town: Town, person: str) -> None:
    eli = signed_in(town, "eli")
    eli.post(at(town, "held_erase"), {"name": "Hila Sagi"})
    assert Person.objects.filter(ref=person).exists()
    eli.post(at(town, "held_erase"), {"name": "Hila Sagi", "sure": "1"})
    assert not Person.objects.filter(ref=person).exists()
    assert "Nothing is held" in eli.post(at(town, "held"), {"name": "Hila Sagi"}).content.decode()


def test_an_account_is_shown_too_and_a_name_alone_closes_none(town: Town) -> None:
    dana = signed_in(town, "dana")
    by_name = dana.post(at(town, "held"), {"name": str(town.omar)}).content.decode()
    assert "a name alone closes no account" in by_name
    by_mail = dana.post(at(town, "held"), {"email": town.omar.email}).content.decode()
    assert "is closed" in by_mail
    assert "Erase this person" in by_mail


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_what_is_held_on_a_person_is_handed_over_on_paper(town: Town, form: str) -> None:
    answer = signed_in(town, "eli", "he").post(at(town, "held_file", form), {"name": "Hila Sagi"})
    assert answer.status_code == 200
    assert len(answer.content) > 1000
    if form == "html":
        said = answer.content.decode()
        assert "050-7654321" in said or "Hila Sagi" in said


def test_papers_on_data_protection_leave_as_files(town: Town) -> None:
    vera = signed_in(town, "vera")
    assert vera.get(at(town, "privacy")).status_code == 200
    for name in ("officer", "record", "definition", "surplus"):
        assert vera.get(at(town, "privacy_file", name, "html")).status_code == 200
    assert vera.get(at(town, "privacy_file", "secrets", "html")).status_code == 404
    assert signed_in(town, "omar").get(at(town, "privacy")).status_code == 403


def test_the_notice_is_everybodys_and_every_link_leads_to_it(client: Client, holder: Client) -> None:
    assert holder.get("/l/heard/").content.decode().count('href="/privacy/"') == 1
    client.cookies["shutaf_language"] = "en"
    assert "Your rights" in client.get("/privacy/").content.decode()
    assert client.get("/privacy/notice.html").status_code == 200
    assert client.get("/privacy/notice.exe").status_code == 404


def test_a_note_that_reads_as_health_is_not_kept_until_no_person_is_meant(town: Town) -> None:
    eli = signed_in(town, "eli")
    note = {
        "body_ref": "merchants",
        "on_date": "2026-11-20",
        "ours": "Eli",
        "theirs": "Hila",
        "theirs_role": "clerk",
        "said": "she is depressed since March",
    }
    said = eli.post(at(town, "contact_new"), note).content.decode()
    assert "This reads as if it told of a person: health." in said
    assert "she is depressed since March" in said
    assert not Contact.objects.filter(workspace=town.workspace, said__contains="depressed").exists()
    eli.post(at(town, "contact_new"), note | {"no_person_meant": "on"})
    assert Contact.objects.filter(workspace=town.workspace, said__contains="depressed").exists()


def test_a_need_is_never_asked_whether_it_means_a_person(holder: Client) -> None:
    holder.post("/l/", {"need0-title": "beds for sick children", "need0-visible_to": "partners", "contact-name": "Omar Khoury"})
    assert Proposal.objects.get(target="exchange.resource").fields["title"] == "beds for sick children"
