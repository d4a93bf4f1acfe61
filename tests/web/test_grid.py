"""Does the grid take what a browser sends, whole or not at all, and refuse what no browser of ours would send?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from shutaf.bodies.actions import body_change
from shutaf.bodies.models import Body
from town import Town

pytestmark = pytest.mark.django_db
OP = "0123456789abcdef"


@pytest.fixture
def eli(town: Town) -> Client:
    return browser(town.eli)


def browser(user: Any, **options: Any) -> Client:
    call_command("createcachetable", verbosity=0)
    client = Client(**options)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def send(client: Client, town: Town, told: Any, **headers: Any) -> Any:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    return client.post(f"/w/{town.ref}/grid/organisations/cells", body, content_type="application/json", headers=headers)


def change(new: str, field: str = "city", old: str = "עין חרוב", row: str = "hadar-bakery") -> dict[str, str]:
    return {"row": row, "field": field, "old": old, "new": new}


def city(town: Town) -> str:
    return str(Body.objects.get(workspace=town.workspace, ref="hadar-bakery").city)


def test_an_op_is_done(town: Town, eli: Client) -> None:
    told = send(eli, town, {"op": OP, "changes": [change("עכו")]}).json()
    assert (told["state"], told["cells"]) == ("done", [{"row": "hadar-bakery", "field": "city", "text": "עכו", "problems": []}])
    assert city(town) == "עכו"


def test_a_conflict_says_whose_word_stands_there_and_since_when(town: Town, eli: Client) -> None:
    body_change(town.owner, ref="hadar-bakery", city="חיפה")
    told = send(eli, town, {"op": OP, "changes": [change("עכו")]}).json()
    assert told["state"] == "refused"
    assert {key: told["refused"][0][key] for key in ("kind", "theirs", "by")} == {"kind": "conflict", "theirs": "חיפה", "by": "Dana"}
    assert told["refused"][0]["at"]


def test_what_is_wrong_comes_with_the_likely_answer(town: Town, eli: Client) -> None:
    told = send(eli, town, {"op": OP, "changes": [change("בערך 7", "influence_1_10", "")]}).json()
    problem = told["refused"][0]["problems"][0]
    assert problem["error"]
    assert problem["answers"][0] == ["7", "\u20687\u2069"]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (b"", 400), (b"[]", 400), (b"{", 400), (b"[" * 100_000, 400), (b"\xff\xfe", 400), ({"op": "short"}, 400), ({"op": 7}, 400), ({"op": OP, "changes": 7}, 400),
        ({"op": OP, "changes": [7]}, 400), ({"op": OP, "changes": [change("x", "password")]}, 400), ({"op": OP, "changes": [change("x", "removed_in")]}, 400),
        ({"op": OP, "changes": [{**change("x"), "new": 7}]}, 400), ({"op": OP, "changes": [change("x"), change("y")]}, 400), ({"op": OP, "made": ["b" * 301]}, 400),
        ({"op": OP, "changes": [change("x", row=f"r{i}") for i in range(20_001)]}, 413), ({"op": OP, "made": ["b"] * 2_001}, 413),
        ({"op": OP, "changes": [change("x" * 2_100_000)]}, 413), ({"op": OP, "changes": [change("x" * 3_000_000)]}, 413),
    ],
    ids=range(18),
)  # fmt: skip
def test_what_no_browser_of_ours_sends_is_refused_and_changes_nothing(town: Town, eli: Client, told: Any, status: int) -> None:
    assert send(eli, town, told).status_code == status
    assert city(town) == "עין חרוב"


def test_an_op_of_another_site_is_refused(town: Town) -> None:
    assert send(browser(town.eli, enforce_csrf_checks=True), town, {"op": OP, "changes": [change("עכו")]}).status_code == 403
    assert city(town) == "עין חרוב"


def test_who_may_not_edit_is_refused(town: Town) -> None:
    for user, status in ((town.vera, 403), (town.omar, 403), (town.ruth, 404)):
        client = browser(user)
        assert send(client, town, {"op": OP, "changes": [change("עכו")]}).status_code == status
        for page in ("", "news?since=0"):
            assert client.get(f"/w/{town.ref}/grid/organisations/{page}").status_code == status
    assert city(town) == "עין חרוב"


def test_the_page_holds_names_as_text(town: Town, eli: Client) -> None:
    body_change(town.owner, ref="hadar-bakery", name='</script><script>alert("x")</script>')
    page = eli.get(f"/w/{town.ref}/grid/organisations/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;/script&gt;&lt;script&gt;alert" in page


def test_there_are_two_sheets_and_no_third(town: Town, eli: Client) -> None:
    pages = [eli.get(f"/w/{town.ref}/grid/{sheet}/").status_code for sheet in ("organisations", "departments", "users")]
    assert pages == [200, 200, 404]
    assert eli.get(f"/w/{town.ref}/grid/organisations/news?since=x").status_code == 400


def test_without_javascript_each_body_links_to_its_form(town: Town, eli: Client) -> None:
    assert f'href="/w/{town.ref}/edit/body/hadar-bakery"' in eli.get(f"/w/{town.ref}/grid/organisations/").content.decode()


def test_a_name_that_is_there_already_is_said_with_its_sheet_in_her_language(town: Town, eli: Client) -> None:
    name = Body.objects.get(workspace=town.workspace, ref="fig-cafe").name
    told = send(
        eli, town, {"op": OP, "changes": [change(name, "name", Body.objects.get(workspace=town.workspace, ref="hadar-bakery").name)]}
    ).json()
    said = told["cells"][0]["problems"][0]
    assert not said["error"]
    assert "ארגונים" in said["text"]
