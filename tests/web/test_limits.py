"""Is guessing slow, and does a limit answer with our page?"""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from shutaf.accounts.models import Mail, SignInLink
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def plain(response: HttpResponse) -> str:
    """Without what differs on every load."""
    return re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', "", response.content.decode())


def signed_in(town: Town) -> Client:
    client = Client()
    client.force_login(town.dana, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("name", ["sign_in_use", "invitation", "link_open"])
def test_guessing_a_token_ends_after_twenty_tries_a_minute(client: Client, db: None, name: str) -> None:
    answers = [client.post(reverse(name, args=[f"guess{i}"])).status_code for i in range(22)]
    assert answers == [410] * 20 + [429] * 2


def test_looking_with_guessed_invitations_counts_too(client: Client, db: None) -> None:
    assert [client.get(reverse("invitation", args=[f"guess{i}"])).status_code for i in range(21)][-1] == 429


def test_one_address_gets_five_sign_in_links_and_then_waits(client: Client, town: Town) -> None:
    answers = [client.post(reverse("sign_in_link"), {"email": town.vera.email}).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    assert SignInLink.objects.count() == 5


def test_asking_for_a_link_tells_nothing_about_the_address(client: Client, town: Town) -> None:
    known = client.post(reverse("sign_in_link"), {"email": town.vera.email})
    unknown = client.post(reverse("sign_in_link"), {"email": "vero@ein-haruv.example"})
    assert known.status_code == unknown.status_code
    assert plain(known) == plain(unknown).replace("vero@", "vera@")
    assert [mail.to for mail in Mail.objects.all()] == [town.vera.email]


def test_nobody_makes_us_write_to_strangers(client: Client, town: Town) -> None:
    for email in (town.vera.email, "stranger@x.example"):
        assert client.post(reverse("account_reset_password"), {"email": email}).status_code == 302
    assert [mail.to for mail in Mail.objects.all()] == [town.vera.email]


def test_downloads_are_counted_though_they_are_get(town: Town) -> None:
    client = signed_in(town)
    at = reverse("template_file", args=[town.ref])
    answers = [client.get(at).status_code for _ in range(31)]
    assert answers == [200] * 30 + [429]


def test_allauth_answers_with_our_page(client: Client, town: Town) -> None:
    wrong = {"login": "x@x.example", "password": "wrong"}
    answers = [client.post(reverse("account_login"), wrong | {"login": f"x{i}@x.example"}) for i in range(31)]
    assert answers[-1].status_code == 429
    assert b"shell/tokens.css" in answers[-1].content


def test_five_wrong_passwords_for_one_address_make_it_wait(client: Client, town: Town) -> None:
    wrong = {"login": town.vera.email, "password": "wrong"}
    for _ in range(5):
        client.post(reverse("account_login"), wrong)
    answer = client.post(reverse("account_login"), {"login": town.vera.email, "password": "a long password 1"})
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session
