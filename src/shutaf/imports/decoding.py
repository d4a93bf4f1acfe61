"""Which letters do these bytes stand for?"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from shutaf.imports.notes import RefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_ARABIC_ONLY = frozenset(range(0xC0, 0xDF))
"""Bytes that windows-1256 gives to letters and windows-1255 to vowel points, which nobody types in a spreadsheet."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and the encoding when it had to be guessed ("" when the file says it or only one fits)."""

    text: str
    guessed: str = ""


def decode(data: bytes, name: str) -> Decoded:
    """Byte order mark, else UTF-16 by its zero bytes, else UTF-8, else the Windows code page whose words look right.

    Raises RefusedError for text in two encodings, and for bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data.removeprefix(mark) if encoding == "utf-8" else data, encoding, name).removeprefix("\ufeff"))
    if wide := _utf16_by_zeros(data):
        return Decoded(_strictly(data, wide, name), wide)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        _refuse_mixed(data, name)
    encoding = _windows_page(data)
    return Decoded(_strictly(data, encoding, name), encoding)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as why:
        row = data[: why.start].count(b"\n") + 1
        raise RefusedError("file.encoding_broken", name, encoding=encoding, row=row) from why


def _utf16_by_zeros(data: bytes) -> str:
    """UTF-16 without a mark: separators and digits leave every second byte zero."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < max(1, len(sample) // 20) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _refuse_mixed(data: bytes, name: str) -> None:
    """Lines that are proper UTF-8 beside lines that are not: two files were pasted together, and any reading would garble one of them."""
    good: list[int] = []
    bad: list[int] = []
    for row, line in enumerate(data.split(b"\n"), start=1):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            good.append(row)
        except UnicodeDecodeError:
            bad.append(row)
    if good:
        raise RefusedError("file.encoding_mixed", name, rows_utf8=tuple(good[:5]), rows_other=tuple(bad[:5]))


def _windows_page(data: bytes) -> str:
    """windows-1252 when accented letters stand among Latin ones, else Hebrew 1255, or Arabic 1256 by the bytes only it uses for letters."""
    words = _WORD.findall(data[:200_000])
    high = [word for word in words if not word.isascii()]
    latin = sum(any(byte < 0x80 for byte in word) for word in high)
    if 2 * latin > len(high):
        return "windows-1252"
    letters = b"".join(word for word in high if min(word) >= 0x80)
    arabic = sum(byte in _ARABIC_ONLY for byte in letters)
    return "windows-1256" if 5 * arabic > len(letters) else "windows-1255"
