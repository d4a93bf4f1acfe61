"""Does a text look like telephone numbers or e-mail addresses?"""

from __future__ import annotations

import re

from shutaf.imports.values import UnreadableError, iso_date

_ADDRESS = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+")
_NAMED = re.compile(r"[^@<>]*<([^<>]*)>")
_BETWEEN = re.compile(r"[,;/\n]")
_LEAST_DIGITS, _MOST_DIGITS, _MOST_LETTERS = 7, 45, 30
_LONGEST = 500
"""Characters. Ours: a longer text is a description; the patterns here take time that grows with its square."""

_LETTER_OR_DIGIT = re.compile(r"\w")


def looks_like_email(text: str) -> bool:
    """One address or several, each alone or behind a name.

    >>> looks_like_email("a@b.example; c@d.example"), looks_like_email("Dana <a@b.example>"), looks_like_email("see a@b.example")
    (True, True, False)
    """
    if "@" not in text or len(text) > _LONGEST:
        return False
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    words = [word for part in parts for word in (_NAMED.sub(r"\1", part)).split()]
    return bool(words) and all(_ADDRESS.fullmatch(word) for word in words)


def without_addresses(text: str) -> tuple[str, str]:
    """(the text without the e-mail addresses in it, the addresses).

    >>> without_addresses("04-555-0114, a@b.example")
    ('04-555-0114', 'a@b.example')
    """
    if "@" not in text or len(text) > _LONGEST:
        return text, ""
    found = _ADDRESS.findall(text)
    return (_ADDRESS.sub("", text).strip(" ,;/<>\n"), "; ".join(found)) if found else (text, "")


def looks_like_phone(text: str) -> bool:
    """One number or several, perhaps with a word or an address beside them. A bare number such as a company's is none, and no date is.

    >>> looks_like_phone("04-555-0114 / 052-555-0139"), looks_like_phone("טל׳ 045550114"), looks_like_phone("513456789"), looks_like_phone("2026-04-03")
    (True, True, False, False)
    """
    text = without_addresses(text)[0]
    digits = sum(sign.isdecimal() for sign in text)
    letters = sum(not sign.isdecimal() for sign in _LETTER_OR_DIGIT.findall(text))
    if not _LEAST_DIGITS <= digits <= _MOST_DIGITS or letters > min(_MOST_LETTERS, digits) or "@" in text:
        return False
    figures = text[next(at for at, sign in enumerate(text) if sign.isdecimal() or sign in "+(*") :]
    return (figures[:1] in ("0", "+", "(", "*") or "-" in figures) and not _is_date(text)


def _is_date(text: str) -> bool:
    try:
        return bool(iso_date(text))
    except UnreadableError:
        return False
