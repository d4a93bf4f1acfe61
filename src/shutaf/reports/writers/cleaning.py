"""Which characters may stand in a file that we hand out?

Data may hold anything: control characters that XML forbids, halves of surrogate pairs, marks that turn the direction of the rest of a line.
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"[\t\n\r\u2028\u2029]+")

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
LONGEST_WORD = 20  # letters; ours: the longest that fits the name column of a table of four on A4
_WORD = re.compile(r"\S+")


def clean(text: str) -> str:
    """Words of ours without what XML forbids, on one line.

    >>> clean("a\\x00b\\nc")
    'ab c'
    """
    return _SPACES.sub(" ", _FORBIDDEN.sub("", text))


def clean_name(text: str) -> str:
    """A name from data, also without marks that would reach out of its isolate (embeddings, overrides, isolates); LRM and RLM stay."""
    return _TURNING.sub("", clean(text))


def isolated(text: str) -> str:
    """A name for plain strings, where no markup can isolate it.

    >>> isolated("Omar") == "\\u2068Omar\\u2069"
    True
    """
    return f"{FIRST_STRONG_ISOLATE}{clean_name(text)}{POP_ISOLATE}"


def with_breaks(text: str, longest: int = LONGEST_WORD) -> str:
    """A name whose overlong words may be broken at a line's end: after a soft hyphen in a word, anywhere quiet in an address or a number.

    >>> with_breaks("aaaaabbbbbccccc", longest=5).split("\u00ad")
    ['aaaaa', 'bbbbb', 'ccccc']
    """
    return _WORD.sub(lambda word: _broken(word.group(), longest), text)


def _broken(word: str, longest: int) -> str:
    if len(word) <= longest:
        return word
    mark = SOFT_HYPHEN if word.isalpha() else ZERO_WIDTH_SPACE
    return mark.join(word[i : i + longest] for i in range(0, len(word), longest))
