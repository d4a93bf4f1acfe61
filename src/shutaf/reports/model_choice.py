"""Which model fits, said in the reader's language: each model with its reasons, what it needs first, and what would change the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from shutaf import content
from shutaf.analysis.choosing import Asked, Choice, Fit, Flip, Possible, Spoken, Suggestion, choose, flips, suggested_answers
from shutaf.analysis.situation import Answer, Initiative, Situation


@dataclass(frozen=True, slots=True)
class SaidClause:
    """One answer as a clause that may follow "because". is_no: it says that something is not there. points: how much it counts, either way."""

    text: str
    question: str
    points: int
    is_no: bool

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class SaidModel:
    """One model. preconditions: (key, text, whether it is there). points: what only orders, shown where the computing is told."""

    key: str
    name: str
    summary: str
    reasons: tuple[SaidClause, ...]
    against: tuple[SaidClause, ...]
    preconditions: tuple[tuple[str, str, Answer], ...]
    first_department: str
    first_result: str
    pitfalls: tuple[str, ...]
    points: str

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(text for _key, text, state in self.preconditions if state == "no")


@dataclass(frozen=True, slots=True)
class SaidFlip:
    """Other leading models, and the single answers that would bring them there: (question, answer, whether nobody answered it yet)."""

    names: tuple[str, ...]
    answers: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class PointsOf:
    """One answer that was given, and (model, its points) in the order of the ranking."""

    question: str
    answer: str
    points: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SaidChoice:
    """Everything in the reader's language. unanswered: (key, question). points: how it was computed. level: how sure, 1 to 4 bars."""

    leading: tuple[SaidModel, ...]
    others: tuple[SaidModel, ...]
    mixed: tuple[tuple[tuple[str, str], str], ...]
    unanswered: tuple[tuple[str, str], ...]
    points: tuple[PointsOf, ...]
    changes: tuple[SaidFlip, ...]
    answered: int
    asked: int
    level: int

    @property
    def is_close(self) -> bool:
        return len(self.leading) > 1

    @property
    def missing(self) -> tuple[str, ...]:
        """What the models at the head still lack."""
        return tuple(dict.fromkeys(text for one in self.leading for text in one.missing))

    @property
    def to_find_out(self) -> str:
        """The open question by which most single answers would change the order; "" when none would."""
        open_ones = [question for change in self.changes for question, _answer, is_open in change.answers if is_open]
        return max(dict.fromkeys(open_ones), key=open_ones.count, default="")

    @property
    def ranked(self) -> tuple[SaidModel, ...]:
        return (*self.leading, *self.others)


@cache
def questions_asked() -> tuple[Asked, ...]:
    """The questions as the analysis takes them."""
    return tuple(
        Asked(one.key, tuple(Possible(answer.key, answer.speaks, answer.settles) for answer in one.answers))
        for one in content.model_questions()
    )


@cache
def units_asked() -> Mapping[str, tuple[str, ...]]:
    """Answer to the question on the department -> words in the names of such departments: those of the model it speaks for."""
    (question,) = (one for one in content.model_questions() if one.key == "unit")
    return {answer.key: content.model_departments()[typology] for answer in question.answers for typology in answer.speaks}


def suggestions(situation: Situation, initiative: Initiative | None) -> tuple[Suggestion, ...]:
    """What the map already tells of the answers."""
    return suggested_answers(situation, initiative, units_asked())


def model_choice(answers: Mapping[str, float]) -> Choice:
    return choose(questions_asked(), answers, content.model_preconditions())


def said_choice(answers: Mapping[str, float], language: str) -> SaidChoice:
    choice = model_choice(answers)
    said = {fit.typology: _model(fit, language) for fit in choice.fits}
    asked = {one.key: one for one in content.model_questions()}
    return SaidChoice(
        leading=tuple(said[key] for key in choice.leading),
        others=tuple(said[fit.typology] for fit in choice.fits if fit.typology not in choice.leading),
        mixed=_mixed(choice, language),
        unanswered=tuple((key, asked[key].text[language]) for key in choice.unanswered),
        points=tuple(_points(choice, answers, language)),
        changes=_changes(flips(questions_asked(), answers), language),
        answered=choice.answered,
        asked=choice.asked,
        level=how_sure(choice),
    )


def _points(choice: Choice, answers: Mapping[str, float], language: str) -> Iterator[PointsOf]:
    names = [content.model(fit.typology).names[language] for fit in choice.fits]
    for question in content.model_questions():
        if question.key not in choice.unanswered:
            answer = question.answers[int(answers[question.key])]
            points = [signed(answer.speaks.get(fit.typology, 0)) for fit in choice.fits]
            yield PointsOf(question.text[language], answer.text[language], tuple(zip(names, points, strict=True)))


def signed(points: int) -> str:
    """With a sign, which tells for from against; 0 without."""
    return f"{points:+d}".replace("-", "\N{MINUS SIGN}") if points else "0"


def how_sure(choice: Choice) -> int:
    """1 to 4 by how many questions are answered; one less when models are close. Ours."""
    level = 1 + choice.answered * 3 // choice.asked
    return max(1, level - choice.is_close)


def _model(fit: Fit, language: str) -> SaidModel:
    known = content.model(fit.typology)
    return SaidModel(
        key=fit.typology,
        name=known.names[language],
        summary=known.summary[language],
        reasons=_clauses(fit.reasons, language),
        against=_clauses(fit.against, language),
        preconditions=tuple((one.key, text[language], one.state) for one, text in zip(fit.preconditions, known.preconditions, strict=True)),
        first_department=known.first_department[language],
        first_result=known.first_result[language],
        pitfalls=tuple(text[language] for text in known.pitfalls),
        points=signed(fit.points),
    )


def _clauses(spoken: Iterable[Spoken], language: str) -> tuple[SaidClause, ...]:
    asked = {one.key: one for one in content.model_questions()}

    def clause(one: Spoken) -> SaidClause:
        question = asked[one.question]
        return SaidClause(question.answer(one.answer).because[language], question.text[language], one.points, one.answer == "no")

    return tuple(clause(one) for one in spoken)


def _mixed(choice: Choice, language: str) -> tuple[tuple[tuple[str, str], str], ...]:
    """What each two of the leading ones can make together."""
    names = {key: content.model(key).names[language] for key in choice.leading}
    pairs = [(one, other) for place, one in enumerate(choice.leading) for other in choice.leading[place + 1 :]]
    return tuple(((names[one], names[other]), content.mixed_forms()[frozenset((one, other))][language]) for one, other in pairs)


def _changes(found: Iterable[Flip], language: str) -> tuple[SaidFlip, ...]:
    """By the models that would lead; those that one more answer could bring about come first."""
    asked = {one.key: one for one in content.model_questions()}
    by_leading: dict[tuple[str, ...], list[tuple[str, str, bool]]] = {}
    for one in found:
        question = asked[one.question]
        said = (question.text[language], question.answer(one.answer).text[language], one.is_open)
        by_leading.setdefault(tuple(sorted(one.leading)), []).append(said)
    return tuple(SaidFlip(tuple(content.model(key).names[language] for key in keys), tuple(said)) for keys, said in by_leading.items())
