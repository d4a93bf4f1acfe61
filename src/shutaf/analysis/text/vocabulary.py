"""Which words of these texts are met by one that was typed, and how well?

Better than yes or no: a word itself counts most, then a word that shares a form with it, one that begins with it, a part of a German
compound; only where nobody wrote the word itself, one that was mistyped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from shutaf.analysis.text.compounds import parts
from shutaf.analysis.text.forms import bare, of_name, of_query
from shutaf.analysis.text.spelling import Nearest

ITSELF, JOINED, SPELT, STEM, BEGINNING, PART, MISTYPED = 1.0, 0.95, 0.8, 0.75, 0.6, 0.5, 0.5
"""Ours: what a meeting of two words counts for. JOINED: only what is written together with one of them differs (לסביבה, סביבה);
SPELT: one of them has a vowel letter more (מינכן, מיניכן)."""

_VOWELS, _SHORTEST_SPELT = frozenset("ויאاوي"), 5
"""Letters that Hebrew and Arabic write or leave out, in words long enough not to become others."""

_SHORTEST_BEGINNING, _SHORTEST_ENDING = 3, 5
_WHOLE = 1.0 - BEGINNING


class Vocabulary:
    """The folded words of some texts, with the forms they are found by. Made in O(letters); asked in O(words that begin alike)."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        by_form: dict[str, set[str]] = defaultdict(set)
        for word in self.words:
            for form in of_name(word):
                by_form[form].add(word)
        self._by_form: Mapping[str, set[str]] = dict(by_form)
        self._forms = sorted(self._by_form)
        self._by_consonants: dict[str, set[str]] = defaultdict(set)
        for word in self.words:
            for shorter in _without_vowel(word):
                self._by_consonants[shorter].add(word)
        self._turned = sorted(form[::-1] for form in self._forms if form[0].isascii())

    @cached_property
    def _by_part(self) -> Mapping[str, set[str]]:
        """The words that are made of a word."""
        found: dict[str, set[str]] = defaultdict(set)
        for word in self.words:
            for part in parts(word, self.words):
                found[part].add(word)
        return dict(found)

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self.words)

    def met(self, typed: str, *, mistyped: bool = True) -> dict[str, float]:
        """The words that a folded word typed meets, each with how well, 0 to 1; none where nothing comes near. mistyped: it may be.

        >>> Vocabulary(["סביבה", "קיימות", "klimarat", "klima"]).met("לסביבה")
        {'סביבה': 0.95}
        """
        found = self._met(typed)
        if mistyped and max(found.values(), default=0.0) < SPELT:
            for word in self._nearest.to(typed):
                _better(found, word, MISTYPED)
        return found

    def split(self, typed: str) -> tuple[str, ...]:
        """The words of which a compound that nobody wrote is made; any other word itself.

        >>> Vocabulary(["schulen", "schule", "sanierung"]).split("schulsanierung"), Vocabulary(["klimarat", "klima", "rat"]).split("klimarat")
        (('schule', 'sanierung'), ('klimarat',))
        """
        return (() if self._met(typed) else parts(typed, self.words)) or (typed,)

    def _met(self, typed: str) -> dict[str, float]:
        begins, whole = of_query(typed)
        own = set(bare(typed))
        found: dict[str, float] = {}
        for form in (*begins, *whole):
            for word in self._by_form.get(form, ()):
                _better(found, word, ITSELF if word == typed else STEM if own.isdisjoint(bare(word)) else JOINED)
        for words in (self._by_consonants.get(typed, ()), *(self._by_form.get(shorter, ()) for shorter in _without_vowel(typed))):
            for word in words:
                _better(found, word, SPELT)
        for form in begins:
            if len(form) >= _SHORTEST_BEGINNING:
                for longer in self._beginning(form):
                    for word in self._by_form[longer]:
                        _better(found, word, BEGINNING + _WHOLE * (len(form) / len(longer) - 0.5) if word != typed else ITSELF)
        for form in (*begins, *whole):
            for word in (*self._by_part.get(form, ()), *self._ending(form)):
                _better(found, word, PART)
        return found

    def _ending(self, form: str) -> Iterable[str]:
        """Latin words that end with it: Innovationsfonds for Fonds."""
        if len(form) < _SHORTEST_ENDING or not form[0].isascii():
            return
        turned = form[::-1]
        start = bisect_left(self._turned, turned)
        for at in range(start, len(self._turned)):
            if not self._turned[at].startswith(turned):
                return
            if len(self._turned[at]) >= len(form) + _SHORTEST_BEGINNING:
                yield from self._by_form[self._turned[at][::-1]]

    def _beginning(self, form: str) -> Iterable[str]:
        start = bisect_left(self._forms, form)
        for at in range(start, len(self._forms)):
            if not self._forms[at].startswith(form):
                return
            yield self._forms[at]


def _without_vowel(word: str) -> list[str]:
    """The word without one of its vowel letters within it."""
    if len(word) < _SHORTEST_SPELT:
        return []
    return [word[:i] + word[i + 1 :] for i in range(1, len(word) - 1) if word[i] in _VOWELS]


def _better(found: dict[str, float], word: str, how_well: float) -> None:
    found[word] = max(found.get(word, 0.0), how_well)
