"""Are the ready criteria whole, and does the ranking know each of them?"""

from __future__ import annotations

from shutaf import content
from shutaf.analysis.criteria.values import STANDARD
from shutaf.content import LANGUAGES


def test_the_eight_of_the_toolkit_are_there_in_their_order() -> None:
    assert tuple(content.ready_criteria()) == (
        "chance", "months_to_result", "willing", "light", "sectors_gain", "groups", "targets", "trust",
    )  # fmt: skip


def test_each_has_its_question_and_both_ends_in_four_languages() -> None:
    for one in content.ready_criteria().values():
        for texts in (one.name, one.question, one.low, one.high):
            assert all(texts[language].strip() for language in LANGUAGES), one.key
        assert all(one.question[language].rstrip()[-1] in "?؟" for language in LANGUAGES), one.key
        assert all(one.low[language] != one.high[language] for language in LANGUAGES), one.key


def test_only_the_chance_has_a_floor_from_the_start() -> None:
    assert {one.key: one.floor for one in content.ready_criteria().values() if one.floor is not None} == {"chance": 0.7}


def test_what_the_map_does_not_tell_can_be_typed_as_a_column() -> None:
    """A criterion that people judge is a word of the list, so a workbook may have it as a column of its own."""
    counted = {one.key for one in STANDARD}
    for one in content.ready_criteria().values():
        assert one.key in counted or content.say("criterion", one.key, "en"), one.key
