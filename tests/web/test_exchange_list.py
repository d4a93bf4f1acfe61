"""Is a need or an offer found again among many, by words and by filters, with who said it and who may see it?"""

from __future__ import annotations

import re

import pytest
from django.test import Client

import world
from shutaf.analysis.situation import Word
from shutaf.exchange.actions import resources_create
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


@pytest.fixture
def town(db: None) -> Town:
    town = build_town(world.town(needs=(), offers=()), partner_of="bakery")
    rows = [
        {
            "body_ref": "merchants",
            "side": "offer",
            "title": "hall for workshops",
            "kind": Word("space", "space"),
            "said_by": "Noa, chair",
            "visible_to": "partners",
        },
        {
            "body_ref": "greens",
            "side": "need",
            "title": "אולם לסדנאות",
            "kind": Word("space", "space"),
            "themes": (Word("waste", "waste"),),
        },
        {"body_ref": "education", "side": "need", "title": "buses", "where": "old town", "visible_to": "public"},
        {"body_ref": "bakery", "side": "offer", "title": "bread", "visible_to": "editors"},
    ]
    resources_create(town.editor, rows=rows)
    return town


def shown(town: Town, query: str, who: str = "eli") -> tuple[str, set[str]]:
    client = Client()
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = "en"
    said = client.get(f"/w/{town.ref}/exchange/?{query}").content.decode()
    part = said[said.index('id="all"') :]
    return part, set(re.findall(r'class="thing"><div class="row apart"><b><bdi>(.*?)</bdi>', part))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"hall for workshops", "אולם לסדנאות", "buses", "bread"}), ("q=workshop", {"hall for workshops"}), ("q=סדנא", {"אולם לסדנאות"}),
        ("q=green", {"אולם לסדנאות"}), ("q=old town", {"buses"}), ("side=need", {"אולם לסדנאות", "buses"}), ("kind=space", {"hall for workshops", "אולם לסדנאות"}),
        ("kind=none", {"buses", "bread"}), ("theme=waste", {"אולם לסדנאות"}), ("group=department", {"buses"}), ("seen=editors", {"אולם לסדנאות", "bread"}),
        ("told=yes", {"hall for workshops"}), ("kind=space&side=offer&q=hall", {"hall for workshops"}), ("q=zyx", set()), ("page=99", {"hall for workshops", "אולם לסדנאות", "buses", "bread"}),
    ],
)  # fmt: skip
def test_words_and_filters_narrow_the_list(town: Town, query: str, titles: set[str]) -> None:
    assert shown(town, query)[1] == titles


def test_who_said_it_in_which_role_and_who_may_see_it_stand_beside(town: Town) -> None:
    said = re.sub(r"<[^>]+>", "", shown(town, "q=hall")[0])
    assert "Said by Noa, chair" in said
    assert "visible to: partners" in said


def test_an_empty_result_says_which_filter_to_loosen(town: Town) -> None:
    said, titles = shown(town, "q=bread&kind=space")
    assert titles == set()
    assert 'href="?q=bread#all"' in said
    assert "Without the filter “space”" in said


def test_a_partner_sees_what_is_shared_and_who_may_see_the_own(town: Town) -> None:
    said, titles = shown(town, "told=yes&seen=public", "omar")
    assert titles == {"hall for workshops", "buses", "bread"}
    assert "Noa" not in said
    assert said.count("visible to") == 1


def test_hundreds_are_turned_over_page_by_page(town: Town) -> None:
    resources_create(town.editor, rows=[{"body_ref": "economy", "side": "offer", "title": f"room {n}"} for n in range(130)])
    said, titles = shown(town, "side=offer&page=7")
    assert "Page 7 of 7" in said
    assert len(titles) == 12  # of 132 offers in all
    assert 'href="?side=offer&amp;page=6#all"' in said


def test_the_best_matches_stand_above_the_list_and_all_are_counted(town: Town) -> None:
    rows = [
        {"body_ref": body, "side": side, "title": f"{side} {n}", "kind": Word(kind, kind), "visible_to": "partners"}
        for n, kind in enumerate(("money", "goods", "data", "training", "publicity", "technology", "network"))
        for side, body in (("need", "greens"), ("offer", "merchants"))
    ]
    resources_create(town.editor, rows=rows)
    client = Client()
    client.force_login(town.dana, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = "en"
    page = client.get(f"/w/{town.ref}/exchange/")
    assert page.context["pair_count"] > len(page.context["matches"]) == 6
    assert f"{page.context['pair_count']} pairs could meet" in page.content.decode()
