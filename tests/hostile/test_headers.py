"""Does every answer, refusals too, carry what keeps it out of frames, caches and other sites' hands? And does it trust what a request calls itself?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from addresses import addresses, asked, visitor
from django.http import HttpResponse
from django.urls import reverse
from walk_cast import filled_town

from shutaf.accounts.models import Mail
from town import Town

pytestmark = pytest.mark.django_db

FORGED = {"HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_X_HOST": "evil.example", "HTTP_FORWARDED": "host=evil.example", "HTTP_X_ORIGINAL_URL": "/evil.example"}  # fmt: skip
POLICY = ("default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'")


def wrong_about(answer: HttpResponse) -> Iterator[str]:
    policy = answer.get("Content-Security-Policy", "")
    yield from (f"no {part} in its policy" for part in POLICY if part not in policy)
    if "unsafe" in policy or "*" in policy:
        yield f"a hole in its policy: {policy}"
    if answer.get("X-Frame-Options") != "DENY":
        yield "may be framed"
    if answer.get("X-Content-Type-Options") != "nosniff":
        yield "its kind may be guessed"
    if answer.get("Referrer-Policy") not in ("same-origin", "strict-origin"):
        yield "tells other sites where one came from"
    if "no-store" not in answer.get("Cache-Control", "") and "public" in answer.get("Cache-Control", ""):
        yield "a shared cache may keep it"
    if answer.get("Cross-Origin-Opener-Policy") != "same-origin" or answer.get("Cross-Origin-Resource-Policy") != "same-origin":
        yield "another site may hold its window or load it"
    if any(name.startswith("Access-Control-") for name in answer.headers):
        yield "another site's script may read it"


@pytest.mark.parametrize("who", ["dana", ""])
def test_every_answer_carries_what_keeps_it_ours_and_none_repeats_a_forged_host(db: None, who: str) -> None:
    town = filled_town()
    client = visitor(town, who)
    wrong = []
    for route, at in addresses(town):
        for method in ("get", "post"):
            answer = asked(client, method, at, **FORGED)
            wrong += [f"{method} {route.name} ({answer.status_code}): {what}" for what in wrong_about(answer)]
            if route.name != "source" and (b"evil.example" in answer.said or "evil.example" in str(answer.headers)):
                wrong.append(f"{method} {route.name}: repeats the forged host")
    assert wrong == []


REFUSALS = {
    "400": {"path": "/", "SERVER_NAME": "evil.example"},
    "404": {"path": "/nothing/here/"},
    "403": {"path": "/language/", "method": "post"},
    "405": {"path": "/language/"},
    "413": {"path": "/sign-in/", "method": "post", "CONTENT_LENGTH": str(10**9)},
}


@pytest.mark.parametrize("status", REFUSALS)
def test_every_refusal_carries_it_too(town: Town, status: str) -> None:
    told = dict(REFUSALS[status])
    client = visitor(town, "", enforce_csrf_checks=True)
    answer = getattr(client, told.pop("method", "get"))(told.pop("path"), **told)
    assert (answer.status_code, list(wrong_about(answer))) == (int(status), [])


def test_a_page_that_breaks_carries_it_too_and_tells_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_args: object) -> None:
        raise RuntimeError("SECRET of the program")

    monkeypatch.setattr("shutaf.web.pages.about.view.render", breaks)
    answer = visitor(town, "").get(reverse("about"))
    assert (answer.status_code, list(wrong_about(answer))) == (500, [])
    assert b"SECRET" not in answer.content
    assert b"Traceback" not in answer.content


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "localhost:80@evil.example", "evil.example:80", "", "[::1", "127.0.0.1.nip.example"]
)
def test_a_host_that_is_not_ours_is_refused_at_every_door(town: Town, host: str) -> None:
    for name in ("start", "account_login", "account_reset_password", "sign_in_link", "about"):
        answer = visitor(town, "").post(reverse(name), {"email": town.vera.email}, HTTP_HOST=host)
        assert answer.status_code == 400, name
    assert not Mail.objects.exists()


@pytest.mark.parametrize("name", ["account_reset_password", "sign_in_link"])
def test_a_link_in_a_mail_leads_to_the_address_of_the_settings(town: Town, settings: object, name: str) -> None:
    """Whoever asks for another person's link chooses nothing in that mail, not even where a proxy lets any host in."""
    settings.ALLOWED_HOSTS, settings.PUBLIC_URL = ["*"], "https://town.example"  # type: ignore[attr-defined]
    visitor(town, "").post(reverse(name), {"email": town.vera.email}, HTTP_HOST="evil.example", **FORGED)
    text = Mail.objects.get().text
    assert "https://town.example/" in text
    assert "evil" not in text
