"""Which names would a person expect to find by these words, in Hebrew, Arabic, German or English?

A name is kept as folded words with the forms people search them by. A word typed finds every kept form that begins with it, and every form
that one of its own forms equals. All of it is text, so a database answers with LIKE and no extension.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.forms import of_name, of_query

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_BEGINNING = 3
"""Ours: two letters begin too many words, so they are a word of their own."""


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text: letters and digits."""
    return tuple(_WORD.findall(fold(text)))


def index_text(*texts: str) -> str:
    """What to keep beside a record: its words in all their forms, each after a space. Empty texts are passed over. O(letters).

    >>> index_text("מחלקת הסביבה", "")
    ' מחלקת חלקת מחלק הסביבה סביבה הסביב סביב '
    """
    found = dict.fromkeys(form for text in texts if text for word in words_of(text) for form in of_name(word))
    return f" {' '.join(found)} "


def query_tokens(text: str) -> tuple[tuple[str, ...], ...]:
    """For each word typed, the beginnings any of which must stand at the beginning of an indexed word; what must be a whole word ends with
    a space, as every word of two letters does.

    >>> query_tokens("לסביבה נקיה")
    (('לסביבה', 'סביבה ', 'לסביב ', 'סביב '), ('נקיה', 'נקי '))
    >>> query_tokens("גן")
    (('גנ ',),)
    """
    return tuple(_tokens(word) for word in words_of(text))


def _tokens(word: str) -> tuple[str, ...]:
    begins, whole = of_query(word)
    if len(word) < _SHORTEST_BEGINNING:
        return tuple(f"{form} " for form in (*begins, *whole))
    return (*begins, *(f"{form} " for form in whole))


def matches(tokens: Iterable[Iterable[str]], indexed: str) -> bool:
    """True when every word has a form in the index: the reference for what a database answers with LIKE '% form%'."""
    return all(any(f" {form}" in indexed for form in alternatives) for alternatives in tokens)
