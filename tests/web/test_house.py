"""Who comes in by the sign-in of the house? With a real OpenID Connect provider that runs beside the test."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from test_second_factor import browser, set_up
from visiting import at

from shutaf.accounts.actions.invitations import member_invite
from shutaf.accounts.actions.safety import second_factor_require
from shutaf.accounts.models import Mail, Member, User
from town import Town

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("cache_table"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of the provider's own libraries
]
LEAVE, BACK = reverse("openid_connect_login", args=["house"]), reverse("openid_connect_callback", args=["house"])


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """Its address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from oidc_provider_mock import run_server_in_thread

        with run_server_in_thread() as server:
            yield f"http://localhost:{server.server_port}"


@pytest.fixture(autouse=True)
def house(provider: str, settings: Any) -> None:
    app = {
        "provider_id": "house", "name": "Town Hall", "client_id": "shutaf", "secret": "between us",
        "settings": {"server_url": provider, "oauth_pkce_enabled": True},
    }  # fmt: skip
    settings.OIDC_NAME, settings.SOCIALACCOUNT_PROVIDERS = "Town Hall", {"openid_connect": {"APPS": [app]}}


def way_there(client: Client, next_url: str = "") -> str:
    """The address at the provider to which the page leads."""
    said = client.post(LEAVE, {"next": next_url} if next_url else {}).content.decode()
    return unescape(re.search(r'<a class="btn first block" href="([^"]+)"', said)[1])  # type: ignore[index]


def signed_in_there(provider: str, way: str, claims: dict[str, Any], sub: str) -> str:
    """Where the provider sends the browser back to."""
    requests.put(f"{provider}/users/{sub}", json=claims, timeout=5).raise_for_status()
    answer = requests.post(way, data={"sub": sub}, allow_redirects=False, timeout=5)
    return answer.headers["Location"]


def comes_in(
    provider: str, email: str, *, sub: str = "1", next_url: str = "", client: Client | None = None, **claims: Any
) -> tuple[Client, Any]:
    client = client or browser()
    told = {"email": email, "email_verified": True, "name": "Somebody", "picture": "https://secret.example/face.png", **claims}
    back = urlsplit(signed_in_there(provider, way_there(client, next_url), told, sub))
    assert back.path == BACK
    return client, client.get(f"{back.path}?{back.query}", follow=True)


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_member_comes_in_and_keeps_the_password(provider: str, town: Town) -> None:
    client, answer = comes_in(provider, town.eli.email.upper(), sub="eli")
    assert is_in(client)
    assert answer.redirect_chain[-1][0] == at(town, "home")
    assert User.objects.get(pk=town.eli.pk).check_password("a long password 1")
    assert (SocialAccount.objects.get().user, SocialAccount.objects.get().extra_data) == (town.eli, {})
    assert Mail.objects.filter(to=town.eli.email, text__contains="sign-in of the house").count() == 1


def test_the_second_time_the_account_is_known_by_its_own_number(provider: str, town: Town) -> None:
    comes_in(provider, town.eli.email, sub="eli")
    client, _answer = comes_in(provider, "another@address.example", sub="eli")
    assert client.session["_auth_user_id"] == str(town.eli.pk)
    assert SocialAccount.objects.get().extra_data == {}


@pytest.mark.parametrize("says", [False, None, "false", 0])
def test_an_address_that_nobody_vouches_for_opens_nothing(provider: str, town: Town, says: Any) -> None:
    client, answer = comes_in(provider, town.eli.email, sub=f"thief-{says}", email_verified=says)
    assert not is_in(client)
    assert "does not vouch" in answer.content.decode()
    assert not SocialAccount.objects.exists()


def test_settings_may_trust_the_addresses_of_the_house(provider: str, town: Town, settings: Any) -> None:
    settings.OIDC_TRUSTS_ADDRESSES = True
    client, _answer = comes_in(provider, town.eli.email, sub="eli2", email_verified=None)
    assert is_in(client)


def test_a_stranger_gets_no_account(provider: str, town: Town) -> None:
    client, answer = comes_in(provider, "new@town.example", sub="new")
    assert not is_in(client)
    assert "no account for your address" in answer.content.decode()
    assert not User.objects.filter(email="new@town.example").exists()


def test_an_invitation_is_accepted_with_it(provider: str, town: Town) -> None:
    token = member_invite(town.owner, email="new@town.example", role="facilitator")
    page = reverse("invitation", args=[token])
    client, answer = comes_in(provider, "new@town.example", sub="new2", next_url=page)
    assert is_in(client)
    assert answer.redirect_chain[-1][0] == page
    client.post(page)
    assert Member.objects.get(workspace=town.workspace, user__email="new@town.example").role == "facilitator"


def test_somebody_elses_invitation_makes_no_account(provider: str, town: Town) -> None:
    token = member_invite(town.owner, email="new@town.example", role="owner")
    client, _answer = comes_in(provider, "thief@town.example", sub="thief", next_url=reverse("invitation", args=[token]))
    assert not is_in(client)
    assert not User.objects.filter(email="thief@town.example").exists()


def test_the_own_second_factor_is_still_asked_for(provider: str, town: Town) -> None:
    set_up(town)
    client, answer = comes_in(provider, town.eli.email, sub="eli3")
    assert not is_in(client)
    assert answer.redirect_chain[-1][0] == reverse("mfa_authenticate")


def test_a_workspace_that_asks_for_a_second_factor_believes_the_house_where_it_is_told_to(provider: str, town: Town, settings: Any) -> None:
    second_factor_require(town.owner, is_required=True)
    client, _answer = comes_in(provider, town.eli.email, sub="eli4")
    assert client.get(at(town, "bodies")).status_code == 302
    settings.OIDC_PROVES = True
    assert client.get(at(town, "bodies")).status_code == 200
    assert not Authenticator.objects.exists()


def test_a_way_back_that_began_elsewhere_is_refused(provider: str, town: Town) -> None:
    """Whoever makes somebody open the own way back would sign them in as themselves."""
    back = urlsplit(signed_in_there(provider, way_there(browser()), {"email": town.eli.email, "email_verified": True}, "eli5"))
    victim = browser()
    answer = victim.get(f"{back.path}?{back.query}", follow=True)
    assert not is_in(victim)
    assert "did not sign you in" in answer.content.decode()


def test_the_way_there_carries_a_state_and_a_challenge_and_leads_back_only_here(provider: str, town: Town) -> None:
    asked = parse_qs(urlsplit(way_there(browser(), "https://evil.example/")).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["state"][0]) >= 16
    client, answer = comes_in(provider, town.eli.email, sub="eli6", next_url="https://evil.example/")
    assert is_in(client)
    assert answer.redirect_chain[-1][0] == at(town, "home")


def test_only_a_form_of_ours_begins_it(town: Town) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.get(LEAVE).url == reverse("account_login")
    assert client.post(LEAVE).status_code == 403


def test_giving_up_there_is_told(provider: str, town: Town) -> None:
    client = browser()
    state = parse_qs(urlsplit(way_there(client)).query)["state"][0]
    said = client.get(BACK, {"error": "access_denied", "state": state}, follow=True).content.decode()
    assert "without signing in" in said


def test_a_closed_account_stays_closed(provider: str, town: Town) -> None:
    comes_in(provider, town.eli.email, sub="eli7")
    User.objects.filter(pk=town.eli.pk).update(is_active=False)
    client, answer = comes_in(provider, town.eli.email, sub="eli7")
    assert not is_in(client)
    assert "This account is closed" in answer.content.decode()


def test_a_provider_that_is_down_is_told(town: Town, settings: Any) -> None:
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://localhost:9"
    said = browser().post(LEAVE, follow=True).content.decode()
    assert "cannot be reached" in said


def test_without_a_provider_there_is_no_such_door(town: Town, settings: Any) -> None:
    settings.OIDC_NAME, settings.SOCIALACCOUNT_PROVIDERS = "", {"openid_connect": {"APPS": []}}
    assert browser().post(LEAVE).status_code == 404
    assert "Town Hall" not in browser().get(reverse("account_login")).content.decode()
