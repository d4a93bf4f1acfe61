"""What is asked to find the fitting model, and what is found?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shutaf.analysis.situation import Answer


@dataclass(frozen=True, slots=True)
class Possible:
    """One answer to a question. speaks: typology -> how much it speaks for it (above 0) or against it (below); a model not named is left alone.

    settles: "typology.precondition" that this answer also tells about, "" for none.
    """

    key: str
    speaks: Mapping[str, int]
    settles: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its answers, of which one is given or none."""

    key: str
    answers: tuple[Possible, ...]

    def place(self, answer: str) -> int:
        """Where an answer stands. ValueError when the question has no such answer."""
        return [one.key for one in self.answers].index(answer)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One answer as it bears on one model: points above 0 speak for it, below 0 against."""

    question: str
    answer: str
    points: int


@dataclass(frozen=True, slots=True)
class Precondition:
    """What a model needs first. state: yes it is there, no it is missing, unknown nobody said."""

    key: str
    state: Answer


@dataclass(frozen=True, slots=True)
class Fit:
    """One model with what speaks for it and against it, the weightiest first. points: their sum, which only orders."""

    typology: str
    points: int
    reasons: tuple[Spoken, ...]
    against: tuple[Spoken, ...]
    preconditions: tuple[Precondition, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The four models, best first. leading: those that stand at the head, more than one when they are close, none when nothing speaks for any.

    unanswered: keys of questions without an answer, in their order; asked: how many questions there are.
    """

    fits: tuple[Fit, ...]
    leading: tuple[str, ...]
    unanswered: tuple[str, ...]
    asked: int

    @property
    def answered(self) -> int:
        return self.asked - len(self.unanswered)

    @property
    def is_close(self) -> bool:
        return len(self.leading) > 1

    def fit(self, typology: str) -> Fit:
        return next(one for one in self.fits if one.typology == typology)
