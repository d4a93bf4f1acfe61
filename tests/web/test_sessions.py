"""Does a person see where they are signed in, and can they end it, one by one and everywhere?"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from test_second_factor import PASSWORD

from shutaf.web.parts.devices import device_said
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]

PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36"


def signed_in_on(town: Town, user_agent: str) -> Client:
    client = Client(headers={"user-agent": user_agent})
    client.cookies["shutaf_language"] = "en"
    client.post(reverse("account_login"), {"login": town.eli.email, "password": PASSWORD})
    assert is_in(client)
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


def test_each_session_is_named_as_its_owner_would(town: Town) -> None:
    desk, _phone = signed_in_on(town, "Firefox/1 Windows"), signed_in_on(town, PHONE)
    said = desk.get(reverse("account")).content.decode()
    assert "Firefox, Windows" in said
    assert "Samsung Internet, Android" in said
    assert device_said("<script>") not in ("", "<script>")


def test_others_end_and_this_one_stays(town: Town) -> None:
    desk, phone = signed_in_on(town, "Firefox/1 Windows"), signed_in_on(town, PHONE)
    desk.post(reverse("session_end"), {"id": "others"})
    assert (is_in(desk), is_in(phone)) == (True, False)


def test_everywhere_is_everywhere(town: Town) -> None:
    desk, phone = signed_in_on(town, "Firefox/1 Windows"), signed_in_on(town, PHONE)
    assert desk.post(reverse("session_end"), {"id": "all"}).url == reverse("account_login")
    assert (is_in(desk), is_in(phone)) == (False, False)


def test_nobody_ends_a_session_of_somebody_else(town: Town) -> None:
    from allauth.usersessions.models import UserSession

    phone, stranger = signed_in_on(town, PHONE), Client()
    stranger.post(reverse("account_login"), {"login": town.ruth.email, "password": PASSWORD})
    stranger.post(reverse("session_end"), {"id": str(UserSession.objects.get(user=town.eli).pk)})
    assert is_in(phone)
