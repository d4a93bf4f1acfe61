"""How is a line of a vCard or iCalendar file written?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_LONGEST = 75
"""Octets of a line, without its end (RFC 6350 3.2, RFC 5545 3.1)."""

_SIGNS = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_SIGN = re.compile(r"[\\;,\n]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def escaped(text: str) -> str:
    r"""A text as a value.

    >>> escaped("Hall, upper\nfloor")
    'Hall\\, upper\\nfloor'
    """
    return _SIGN.sub(lambda sign: _SIGNS[sign[0]], _NO_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def content_line(name: str, value: str, parameters: Mapping[str, str] | None = None) -> str:
    """One line with its parameters, folded; the value is escaped already."""
    said = "".join(f";{key}={value}" for key, value in (parameters or {}).items())
    return folded(f"{name}{said}:{value}")


def folded(line: str) -> str:
    """Broken before the seventy-sixth octet, never inside a letter; a broken line goes on after a space."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST:
            pieces.append(piece)
            piece, size = "", 1
        piece += letter
        size += octets
    return "\r\n ".join([*pieces, piece])


def joined(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")
