"""Does a passkey sign in, with and without the password, and stay one person's? With a key that Chromium plays."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect
from workbench import Desk, Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "a long password 1"
KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
    "automaticPresenceSimulation": True,
}  # fmt: skip


def with_key(desk: Open, language: str = "en") -> tuple[Desk, Any]:
    """A browser with a key in it; passkeys are for names, so it calls the server by its name."""
    opened = desk("", language=language)
    opened.base = opened.base.replace("127.0.0.1", "localhost")
    opened.page.context.add_cookies([{"name": "shutaf_language", "value": language, "url": opened.base}])
    tools = opened.page.context.new_cdp_session(opened.page)
    tools.send("WebAuthn.enable")
    return opened, (tools, tools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"])


def sign_in(opened: Desk, who: str = "eli") -> None:
    opened.open("/sign-in/")
    opened.page.get_by_label("E-mail", exact=True).fill(getattr(opened.town, who).email)
    opened.page.get_by_label("Password", exact=True).fill(PASSWORD)
    opened.page.get_by_role("button", name="Sign in", exact=True).click()


def add_key(opened: Desk, *, alone: bool = True) -> None:
    opened.open("/account/second/passkey/")
    opened.page.get_by_label("Password", exact=True).fill(PASSWORD)
    opened.page.get_by_role("button", name="Go on").click()
    opened.page.get_by_label("What is it called?").fill("The telephone")
    opened.page.get_by_label("It alone signs me in").set_checked(alone)
    opened.page.get_by_role("button", name="Add a passkey").click()
    expect(opened.page.get_by_role("heading", name="Codes on paper", level=1)).to_be_visible()


def sign_out(opened: Desk) -> None:
    opened.open("/sign-out/")
    opened.page.locator("main").get_by_role("button", name="Sign out").click()


def test_a_passkey_signs_in_without_the_password(desk: Open) -> None:
    opened, _key = with_key(desk)
    sign_in(opened)
    add_key(opened)
    sign_out(opened)
    opened.page.get_by_role("button", name="With a passkey").click()
    expect(opened.page.get_by_role("navigation", name="Rooms of the workspace").first).to_be_visible()
    assert Authenticator.objects.get(type="webauthn").last_used_at
    opened.open("/account/second/")
    expect(opened.page.get_by_text("The telephone", exact=True).first).to_be_visible()
    assert (opened.refused(), opened.errors) == ([], [])


def test_a_passkey_stands_after_the_password(desk: Open) -> None:
    opened, _key = with_key(desk)
    sign_in(opened)
    add_key(opened, alone=False)
    sign_out(opened)
    sign_in(opened)
    expect(opened.page.get_by_role("heading", name="One more step")).to_be_visible()
    opened.open("")
    expect(opened.page.get_by_role("heading", name="One more step")).to_be_visible()
    opened.page.get_by_role("button", name="With a passkey").click()
    expect(opened.page.get_by_role("navigation", name="Rooms of the workspace").first).to_be_visible()


def test_a_key_that_does_not_answer_is_told(desk: Open) -> None:
    opened, (tools, key) = with_key(desk)
    sign_in(opened)
    add_key(opened)
    sign_out(opened)
    tools.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": key})
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    opened.page.get_by_role("button", name="With a passkey").click()
    expect(opened.page.get_by_text("No passkey answered")).to_be_visible()
