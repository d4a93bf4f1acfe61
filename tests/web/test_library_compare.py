"""Do Germany and Israel stand side by side, and can a reader narrow them?"""

from __future__ import annotations

import pytest
from django.test import Client

from shutaf import content

pytestmark = pytest.mark.django_db

ROWS = content.compared()


def compared(client: Client, **asked: str) -> str:
    client.cookies["shutaf_language"] = "en"
    return client.get("/library/compare/", asked).content.decode()


def test_every_row_stands_there_with_its_sources(client: Client) -> None:
    page = compared(client)
    assert page.count('class="sheet compared"') == len(ROWS)
    assert len(page) < 100_000


def test_a_subject_a_step_and_words_narrow_it(client: Client) -> None:
    steps = [row for row in ROWS if row.subject == "steps"]
    assert compared(client, subject="steps").count('class="sheet compared"') == len(steps)
    assert compared(client, about=steps[0].about).count('class="sheet compared"') == sum(row.about == steps[0].about for row in ROWS)
    word = max(steps[0].title["en"].split(), key=len)
    assert steps[0].title["en"] in compared(client, q=word)


def test_what_fits_nothing_says_how_to_widen_it(client: Client) -> None:
    assert "Show all" in compared(client, q="qqqq")
    assert compared(client, subject="cellar", about="nothing").count('class="sheet compared"') == len(ROWS)
