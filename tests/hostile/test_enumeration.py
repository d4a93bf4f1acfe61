"""Can a stranger learn who has an account, by words, by status, by headers, or by how often a password is hashed?

Work is counted, not timed: a clock tells more of the machine than of us.
"""

from __future__ import annotations

import re

import pytest
from addresses import visitor
from django.contrib.auth.hashers import MD5PasswordHasher
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from town import Town

pytestmark = pytest.mark.django_db

UNKNOWN = "nora@ein-haruv.example"
DOORS = {
    "account_login": lambda email: {"login": email, "password": "wrong"},
    "account_reset_password": lambda email: {"email": email},
    "sign_in_link": lambda email: {"email": email},
}


@pytest.fixture
def hashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each time a password was hashed."""
    done: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(hasher: MD5PasswordHasher, password: str, salt: str) -> str:
        done.append(salt)
        return encode(hasher, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    return done


def answer(town: Town, name: str, email: str, client: Client | None = None) -> HttpResponse:
    return (client or visitor(town, "")).post(reverse(name), DOORS[name](email))


def plain(response: HttpResponse, email: str) -> tuple[int, dict[str, str], str]:
    """All of an answer but what differs on every load."""
    said = re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', "", response.content.decode()).replace(email, "")
    headers = {name: value for name, value in response.items() if name not in ("Expires", "Content-Length")}
    return response.status_code, headers, said


@pytest.mark.parametrize("name", DOORS)
def test_an_unknown_address_gets_the_same_answer(town: Town, name: str) -> None:
    first, second = answer(town, name, town.vera.email), answer(town, name, UNKNOWN)
    assert plain(first, town.vera.email) == plain(second, UNKNOWN)
    assert first.cookies.keys() == second.cookies.keys()


@pytest.mark.parametrize("name", DOORS)
def test_the_page_that_follows_is_the_same_too(town: Town, name: str) -> None:
    pages = []
    for email in (town.vera.email, UNKNOWN):
        client = visitor(town, "")
        answer(town, name, email, client)
        pages.append(plain(client.get(reverse("account_login")), email))
    assert pages[0] == pages[1]


def spoilt(town: Town, how: str) -> str:
    """An address whose account cannot be entered by password, or not at all."""
    if how == "left":
        town.vera.is_active = False
    if how == "without a password":
        town.vera.set_unusable_password()
    town.vera.save()
    return UNKNOWN if how == "unknown" else str(town.vera.email)


@pytest.mark.parametrize("how", ["unknown", "left", "without a password"])
def test_sign_in_hashes_as_often_for_whoever_it_is(town: Town, hashes: list[str], how: str) -> None:
    answer(town, "account_login", town.eli.email)
    known = len(hashes)
    hashes.clear()
    email = spoilt(town, how)
    hashes.clear()
    answer(town, "account_login", email)
    assert known == len(hashes) > 0
