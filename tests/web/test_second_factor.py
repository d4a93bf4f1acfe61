"""Does a second factor keep out whoever knows the password only, and is it set up, lost and taken off in the open?"""

from __future__ import annotations

import re
import time
from typing import NamedTuple

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from shutaf.accounts.actions import sign_in_link_make
from shutaf.accounts.models import Mail
from shutaf.cli import main
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]

PASSWORD = "a long password 1"


def code_of(secret: str, steps: int = 0) -> str:
    """What the app shows now, or steps of half a minute later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def browser() -> Client:
    client = Client()
    client.cookies["shutaf_language"] = "en"
    return client


def signed_in_with_password(town: Town, who: str = "eli") -> Client:
    client = browser()
    client.post(reverse("account_login"), {"login": getattr(town, who).email, "password": PASSWORD})
    return client


class Told(NamedTuple):
    """What somebody has who set up an app. next: where the page led afterwards."""

    client: Client
    secret: str
    codes: list[str]
    next: str


def set_up(town: Town, client: Client | None = None, who: str = "eli") -> Told:
    client, at = client or signed_in_with_password(town, who), reverse("mfa_activate_totp")
    client.post(client.get(at).url, {"password": PASSWORD})
    secret = re.search(r"factor-secret\">([A-Z2-7 ]+)<", client.get(at).content.decode())[1].replace(" ", "")  # type: ignore[index]
    said = client.post(at, {"code": code_of(secret, -1)}, follow=True).content.decode()
    (onward,) = re.findall(r'<a class="btn first" href="([^"]+)">I have them', said)
    return Told(client, secret, re.findall(r"<bdi class=\"ltr\">(\d{8})</bdi>", said), onward)


def asks_for_code(client: Client) -> bool:
    return client.get("/?all=1").status_code == 302 and client.get(reverse("mfa_authenticate")).status_code == 200


def test_setting_up_asks_for_the_password_again(town: Town) -> None:
    client = signed_in_with_password(town)
    assert client.get(reverse("mfa_activate_totp")).url.startswith(reverse("account_reauthenticate"))
    assert client.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 302
    assert not Authenticator.objects.exists()


def test_with_an_app_the_password_alone_opens_nothing(town: Town) -> None:
    _client, secret, codes, _next = set_up(town)
    assert len(codes) == 10
    other = signed_in_with_password(town)
    assert asks_for_code(other)
    wrong = other.post(reverse("mfa_authenticate"), {"code": "123"}).content.decode()
    assert "This code is not right" in wrong
    assert other.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).url == "/"
    assert other.get("/?all=1").status_code == 200


def test_a_link_by_mail_does_not_go_past_it(town: Town) -> None:
    set_up(town)
    client = browser()
    client.post(reverse("sign_in_use", args=[sign_in_link_make(town.eli)]))
    assert asks_for_code(client)


def test_a_code_works_once_for_as_long_as_it_is_right(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen over the shoulder half a minute ago, it opens nothing."""
    _client, secret, _codes, _next = set_up(town)
    code = code_of(secret)
    assert signed_in_with_password(town).post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    now = time.time() + 30
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time.time", lambda: now)
    late = signed_in_with_password(town)
    assert late.post(reverse("mfa_authenticate"), {"code": code}).status_code == 200
    assert asks_for_code(late)


def test_digits_of_an_arabic_keyboard_are_digits(town: Town) -> None:
    _client, secret, _codes, _next = set_up(town)
    typed = code_of(secret).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert signed_in_with_password(town).post(reverse("mfa_authenticate"), {"code": typed}).status_code == 302


def test_a_code_on_paper_lets_in_once(town: Town) -> None:
    _client, _secret, codes, _next = set_up(town)
    first, second = signed_in_with_password(town), signed_in_with_password(town)
    assert first.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 302
    assert second.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 200
    assert second.post(reverse("mfa_authenticate"), {"code": codes[1]}).status_code == 302


def test_codes_on_paper_are_shown_once(town: Town) -> None:
    client, _secret, codes, _next = set_up(town)
    again = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert not any(code in again for code in codes)
    assert "nobody can see them again" in again


def test_guessing_ends_after_five_tries(town: Town) -> None:
    _client, secret, _codes, _next = set_up(town)
    client = signed_in_with_password(town)
    for guess in range(5):
        client.post(reverse("mfa_authenticate"), {"code": f"{guess:06}"})
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert asks_for_code(client)


def test_secrets_are_locked_under_the_secret_key(town: Town, settings: object) -> None:
    _client, secret, codes, _next = set_up(town)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert not any(code in kept for code in codes)
    cache.clear()
    settings.SECRET_KEY = "another one"  # type: ignore[attr-defined]
    client = signed_in_with_password(town)
    assert client.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).status_code == 200
    assert client.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 200


def test_taking_it_off_asks_again_and_is_told_by_mail(town: Town) -> None:
    _client, secret, _codes, _next = set_up(town)
    client = signed_in_with_password(town)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    at = reverse("mfa_deactivate_totp")
    assert client.post(at).url.startswith(reverse("account_reauthenticate"))
    client.post(client.get(at).url, {"password": PASSWORD})
    client.post(at)
    assert not Authenticator.objects.exists()
    assert [mail.to for mail in Mail.objects.filter(text__contains="taken off your account")] == [town.eli.email]


def test_the_page_tells_what_is_set_up(town: Town) -> None:
    at = reverse("mfa_index")
    assert "Set up an app" in signed_in_with_password(town).get(at).content.decode()
    client, _secret, _codes, _next = set_up(town)
    said = client.get(at).content.decode()
    assert "Take the app off" in said
    assert "10 codes are left." in said


@pytest.mark.parametrize(
    "said",
    ["", "x", "[]", "{}", '{"response": []}', '{"id": 1, "rawId": "AA", "response": {"userHandle": "MQ"}}',
     '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "Mg", "clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA"}}'],
)  # fmt: skip
def test_nonsense_is_no_answer_of_a_passkey(town: Town, said: str) -> None:
    client = browser()
    client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    answer = client.post(reverse("mfa_login_webauthn"), {"credential": said}, follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain == [(reverse("account_login"), 302)]
    assert "_auth_user_id" not in client.session


def test_whoever_runs_the_service_takes_it_off_on_the_machine(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    client, _secret, _codes, _next = set_up(town)
    assert main(["factor", town.vera.email]) == 1
    assert client.get("/?all=1").status_code == 200
    assert main(["factor", town.eli.email.upper()]) == 0
    assert not Authenticator.objects.exists()
    assert client.get("/?all=1").status_code == 302
    assert Mail.objects.get(to=town.eli.email, text__contains="כל הכניסות שלך הסתיימו")
    assert signed_in_with_password(town).get("/?all=1").status_code == 200
