"""Does the comparison of Germany and Israel say on what each row rests, and say so where nothing was read?"""

from __future__ import annotations

import re

from shutaf import content
from shutaf.content.articles.composed import shared_sources
from shutaf.content.comparison import comparison_sources

NOTHING_READ = re.compile(r"\bwe have read\b", re.IGNORECASE)


def test_what_was_seen_names_its_sources_or_says_that_nothing_was_read() -> None:
    known = {source.key for source in shared_sources()}
    for row in content.compared():
        for seen in (row.germany, row.israel):
            assert set(seen.sources) <= known, row.title["en"]
            assert seen.sources or NOTHING_READ.search(seen.text["en"]), (row.title["en"], seen.text["en"])


def test_every_text_of_a_row_is_there_in_four_languages_with_the_same_numbers() -> None:
    for row in content.compared():
        for said in (row.title, row.germany.text, row.israel.text, row.carries, row.carries_not):
            assert all(said[language].strip() for language in content.LANGUAGES)
            digits = {tuple(sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d)", "", text)))) for text in said.values()}
            assert len(digits) == 1, dict(said)


def test_rows_point_to_cases_that_are_there() -> None:
    known = {one.id for one in content.cases()}
    assert all(set(row.cases) <= known for row in content.compared())


def test_sources_are_listed_once() -> None:
    keys = [source.key for source in comparison_sources()]
    assert keys
    assert len(keys) == len(set(keys))


def test_each_model_each_step_and_every_other_subject_is_compared() -> None:
    about = {(row.subject, row.about) for row in content.compared()}
    assert {("models", entry.key) for entry in content.entries("typology")} <= about
    assert {("steps", one.key) for one in content.steps()} <= about
    assert {("municipality", ""), ("motives", ""), ("barriers", ""), ("successes", ""), ("third_sector", "")} <= about
