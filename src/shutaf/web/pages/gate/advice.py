"""How is the advice said? The verdict, why, what is missing, and what would turn it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shutaf import content
from shutaf.analysis.path import ASKED, advise
from shutaf.analysis.situation import Answer


@dataclass(frozen=True, slots=True)
class SaidAdvice:
    """Everything in the reader's language. level: how sure, 1 to 4 bars, by how many of the deciding questions are answered."""

    verdict: str
    title: str
    text: str
    reasons: tuple[str, ...]
    unanswered: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]
    kind: str
    kind_title: str
    kind_text: str
    answered: int
    asked: int
    level: int


def said_advice(answers: Mapping[str, Answer], language: str) -> SaidAdvice:
    advice = advise(answers)
    questions = {one.key: one for one in content.gate_questions()}
    verdicts, kind = content.gate_verdicts(), content.gate_kinds()[advice.kind]

    def clause(question: str, answer: Answer) -> str:
        one = questions[question]
        return (one.yes if answer == "yes" else one.no)[language]

    answered = len(ASKED) - len(advice.unanswered)
    verdict = verdicts[advice.verdict]
    return SaidAdvice(
        verdict=advice.verdict, title=verdict.title[language], text=verdict.text[language],
        reasons=tuple(clause(one.question, one.answer) for one in advice.reasons),
        unanswered=tuple(questions[key].text[language] for key in advice.unanswered),
        changes=tuple((clause(one.question, one.answer), verdicts[one.verdict].title[language]) for one in advice.changes),
        kind=advice.kind, kind_title=kind.title[language], kind_text=kind.text[language], answered=answered, asked=len(ASKED),
        level=1 + answered * 3 // len(ASKED),
    )  # fmt: skip
