"""Are two rows side by side said in words, as everywhere else?"""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from shutaf.analysis.situation import Body, Department, Situation, Word
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


@pytest.fixture
def twice(db: None) -> Town:
    """A bakery that stands on the map twice; a department rated it."""
    one = Body("a", "Hadar", Word("", "business"), influence_1_10=4.0, rated_by="d", as_of="2026-03-01", change_agent="unknown")
    other = Body("b", "Hadar Ltd", Word("", "business"), influence_1_10=7.5, change_agent="yes", invite="unknown")
    return build_town(Situation(bodies=(one, other, Body("d", "Economics", department=Department()))), partner_of="b")


def side_by_side(town: Town) -> dict[str, list[str]]:
    client = Client()
    client.cookies["shutaf_language"] = "en"
    client.force_login(town.eli, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/w/{town.ref}/merge/two?keep=a&away=b").content.decode()
    rows = re.findall(r'<tr[^>]*><th scope="row">(.*?)</th><td[^>]*>(.*?)</td><td[^>]*>(.*?)</td>', page, re.S)
    return {unescape(label): [re.sub("<bdi>|</bdi>", "", unescape(cell)) for cell in cells] for label, *cells in rows}


def test_who_rated_scores_and_days_are_said_in_words(twice: Town) -> None:
    said = side_by_side(twice)
    assert said["influence, from 1 to 10"] == ["4", "7.5"]
    assert said["Rated by"][0] == "Economics"
    assert "1\u00a0March\u00a02026" in [cells[0] for cells in said.values()]


def test_what_is_not_known_is_marked_as_such(twice: Town) -> None:
    said = side_by_side(twice)
    assert ['<span class="unknown">not known</span>', "yes"] in said.values()


def test_the_body_leads_to_its_history_and_to_a_merge(twice: Town) -> None:
    client = Client()
    client.force_login(twice.eli, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/w/{twice.ref}/body/a").content.decode()
    for address in (f"/w/{twice.ref}/history/?body=a", f"/w/{twice.ref}/merge/?body=a#choose"):
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200
    assert '<option value="a" selected>' in client.get(f"/w/{twice.ref}/merge/?body=a").content.decode()
