"""What is asked before anybody is invited, and how is the advice said?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from shutaf.content import tables
from shutaf.content.cases import Texts


@dataclass(frozen=True, slots=True)
class Question:
    """text and hint; yes, no: what the answer means, as a clause that may follow "because"."""

    key: str
    text: Texts
    hint: Texts
    yes: Texts
    no: Texts


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict or a kind: its name, and what to do."""

    title: Texts
    text: Texts


@cache
def gate_questions() -> tuple[Question, ...]:
    """In the order they are asked."""
    return tuple(
        Question(one["key"], *(tables.languages(one[name]) for name in ("text", "hint", "yes", "no")))
        for one in tables.document("gate.toml")["question"]
    )


@cache
def gate_verdicts() -> Mapping[str, Said]:
    return _said("verdict")


@cache
def gate_kinds() -> Mapping[str, Said]:
    return _said("kind")


def _said(name: str) -> Mapping[str, Said]:
    return {one["key"]: Said(tables.languages(one["title"]), tables.languages(one["text"])) for one in tables.document("gate.toml")[name]}
