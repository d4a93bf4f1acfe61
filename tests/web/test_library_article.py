"""May everybody read the library, and does it lead into the workbench of whoever has one?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from shutaf import content
from town import Town

pytestmark = pytest.mark.django_db

SHELVES = [shelf for shelf in content.SHELVES if content.articles(shelf)]


@pytest.mark.parametrize("shelf", SHELVES)
def test_a_shelf_and_its_first_article_open_to_anybody_in_four_languages(shelf: str, client: Client) -> None:
    first = content.articles(shelf)[0]  # type: ignore[arg-type]
    for language in content.LANGUAGES:
        client.cookies["shutaf_language"] = language
        assert first.title[language] in client.get(f"/library/{shelf}/").content.decode()
        page = client.get(f"/library/{shelf}/{first.key}/").content.decode()
        assert first.sections[0].title[language] in page
        assert all(source.address.replace("&", "&amp;") in page for source in first.sources)
        assert len(page) < 100_000


def test_an_empty_shelf_says_so_and_what_is_no_shelf_is_not_there(client: Client) -> None:
    empty = [shelf for shelf in content.SHELVES if not content.articles(shelf)]
    assert all(client.get(f"/library/{shelf}/").status_code == 200 for shelf in empty)
    assert client.get("/library/cellar/").status_code == 404
    assert client.get(f"/library/{SHELVES[0]}/nothing/").status_code == 404


def test_a_tool_opens_in_the_workspace_of_the_reader_and_is_only_named_to_a_stranger(client: Client, town: Town) -> None:
    one = next(one for shelf in SHELVES for one in content.articles(shelf) if "place" in one.tools)  # type: ignore[arg-type]
    path, door = f"/library/{one.address}/", f'href="/w/{town.workspace.ref}/place/"'
    assert door not in client.get(path).content.decode()
    client.force_login(town.dana)
    assert door in client.get(path).content.decode()


@pytest.mark.parametrize("path", ["/library/municipality/", "/library/municipality/why/", "/library/glossary/", "/library/compare/"])
def test_a_stranger_reads_without_a_question_to_the_database(path: str, client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 200


def test_a_member_costs_the_account_and_its_workspaces(client: Client, town: Town, django_assert_num_queries: Any) -> None:
    client.force_login(town.dana)
    client.get("/library/municipality/why/")
    with django_assert_num_queries(3):
        client.get("/library/municipality/why/")
