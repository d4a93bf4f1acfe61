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
