"""Which terms of the field do we use, how are they said in four languages, and what does each mean?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from shutaf.content import tables


@dataclass(frozen=True, slots=True)
class Term:
    """A term. means: one sentence. variants: other forms that are the same term, in any of the languages. doubts: languages whose word a translator should look at again."""

    key: str
    names: Mapping[str, str]
    means: Mapping[str, str]
    variants: tuple[str, ...]
    doubts: tuple[str, ...]


@cache
def terms() -> tuple[Term, ...]:
    """Every term, in the order of the file."""
    return tuple(
        Term(
            row["key"],
            tables.languages(row),
            {language: row[f"means_{language}"] for language in tables.LANGUAGES},
            tables.parts(row["variants"]),
            tables.parts(row["doubts"]),
        )
        for row in tables.rows("glossary.csv")
    )
