"""Which of the four models do the answers speak for most?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from shutaf.analysis.choosing.model import Asked, Choice, Fit, Possible, Precondition, Spoken
from shutaf.analysis.situation import TYPOLOGIES, Answer

CLOSE: Final = 2
"""Ours: models at most so many points behind the first stand beside it. One answer is worth 1 to 3 points, so one answer may turn it."""


def choose(questions: Sequence[Asked], answers: Mapping[str, float], preconditions: Mapping[str, Sequence[str]]) -> Choice:
    """The four models in the order in which the answers speak for them.

    questions: what is asked, with the points of each answer. answers: question -> place of its answer, and "typology.precondition" -> 0 for there,
    1 for missing; what is not there, or has no such place, is not known and counts neither way. preconditions: typology -> keys of what it needs first.
    Whether a precondition holds moves no order: it says what to do first. Equal points: the toolkit's order. O(questions).

    Source of questions and answers: TOOLKIT 2.5 and the conditions of each model. Ours: the points, and CLOSE.

    >>> change = Asked("change", (Possible("firms", {"greening_business": 3}), Possible("money", {"local_economy": 3})))
    >>> choose([change], {"change": 1}, {}).leading
    ('local_economy',)
    """
    given = {one.key: answer for one in questions if (answer := _given(one, answers)) is not None}
    told = {answer.settles: _yes_or_no(answer) for answer in given.values() if answer.settles}
    fits = [_fit(typology, given, _held(typology, preconditions.get(typology, ()), answers, told)) for typology in TYPOLOGIES]
    ranked = tuple(sorted(fits, key=lambda fit: -fit.points))
    return Choice(ranked, _leading(ranked), tuple(one.key for one in questions if one.key not in given), len(questions))


def _given(question: Asked, answers: Mapping[str, float]) -> Possible | None:
    place = answers.get(question.key)
    if place is None or place != int(place) or not 0 <= place < len(question.answers):
        return None
    return question.answers[int(place)]


def _yes_or_no(answer: Possible) -> Answer:
    return "yes" if answer.key == "yes" else "no"


def _held(typology: str, keys: Sequence[str], answers: Mapping[str, float], told: Mapping[str, Answer]) -> Iterator[Precondition]:
    """What was said of a precondition itself; else what the answer to a question tells about it."""
    said: Mapping[float, Answer] = {0: "yes", 1: "no"}
    for key in keys:
        name = f"{typology}.{key}"
        yield Precondition(key, said.get(answers.get(name, -1), told.get(name, "unknown")))


def _fit(typology: str, given: Mapping[str, Possible], held: Iterator[Precondition]) -> Fit:
    spoken = [Spoken(question, answer.key, points) for question, answer in given.items() if (points := answer.speaks.get(typology, 0))]
    weightiest = sorted(spoken, key=lambda one: -abs(one.points))
    return Fit(
        typology,
        sum(one.points for one in spoken),
        tuple(one for one in weightiest if one.points > 0),
        tuple(one for one in weightiest if one.points < 0),
        tuple(held),
    )


def _leading(ranked: Sequence[Fit]) -> tuple[str, ...]:
    """A model leads only when something speaks for it and more than against it."""
    best = ranked[0].points
    return tuple(fit.typology for fit in ranked if fit.points > 0 and fit.points >= best - CLOSE)
