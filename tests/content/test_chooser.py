"""Are the questions on the fitting model whole, in four languages, and do they speak of models that exist?"""

from __future__ import annotations

from itertools import combinations

import pytest

from shutaf import content
from shutaf.analysis.situation import TYPOLOGIES


def test_six_to_ten_questions_are_asked() -> None:
    assert 6 <= len(content.model_questions()) <= 10


@pytest.mark.parametrize("question", content.model_questions(), ids=lambda one: one.key)
def test_every_answer_speaks_for_or_against_a_model_that_exists(question: content.ModelQuestion) -> None:
    keys = [answer.key for answer in question.answers]
    assert len(set(keys)) == len(keys) >= 2
    for answer in question.answers:
        assert answer.speaks
        assert set(answer.speaks) <= set(TYPOLOGIES)
        assert all(-3 <= points <= 3 and points for points in answer.speaks.values())


def test_every_precondition_has_a_key() -> None:
    assert {key: len(found) for key, found in content.model_preconditions().items()} == {
        key: len(content.model(key).preconditions) for key in TYPOLOGIES
    }


def test_what_an_answer_settles_is_a_precondition_and_said_by_yes_or_no() -> None:
    known = {f"{key}.{one}" for key, found in content.model_preconditions().items() for one in found}
    for question in content.model_questions():
        settled = [answer for answer in question.answers if answer.settles]
        assert {answer.settles for answer in settled} <= known
        assert {answer.key for answer in settled} in (set(), {"yes", "no"})


def test_each_two_models_have_a_mixed_form() -> None:
    assert set(content.mixed_forms()) == {frozenset(pair) for pair in combinations(TYPOLOGIES, 2)}


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_clauses_end_without_a_full_stop_since_they_follow_because(language: str) -> None:
    for question in content.model_questions():
        for answer in question.answers:
            assert not answer.because[language].endswith(".")
            assert question.text[language].endswith(("?", "؟"))
