"""Which forms does an English or German word share with its relatives? (Any script but Hebrew and Arabic ends here.)"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"})
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_HEADS = (
    *(
        "verein",
        "verband",
        "bund",
        "schule",
        "werk",
        "werke",
        "amt",
        "initiative",
        "stiftung",
        "haus",
        "bank",
        "zentrum",
        "gruppe",
        "kreis",
    ),
    *("gesellschaft", "genossenschaft", "gemeinde", "rat", "netzwerk", "büro", "bäckerei", "gymnasium", "hochschule", "heim", "garten"),
)
"""Ours: what German compounds that name bodies end with; whoever looks for "Verein" means "Sportverein" too."""

_INFLECTED = ("", "e", "n", "en", "s", "es")
_HEAD_ENDS = tuple(head + ending for head in _HEADS for ending in _INFLECTED)
_PLURALS = (("ies", "y"), ("es", ""), ("s", ""), ("en", ""), ("n", ""), ("e", ""))
_SHORTEST_STEM, _SHORTEST_BEFORE_HEAD = 4, 3


def _spellings(word: str) -> Iterator[str]:
    """As written, without accents, and with ü as ue."""
    yield word
    yield "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign)).translate(_STROKES) or word
    yield word.translate(_DIGRAPHS)


def _heads(word: str) -> Iterator[str]:
    if not word.endswith(_HEAD_ENDS):
        return  # nearly every word: one look instead of two hundred
    for head in _HEADS:
        for ending in _INFLECTED:
            if word.endswith(head + ending) and len(word) - len(head + ending) >= _SHORTEST_BEFORE_HEAD:
                yield head + ending


def _singulars(word: str) -> Iterator[str]:
    if word.isalpha():
        found = (word[: -len(ending)] + put for ending, put in _PLURALS if word.endswith(ending))
        yield from (stem for stem in found if len(stem) >= _SHORTEST_STEM)


def bare(word: str) -> Iterator[str]:
    yield from _heads(word)


def of_name(word: str) -> Iterator[str]:
    yield from (spelling for form in (word, *_heads(word)) for spelling in _spellings(form))


def of_query(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(_spellings(word)), tuple(spelling for stem in _singulars(word) for spelling in _spellings(stem))
