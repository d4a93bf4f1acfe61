"""Does the library leave as files, whole and in parts, for anybody?"""

from __future__ import annotations

import pytest
from django.test import Client

from shutaf import content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]


@pytest.mark.parametrize("of", ["municipality/why", "glossary", "comparison", "case/de-bremen"])
def test_a_part_leaves_as_a_page_of_its_own(of: str, client: Client) -> None:
    sent = client.get("/library/guide.html", {"of": of, "lang": "de"})
    assert sent.status_code == 200
    assert b'lang="de"' in sent.content
    assert "attachment" in sent["Content-Disposition"]


@pytest.mark.slow
def test_the_guide_leaves_as_word(client: Client) -> None:
    assert client.get("/library/guide.docx", {"reader": "business", "lang": "en"}).content.startswith(b"PK")


def test_a_case_leaves_under_its_own_address(client: Client) -> None:
    case = content.cases()[0]
    assert case.names["he"] in client.get(f"/library/case/{case.id}.html", {"lang": "he"}).content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "guide.exe",
        "guide.pdf?of=cellar/why",
        "guide.pdf?of=municipality/nothing",
        "guide.pdf?reader=press",
        "case/nothing.pdf",
        "guide.html?of=case/nothing",
    ],
)
def test_what_is_not_there_is_not_made(path: str, client: Client) -> None:
    assert client.get(f"/library/{path}").status_code == 404
