"""Which names would a person expect to find by these words, in Hebrew, Arabic, German or English?

A name is indexed as folded words with the forms people search by: Hebrew words without their one-letter prefixes, Arabic words without the
article, endings taken off lightly, Latin words with and without their accents. A query word finds every indexed word that begins with one of
its own forms. All of it is text, so a database answers with LIKE and no extension.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.names import trigrams

_WORD = re.compile(r"[^\W_]+")
_HEBREW_PREFIXES = (
    "וכש",
    "שכש",
    "ושה",
    "מה",
    "שה",
    "וה",
    "וב",
    "ול",
    "ומ",
    "וש",
    "וכ",
    "כש",
    "בה",
    "לה",
    "ה",
    "ו",
    "ב",
    "ל",
    "מ",
    "ש",
    "כ",
)
_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "و")
_HEBREW_ENDINGS = ("יות", "ים", "ות", "ית", "יה", "ה", "ת", "י")
_ARABIC_ENDINGS = ("يات", "ات", "ين", "ون", "يه", "ه")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
SHORTEST_STEM = 3
"""Ours: letters that must be left; two would make strangers alike."""


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text: letters and digits."""
    return tuple(_WORD.findall(fold(text)))


def _is_hebrew(word: str) -> bool:
    return "\u05d0" <= word[0] <= "\u05ea"


def _is_arabic(word: str) -> bool:
    return "\u0620" <= word[0] <= "\u064a"


def _without(word: str, prefixes: Iterable[str]) -> Iterator[str]:
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_STEM:
            yield word[len(prefix) :]


def _stem(word: str, endings: Iterable[str]) -> str:
    return next((word[: -len(end)] for end in endings if word.endswith(end) and len(word) - len(end) >= SHORTEST_STEM), word)


def _plain(word: str) -> Iterator[str]:
    """A Latin word without its accents, and with ü as ue."""
    yield (
        "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char)).replace("ß", "ss").replace("ø", "o")
    )
    yield word.translate(_UMLAUTS)


def forms(word: str) -> tuple[str, ...]:
    """The word as written (folded) and the forms it is searched by, each once.

    >>> forms("הסביבה"), forms("müller")
    (('הסביבה', 'סביבה', 'סביב'), ('müller', 'muller', 'mueller'))
    """
    found = [word]
    if _is_hebrew(word):
        found += _without(word, _HEBREW_PREFIXES)
        found += [_stem(each, _HEBREW_ENDINGS) for each in tuple(found)[1:2] or (word,)]
    elif _is_arabic(word):
        found += _without(word, _ARABIC_PREFIXES)
        found += [_stem(each, _ARABIC_ENDINGS) for each in tuple(found)[1:2] or (word,)]
    else:
        found += _plain(word)
    return tuple(dict.fromkeys(found))


def index_text(*texts: str) -> str:
    """What to keep beside a record: its words in all their forms, each after a space. Empty texts are passed over. O(letters)."""
    found = dict.fromkeys(form for text in texts if text for word in words_of(text) for form in forms(word))
    return f" {' '.join(found)} "


def query_tokens(text: str) -> tuple[tuple[str, ...], ...]:
    """For each word typed, the beginnings any of which must stand at the beginning of an indexed word. A word of two letters or fewer must be
    a whole word, so it ends with a space.

    >>> query_tokens("לסביבה")
    (('לסביבה', 'סביבה', 'סביב'),)
    """
    return tuple(tuple(f"{form} " if len(form) < SHORTEST_STEM else form for form in forms(word)) for word in words_of(text))


def matches(tokens: Iterable[Iterable[str]], indexed: str) -> bool:
    """True when every word has a form in the index: the reference for what a database answers with LIKE '% form%'."""
    return all(any(f" {form}" in indexed for form in alternatives) for alternatives in tokens)


def corrected(text: str, vocabulary: Iterable[str], least_0_1: float = 0.5) -> str:
    """The text with each word replaced by the most similar word of the vocabulary; "" when one has none. For a query that found nothing.

    least_0_1: Dice overlap of letter trigrams. Ours: 0.5 mends one wrong letter in a word of six. O(words * vocabulary).
    """
    known = {word: trigrams(word) for word in vocabulary}
    mended = []
    for word in words_of(text):
        mine = trigrams(word)
        best = max(known, key=lambda other: (2 * len(mine & known[other]) / (len(mine) + len(known[other])), other), default="")
        if not best or 2 * len(mine & known[best]) / (len(mine) + len(known[best])) < least_0_1:
            return ""
        mended.append(best)
    return " ".join(mended)
