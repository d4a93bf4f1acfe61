"""Which entries of the library are meant by these words?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from shutaf import content
from shutaf.analysis.text.ranking import Hit, Passage, Ranking
from shutaf.content import Case
from shutaf.reports.library_search.entries import Entry, entries, entry_of_case

MOST_WORDS = 12
"""Ours: more words make a search slow and no clearer."""


class Index:
    """Entries, and the ranking that finds them. beside: the index of the library, for cases that stand beside it."""

    def __init__(self, known: Mapping[str, Entry], beside: Index | None = None) -> None:
        self.entries = known
        texts = {ref: _passages(entry) for ref, entry in known.items()}
        self.ranking: Ranking = Ranking(texts, content.same_words(), beside.ranking if beside else None)

    def found(self, typed: str) -> list[tuple[Hit, Entry]]:
        return [(hit, self.entries[hit.ref]) for hit in self.ranking.found(" ".join(typed.split()[:MOST_WORDS]))]


@cache
def library_index() -> Index:
    """Made once for a process: the library changes only with the version."""
    return Index(entries())


def index_of(cases: Iterable[Case]) -> Index:
    """Of cases that workspaces tell."""
    return Index({one.ref: one for one in map(entry_of_case, cases)}, library_index())


def found(typed: str, beside: Index | None = None) -> list[tuple[Hit, Entry]]:
    """The entries meant, the likeliest first. beside: what is searched as well."""
    both = [*library_index().found(typed), *(beside.found(typed) if beside else ())]
    return sorted(both, key=lambda one: -one[0].score)


def _passages(entry: Entry) -> list[Passage]:
    return [Passage(said.part, said.weight, text) for said in entry.said for text in said.texts.values() if text]
