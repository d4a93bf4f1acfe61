"""What does the table of authorities say of a place, beside what people typed?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from shutaf.analysis.situation import Place
from shutaf.analysis.text.search import index_text, matches, query_tokens
from shutaf.imports.words import key_of
from shutaf.places.queries import AuthorityFacts

Fact: TypeAlias = Literal["name", "names", "country", "population", "cluster_1_10"]
State: TypeAlias = Literal["same", "differs", "empty"]

FACTS: Final[tuple[Fact, ...]] = ("name", "names", "country", "population", "cluster_1_10")


@dataclass(frozen=True, slots=True)
class TableFact:
    """One fact as the table has it, of which year (0: it does not say), and how it stands beside what the place has: the same, other, or nothing yet."""

    key: Fact
    value: Any
    year: int
    state: State


def table_facts(place: Place, authority: AuthorityFacts) -> tuple[TableFact, ...]:
    """Every fact that the table has of this place."""
    found = []
    for key in FACTS:
        value = _value(authority, key, place.name)
        if value not in (None, "", ()):
            year = {"population": authority.population_year, "cluster_1_10": authority.cluster_year}.get(key, 0)
            found.append(TableFact(key, value, year, _state(place, key, value)))
    return tuple(found)


def filled(typed: Mapping[str, Any], authority: AuthorityFacts, language: str) -> dict[str, Any]:
    """What was typed, its gaps filled from the table. Only the name gives way: what was typed there was a part of it, to find it by."""
    names = {**dict(authority.names), **dict(typed.get("names", ()))}
    whole = dict(typed) | {"name": _called(str(typed.get("name", "")), authority, language), "names": tuple(names.items())}
    for key in ("country", "population", "cluster_1_10"):
        if whole.get(key) in (None, ""):
            whole[key] = getattr(authority, key)
    return whole


def taken(place: Place, authority: AuthorityFacts, fact: str) -> dict[str, Any]:
    """The fields of a place that takes one fact from the table after all."""
    found = next((one for one in table_facts(place, authority) if one.key == fact), None)
    if found is None:
        return {}
    return {"names": tuple({**dict(place.names), **dict(found.value)}.items())} if fact == "names" else {fact: found.value}


def _called(typed: str, authority: AuthorityFacts, language: str) -> str:
    """The name in the language in which it was looked for, else in the reader's."""
    tokens = query_tokens(typed)
    for _, name in authority.names:
        if tokens and matches(tokens, index_text(name)):
            return name
    return authority.name_in(language)


def _value(authority: AuthorityFacts, key: Fact, typed: str) -> Any:
    if key == "name":
        return typed if typed in (authority.name, *(name for _, name in authority.names)) else authority.name
    return getattr(authority, key)


def _state(place: Place, key: Fact, value: Any) -> State:
    mine = getattr(place, key)
    if key == "names":
        known = dict(place.names)
        if any(known.get(language, name) != name for language, name in value):
            return "differs"
        return "same" if all(language in known for language, _ in value) else "empty"
    if mine in (None, ""):
        return "empty"
    if key == "country":
        return "same" if (key_of(mine, "country") or mine) == value else "differs"
    return "same" if mine == value else "differs"
