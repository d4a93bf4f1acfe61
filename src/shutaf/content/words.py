"""Which words does each closed list know, and how is each one said in four languages?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from shutaf.content import tables


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a closed list. `variants`: what people also write for it; `codes`: its place in other classifications (sdg, cdp_6_2a)."""

    key: str
    names: Mapping[str, str]
    variants: tuple[str, ...]
    codes: Mapping[str, str]


@cache
def lists() -> Mapping[str, tuple[Entry, ...]]:
    """Every closed list of words.csv, its entries in the order of every legend and pick list."""
    found: dict[str, list[Entry]] = {}
    for row in tables.rows("words.csv"):
        codes = dict(pair.split("=", 1) for pair in row["codes"].split(";") if pair)
        entry = Entry(row["key"], tables.languages(row), tables.parts(row["variants"]), MappingProxyType(codes))
        found.setdefault(row["list"], []).append(entry)
    return MappingProxyType({key: tuple(members) for key, members in found.items()})


def entries(list_key: str) -> tuple[Entry, ...]:
    """The entries of one closed list. KeyError when there is no such list."""
    return lists()[list_key]


@cache
def _names() -> Mapping[tuple[str, str], Mapping[str, str]]:
    return {(list_key, entry.key): entry.names for list_key, members in lists().items() for entry in members}


def say(list_key: str, key: str, language: str) -> str:
    """The name of an entry. KeyError for an unknown list, key or language.

    >>> say("sector", "academia", "en")
    'academia and research'
    """
    return _names()[list_key, key][language]


TWO = 2
"""Letters of a country's code (ISO 3166-1)."""


def country_code(text: str) -> str:
    """The two letters of a country given by them or by any name of the list country; "" where it is none that we know.

    >>> country_code("Deutschland"), country_code("ES"), country_code("Atlantis")
    ('DE', 'ES', '')
    """
    wanted = text.strip()
    if len(wanted) == TWO and wanted.isascii() and wanted.isalpha():
        return wanted.upper()
    for entry in entries("country"):
        if wanted.casefold() in {name.casefold() for name in (*entry.names.values(), *entry.variants)}:
            return entry.key
    return ""


@cache
def same_words() -> tuple[tuple[str, ...], ...]:
    """Groups of words of one language that a searcher takes one for another; none is a term of ours.

    >>> ("waste", "rubbish", "garbage", "trash") in same_words()
    True
    """
    return tuple(tables.parts(row[language]) for row in tables.rows("same_words.csv") for language in tables.LANGUAGES)
