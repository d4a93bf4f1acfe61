"""Is partnership right? Seven answers of yes, no or not known, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from shutaf.analysis.situation import Answer

Verdict: TypeAlias = Literal["alone", "buy", "not_yet", "open", "yes"]
Kind: TypeAlias = Literal["collaboration", "complementary", "unknown"]

ASKED: Final = ("alone", "buy", "gain", "lead", "time", "backing", "legal")
"""The questions that decide, in the order they are asked."""

OF_KIND: Final = ("decide", "answer")
"""The questions that name the kind: do they decide together, do they answer for the result together?"""

WANTED: Final[Mapping[str, Answer]] = {"gain": "yes", "lead": "yes", "time": "yes", "backing": "yes", "legal": "no"}
"""What must be so before anybody is invited; the other answer is what is missing first."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer that carries the advice."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Change:
    """If this question were answered so, the advice would be another."""

    question: str
    answer: Answer
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Advice:
    """verdict with its reasons; missing: what stands in the way; unanswered: questions nobody answered yet; kind: what sort of working together."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    unanswered: tuple[str, ...]
    changes: tuple[Change, ...]
    kind: Kind


def advise(answers: Mapping[str, Answer]) -> Advice:
    """The advice that follows from the answers; a question without an answer is not known, and never counts for or against.

    answers: question -> yes, no or unknown; further keys are left alone. Source of the questions: TOOLKIT 3.4; the order of the advice is ours:
    what one body can do alone needs no partnership, what can be bought needs none either, and what is missing is found before anybody is invited.

    >>> advise({"alone": "no", "buy": "yes"}).verdict
    'buy'
    >>> advise({"alone": "no", "buy": "no", "gain": "yes", "lead": "no"}).missing
    ('lead',)
    """
    given = {key: answers.get(key, "unknown") for key in (*ASKED, *OF_KIND)}
    verdict = _verdict(given)
    missing = tuple(key for key, wanted in WANTED.items() if given[key] not in (wanted, "unknown")) if verdict == "not_yet" else ()
    unanswered = tuple(key for key in ASKED if given[key] == "unknown")
    return Advice(verdict, tuple(_reasons(given, verdict)), missing, unanswered, tuple(_changes(given, verdict)), _kind(given))


def _verdict(given: Mapping[str, Answer]) -> Verdict:
    if given["alone"] == "yes":
        return "alone"
    if given["buy"] == "yes":
        return "buy"
    if any(given[key] not in (wanted, "unknown") for key, wanted in WANTED.items()):
        return "not_yet"
    return "open" if any(given[key] == "unknown" for key in ASKED) else "yes"


def _reasons(given: Mapping[str, Answer], verdict: Verdict) -> Iterator[Reason]:
    match verdict:
        case "alone" | "buy":
            yield Reason(verdict, "yes")
        case "not_yet":
            yield from (Reason(key, given[key]) for key, wanted in WANTED.items() if given[key] not in (wanted, "unknown"))
        case _:
            yield from (Reason(key, given[key]) for key in ASKED if given[key] != "unknown")


def _changes(given: Mapping[str, Answer], verdict: Verdict) -> Iterator[Change]:
    """Single answers that would turn the advice, in the order of the questions."""
    answers: tuple[Answer, ...] = ("yes", "no")
    for key in ASKED:
        for answer in answers:
            if answer != given[key] and (other := _verdict({**given, key: answer})) != verdict:
                yield Change(key, answer, other)


def _kind(given: Mapping[str, Answer]) -> Kind:
    told = {given[key] for key in OF_KIND}
    if "no" in told:
        return "complementary"
    return "collaboration" if told == {"yes"} else "unknown"
