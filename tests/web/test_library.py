"""Does the library open to everybody, find with reasons, and speak the language it is asked in?"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from shutaf import content
from shutaf.cases.actions import Audience, ClaimGiven, PlaceGiven, case_publish, case_save
from shutaf.web.shell.asked_language import without_asked_language
from town import Town

pytestmark = pytest.mark.django_db

FRONT = reverse("library")
CASE = reverse("library_case", args=["us-boston-grc"])


def page(address: str, **asked: str) -> str:
    response = Client().get(address, asked)
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_front_page_shows_the_guides_and_some_cases_to_anybody() -> None:
    found = page(FRONT)
    assert found.count('class="card guide"') == 3
    assert f"{len(content.cases())} מקרים" in found


def test_every_case_has_a_page() -> None:
    for i, case in enumerate(content.cases()):
        language = content.LANGUAGES[i % len(content.LANGUAGES)]
        assert case.names[language].split()[0] in unescape(page(reverse("library_case", args=[case.id]), language=language))
    assert Client().get(reverse("library_case", args=["no-such"])).status_code == 404


def test_what_is_known_of_when_and_where_is_said_once() -> None:
    ended = page("/library/case/de-sterntaler/", language="en")
    assert "beginning not known" in ended
    assert "until May\xa02018" in ended or "until May&nbsp;2018" in ended
    assert "region or country" not in ended


def test_each_claim_has_its_sources_and_each_source_the_words_that_bear_it() -> None:
    found = page(CASE, language="en")
    case = content.case("us-boston-grc")
    assert {int(number) for number in re.findall(r'href="#source-(\d+)"', found)} == set(range(1, len(case.sources) + 1))
    assert "responsible for about fifty percent" in found


def test_a_search_marks_the_words_and_says_where_they_stand() -> None:
    found = page(FRONT, q="לבוסטון", language="he")
    assert "<mark>בוסטון</mark>" in found
    assert '<span class="since">' in found


def test_a_name_found_in_another_language_is_shown_in_it() -> None:
    assert "<mark>Boston</mark>" in page(FRONT, q="boston", language="he")


def test_facets_narrow_and_an_empty_choice_says_what_to_leave() -> None:
    narrowed = page(FRONT, country="US", language="en")
    american = [case for case in content.cases() if case.country == "US"]
    assert f"{len(american)} of {len(content.cases())} cases" in narrowed
    missing = next(entry.key for entry in content.entries("theme") if all(entry.key not in case.themes for case in american))
    nothing = page(FRONT, country="US", theme=missing, language="en")
    assert "No case is all of this" in nothing
    assert "without “United States”" in nothing


def test_nothing_found_says_how_to_find_more() -> None:
    assert "Fewer words" in page(FRONT, q="zzzzqqqq", language="en")


def test_the_asked_language_goes_along_within_the_library_and_changes_nothing_else() -> None:
    client = Client()
    found = client.get(CASE, {"language": "de"})
    text = found.content.decode()
    assert '<html lang="de" dir="ltr"' in text
    assert f'href="{FRONT}?language=de"' in text
    assert not re.search(r'href="/library/[^"#?]*"', text)
    assert "shutaf_language" not in found.cookies
    assert '<html lang="he"' in client.get(FRONT).content.decode()


def test_choosing_a_language_takes_the_asked_one_out_of_the_address() -> None:
    assert without_asked_language("/library/?q=a&language=de&theme=food#x") == "/library/?q=a&theme=food#x"
    chosen = Client().post(reverse("language"), {"language": "ar", "next": f"{CASE}?language=de"})
    assert chosen["Location"] == CASE


def test_other_pages_take_no_language_from_the_address() -> None:
    assert '<html lang="he"' in page(reverse("about"), language="de")


def test_what_is_on_no_list_is_not_chosen() -> None:
    found = page(FRONT, country="<b>", kind="x", show="cases")
    assert 'aria-current="true"' not in found.partition("<main")[2]


def told(town: Town, audience: Audience) -> None:
    claims = (ClaimGiven("done", "Bread that was left over reached people."),)
    ref, _deed = case_save(
        town.editor,
        name="Bread for all",
        language="en",
        place=PlaceGiven("Ein Haruv"),
        is_without_names=True,
        claims=claims,
        themes=("food",),
    )
    case_publish(town.editor, ref=ref, audience=audience, today="2026-11-23")


def test_a_case_that_a_town_tells_everybody_stands_beside_the_others(town: Town) -> None:
    told(town, "public")
    assert "told by a town itself" in page(FRONT, theme="food", language="en")
    found = page(FRONT, q="bread left over", language="en")
    assert "<mark>Bread</mark> for all" in found
    assert re.search(r'href="/library/told/[^"]+"', found)


def test_a_case_of_a_fictional_town_says_so_wherever_it_stands(town: Town) -> None:
    told(town, "public")
    assert "fictional town" in page(FRONT, theme="food", language="en")
    found = page(FRONT, q="bread left over", language="en")
    assert "Told by a town · fictional town" in found
    address = re.search(r'href="(/library/told/[^"]+)"', found)
    assert address
    assert "fictional town" in page(address[1], language="en")
    assert "fictional town" not in page(FRONT, country="DE", language="en")


def test_a_case_told_only_to_the_workspace_stays_there(town: Town) -> None:
    told(town, "workspace")
    assert "Bread for all" not in page(FRONT, show="cases")
    assert "<mark>Bread</mark> for all" not in page(FRONT, q="bread left over", language="en")


def test_a_page_asks_the_database_a_few_times_whatever_it_shows(town: Town, django_assert_max_num_queries: Any) -> None:
    told(town, "public")
    told(town, "public")
    for address, most in ((FRONT, 3), (f"{FRONT}?q=bread", 3), (CASE, 0)):
        with django_assert_max_num_queries(most):
            page(address)


def test_a_long_list_comes_in_light_pages() -> None:
    first, last = page(FRONT, show="cases", language="en"), page(FRONT, show="cases", language="en", page="99")
    assert "Page 1 of" in first
    assert first.count("<li><p class") == 40
    assert 0 < last.count("<li><p class") <= 40
    assert len(first.encode()) < 100_000
