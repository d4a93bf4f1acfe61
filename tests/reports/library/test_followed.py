"""Can the papers of the library be followed without seeing them, in all four languages?"""

from __future__ import annotations

import pytest

from papers import wrong_in_docx, wrong_in_pdf
from shutaf import content
from shutaf.reports.document import Document
from shutaf.reports.library import article_paper, case_paper, comparison_paper, glossary_paper, guide
from shutaf.reports.writers import write_docx, write_pdf

pytestmark = pytest.mark.slow

PAPERS = {
    "he": lambda: article_paper(content.article("municipality", "why"), language="he"),
    "ar": lambda: case_paper(content.case("de-bremen"), language="ar"),
    "en": lambda: comparison_paper(language="en"),
    "de": lambda: glossary_paper(language="de"),
}


def wrong(document: Document, language: str) -> list[str]:
    return wrong_in_pdf(write_pdf(document), language) + wrong_in_docx(write_docx(document), language)


@pytest.mark.parametrize("language", PAPERS)
def test_each_kind_of_paper_is_tagged_and_named_in_its_language(language: str) -> None:
    assert wrong(PAPERS[language](), language) == []


@pytest.mark.stress
def test_the_guide_of_one_reader_is_tagged_to_its_last_page() -> None:
    assert wrong(guide(language="he", reader="business"), "he") == []
