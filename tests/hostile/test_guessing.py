"""Is guessing slow for one address and for one machine, whatever it calls itself? The shared counts of `tests/web/test_limits.py`, tried harder."""

from __future__ import annotations

import pytest
from addresses import visitor
from django.test import Client
from django.urls import reverse

from shutaf.accounts.models import Mail
from town import Town

pytestmark = pytest.mark.django_db

PASSWORD = "a long password 1"


def tries(town: Town, client: Client, password: str, **headers: str) -> bool:
    """Whether this password opened the door."""
    client.post(reverse("account_login"), {"login": town.vera.email, "password": password}, **headers)
    return "_auth_user_id" in client.session


def test_a_right_password_opens(town: Town) -> None:
    assert tries(town, visitor(town, ""), PASSWORD)


@pytest.mark.parametrize(
    "header", ["HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_CLIENT_IP", "HTTP_TRUE_CLIENT_IP", "HTTP_CF_CONNECTING_IP"]
)
def test_a_machine_that_calls_itself_another_is_counted_as_itself(town: Town, header: str) -> None:
    answers = [
        visitor(town, "").post(reverse("sign_in_use", args=[f"guess{n}"]), **{header: f"203.0.113.{n}"}).status_code for n in range(22)
    ]
    assert answers == [410] * 20 + [429] * 2


def test_behind_a_proxy_only_what_the_proxy_wrote_counts(town: Town, settings: object) -> None:
    """The proxy writes the last address; those before it are what the guesser wrote."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1  # type: ignore[attr-defined]
    said = [f"203.0.113.{n}, 198.51.100.7" for n in range(22)]
    answers = [
        visitor(town, "").post(reverse("sign_in_use", args=[f"guess{n}"]), HTTP_X_FORWARDED_FOR=one).status_code
        for n, one in enumerate(said)
    ]
    assert answers == [410] * 20 + [429] * 2


def test_many_machines_that_guess_for_one_address_make_it_wait(town: Town) -> None:
    for n in range(5):
        assert not tries(town, visitor(town, ""), f"wrong {n}", REMOTE_ADDR=f"203.0.113.{n}")
    assert not tries(town, visitor(town, ""), PASSWORD, REMOTE_ADDR="198.51.100.1")


@pytest.mark.parametrize("spelling", [str.upper, str.title, lambda email: f" {email}", lambda email: f"{email} "])
def test_another_spelling_of_an_address_is_counted_as_the_same(town: Town, spelling: object) -> None:
    for n in range(5):
        email = spelling(town.vera.email) if n % 2 else town.vera.email  # type: ignore[operator]
        visitor(town, "").post(reverse("account_login"), {"login": email, "password": f"wrong {n}"}, REMOTE_ADDR=f"203.0.113.{n}")
    assert not tries(town, visitor(town, ""), PASSWORD, REMOTE_ADDR="198.51.100.1")


def test_an_address_that_waits_can_still_come_in_by_mail(town: Town) -> None:
    """Else anybody could lock anybody out."""
    for n in range(6):
        tries(town, visitor(town, ""), f"wrong {n}", REMOTE_ADDR=f"203.0.113.{n}")
    visitor(town, "").post(reverse("sign_in_link"), {"email": town.vera.email}, REMOTE_ADDR="198.51.100.1")
    address = Mail.objects.get().text.split("\n\n")[1]
    client = visitor(town, "")
    client.post(address.removeprefix("http://localhost:8000"))
    assert client.get(reverse("account")).status_code == 200


def test_the_old_password_is_not_guessed_by_whoever_found_a_browser_open(town: Town) -> None:
    client = visitor(town, "vera")
    typed = {"password1": "quite other words 2", "password2": "quite other words 2"}
    answers = [client.post(reverse("account_change_password"), typed | {"oldpassword": f"wrong {n}"}).status_code for n in range(6)]
    assert answers[-1] == 429
    town.vera.refresh_from_db()
    assert town.vera.check_password(PASSWORD)


@pytest.mark.parametrize("password", ["short", "password123", "1234567890", "vera@ein-haruv", "qwertyuiop"])
def test_a_password_that_anybody_would_try_is_not_taken(town: Town, password: str) -> None:
    client = visitor(town, "vera")
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": password, "password2": password})
    town.vera.refresh_from_db()
    assert town.vera.check_password(PASSWORD)
