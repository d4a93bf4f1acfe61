"""The log of contacts as a page: quick to write, open promises apart, quotes with a role; on the body beside its promises."""

from __future__ import annotations

import pytest
from django.test import Client

from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.told_actions import integrity_save, interest_save, statement_save
from shutaf.partnerships.queries import situation
from shutaf.relations.contact_actions import contact_save
from shutaf.relations.contacts import contacts_of
from shutaf.stewardship.queries import deeds_recent
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

BAKERY = "hadar-bakery"
QUICK = {"body_ref": BAKERY, "on_date": "2.3.2026", "ours": "Dana"}


def browser(town: Town, who: str = "eli", language: str = "en") -> Client:
    client = Client()
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = language
    return client


def test_three_fields_are_logged_and_lead_back_to_the_log(town: Town) -> None:
    answer = browser(town).post(f"/w/{town.ref}/new/contact/", QUICK | {"next": "contacts"})
    assert answer.url == f"/w/{town.ref}/contacts/"
    assert [(one.on_date, one.ours) for one in contacts_of(town.editor, BAKERY)] == [("2026-03-02", "Dana")]
    assert deeds_recent(town.editor, most=1)[0].about == situation(town.editor).body_by_ref[BAKERY].name


def test_a_quote_without_a_role_is_asked_for_it_and_kept(town: Town) -> None:
    client = browser(town)
    answer = client.post(f"/w/{town.ref}/new/contact/", QUICK | {"said": "we could collect it", "theirs": "Hadar"})
    assert answer.status_code == 200
    assert "we could collect it" in answer.content.decode()
    assert contacts_of(town.editor, BAKERY) == ()
    client.post(f"/w/{town.ref}/new/contact/", QUICK | {"said": "we could collect it", "theirs": "Hadar", "theirs_role": "owner"})
    assert contacts_of(town.editor, BAKERY)[0].said == "we could collect it"


def test_open_promises_stand_apart_and_say_when_they_are_overdue(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, on_date="2020-03-02", ours="Dana", promised_by_us="an answer by spring", due_date="2020-04")
    contact_save(town.editor, body_ref=BAKERY, on_date="2020-03-03", ours="Dana", theirs="only a talk")
    client = browser(town)
    page = client.get(f"/w/{town.ref}/contacts/?show=open").content.decode()
    assert "an answer by spring" in page
    assert "overdue" in page
    assert "only a talk" not in page
    (ref,) = (one.ref for one in contacts_of(town.editor, BAKERY) if one.is_promise)
    client.post(f"/w/{town.ref}/settle/contact/{ref}", {"settled": "1", "show": "open"})
    assert "an answer by spring" not in client.get(f"/w/{town.ref}/contacts/?show=open").content.decode()


def test_a_contact_is_changed_and_thrown_away(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, on_date="2026-03-02", ours="Dana")
    ref = contacts_of(town.editor, BAKERY)[0].ref
    client = browser(town)
    client.post(f"/w/{town.ref}/edit/contact/{ref}", QUICK | {"way": "visit"})
    assert contacts_of(town.editor, BAKERY)[0].way.key == "visit"
    client.post(f"/w/{town.ref}/trash/contact/{ref}")
    assert contacts_of(town.editor, BAKERY) == ()


def test_the_form_says_who_else_talks_to_them(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, on_date="2026-03-02", ours="Yoav Levin")
    assert "Yoav Levin" in browser(town).get(f"/w/{town.ref}/new/contact/?body={BAKERY}").content.decode()


def test_a_body_that_is_not_there_or_a_huge_text_is_refused(town: Town) -> None:
    client = browser(town)
    for wrong in ({"body_ref": "nobody"}, {"said": "x" * 2001}, {"on_date": "someday"}):
        assert client.post(f"/w/{town.ref}/new/contact/", QUICK | wrong).status_code == 200
    assert contacts_of(town.editor, BAKERY) == ()


def test_a_viewer_reads_and_writes_nothing(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, on_date="2026-03-02", ours="Dana", promised_by_us="an answer")
    client = browser(town, "vera")
    page = client.get(f"/w/{town.ref}/contacts/").content.decode()
    assert "an answer" in page
    assert "new/contact" not in page
    assert client.post(f"/w/{town.ref}/new/contact/", QUICK).status_code == 403


@pytest.mark.parametrize("who", ["omar", "ruth"])
def test_partners_and_strangers_meet_no_log(town: Town, who: str) -> None:
    assert browser(town, who).get(f"/w/{town.ref}/contacts/").status_code in (403, 404)


def test_the_body_shows_what_is_kept_about_it(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, on_date="2026-03-02", ours="Dana", promised_by_us="an answer by spring")
    for name, value in (("Dana", "7 ovens"), ("Hadar", "3 ovens")):
        statement_save(town.editor, body_ref=BAKERY, said_by=name, said_role="a role", answers={"size": value})
    interest_save(town.editor, body_ref=BAKERY, text="lower rates")
    integrity_save(town.editor, body_ref=BAKERY, text="a sign was asked for", source="file 1207", as_of="2026")
    page = browser(town).get(f"/w/{town.ref}/body/{BAKERY}").content.decode()
    for text in ("an answer by spring", "7 ovens", "3 ovens", "lower rates", "Assumed by us", "file 1207"):
        assert text in page
    partner = browser(town, "omar").get(f"/w/{town.ref}/body/{BAKERY}").content.decode()
    for text in ("an answer by spring", "7 ovens", "lower rates", "file 1207"):
        assert text not in partner


def test_an_action_of_another_workspace_is_refused(town: Town) -> None:
    with pytest.raises(NotAllowedError):
        contact_save(town.elsewhere, body_ref=BAKERY, on_date="2026-03-02", ours="Ruth")
