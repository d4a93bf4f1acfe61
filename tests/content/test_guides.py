"""Does each of the three readers get a whole guide, from why to a good ending, in short pages that lead to where it is done?"""

from __future__ import annotations

import pytest

from shutaf import content
from shutaf.content import Article

GUIDES = ("municipality", "business", "civil_society")
PAGES = [one for shelf in GUIDES for one in content.articles(shelf)]  # type: ignore[arg-type]
MONEY = ("municipality/propriety", "business/money", "civil_society/money")
NOT_ADVICE = {"he": "לא ייעוץ משפטי", "ar": "لا استشارة قانونية", "en": "not legal advice", "de": "keine Rechtsberatung"}


@pytest.mark.parametrize("shelf", GUIDES)
def test_a_guide_has_ten_to_fifteen_pages_from_why_to_the_end_without_a_gap(shelf: str) -> None:
    pages = content.articles(shelf)  # type: ignore[arg-type]
    assert 10 <= len(pages) <= 15
    assert [one.number for one in pages] == list(range(1, len(pages) + 1))
    assert (pages[0].key, pages[-1].key) == ("why", "end")


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.address)
def test_a_page_is_short_and_leads_to_tools_cases_and_other_pages(one: Article) -> None:
    assert 2 <= len(one.sections) <= 4
    assert 1 <= len(one.tools) <= 4
    assert one.cases
    assert one.related


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.address)
def test_a_page_rests_on_something_read_and_says_what_is_our_advice(one: Article) -> None:
    rests = {part.rests for part in one.sections}
    assert "ours" in rests
    assert rests & {"toolkit", "sources"}
    assert all(not block.sources for part in one.sections if part.rests == "ours" for block in part.blocks)


@pytest.mark.parametrize("shelf", GUIDES)
def test_mutual_dependence_is_told_to_each_reader_with_its_figures_year_and_source(shelf: str) -> None:
    figures = ("25", "45", "2", "7", "2012")
    said = [block for part in content.article(shelf, "why").sections for block in part.blocks if "2012" in block.text["en"]]  # type: ignore[arg-type]
    assert [set(block.sources) >= {"K101_share", "K101_two"} for block in said] == [True]
    assert all(figure in text for figure in figures for text in said[0].text.values())


@pytest.mark.parametrize("address", MONEY)
def test_a_page_on_money_says_that_it_is_not_legal_advice(address: str) -> None:
    shelf, key = address.split("/")
    lead = content.article(shelf, key).lead  # type: ignore[arg-type]
    assert all(words in lead[language] and "2026" in lead[language] for language, words in NOT_ADVICE.items())
