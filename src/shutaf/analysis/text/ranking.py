"""Which of these texts are meant by some words, the likeliest first, and by which of their words?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from shutaf.analysis.text.forms import script_of
from shutaf.analysis.text.little_words import SAY_LITTLE
from shutaf.analysis.text.same_words import SameWords
from shutaf.analysis.text.search import words_of
from shutaf.analysis.text.vocabulary import Vocabulary

_TYPED = re.compile(r"[^\W_]+(?:['\"׳״’][^\W_]+)*")
_OFTEN = 0.15
"""Ours: what a word gains each time it stands e times as often in a text."""

_WHOLE_TITLE = 0.5
"""Ours: what a text gains whose first field says nothing but what was typed."""

SAME = 0.7
"""Ours: what another word for the same counts for, beside the word itself."""

_REMEMBERED = 2048
"""Words typed whose meetings are kept: the same are asked again and again."""

_LITTLE_WORD = 0.1
"""Ours: what a word that says little counts for, beside one that says something."""

_LEAST_OF_BEST = 0.05
"""Ours: a text that scores less than this of the best one is found by chance."""

_LEAST_SHARE = 0.15
"""Ours: a text that meets less than this of what was typed, rare words counting more, is not meant."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a text: what of it it is, how much a word in it counts (a name more than a sentence), and what it says."""

    part: str
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that is meant. share_0_1: how much of what was typed it meets, rare words counting more. words: its own folded words that were met.
    missed: words typed that it does not meet, as typed, without those that say little."""

    ref: str
    score: float
    share_0_1: float
    words: frozenset[str]
    missed: tuple[str, ...] = ()


class Ranking:
    """Texts by their words; made once, in O(letters), and asked many times."""

    def __init__(self, texts: Mapping[str, Iterable[Passage]], same: Iterable[Sequence[str]] = (), beside: Ranking | None = None) -> None:
        """texts: by ref, each with its passages; the first ones name it. same: groups of words that searchers take one for another.
        beside: a larger ranking by which these few texts are shown; its texts say which words are rare, so that scores compare."""
        self._beside = beside
        self._same = SameWords(same)
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        self._titles: dict[str, list[frozenset[str]]] = defaultdict(list)
        self.count = len(texts)
        for ref, passages in texts.items():
            self._add(ref, passages)
        self._vocabularies: dict[str, Vocabulary] = {}
        self._met = lru_cache(maxsize=_REMEMBERED)(self._met_anew)

    def _add(self, ref: str, passages: Iterable[Passage]) -> None:
        times: dict[str, int] = defaultdict(int)
        heaviest: dict[str, float] = defaultdict(float)
        first = ""
        for passage in passages:
            words = words_of(passage.text)
            first = first or passage.part
            if passage.part == first:
                self._titles[ref].append(frozenset(words))
            for word in words:
                times[word] += 1
                heaviest[word] = max(heaviest[word], passage.weight)
        for word, weight in heaviest.items():
            self._weights[word][ref] = weight * (1 + _OFTEN * log(times[word]))

    def found(self, typed: str) -> tuple[Hit, ...]:
        """The texts that meet enough of what was typed: first those that meet more of it, then by where its words stand and how well they meet.

        >>> texts = {"a": [Passage("name", 3, "Local procurement")], "b": [Passage("name", 3, "Round table"), Passage("text", 1, "local")]}
        >>> [hit.ref for hit in Ranking(texts).found("lokal procurment")], Ranking(texts).found("water")
        (['a'], ())
        """
        wanted = self._wanted(typed)
        met = {word: self._met(word) for word in wanted}
        rare = {word: self._rarity(word) * _says(word) for word in met}
        scores: dict[str, float] = defaultdict(float)
        words: dict[str, set[str]] = defaultdict(set)
        reached: dict[str, set[str]] = defaultdict(set)
        for word, one in met.items():
            for ref, (score, own) in self._best(one).items():
                scores[ref] += rare[word] * score
                words[ref] |= own
                reached[ref].add(word)
        whole = sum(rare.values()) or 1.0
        hits = []
        for ref, score in scores.items():
            share = sum(rare[word] for word in reached[ref]) / whole
            if share >= _LEAST_SHARE:
                missed = tuple(said for word, said in wanted.items() if word not in reached[ref] and word not in SAY_LITTLE)
                gain = 1 + _WHOLE_TITLE * self._titled(ref, words[ref])
                hits.append(Hit(ref, score * share * gain, share, frozenset(words[ref]), missed))
        best = max((hit.score for hit in hits), default=0.0)
        return tuple(sorted((hit for hit in hits if hit.score >= _LEAST_OF_BEST * best), key=lambda hit: (-hit.score, hit.ref)))

    def _wanted(self, typed: str) -> dict[str, str]:
        """The folded words typed, each once, a compound that nobody wrote in its parts; with how they were typed."""
        folded = [(word, own) for word in _TYPED.findall(typed) for own in words_of(word)]
        return {part: word for word, own in folded for part in self._vocabulary(own).split(own)}

    def _met_anew(self, word: str) -> Mapping[str, float]:
        vocabulary = self._vocabulary(word)
        met = vocabulary.met(word)
        for other in self._same.of(word):
            for own, how_well in vocabulary.met(other, mistyped=False).items():
                met[own] = max(met.get(own, 0.0), SAME * how_well)
        return met

    def _vocabulary(self, word: str) -> Vocabulary:
        """Words of two scripts never meet, so each script's are made when one of them is first asked for."""
        script = script_of(word)
        if script not in self._vocabularies:
            self._vocabularies[script] = Vocabulary(own for own in self._weights if script_of(own) == script)
        return self._vocabularies[script]

    def _rarity(self, word: str) -> float:
        if self._beside:
            return self._beside._rarity(word)
        return log(1 + self.count / max(1, len(self._refs(self._met(word)))))

    def _refs(self, met: Mapping[str, float]) -> set[str]:
        return {ref for word in met for ref in self._weights[word]}

    def _best(self, met: Mapping[str, float]) -> Mapping[str, tuple[float, set[str]]]:
        """For each text the best that one typed word comes to in it, and all of its words that were met."""
        found: dict[str, tuple[float, set[str]]] = {}
        for word, how_well in met.items():
            for ref, weight in self._weights[word].items():
                score, words = found.get(ref, (0.0, set()))
                found[ref] = max(score, how_well * weight), words | {word}
        return found

    def _titled(self, ref: str, words: set[str]) -> float:
        """How much of its name was typed, in the language where that is most."""
        return max((len(title & words) / len(title) for title in self._titles[ref] if title), default=0.0)


def _says(word: str) -> float:
    return _LITTLE_WORD if word in SAY_LITTLE else 1.0
