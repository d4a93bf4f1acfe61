"""What is asked to find the fitting model, how is each answer said, and what does it speak for?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from shutaf.content import tables
from shutaf.content.cases import Texts


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """text: the answer itself; because: what it means, as a clause that may follow "because"; speaks: typology -> points; settles: a precondition or ""."""

    key: str
    text: Texts
    because: Texts
    speaks: Mapping[str, int]
    settles: str


@dataclass(frozen=True, slots=True)
class ModelQuestion:
    """One question with its answers in their order, which is kept: answers are remembered by their place."""

    key: str
    text: Texts
    hint: Texts
    answers: tuple[ModelAnswer, ...]

    def answer(self, key: str) -> ModelAnswer:
        return next(one for one in self.answers if one.key == key)


@cache
def model_questions() -> tuple[ModelQuestion, ...]:
    """In the order they are asked."""
    return tuple(
        ModelQuestion(one["key"], tables.languages(one["text"]), tables.languages(one["hint"]), tuple(map(_answer, one["answer"])))
        for one in tables.document("chooser.toml")["question"]
    )


def _answer(found: Mapping[str, Any]) -> ModelAnswer:
    speaks = MappingProxyType(dict(found["speaks"]))
    return ModelAnswer(found["key"], tables.languages(found["text"]), tables.languages(found["because"]), speaks, found.get("settles", ""))


@cache
def model_preconditions() -> Mapping[str, tuple[str, ...]]:
    """typology -> a key for each of its preconditions in models.toml, in their order."""
    return MappingProxyType({key: tuple(found) for key, found in tables.document("chooser.toml")["preconditions"].items()})


@cache
def model_departments() -> Mapping[str, tuple[str, ...]]:
    """typology -> words in the names of the departments it begins with."""
    return MappingProxyType({key: tuple(found) for key, found in tables.document("chooser.toml")["departments"].items()})


@cache
def mixed_forms() -> Mapping[frozenset[str], Texts]:
    """What two models can make together. Ours."""
    return MappingProxyType({frozenset(one["models"]): tables.languages(one["text"]) for one in tables.document("chooser.toml")["mixed"]})
