"""Can everybody look a word up, in their own language and in the three others?"""

from __future__ import annotations

import pytest
from django.test import Client

from shutaf import content

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_every_word_has_its_anchor_meaning_and_other_names(language: str, client: Client) -> None:
    client.cookies["shutaf_language"] = language
    page = client.get("/library/glossary/").content.decode()
    for term in content.terms():
        assert f'id="t-{term.key}"' in page
    assert len(page) < 100_000


@pytest.mark.parametrize("asked", ["Zusammenarbeit", "cooperations", "ושיתוף", "التعاون"])
def test_a_word_is_found_in_any_language(asked: str, client: Client) -> None:
    page = client.get("/library/glossary/", {"q": asked}).content.decode()
    assert 'id="t-cooperation"' in page
    assert 'id="t-waste_heat"' not in page


def test_a_word_that_fits_nothing_leads_back_to_all(client: Client) -> None:
    page = client.get("/library/glossary/", {"q": "qqqq"}).content.decode()
    assert 'class="empty"' in page
