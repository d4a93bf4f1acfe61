"""Does a personal link stay what it is: one sheet, for its time, for who holds it, with a secret that is nowhere to be found?"""

from __future__ import annotations

import base64
import logging
import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from walk_table import ROUTES

import world
from shutaf.accounts.actions.links import link_make, link_revoke
from shutaf.accounts.models import Deed, Link
from shutaf.accounts.tokens import hashed
from shutaf.intake.models import Proposal
from shutaf.web.shell.log_lines import Plain
from shutaf.web.urls import urlpatterns
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

SHEET = "/l/"
LOOKING = (
    {}, {"HTTP_PURPOSE": "prefetch"}, {"HTTP_SEC_PURPOSE": "prefetch;prerender"}, {"HTTP_X_MOZ": "prefetch"},
    {"HTTP_USER_AGENT": "WhatsApp/2.23 A"}, {"HTTP_USER_AGENT": "TelegramBot (like TwitterBot)"},
)  # fmt: skip
"""How browsers and message programs look at an address before anybody opens it."""


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


def made(town: Town, body_ref: str = "merchants", sheet: str = "body") -> str:
    return link_make(town.editor, body_ref=body_ref, sheet=sheet, person="Omar Khoury", person_role="treasurer", language="en")


def address(token: str) -> str:
    return reverse("link_open", args=[token])


def holder(token: str) -> Client:
    client = Client()
    assert client.post(address(token)).url == SHEET
    return client


def test_a_token_has_128_bits_of_chance_and_none_comes_twice(town: Town) -> None:
    tokens = [made(town) for _ in range(50)]
    assert len(set(tokens)) == 50
    assert {len(base64.urlsafe_b64decode(token + "==")) * 8 for token in tokens} == {128}
    for place in range(21):  # no place of a token is fixed; the last holds two bits only
        assert len({token[place] for token in tokens}) > 5


def test_only_the_hash_is_in_the_database(town: Town) -> None:
    token = made(town)
    holder(token)
    assert Link.objects.get().token_hash == hashed(token)
    for model in (Link, Deed, Session):
        assert token not in str(list(model.objects.values()))
    assert all(token not in str(session.get_decoded()) for session in Session.objects.all())


@pytest.mark.parametrize("headers", LOOKING, ids=str)
@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_names_nobody_and_changes_nothing(town: Town, client: Client, method: str, headers: dict[str, str]) -> None:
    token = made(town)
    before = list(Link.objects.values()), Session.objects.count()
    answer = getattr(client, method)(address(token), **headers)
    assert answer.status_code == 200
    assert (list(Link.objects.values()), Session.objects.count()) == before
    assert not [name for name in ("Omar", "treasurer", "סוחרי", "עין חרוב", "merchants") if name in answer.content.decode()]
    assert client.get(SHEET).status_code == 410


def test_the_neutral_page_is_the_same_for_every_link(town: Town) -> None:
    def seen(token: str) -> str:
        said = Client().get(address(token)).content.decode().replace(token, "")
        return re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', "", said)

    assert seen(made(town)) == seen(made(town, "economy", "department"))


def test_the_button_trades_the_token_for_a_cookie_and_a_clean_address(town: Town, client: Client) -> None:
    token = made(town)
    answer = client.post(address(token), follow=True)
    assert answer.redirect_chain == [(SHEET, 302)]
    assert token not in answer.content.decode()
    assert token not in str(client.cookies)
    assert client.cookies["shutaf"]["httponly"]
    assert client.cookies["shutaf"]["samesite"] == "Lax"
    assert Link.objects.get().used_at


def test_a_form_of_another_site_cannot_trade_it(town: Town) -> None:
    assert Client(enforce_csrf_checks=True).post(address(made(town))).status_code == 403
    assert Link.objects.get().used_at is None


def test_no_shared_cache_keeps_it_and_no_referer_carries_it(town: Town) -> None:
    token = made(town)
    client = Client()
    for answer in (client.get(address(token)), client.post(address(token)), client.get(SHEET)):
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] in ("strict-origin", "same-origin")
    assert client.get(address(token))["Referrer-Policy"] == "strict-origin"
    assert client.get(address("guess"))["Referrer-Policy"] == "strict-origin"


def test_no_page_that_a_link_opens_points_to_another_site(town: Town) -> None:
    token = made(town, "economy", "department")
    client = Client()
    for said in (client.get(address(token)).content.decode(), holder(token).get(SHEET).content.decode()):
        assert re.findall(r'(?:href|src|action)="(?:https?:)?//', said) == []


@pytest.mark.parametrize("text", ["Forbidden: {}", "Gone: {}", 'GET {} HTTP/1.1" 404', "Too Many Requests: {}?x=1", "error page 1 for {}"])
def test_logs_show_no_token(town: Town, text: str) -> None:
    token = made(town)
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, text.format("%s"), (address(token),), None)
    assert token not in Plain().format(record)
    assert token not in Plain(has_details=True).format(record)


def test_what_the_program_logs_of_a_refusal_holds_no_token(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    token = made(town)
    link_revoke(town.editor, link_id=Link.objects.get().pk)
    with caplog.at_level(logging.DEBUG):
        Client().get(address(token))
        Client(enforce_csrf_checks=True).post(address(token))
    assert caplog.records
    assert token not in " ".join(Plain().format(record) for record in caplog.records)


@pytest.mark.parametrize("method", ["get", "post"])
def test_guessing_ends_after_twenty_tries_a_minute(client: Client, db: None, method: str) -> None:
    answers = [getattr(client, method)(address(f"guess{n}")).status_code for n in range(22)]
    assert answers == [410] * 20 + [429] * 2


def test_who_guessed_too_often_cannot_open_a_true_one_either(town: Town, client: Client) -> None:
    token = made(town)
    for n in range(20):
        client.post(address(f"guess{n}"))
    assert client.post(address(token)).status_code == 429
    assert Link.objects.get().used_at is None


def expired(town: Town) -> None:
    Link.objects.update(expires_at=timezone.now() - timedelta(seconds=1))


def revoked(town: Town) -> None:
    for link in Link.objects.all():
        link_revoke(town.editor, link_id=link.pk)


@pytest.mark.parametrize("spoil", [expired, revoked])
def test_a_spoiled_link_opens_nothing_and_takes_no_answer(town: Town, spoil: object) -> None:
    token = made(town)
    client = holder(token)
    spoil(town)  # type: ignore[operator]
    assert client.get(SHEET).status_code == client.post(SHEET, {"need0-title": "a van"}).status_code == 410
    assert Client().get(address(token)).status_code == Client().post(address(token)).status_code == 410
    assert not Proposal.objects.exists()


def test_a_link_of_another_sheet_opens_only_that_one(town: Town) -> None:
    one, other = holder(made(town)), holder(made(town, "carton"))
    assert "קרטון הצפון" not in one.get(SHEET).content.decode()
    assert "קרטון הצפון" in other.get(SHEET).content.decode()
    one.post(SHEET, {"need0-title": "a van", "need0-visible_to": "partners", "body": "carton", "body_ref": "carton", "link": "2"})
    assert {row.body_ref for row in Proposal.objects.all()} == {"merchants"}


def test_the_cookie_of_one_link_serves_one_sheet_at_a_time(town: Town) -> None:
    client = holder(made(town))
    client.post(address(made(town, "carton")))
    said = client.get(SHEET).content.decode()
    assert "קרטון הצפון" in said
    assert "סוחרי הרחוב הראשי" not in said


def test_the_link_of_a_body_takes_no_answer_for_a_departments_sheet(town: Town) -> None:
    client = holder(made(town))
    client.post(SHEET, {"head": "x", "w-0": "carton", "t-0-level": "works", "chance-new0-title": "x", "actions": "x"})
    assert not Proposal.objects.exists()


def test_the_session_of_a_link_opens_no_page_of_the_workspace(town: Town) -> None:
    client = holder(made(town, "economy", "department"))
    workspace = [route for route in ROUTES if route.reads not in ("all", "link") and not route.of and not route.fixed]
    assert len(workspace) > 20
    for route in workspace:
        try:
            at = reverse(route.name, args=[town.ref])
        except Exception:
            continue
        answer = client.get(at)
        assert answer.status_code == 302, route.name
        assert answer.url.startswith("/sign-in/"), route.name


def test_a_body_in_the_trash_has_no_sheet_any_more(town: Town) -> None:
    from shutaf.bodies.actions import body_remove

    client = holder(made(town, "economy", "department"))
    body_remove(town.editor, ref="economy")
    assert client.get(SHEET).status_code == client.post(SHEET, {"head": "x"}).status_code == 410


def test_every_address_of_links_is_walked() -> None:
    assert urlpatterns
    named = {route.name for route in ROUTES}
    assert {"link_open", "link_sheet", "link_end", "link_remind", "links", "links_departments", "matrix_bodies"} <= named
