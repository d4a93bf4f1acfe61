"""Which single answer would put other models at the head?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shutaf.analysis.choosing.model import Asked
from shutaf.analysis.choosing.ranking import choose


@dataclass(frozen=True, slots=True)
class Flip:
    """If this question were answered so, these would lead. is_open: nobody answered it yet, so one can still find out."""

    question: str
    answer: str
    leading: tuple[str, ...]
    is_open: bool


def flips(questions: Sequence[Asked], answers: Mapping[str, float]) -> tuple[Flip, ...]:
    """Every single other answer by which other models would lead, those to open questions first. O(questions x answers x questions)."""
    return tuple(sorted(_flips(questions, answers), key=lambda one: not one.is_open))


def _flips(questions: Sequence[Asked], answers: Mapping[str, float]) -> Iterator[Flip]:
    now = choose(questions, answers, {})
    for question in questions:
        for place, answer in enumerate(question.answers):
            if answers.get(question.key) == place:
                continue
            other = choose(questions, {**answers, question.key: place}, {}).leading
            if set(other) != set(now.leading):
                yield Flip(question.key, answer.key, other, question.key in now.unanswered)
