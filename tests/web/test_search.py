"""Does the search find by other forms of a word, and offer what was meant where nothing is found?"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def searched(town: Town, client: Client, text: str) -> str:
    client.force_login(town.vera)
    return client.get(reverse("search", args=[town.ref]), {"q": text}, headers={"accept-language": "en"}).content.decode()


def test_another_form_of_a_word_finds_the_name(town: Town, client: Client) -> None:
    assert "جمعية الأمل" in searched(town, client, "الجمعيات")
    assert "Freundeskreis" in searched(town, client, "freundeskreise")


def test_a_slip_is_answered_with_the_word_that_was_meant(town: Town, client: Client) -> None:
    page = searched(town, client, "freundeskries")
    assert "Freundeskreis</bdi>" in page
    assert 'href="?q=Freundeskreis"' in page


def test_nothing_is_offered_for_a_word_like_no_other(town: Town, client: Client) -> None:
    assert 'href="?q=' not in searched(town, client, "qqqqqqqq")
