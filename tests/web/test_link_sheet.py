"""Does a personal link show its one sheet, keep its token out of the address, and let what is said wait?"""

from __future__ import annotations

import logging

import pytest
from django.test import Client
from django.urls import reverse

import world
from shutaf.accounts.actions.links import link_make
from shutaf.accounts.models import Link
from shutaf.exchange.models import Resource
from shutaf.intake.models import Proposal
from shutaf.intake.proposing import proposals_accept
from shutaf.web.shell.log_lines import Plain
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

SHEET = "/l/"
EMPTY = {"contact-name": "Omar Khoury", "contact-role": "treasurer"}


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


@pytest.fixture
def address(town: Town) -> str:
    token = link_make(town.editor, body_ref="merchants", person="Omar Khoury", person_role="treasurer", language="en")
    return reverse("link_open", args=[token])


@pytest.fixture
def holder(client: Client, address: str) -> Client:
    assert client.post(address).url == SHEET
    return client


def test_opening_it_names_nobody_and_changes_nothing(client: Client, address: str) -> None:
    answer = client.get(address)
    said = answer.content.decode()
    assert answer.status_code == 200
    assert not [name for name in ("Omar", "treasurer", "סוחרי", "עין חרוב") if name in said]
    assert Link.objects.get().used_at is None
    assert client.get(SHEET).status_code == 410


def test_the_token_leaves_with_the_button(client: Client, address: str) -> None:
    token = address.split("/")[2]
    answer = client.post(address, follow=True)
    assert answer.redirect_chain == [(SHEET, 302)]
    assert token not in answer.content.decode()
    assert token not in str(dict(client.session.items()))


def test_the_page_of_a_token_sends_no_referer(client: Client, address: str) -> None:
    assert client.get(address)["Referrer-Policy"] == "strict-origin"
    assert client.get("/about/")["Referrer-Policy"] == "same-origin"


def test_logs_show_no_token(address: str) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Forbidden: %s", (address,), None)
    assert Plain(has_details=True).format(record).endswith(": Forbidden: /l/…/")


def test_a_session_given_beforehand_gets_no_sheet(client: Client, address: str) -> None:
    client.get(reverse("about"))
    session = client.session
    session["planted"] = True
    session.save()
    thief = Client()
    thief.cookies["shutaf"] = session.session_key
    client.cookies["shutaf"] = session.session_key
    client.post(address)
    assert client.get(SHEET).status_code == 200
    assert thief.get(SHEET).status_code == 410


def test_the_sheet_speaks_the_language_it_was_sent_in(holder: Client) -> None:
    assert 'lang="en"' in holder.get(SHEET).content.decode()


def test_the_sheet_shows_its_own_body_without_ratings_and_no_other(holder: Client) -> None:
    said = holder.get(SHEET).content.decode()
    assert "סוחרי הרחוב הראשי" in said
    assert "a place to gather cardboard" in said
    assert not [
        text for text in ("קרטון הצפון", "a store in the same street", world.SECRETS["own"], world.SECRETS["rated_by"]) if text in said
    ]


def test_what_is_said_waits_and_is_shown_as_waiting(holder: Client) -> None:
    count = Resource.objects.count()
    sent = EMPTY | {
        "need0-title": "a van on Fridays",
        "need0-visible_to": "partners",
        "goals-own_targets": ["waste"],
        "contact-phone": "050-1234567",
    }
    answer = holder.post(SHEET, sent, follow=True)
    assert {row.target for row in Proposal.objects.all()} == {"exchange.resource", "bodies.body", "bodies.person"}
    assert Resource.objects.count() == count
    assert "a van on Fridays" in answer.content.decode()


def test_an_empty_sheet_says_nothing(holder: Client) -> None:
    holder.post(SHEET, EMPTY)
    assert not Proposal.objects.exists()


def test_what_cannot_be_read_is_told_and_nothing_typed_is_lost(holder: Client) -> None:
    answer = holder.post(SHEET, EMPTY | {"offer0-title": "a hall", "offer0-amount": "plenty of it", "offer0-visible_to": "partners"})
    said = answer.content.decode()
    assert 'class="error"' in said
    assert "a hall" in said
    assert "plenty of it" in said
    assert not Proposal.objects.exists()


def test_closing_it_takes_it_off_this_device(holder: Client) -> None:
    holder.post(SHEET, {"leave": "1"})
    assert holder.get(SHEET).status_code == 410


def test_the_number_of_queries_is_fixed(holder: Client, django_assert_num_queries: object) -> None:
    holder.get(SHEET)
    with django_assert_num_queries(7):  # type: ignore[operator]
        holder.get(SHEET)


def test_a_need_is_stated_with_kind_amount_place_time_and_conditions_and_enters_with_its_speaker(holder: Client, town: Town) -> None:
    sent = EMPTY | {
        "need0-title": "a room for courses", "need0-kind": "space", "need0-amount": "120 m2", "need0-where": "old town", "need0-from_date": "3/2027",
        "need0-until_date": "2027-06-30", "need0-conditions": "step-free", "need0-themes": ["education"], "need0-visible_to": "public",
    }  # fmt: skip
    holder.post(SHEET, sent)
    refs = list(Proposal.objects.filter(target="exchange.resource").values_list("ref", flat=True))
    proposals_accept(town.editor, refs=refs)
    row = Resource.objects.get(title="a room for courses")
    assert (row.side, row.kind.key, str(row.amount.value), row.amount.unit, row.where) == ("need", "space", "120", "m2", "old town")
    assert (row.from_date, row.until_date, row.conditions, row.visible_to) == ("2027-03", "2027-06-30", "step-free", "public")
    assert [word.key for word in row.themes] == ["education"]
    assert "Omar Khoury" in row.said_by
    assert "treasurer" in row.said_by
    said = holder.get(SHEET).content.decode()
    assert "old town" in said
    assert "step-free" in said


def test_a_wrong_date_in_the_fold_is_told_and_the_fold_stands_open(holder: Client) -> None:
    said = holder.post(
        SHEET, EMPTY | {"need0-title": "a room", "need0-from_date": "soonish", "need0-visible_to": "partners"}
    ).content.decode()
    assert "soonish" in said
    assert '<details class="fold" open>' in said
    assert not Proposal.objects.exists()
