"""Are terms found however a language bends them, the longest first, and once in a section?"""

from __future__ import annotations

import pytest

from shutaf.analysis.text.mentions import Finder

FORMS = {
    "he": {"partnership": ["שותפות"], "cross": ["שותפות בין-מגזרית"], "authority": ["רשות מקומית"], "agent": ["סוכן שינוי"], "town": ["עירייה"], "stake": ["בעלי עניין"]},
    "ar": {"cross": ["شراكة بين القطاعات"], "town": ["بلدية"], "stake": ["أصحاب المصلحة"], "sustain": ["الاستدامة"]},
    "en": {"cross": ["cross-sector partnership"], "authority": ["local authority"], "plan": ["joint planning"]},
    "de": {"cross": ["sektorübergreifende Partnerschaft"], "table": ["Runder Tisch"], "council": ["Kommune"], "waste": ["Abwärme"], "build": ["BOT"]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("he", "בשותפויות הבין־מגזריות שברשויות המקומיות", [("cross", "בשותפויות הבין־מגזריות"), ("authority", "שברשויות המקומיות")]),
        ("he", "לבעלי העניין, ולסוכני השינוי של העיריות", [("stake", "לבעלי העניין"), ("agent", "ולסוכני השינוי"), ("town", "העיריות")]),
        ("he", "משותפות אחת לשותפויות", [("partnership", "משותפות"), ("partnership", "לשותפויות")]),
        ("ar", "وللبلديات ولأصحاب المصلحة", [("town", "وللبلديات"), ("stake", "ولأصحاب المصلحة")]),
        ("ar", "والشراكة بين القطاعات واستدامة", [("cross", "والشراكة بين القطاعات"), ("sustain", "واستدامة")]),
        ("en", "Cross-sector partnerships of local authorities", [("cross", "Cross-sector partnerships"), ("authority", "local authorities")]),
        ("de", "am Runden Tisch der Kommunen", [("table", "Runden Tisch"), ("council", "Kommunen")]),
        ("de", "mit sektor\u00adübergreifenden Partnerschaften", [("cross", "sektor\u00adübergreifenden Partnerschaften")]),
    ],
)  # fmt: skip
def test_a_term_is_found_as_the_language_bends_it(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.key, text[one.start : one.end]) for one in Finder(FORMS[language], language).mentions(text)] == found


@pytest.mark.parametrize(
    ("language", "text"),
    [("he", "שותפותי שלנו"), ("en", "replanning jointly"), ("de", "Kommunikation"), ("de", "Er bot es an"), ("ar", "بلدياتنا")],
)
def test_a_word_that_only_looks_like_a_term_is_left_alone(language: str, text: str) -> None:
    assert Finder(FORMS[language], language).mentions(text) == ()


def test_each_term_is_told_once_in_a_section() -> None:
    texts = ["Local authority, local authority.", "Joint planning of a local authority."]
    found = Finder(FORMS["en"], "en").first_mentions(texts)
    assert [[one.key for one in of_text] for of_text in found] == [["authority"], ["plan"]]


def test_no_terms_find_nothing() -> None:
    assert Finder({}, "he").mentions("שותפות") == ()
