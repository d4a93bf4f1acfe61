"""Where in a text do telephone numbers stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shutaf.imports.contacts import looks_like_phone

_CANDIDATE = re.compile(
    r"(?<![\w@.-])(?:\*\d{3,5}(?!\d)|[+(]{0,2}\d(?:\d{1,5}/)?[\d ().\u00a0–-]{5,32}\d)(?![\w@])(?:\s*(?:שלוחה|ext\.?|Durchwahl|DW|تحويلة)\s*\d{1,5})?"
)
_BEGINS = re.compile(r"(?:^|(?<=\s))[0+(]\S.*")
_NEXT = re.compile(r"\s+(?=[0+(])")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d")
_SHORT = re.compile(r"\*\d{3,5}")
_MOST_DIGITS = 15
"""No number has more (ITU E.164); what has more are two."""


def phones_in(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each number. A house number before one is none of its digits, and two without a sign between them are two.

    >>> [text[a:b] for text in ("הרצל 12 04-5550101", "04-5550102/052-5550139 054-555-0140", "06221/5800-12") for a, b in phones_in(text)]
    ['04-5550101', '04-5550102', '052-5550139', '054-555-0140', '06221/5800-12']
    """
    for found in _CANDIDATE.finditer(text):
        within = None if found[0][0] in "*+(0" else _BEGINS.search(found[0])
        start = found.start() + (within.start() if within else 0)
        for begin, end in _one_by_one(text, start, found.end()):
            if is_phone(text[begin:end]):
                yield begin, end


def _one_by_one(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if sum(sign.isdecimal() for sign in text[start:end]) > _MOST_DIGITS:
        for gap in _NEXT.finditer(text, start, end):
            yield start, gap.start()
            start = gap.end()
    closed = text[start:end]
    yield start, end - (closed.endswith(")") and "(" not in closed)


def is_phone(text: str) -> bool:
    """A number with the marks of a telephone's; "1948-1998" and a bare company number are none."""
    plain = text.strip()
    return bool(_SHORT.fullmatch(plain)) or (looks_like_phone(plain) and not _YEARS.fullmatch(plain))
