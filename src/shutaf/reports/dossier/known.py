"""What does a workspace keep beside the map about a body that one should know before walking in? Facts with their dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from shutaf.analysis.situation import NOTHING, Word

PromiseState: TypeAlias = Literal["kept", "late", "open"]


@dataclass(frozen=True, slots=True)
class Promise:
    """What one side promised, on which day, until when, and what became of it."""

    is_by_us: bool
    what: str
    on_date: str
    due_date: str
    state: PromiseState


@dataclass(frozen=True, slots=True)
class Talk:
    """A contact: who of us, who of them in which role, what was said. For the driver."""

    on_date: str
    ours: str
    theirs: str
    theirs_role: str
    said: str
    way: Word = NOTHING


@dataclass(frozen=True, slots=True)
class Lesson:
    """What worked or failed in a tie, as somebody told; other: ref of the body at its other end. For the driver."""

    other: str
    text: str
    since_date: str
    until_date: str


@dataclass(frozen=True, slots=True)
class ProperFact:
    """A fact a proper procedure must know, with its source and day. For the driver."""

    kind: Word
    text: str
    source: str
    as_of: str
    until_date: str


@dataclass(frozen=True, slots=True)
class Doing:
    """An action that runs, is planned or was done, or something that opens up; state "" for the latter. For the driver."""

    title: str
    when: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """About one body. stated, assumed: its interests, by whether it said them itself."""

    promises: tuple[Promise, ...] = ()
    talks: tuple[Talk, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    facts: tuple[ProperFact, ...] = ()
    doings: tuple[Doing, ...] = ()
    stated: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


NOTHING_KNOWN = Known()
