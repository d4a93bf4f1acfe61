"""How are the data files of this room read? Rows as text, four languages in columns of their own, several values split by a bar."""

import csv
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

LANGUAGES = ("he", "ar", "en", "de")


def rows(name: str) -> list[dict[str, str]]:
    """Every row of one of our CSV files; a row longer or shorter than the header is a ValueError."""
    text = (files(__package__) / name).read_text(encoding="utf-8")
    found = list(csv.DictReader(text.splitlines(), restkey="_extra"))
    for row in found:
        if "_extra" in row or None in row.values():
            raise ValueError(f"{name}: a row does not fit the header: {row}")
    return found


def document(name: str) -> dict[str, Any]:
    """One of our TOML files."""
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))


def languages(source: Mapping[str, str]) -> Mapping[str, str]:
    """The four texts of a row or table, in the order of LANGUAGES."""
    return MappingProxyType({language: source[language] for language in LANGUAGES})


def parts(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, split by a bar."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
