"""What did a computation notice: a number with its rows, how sure it leaves us, a finding?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from shutaf.analysis.situation.words import Origin


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure: 1 hardly, 2 somewhat, 3 fairly, 4 sure; and the cause, as a key with its facts ("asked", x of y)."""

    level: int
    cause: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Number:
    """A number someone will read: which formula made it (`key`), of what (`about`), from which rows. `reports` gives it a short code."""

    key: str
    value: float
    about: tuple[str, ...] = ()
    rows: tuple[Origin, ...] = field(default=(), compare=False)
    base: float | None = None  # "x of y": the y


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the analysis noticed. A key and facts, no prose: `reports/wording` says it in four languages.

    key: what was noticed; subject: refs of the bodies it is about; facts: what the sentence needs (Numbers, refs, words);
    evidence: the rows it rests on; sure: how sure and why; step: key of the question or next step, said with the same facts;
    audience: "driver" for what may not be shown in the room (one-person ties with names, ratings); weight: order, more first.
    """

    key: str
    subject: tuple[str, ...]
    facts: Mapping[str, Any]
    sure: Sure
    step: str
    evidence: tuple[Origin, ...] = ()
    audience: Literal["room", "driver"] = "room"
    weight: float = 0.0
