"""Can somebody send a link of ours that ends on their site?"""

from __future__ import annotations

import re
from itertools import product
from urllib.parse import urlencode

import pytest
from addresses import addresses, asked, visitor
from django.urls import reverse
from walk_cast import filled_town

from town import Town

pytestmark = pytest.mark.django_db

OURS = "http://testserver"
WAYS = (
    "next",
    "back",
    "url",
    "to",
    "return",
    "return_to",
    "redirect",
    "redirect_to",
    "continue",
    "target",
    "page",
    "from",
    "from_page",
    "path",
)
ELSEWHERE = (
    "https://evil.example/", "//evil.example/", "///evil.example/", "/\\evil.example/", "\\\\evil.example/", "http:evil.example", "http:///evil.example",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", " //evil.example/", "\t//evil.example/", "/\t/evil.example/", "//evil.example\\@testserver/",
    "https://testserver@evil.example/", "https://testserver.evil.example/", "//evil%2eexample/", "\x00//evil.example/", "/%0d%0aLocation:%20https://evil.example/",
)  # fmt: skip


def leads_away(location: str) -> bool:
    """As a browser reads it: backslashes are slashes, tabs and line ends are nothing, what stands before and after is cut."""
    read = location.strip("".join(map(chr, range(33)))).replace("\\", "/").translate({9: None, 10: None, 13: None})
    return re.match(rf"(?:{re.escape(OURS)})?(?:/(?!/)|[?#]|$)", read) is None


@pytest.mark.parametrize("location", [one for one in ELSEWHERE if "%" not in one])
def test_a_redirect_that_leads_away_is_recognised(location: str) -> None:
    assert leads_away(location)


@pytest.mark.parametrize("name", ["language", "theme", "account_login", "account_logout", "account_reset_password", "sign_in_link"])
def test_no_place_to_go_next_is_on_another_site(town: Town, name: str) -> None:
    for who, elsewhere in product(("dana", ""), ELSEWHERE):
        client, at = visitor(town, who), f"{reverse(name)}?{urlencode({'next': elsewhere})}"
        typed = {"language": "de", "theme": "dark", "email": town.vera.email, "login": town.vera.email, "password": "a long password 1"}
        for answer in (
            asked(client, "post", at, typed),
            asked(client, "post", reverse(name), typed | {"next": elsewhere}),
            asked(client, "get", at),
        ):
            assert not leads_away(answer.get("Location", "/")), answer["Location"]


def test_a_place_of_ours_is_gone_to_after_sign_in(town: Town) -> None:
    """Else the test above would pass on a door that leads nowhere."""
    typed = {"login": town.vera.email, "password": "a long password 1", "next": f"/w/{town.ref}/bodies/"}
    assert visitor(town, "").post(reverse("account_login"), typed)["Location"] == typed["next"]


@pytest.mark.parametrize("who", ["dana", ""])
def test_no_address_leads_to_another_site_whatever_it_is_asked(db: None, who: str) -> None:
    town = filled_town()
    client = visitor(town, who)
    asks = urlencode(dict.fromkeys(WAYS, "//evil.example/"))
    away = []
    for route, at in addresses(town):
        for method in ("get", "post"):
            glue = "&" if "?" in at else "?"
            answer = asked(client, method, at + glue + asks, dict.fromkeys(WAYS, "//evil.example/"), HTTP_REFERER="https://evil.example/")
            away += [(method, route.name, answer["Location"])] if leads_away(answer.get("Location", "/")) else []
    assert away == []
