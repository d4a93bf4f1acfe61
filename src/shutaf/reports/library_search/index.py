"""Which entries of the library are meant by these words?"""

from __future__ import annotations

from functools import cache

from shutaf import content
from shutaf.analysis.text.ranking import Hit, Passage, Ranking
from shutaf.reports.library_search.entries import Entry, entries

MOST_WORDS = 12
"""Ours: more words make a search slow and no clearer."""


@cache
def _ranking() -> Ranking:
    """Made once for a process: the library changes only with the version."""
    return Ranking({ref: _passages(entry) for ref, entry in entries().items()}, content.same_words())


def _passages(entry: Entry) -> list[Passage]:
    return [Passage(said.part, said.weight, text) for said in entry.said for text in said.texts.values() if text]


def found(typed: str) -> tuple[Hit, ...]:
    """The entries meant, the likeliest first."""
    return _ranking().found(" ".join(typed.split()[:MOST_WORDS]))
