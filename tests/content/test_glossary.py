"""Is every term of the glossary said and explained in four languages, in the letters of each, and named once?"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from shutaf import content
from shutaf.content import Term

MOST_WORDS = 20
LETTERS = {"he": "[א-ת]", "ar": "[ء-ي]", "en": "[A-Za-z]", "de": "[A-Za-zÄÖÜäöüß]"}


def test_the_terms_are_those_of_the_researched_list() -> None:
    assert len(content.terms()) == 89
    assert max(Counter(term.key for term in content.terms()).values()) == 1


@pytest.mark.parametrize("term", content.terms(), ids=lambda term: term.key)
def test_a_term_is_one_plain_name_and_one_sentence_in_each_language(term: Term) -> None:
    for language, letters in LETTERS.items():
        name, means = term.names[language], term.means[language]
        assert re.search(letters, name)
        assert re.search(letters, means)
        assert not re.search(r"[/()\[\]]", name), "other forms are variants"
        assert means.endswith(".")
        assert len(means.split()) <= MOST_WORDS, means
    assert not re.search("[א-ת]", "".join(term.means[language] for language in ("ar", "en", "de")))


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_no_two_terms_have_one_name(language: str) -> None:
    names = Counter(name for term in content.terms() for name in {term.names[language].casefold(), *map(str.casefold, term.variants)})
    assert [name for name, times in names.items() if times > 1] == []


def test_doubts_are_kept_for_translators_as_languages() -> None:
    assert {doubt for term in content.terms() for doubt in term.doubts} <= set(content.LANGUAGES)
    assert any("ar" in term.doubts for term in content.terms())
