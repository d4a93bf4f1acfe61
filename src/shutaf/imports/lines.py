"""Which words stand in the lines of a text that describes a network?"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from shutaf.imports.decoding import decode
from shutaf.imports.notes import Notes

_WORD = re.compile(r'"((?:\\"|[^"])*)"|(\S+)')
_COMMA_WORD = re.compile(r'"((?:\\"|[^"])*)"|([^\s,]+)')
_SIGN = re.compile(r"&#(\d{1,7});")
_LAST_SIGN = 0x10FFFF


def text_of_network(data: bytes, name: str, notes: Notes) -> str:
    """The text, with a warning where its letters had to be guessed."""
    decoded = decode(data, name)
    if decoded.guessed:
        sample = next((line.strip()[:80] for line in decoded.text.splitlines() if not line.isascii()), "")
        notes.warn("file.encoding_guessed", name, encoding=decoded.guessed, sample=sample)
    return decoded.text.replace("\0", "")


def numbered(text: str, first: int = 1) -> Iterator[tuple[int, str]]:
    """(line number, line) one at a time: a file of nothing but line breaks never becomes a list."""
    return ((number, line.removesuffix("\n")) for number, line in enumerate(io.StringIO(text, newline=None), start=first))


def words(line: str, *, has_commas: bool = False) -> list[str]:
    """The words of a line; quotation marks hold one together.

    >>> words('1 "Town of &#34;A&#34;" 0.5'), words("a, b c", has_commas=True)
    (['1', 'Town of "A"', '0.5'], ['a', 'b', 'c'])
    """
    return list(_words(line, has_commas))


def _words(line: str, has_commas: bool) -> Iterator[str]:
    for found in (_COMMA_WORD if has_commas else _WORD).finditer(line):
        word = found[1].replace('\\"', '"') if found[1] is not None else found[2]
        yield _SIGN.sub(_sign, word)


def _sign(found: re.Match[str]) -> str:
    code = int(found[1])
    return chr(code) if code <= _LAST_SIGN and not 0xD800 <= code <= 0xDFFF else found[0]
