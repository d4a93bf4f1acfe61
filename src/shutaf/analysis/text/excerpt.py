"""Which stretch of a text shows best that these words stand in it?"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TypeAlias

from shutaf.analysis.text.fold import fold

_WORD = re.compile(r"[^\W_]+(?:['\"׳״’][^\W_]+)*")
_HYPHENS = "-‐‑–־"

Pieces: TypeAlias = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it is a word that was found."""


def marked(text: str, words: Collection[str]) -> Pieces:
    """The text in pieces, the folded words apart.

    >>> marked("A Round table", {"round"})
    (('A ', False), ('Round', True), (' table', False))
    """
    found: list[tuple[str, bool]] = []
    at = 0
    for match in _WORD.finditer(text):
        if fold(match[0]) in words:
            found += [(text[at : match.start()], False)] if match.start() > at else []
            found.append((match[0], True))
            at = match.end()
    return (*found, (text[at:], False)) if at < len(text) else tuple(found)


def excerpt(text: str, words: Collection[str], *, most: int = 180) -> str:
    """The stretch of at most `most` letters, cut between words, with most different ones of the folded words; "…" where something was left out.

    >>> excerpt("one two three four five six", {"five"}, most=10)
    '…five six'
    """
    if len(text) <= most:
        return text
    tokens = [(match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(text)]
    starts = [start for start, _end, word in tokens if word in words] or [0]
    best = max(
        starts, key=lambda start: (len({word for s, e, word in tokens if word in words and s >= start and e <= start + most}), -start)
    )
    before = max(0, best - most // 3)
    first = next((start for start, _end, _word in tokens if start >= before), 0) if before else 0
    last = max((end for _start, end, _word in tokens if end <= first + most), default=most)
    return f"{'…' if first else ''}{text[first:last].strip()}{'…' if last < len(text.rstrip('. ')) else text[last:]}"
