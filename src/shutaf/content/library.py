"""What do we know about partnership models, and about what is proper?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from shutaf.content import tables
from shutaf.content.cases import Texts
from shutaf.content.words import country_code, entries


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
    code = country_code(country)
    return tuple(rule for rule in _rules() if rule.country == code)
