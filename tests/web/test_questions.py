"""The question sheet as a page: choose whom one meets, read it, take it along; for those who see everything."""

from __future__ import annotations

import pytest
from django.test import Client

from shutaf.relations.contact_actions import contact_save
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

BAKERY = "hadar-bakery"


def browser(town: Town, who: str = "eli") -> Client:
    client = Client()
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = "en"
    return client


def test_nobody_is_chosen_at_first(town: Town) -> None:
    page = browser(town).get(f"/w/{town.ref}/questions/").content.decode()
    assert 'class="paper"' not in page


def test_chosen_bodies_stand_on_the_sheet_and_unknown_ones_do_not(town: Town) -> None:
    page = browser(town).get(f"/w/{town.ref}/questions/?body={BAKERY}&body=nobody").content.decode()
    assert "Body 1 of 1" in page
    assert "Who said it, in which role" in page


def test_only_the_sheet_for_the_driver_tells_what_is_promised(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, on_date="2026-03-02", ours="Dana", promised_by_us="an answer by spring")
    client = browser(town)
    at = f"/w/{town.ref}/questions/?body={BAKERY}"
    assert "an answer by spring" not in client.get(at).content.decode()
    assert "an answer by spring" in client.get(at + "&for=driver").content.decode()


@pytest.mark.slow
@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_it_is_taken_along(town: Town, form: str) -> None:
    answer = browser(town).get(f"/w/{town.ref}/questions.{form}?body={BAKERY}&body=fig-cafe&lang=he")
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize(("who", "status"), [("vera", 200), ("omar", 403), ("ruth", 404)])
def test_who_may_read_it(town: Town, who: str, status: int) -> None:
    client = browser(town, who)
    assert client.get(f"/w/{town.ref}/questions/?body={BAKERY}").status_code == status
    assert client.get(f"/w/{town.ref}/questions.html?body={BAKERY}").status_code == status
