"""The briefs that several tests read: the example town's, made once, and any other town's; their blocks, words and numbers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import shutaf.content
from shutaf.analysis.preparation import Preparation, prepare
from shutaf.analysis.situation import Situation
from shutaf.imports.load import load
from shutaf.reports.brief import Audience, written
from shutaf.reports.codes import Codebook
from shutaf.reports.document import Document, Figure, Heading, Num, plain

EXAMPLE = Path(shutaf.content.__file__).parent / "example"
TODAY = "2026-11-23"
LANGUAGES = ("he", "ar", "en", "de")


@cache
def example() -> Situation:
    situation = load([EXAMPLE]).situation
    assert situation is not None
    return situation


@cache
def prepared() -> Preparation:
    return prepare(example(), today=TODAY)


@cache
def example_brief(audience: Audience, language: str = "en") -> tuple[Document, Codebook]:
    document, speech = written(prepared(), language=language, audience=audience, most_sheets=len(example().bodies))
    return document, speech.codes


@lru_cache(maxsize=32)
def computed(situation: Situation, before: Situation | None) -> Preparation:
    """Kept for the other audience and language; rows do not count as a difference, so no test of rows may ask here."""
    return prepare(situation, today=TODAY, before=before)


@lru_cache(maxsize=96)
def brief_of(situation: Situation, audience: Audience = "driver", language: str = "en", before: Situation | None = None) -> Document:
    return written(computed(situation, before), language=language, audience=audience, most_sheets=len(situation.bodies))[0]


def within(thing: Any) -> Iterator[Any]:
    """A thing and everything in it, in reading order."""
    yield thing
    if isinstance(thing, tuple | list):
        parts: Any = thing
    elif dataclasses.is_dataclass(thing):
        parts = (getattr(thing, field.name) for field in dataclasses.fields(thing))
    else:
        return
    for part in parts:
        yield from within(part)


def nums(document: Document) -> list[Num]:
    return [part for part in within(document) if isinstance(part, Num)]


def text(thing: Any) -> str:
    """Every word in it, pictures and their tables included, a space between blocks."""
    return " ".join(part for part in within(thing) if isinstance(part, str))


def flowing(thing: Any) -> str:
    """Lines as a reader reads them, without pictures: names and words stand together."""
    if isinstance(thing, Figure):
        return flowing(thing.twin)
    if isinstance(thing, tuple) and thing and all(hasattr(part, "text") and isinstance(part.text, str) for part in thing):
        return plain(thing, isolate=False)
    if isinstance(thing, tuple | list):
        return "\n".join(filter(None, map(flowing, thing)))
    if dataclasses.is_dataclass(thing):
        return "\n".join(filter(None, (flowing(getattr(thing, field.name)) for field in dataclasses.fields(thing))))
    return ""


def section(document: Document, anchor: str) -> tuple[Any, ...]:
    """The blocks from the heading with this anchor up to the next of level 2; () where there is no such heading."""
    found: list[Any] = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            if found:
                break
            if block.anchor == anchor:
                found.append(block)
        elif found:
            found.append(block)
    return tuple(found)


def anchors(document: Document) -> list[str]:
    return [block.anchor for block in document.blocks if isinstance(block, Heading) and block.level == 2]
