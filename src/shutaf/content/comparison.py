"""What was seen in Germany and in Israel, and what carries over?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

from shutaf.content import tables
from shutaf.content.articles.composed import as_title, shared_sources
from shutaf.content.articles.schema import Rests, Source
from shutaf.content.cases.schema import Texts
from shutaf.content.library import model
from shutaf.content.steps import step

Subject: TypeAlias = Literal["models", "steps", "municipality", "motives", "barriers", "successes", "third_sector"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in one country; sources: keys of the comparison's sources; text may say that nothing was read of it."""

    text: Texts
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One row of the comparison. about: the key of a model or a step, "" for the other subjects. rests: of what carries over."""

    subject: Subject
    about: str
    title: Texts
    germany: Seen
    israel: Seen
    carries: Texts
    carries_not: Texts
    rests: Rests
    cases: tuple[str, ...]


@cache
def compared() -> tuple[Compared, ...]:
    """Every row, in the order of the file."""
    return tuple(
        Compared(
            subject=one["subject"],
            about=one.get("about", ""),
            title=_title(one),
            germany=_seen(one["germany"]),
            israel=_seen(one["israel"]),
            carries=tables.languages(one["carries"]),
            carries_not=tables.languages(one["carries_not"]),
            rests=one["rests"],
            cases=tuple(one.get("cases", ())),
        )
        for one in tables.document("comparison.toml")["row"]
    )


def _title(found: Mapping[str, Any]) -> Texts:
    """The name of the model or step a row is about; other rows have a title of their own."""
    if found["subject"] == "models":
        return as_title(model(found["about"]).names)
    return as_title(step(found["about"]).names) if found["subject"] == "steps" else tables.languages(found["title"])


def _seen(found: Mapping[str, Any]) -> Seen:
    return Seen(tables.languages(found), tuple(found.get("sources", ())))


@cache
def comparison_sources() -> tuple[Source, ...]:
    """Every page that a row rests on, once."""
    named = {key for one in compared() for seen in (one.germany, one.israel) for key in seen.sources}
    return tuple(one for one in shared_sources() if one.key in named)
