"""Is a text from the map said in the language of a letter, as far as its letters and small words show?"""

from __future__ import annotations

import re
from typing import Final

LETTERS: Final = {"he": "[א-ת]", "ar": "[ء-ي]", "en": "[A-Za-z]", "de": "[A-Za-zÄÖÜäöüß]"}
SMALL_WORDS: Final = {
    "en": frozenset(
        [
            "a",
            "an",
            "and",
            "at",
            "by",
            "for",
            "from",
            "in",
            "is",
            "it",
            "of",
            "on",
            "or",
            "our",
            "the",
            "their",
            "they",
            "this",
            "to",
            "we",
            "with",
            "your",
        ]
    ),
    "de": frozenset(
        [
            "am",
            "auf",
            "aus",
            "bei",
            "das",
            "dem",
            "den",
            "der",
            "des",
            "die",
            "ein",
            "eine",
            "einen",
            "einer",
            "für",
            "im",
            "in",
            "ist",
            "mit",
            "nach",
            "oder",
            "ohne",
            "und",
            "vom",
            "von",
            "wir",
            "zu",
            "zum",
            "zur",
        ]
    ),
}
"""Ours: words that stand in nearly every line of one of the two languages that share their letters; "in" is in both and decides nothing."""


def is_said_in(text: str, language: str, home: str = "") -> bool:
    """Whether a reader of the language can read it. home: the language of the workspace, "" for not known.

    Hebrew and Arabic show by their letters. English and German share theirs: small words and umlauts decide, then the home language;
    where nothing decides the answer is no, and somebody looks.

    >>> is_said_in("12", "ar"), is_said_in("A room for the course", "de"), is_said_in("Raum für den Kurs", "de")
    (True, False, True)
    """
    if not re.search(r"[^\W\d_]", text):
        return True
    if not re.search(LETTERS[language], text):
        return False
    if language not in SMALL_WORDS:
        return True
    return _latin(text, home) == language


def is_readable_in(name: str, language: str) -> bool:
    """Of a name: the letters are enough, since names are not translated."""
    return not re.search(r"[^\W\d_]", name) or bool(re.search(LETTERS[language], name))


def _latin(text: str, home: str) -> str:
    words = set(re.findall(r"[a-zäöüß]+", text.lower()))
    hits = {language: len(words & small) for language, small in SMALL_WORDS.items()}
    if re.search("[äöüßÄÖÜ]", text):
        hits["de"] += 1
    if hits["en"] != hits["de"]:
        return max(hits, key=lambda language: hits[language])
    return home
