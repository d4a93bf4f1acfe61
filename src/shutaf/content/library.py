"""What do we know about partnership models, about cases others can learn from, and about what is proper?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, cast

from shutaf.content import tables
from shutaf.content.words import entries

Texts: TypeAlias = Mapping[str, str]
"""One text in the four languages."""

LessonBasis = Literal["source", "inferred"]


@dataclass(frozen=True, slots=True)
class Model:
    """One of the four partnership models. `source` tells where its definition was read; what it asks for is drawn from comparable programmes."""

    key: str
    names: Texts
    summary: Texts
    fits_when: tuple[Texts, ...]
    preconditions: tuple[Texts, ...]
    first_department: Texts
    first_result: Texts
    pitfalls: tuple[Texts, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Case:
    """A documented partnership. lesson_basis: `source` = said there, `inferred` = concluded by us. country: a key of the list country."""

    id: str
    name: Texts
    country: str
    place: Texts
    typology: str
    themes: tuple[str, ...]
    done: Texts
    result: Texts
    lesson: Texts
    lesson_basis: LessonBasis
    self_reported: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Propriety:
    """A rule a municipality must watch. read_on: when its sources were read, as ISO text. notice: that this is no legal advice."""

    key: str
    title: Texts
    text: Texts
    country: str
    read_on: str
    sources: tuple[str, ...]
    notice: Texts


def _several(texts: Iterable[Mapping[str, str]]) -> tuple[Texts, ...]:
    return tuple(tables.languages(text) for text in texts)


def _model(key: str, names: Texts, found: Mapping[str, Any]) -> Model:
    return Model(
        key=key,
        names=names,
        summary=tables.languages(found["summary"]),
        fits_when=_several(found["fits_when"]),
        preconditions=_several(found["preconditions"]),
        first_department=tables.languages(found["first_department"]),
        first_result=tables.languages(found["first_result"]),
        pitfalls=_several(found["pitfalls"]),
        source=found["source"],
    )


@cache
def _models() -> Mapping[str, Model]:
    found = tables.document("models.toml")
    return {entry.key: _model(entry.key, entry.names, found[entry.key]) for entry in entries("typology")}


def model(typology_key: str) -> Model:
    """One partnership model. KeyError when there is no such typology."""
    return _models()[typology_key]


@cache
def cases() -> tuple[Case, ...]:
    """The case library: facts with their sources, nothing unverified."""
    return tuple(_case(found) for found in tables.document("cases.toml")["case"])


def _case(found: Mapping[str, Any]) -> Case:
    return Case(
        id=found["id"],
        name=tables.languages(found["name"]),
        country=found["country"],
        place=tables.languages(found["place"]),
        typology=found["typology"],
        themes=tuple(found["themes"]),
        done=tables.languages(found["done"]),
        result=tables.languages(found["result"]),
        lesson=tables.languages(found["lesson"]),
        lesson_basis=cast(LessonBasis, found["lesson_basis"]),
        self_reported=found["self_reported"],
        sources=tuple(found["sources"]),
    )


@cache
def _rules() -> tuple[Propriety, ...]:
    found = tables.document("propriety.toml")
    notice = tables.languages(found["notice"])
    return tuple(
        Propriety(
            key=rule["key"],
            title=tables.languages(rule["title"]),
            text=tables.languages(rule["text"]),
            country=rule["country"],
            read_on=rule["read_on"],
            sources=tuple(rule["sources"]),
            notice=notice,
        )
        for rule in found["rule"]
    )


@cache
def propriety(country: str) -> tuple[Propriety, ...]:
    """The rules of a country, given as its code or as any of its names; none when we know none for it.

    >>> [rule.key for rule in propriety("Germany")] == [rule.key for rule in propriety("DE")]
    True
    """
    wanted = country.strip().casefold()
    codes = {
        entry.key
        for entry in entries("country")
        if wanted in {text.casefold() for text in (entry.key, *entry.names.values(), *entry.variants)}
    }
    return tuple(rule for rule in _rules() if rule.country in codes)
