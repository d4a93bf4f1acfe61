"""Is what a model or a step already says taken from there, and does nothing stand twice?"""

from __future__ import annotations

import pytest

from shutaf import content
from shutaf.content import tables
from shutaf.content.articles.composed import FRAMED, shared_sources
from shutaf.content.articles.schema import Shelf
from shutaf.content.comparison import comparison_sources


def blocks(one: content.Article, section: str) -> list[str]:
    return [block.text["en"] for part in one.sections if part.key == section for block in part.blocks]


def test_an_article_on_a_model_begins_with_what_the_chooser_says_of_it() -> None:
    one, known = content.article("models", "greening_business"), content.model("greening_business")
    assert one.title["he"] == known.names["he"]
    assert one.title["en"] == "The municipality helps businesses become sustainable"
    assert blocks(one, "definition")[0] == known.summary["en"]
    assert blocks(one, "pitfalls")[: len(known.pitfalls)] == [text["en"] for text in known.pitfalls]


def test_an_article_on_a_step_carries_its_why_its_checks_and_its_tools() -> None:
    one, known = content.article("steps", "internal_map"), content.step("internal_map")
    assert (one.lead, one.number, one.tools) == (known.why, known.number, known.tools)
    assert blocks(one, "done") == [check.text["en"] for check in known.checks]


def test_an_article_on_a_step_tells_what_the_comparison_saw_in_each_country() -> None:
    row = next(one for one in content.compared() if one.about == "running")
    assert blocks(content.article("steps", "running"), "germany") == [row.germany.text["en"]]
    assert blocks(content.article("steps", "running"), "israel") == [row.israel.text["en"]]


def test_a_mistake_the_source_warns_of_names_the_page_it_was_read_on() -> None:
    known = {source.address for source in shared_sources()}
    for one in content.steps():
        for mistake in one.mistakes:
            assert (mistake.address in known) == (mistake.basis == "source"), (one.key, mistake.text["en"])


@pytest.mark.parametrize("shelf", FRAMED)
def test_sections_follow_the_frame_of_their_shelf(shelf: Shelf) -> None:
    frame = [one["key"] for one in tables.document(f"articles/frames/{shelf}.toml")["section"]]
    for one in content.articles(shelf):
        keys = [part.key for part in one.sections]
        assert keys == [key for key in frame if key in keys], one.address


@pytest.mark.parametrize("shelf", FRAMED)
def test_nothing_stands_twice_in_an_article(shelf: Shelf) -> None:
    for one in content.articles(shelf):
        said = [block.text["en"] for part in one.sections for block in part.blocks]
        assert len(said) == len(set(said)), one.address


def test_each_shared_page_bears_something() -> None:
    named = {source.key for shelf in content.SHELVES for one in content.articles(shelf) for source in one.sources}
    assert {source.key for source in shared_sources()} <= named | {source.key for source in comparison_sources()}
    assert len(shared_sources()) == len({(source.address, source.phrase) for source in shared_sources()})
