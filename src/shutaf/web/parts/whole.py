"""Which whole number does an address or a field say? Anybody may write a million digits there, and Python refuses to read them."""

from __future__ import annotations

_MOST_DIGITS = 6
"""More pages, rows or columns than any list of ours has."""


def whole(text: str, other: int) -> int:
    """The number in decimal digits of any script; `other` for what is none, or longer than six of them."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else other
