"""Is a session worth nothing to whoever knew it before somebody signed in, and nothing to anybody after?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from addresses import visitor
from django.conf import settings
from django.test import Client
from django.urls import reverse
from walk_cast import filled_town, sample

from shutaf.accounts.actions import sign_in_link_make
from shutaf.accounts.actions.invitations import member_invite
from town import Town

pytestmark = pytest.mark.django_db

COOKIE = settings.SESSION_COOKIE_NAME
PASSWORD = "a long password 1"


def by_password(town: Town, client: Client) -> None:
    client.post(reverse("account_login"), {"login": town.vera.email, "password": PASSWORD})


def by_mail(town: Town, client: Client) -> None:
    client.post(reverse("sign_in_use", args=[sign_in_link_make(town.vera)]))


def by_invitation(town: Town, client: Client) -> None:
    token = member_invite(town.owner, email="new@town.example", role="viewer")
    client.post(reverse("invitation", args=[token]), {"name": "New", "language": "en", "password": "several quiet words"})


def by_personal_link(town: Town, client: Client) -> None:
    client.post(reverse("link_open", args=[sample(town, "link_token")]))


def by_round(town: Town, client: Client) -> None:
    client.post(reverse("rate_open", args=[sample(town, "round_token")]))


DOORS: dict[Callable[[Town, Client], None], str] = {by_password: "account", by_mail: "account", by_invitation: "account", by_personal_link: "link_sheet", by_round: "rate"}  # fmt: skip
"""A way in -> the page it opens."""


def known_to_somebody(town: Town) -> str:
    """The key of a session that exists, as somebody planted it in another's browser."""
    client = visitor(town, "")
    client.post(reverse("language"), {"language": "de", "next": "/about/", "typed": "a draft"})
    return str(client.cookies[COOKIE].value)


def bearing(key: str) -> Client:
    client = Client()
    client.cookies[COOKIE] = key
    return client


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_who_planted_a_session_does_not_come_in_with_its_owner(db: None, door: Callable[[Town, Client], None]) -> None:
    town = filled_town()
    key = known_to_somebody(town)
    victim = bearing(key)
    door(town, victim)
    opened = reverse(DOORS[door])
    assert victim.get(opened).status_code == 200
    assert victim.cookies[COOKIE].value != key
    assert bearing(key).get(opened).status_code in (302, 410)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_a_session_that_somebody_made_up_is_not_taken_over(db: None, door: Callable[[Town, Client], None]) -> None:
    town = filled_town()
    key = "a" * 32
    victim = bearing(key)
    door(town, victim)
    assert victim.cookies[COOKIE].value != key
    assert bearing(key).get(reverse(DOORS[door])).status_code in (302, 410)


def test_a_session_that_was_signed_out_of_opens_nothing(town: Town) -> None:
    client = visitor(town, "vera")
    key = client.cookies[COOKIE].value
    client.post(reverse("account_logout"))
    assert bearing(key).get(reverse("account")).status_code == 302


def test_a_new_password_ends_every_other_session(town: Town) -> None:
    here, elsewhere = visitor(town, ""), visitor(town, "")
    by_password(town, here)
    by_password(town, elsewhere)
    here.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "quite other words 2", "password2": "quite other words 2"},
    )
    assert here.get(reverse("account")).status_code == 200
    assert elsewhere.get(reverse("account")).status_code == 302


def test_the_cookie_of_a_session_is_hidden_from_scripts_and_other_sites(town: Town) -> None:
    client = visitor(town, "")
    by_password(town, client)
    for cookie in client.cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] == "Lax", cookie.key
        assert not cookie["domain"], cookie.key


def test_over_https_a_cookie_goes_over_nothing_else() -> None:
    import os
    import subprocess
    import sys

    asks = "from shutaf.config import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.LANGUAGE_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 3e7)"
    done = subprocess.run(
        [sys.executable, "-c", asks], env=os.environ | {"SHUTAF_URL": "https://town.example"}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True"] * 4
