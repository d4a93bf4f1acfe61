"""Which kind of resource, and which themes, do the words of a need or an offer speak of? Guesses that a person looks at, never knowledge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from shutaf import content
from shutaf.analysis.text.forms import of_name, of_query
from shutaf.analysis.text.search import words_of

MOST_THEMES = 3
_KIND_OF_UNIT = {"area": "space", "mass": "goods", "pieces": "goods", "meals": "goods", "vehicles": "infrastructure"}
"""Ours: what is measured so is mostly this, where no word says it. Hours, people and meetings may be anything."""


@dataclass(frozen=True, slots=True)
class Guess:
    """key: of the closed list; word: what in the text speaks for it, as written."""

    key: str
    word: str


def guess_kind(title: str, dimension: str = "") -> Guess | None:
    """The kind whose word stands first, the longest of those that begin there; else what such an amount is mostly of. dimension: of the amount.

    >>> guess_kind("חדר לסדנאות").key, guess_kind("Zwei Räume, abends").key, guess_kind("shelves", "mass").key, guess_kind("hm")
    ('space', 'space', 'goods', None)
    """
    if dimension.startswith("money"):
        return Guess("money", "")
    found = next(_spoken(title, "resource"), None)
    return found or (Guess(_KIND_OF_UNIT[dimension], "") if dimension in _KIND_OF_UNIT else None)


def guess_themes(title: str) -> tuple[Guess, ...]:
    """The themes that its words name, each once, in their order; the word that says the kind says no theme.

    >>> [one.key for one in guess_themes("volunteers to collect food waste and save water")][:2]
    ['food', 'waste']
    """
    kind = next(_spoken(title, "resource"), None)
    found: dict[str, Guess] = {}
    for one in _spoken(title, "theme"):
        if kind is None or one.word != kind.word:
            found.setdefault(one.key, one)
    return tuple(found.values())[:MOST_THEMES]


def _spoken(text: str, list_key: str) -> Iterator[Guess]:
    """What the words speak for, from the first word on; a word is heard once."""
    words, cues = words_of(text), _cues(list_key)
    at = 0
    while at < len(words):
        best = _longest(words, at, cues)
        if best:
            yield Guess(best[1], _written(text, words[at]))
        at += best[0] if best else 1


def _written(text: str, word: str) -> str:
    """The word as it stands in the text, without the signs at its ends."""
    return next((part.strip(".,;:!?()[]\"'“”") for part in text.split() if word in words_of(part)), word)


def _longest(words: tuple[str, ...], at: int, cues: Mapping[str, list[tuple[tuple[str, ...], str]]]) -> tuple[int, str] | None:
    heard = [(len(own), key) for form in _forms(words[at]) for own, key in cues.get(form, ()) if _goes_on(words, at, own)]
    return max(heard, key=lambda one: one[0]) if heard else None


def _goes_on(words: tuple[str, ...], at: int, own: tuple[str, ...]) -> bool:
    rest = words[at + 1 : at + len(own)]
    return len(rest) == len(own) - 1 and all(set(_forms(word)) & set(of_name(wanted)) for word, wanted in zip(rest, own[1:], strict=True))


def _forms(word: str) -> tuple[str, ...]:
    begins, whole = of_query(word)
    return (*begins, *whole)


@cache
def _cues(list_key: str) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """First word in its forms -> (words, key). A name wins over a variant, an earlier entry over a later."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    entries = content.entries(list_key)
    texts = [(text, one.key) for one in entries for text in one.names.values()] + [
        (text, one.key) for one in entries for text in one.variants
    ]
    for text, key in texts:
        words = words_of(text)
        for form in of_name(words[0]) if words else ():
            found.setdefault(form, []).append((words, key))
    return found
