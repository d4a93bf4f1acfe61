"""Does the library stand on paper whole: every article, case and word, each link leading somewhere?"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from shutaf import content
from shutaf.reports.document import Document, Facts, Heading, Items, Link, plain
from shutaf.reports.library import READERS, Reader, article_paper, case_paper, comparison_paper, glossary_paper, guide
from shutaf.reports.library.guide import chosen
from shutaf.reports.wording.library import TOOLS
from shutaf.reports.writers import write_docx, write_html

ARTICLES = [one for shelf in content.SHELVES for one in content.articles(shelf)]


def links(part: Any) -> list[Link]:
    """Every link in a document."""
    if isinstance(part, Link):
        return [part]
    if isinstance(part, tuple):
        return [link for one in part for link in links(one)]
    if is_dataclass(part) and not isinstance(part, type):
        return [link for one in fields(part) for link in links(getattr(part, one.name))]
    return []


def anchors(document: Document) -> list[str]:
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.anchor:
            found.append(block.anchor)
        elif isinstance(block, Items | Facts):
            found += [anchor for anchor in block.anchors if anchor]
    return found


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_the_guide_holds_everything_and_each_of_its_links_leads_somewhere(language: str) -> None:
    made = guide(language=language)
    heads = [plain(block.text) for block in made.blocks if isinstance(block, Heading)]
    assert {one.title[language] for one in ARTICLES} <= set(heads)
    assert {one.names[language] for one in content.cases()} <= set(heads)
    named = anchors(made)
    assert len(named) == len(set(named))
    inside = {link.to[1:] for link in links(made) if link.to.startswith("#")}
    assert inside <= set(named)
    assert all(link.to.startswith(("#", "http")) or not link.to for link in links(made))


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_gets_the_own_guide_and_not_those_of_the_others(reader: Reader) -> None:
    shelves = {one.shelf for one in chosen(reader).articles}
    others = {"municipality", "business", "civil_society"} - {reader}
    assert reader == "all" or not shelves & others
    assert {one.id for one in chosen(reader).cases} >= {case for one in chosen(reader).articles for case in one.cases}


@pytest.mark.parametrize("one", ARTICLES, ids=lambda one: one.address)
def test_an_article_stands_alone_with_its_sources_and_words(one: content.Article) -> None:
    made = article_paper(one, language="he")
    assert {source.address for source in one.sources} <= {link.to for link in links(made)}
    written = {link.to[1:] for link in links(made) if link.to.startswith("#t-") and link.means}
    assert written <= set(anchors(made))
    assert set(one.tools) <= set(TOOLS), "an article names a page of the workbench that has no name in reports/wording/library.py"


def test_a_case_tells_what_nobody_told_and_what_was_not_read_again() -> None:
    case = next(one for one in content.cases() if one.unknown)
    page = write_html(case_paper(case, language="en")).decode()
    assert "No source we read tells:" in page
    assert all(address.replace("&", "&amp;") in page for address in case.sources)


def test_the_glossary_names_every_term_in_four_languages_by_the_alphabet() -> None:
    page = write_html(glossary_paper(language="de")).decode()
    for term in content.terms():
        assert f'id="t-{term.key}"' in page
    heads = [plain(block.text) for block in glossary_paper(language="de").blocks if isinstance(block, Heading)]
    assert heads == sorted(set(heads))


def test_the_comparison_is_written_even_while_it_is_empty() -> None:
    assert write_html(comparison_paper(language="ar")).startswith(b"<!doctype html>")


def test_links_lead_from_a_word_file_to_its_bookmarks_and_to_the_web() -> None:
    import io
    import zipfile

    data = zipfile.ZipFile(io.BytesIO(write_docx(guide(language="en"))))
    body = data.read("word/document.xml").decode()
    marked = re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]+)"', body)
    assert len(marked) == len(set(marked))
    assert set(re.findall(r'w:hyperlink w:anchor="([^"]+)"', body)) <= set(marked)
    assert all(len(name) <= 40 for name in marked)
    assert 'TargetMode="External"' in data.read("word/_rels/document.xml.rels").decode()


def test_a_verb_of_every_day_is_no_term() -> None:
    from shutaf.reports.library.terms import finder_of

    assert finder_of("en").mentions("The town needs partners and may need help.") == ()
    assert [one.key for one in finder_of("he").mentions("צרכים של העיר")] == ["needs"]
