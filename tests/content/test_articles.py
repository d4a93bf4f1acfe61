"""Is every article of the library whole, in four languages, and does each fact in it name its source?"""

from __future__ import annotations

import re
from datetime import date

import pytest

from shutaf import content
from shutaf.content import Article

ARTICLES = [one for shelf in content.SHELVES for one in content.articles(shelf)]
MOST_WORDS = 15


def texts(one: Article) -> list[dict[str, str]]:
    return [
        dict(text)
        for text in (
            one.title,
            one.lead,
            *(part.title for part in one.sections),
            *(block.text for part in one.sections for block in part.blocks),
        )
    ]


@pytest.mark.parametrize("one", ARTICLES, ids=lambda one: one.address)
def test_every_text_is_there_in_four_languages_and_their_letters(one: Article) -> None:
    for said in texts(one):
        assert all(text.strip() == text and text for text in said.values()), said
        assert re.search("[א-ת]", said["he"]), said
        assert re.search("[ء-ي]", said["ar"]), said
        assert not re.search("[א-ת]", said["en"] + said["de"]), said


@pytest.mark.parametrize("one", ARTICLES, ids=lambda one: one.address)
def test_what_rests_on_sources_names_them_with_address_and_day(one: Article) -> None:
    known = {source.key for source in one.sources}
    assert len(known) == len(one.sources)
    named = {key for part in one.sections for block in part.blocks for key in block.sources}
    assert named == known, one.address
    for part in one.sections:
        assert part.rests in {"toolkit", "sources", "ours"}
        assert part.blocks
        if part.rests != "ours":
            assert any(block.sources for block in part.blocks), (one.address, part.key)
    for source in one.sources:
        assert re.match(r"https?://[^\s/]+\.\S+$", source.address), source.address
        assert re.fullmatch(r"\d{4}(-\d\d)?", source.on) or date.fromisoformat(source.on)
        assert len(source.phrase.split()) <= MOST_WORDS, source.phrase


@pytest.mark.parametrize("one", ARTICLES, ids=lambda one: one.address)
def test_numbers_are_the_same_in_every_language(one: Article) -> None:
    for said in texts(one):
        digits = {language: sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d)", "", text))) for language, text in said.items()}
        assert len({tuple(found) for found in digits.values()}) == 1, digits


@pytest.mark.parametrize("one", ARTICLES, ids=lambda one: one.address)
def test_what_it_points_to_is_there(one: Article) -> None:
    assert set(one.cases) <= {case.id for case in content.cases()}
    assert set(one.related) <= {other.address for other in ARTICLES} - {one.address}


def test_an_unknown_shelf_or_article_is_refused() -> None:
    with pytest.raises(KeyError):
        content.article("about", "nothing")
    with pytest.raises(KeyError):
        content.articles("cellar")  # type: ignore[arg-type]
