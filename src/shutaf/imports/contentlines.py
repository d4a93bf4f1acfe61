"""Which lines does a vCard or iCalendar file hold, once they are unfolded?"""

from __future__ import annotations

import binascii
import io
import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shutaf.imports.decoding import decode
from shutaf.imports.limits import Limits
from shutaf.imports.notes import Notes, RefusedError

_LINE = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:[^:;\"]|\"[^\"]*\")*)*):(.*)", re.DOTALL)
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)(?:=((?:\"[^\"]*\"|[^;\"])*))?")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPLIT = {sign: re.compile(rf"((?:\\.|[^\\{sign}]|\\$)*)(?:{sign}|$)", re.DOTALL) for sign in ";,"}
_CARET = re.compile(r"\^([n^'])")
_CARETS = {"n": "\n", "^": "^", "'": '"'}
_LONGEST_SHOWN = 10_000
"""Characters of a line that is read; a photo in a card is far longer, and nobody needs it."""

_MOST_LINES_A_ROW = 40
"""Lines for each row that a sheet may have. Ours: a card with photo and history has about as many."""


@dataclass(frozen=True, slots=True)
class ContentLine:
    """name in capitals; values of parameters by their name in capitals; line: where it begins in the file."""

    name: str
    parameters: Mapping[str, str]
    value: str
    line: int

    @property
    def text(self) -> str:
        return unescaped(self.value)


def content_lines(data: bytes, name: str, notes: Notes, limits: Limits) -> Iterator[ContentLine]:
    """The lines in their order, those broken over several joined again. A line that says nothing is passed over. Raises RefusedError."""
    decoded = decode(data, name)
    if decoded.guessed:
        sample = next((line.strip()[:80] for line in decoded.text.splitlines() if not line.isascii()), "")
        notes.warn("file.encoding_guessed", name, encoding=decoded.guessed, sample=sample)
    for count, (number, line) in enumerate(_unfolded(decoded.text)):
        if count >= _MOST_LINES_A_ROW * limits.rows:
            raise RefusedError("sheet.too_many_rows", name, limit=limits.rows)
        if len(line) <= _LONGEST_SHOWN and (found := _LINE.fullmatch(line)):
            parameters = {key.upper(): _plain(value or key) for key, value in _PARAMETER.findall(found[2])}
            yield ContentLine(found[1].upper(), parameters, _decoded(found[3], parameters), number)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """(line number, whole line). A line that begins with a space goes on the one before; so does what follows a soft break of old vCards."""
    begun, pieces, length = 1, list[str](), 0
    for number, ended in enumerate(io.StringIO(text, newline=None), start=1):
        line = ended.removesuffix("\n")
        is_soft = bool(pieces) and pieces[-1].endswith("=") and "QUOTED-PRINTABLE" in pieces[0].upper()
        if pieces and (line[:1] in (" ", "\t") or is_soft):
            if length <= _LONGEST_SHOWN:
                pieces = [*pieces[:-1], pieces[-1][:-1], line] if is_soft else [*pieces, line[1:]]
                length += len(line)
            continue
        if pieces:
            yield begun, "".join(pieces)
        begun, pieces, length = number, [line], len(line)
    if pieces:
        yield begun, "".join(pieces)


def _plain(value: str) -> str:
    return _CARET.sub(lambda sign: _CARETS[sign[1]], value.strip('"'))


def _decoded(value: str, parameters: Mapping[str, str]) -> str:
    """Old vCards write letters as =D7=90."""
    if "QUOTED-PRINTABLE" not in (parameters.get("ENCODING", "").upper(), *(key for key in parameters)):
        return value
    try:
        return quopri.decodestring(value.encode()).decode(parameters.get("CHARSET", "utf-8"))
    except (LookupError, ValueError, binascii.Error):
        return value


def unescaped(value: str) -> str:
    r"""The text meant.

    >>> unescaped(r"Hall\, upper\nfloor")
    'Hall, upper\nfloor'
    """
    return _ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value)


def parts(value: str, sign: str = ";") -> Sequence[str]:
    r"""The parts of a value, each unescaped.

    >>> parts(r"Town\; Hall;Parks")
    ['Town; Hall', 'Parks']
    """
    found = [unescaped(part[1]).strip() for part in _SPLIT[sign].finditer(value)]
    return found[:-1] if found and not value.endswith(sign) and found[-1] == "" and len(found) > 1 else found
