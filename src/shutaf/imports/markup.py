"""Which elements does an XML file hold, one after the other, without anything that could harm the reader?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from xml.parsers import expat

from shutaf.imports.decoding import decode
from shutaf.imports.limits import Limits
from shutaf.imports.notes import Notes, RefusedError

_DEEPEST = 64
"""Elements inside one another. Ours: a real GraphML file has 6, nested graphs add 3 a level."""

_MOST_ELEMENTS_A_CELL = 2
"""Elements for each cell that a sheet may have: an attribute of a node is one element."""

_PIECE = 2**16
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


@dataclass(frozen=True, slots=True)
class Event:
    """An element begins or ends. name: without its namespace. text: what stood directly in it, known at its end. line: in the file."""

    kind: Literal["start", "end"]
    name: str
    attributes: Mapping[str, str]
    text: str
    line: int


def events(data: bytes, name: str, notes: Notes, limits: Limits) -> Iterator[Event]:
    """The elements in their order, a piece of the file at a time.

    Raises RefusedError for a document type or an entity, for what is no XML, and for more or deeper elements than any network has.
    """
    walk = _Walk(name, limits)
    text = _readable(data, name, notes)
    for at in range(0, len(text), _PIECE):
        yield from walk.fed(text[at : at + _PIECE], at + _PIECE >= len(text))


def _readable(data: bytes, name: str, notes: Notes) -> bytes:
    """Bytes that say how they are written, or UTF-8. What says nothing and is no UTF-8 is taken for the likeliest, and told."""
    if _DECLARED.match(data) or data.startswith(_WIDE):
        return data
    decoded = decode(data, name)
    if decoded.guessed:
        sample = next((line.strip()[:80] for line in decoded.text.splitlines() if not line.isascii()), "")
        notes.warn("file.encoding_guessed", name, encoding=decoded.guessed, sample=sample)
    return decoded.text.encode("utf-8", "replace")


class _Walk:
    """expat with every door closed through which a file reaches beyond itself."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._left = name, _MOST_ELEMENTS_A_CELL * limits.cells
        self._limit = limits.cells
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self._found: list[Event] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def fed(self, piece: bytes, is_last: bool) -> list[Event]:
        self._found = []
        try:
            self._parser.Parse(piece, is_last)
        except expat.ExpatError as why:
            raise RefusedError("network.damaged", self._name, row=why.lineno) from why
        except (LookupError, ValueError) as why:  # an encoding that nobody knows, or one of several bytes that expat cannot read
            raise RefusedError("network.damaged", self._name, row=1) from why
        return self._found

    def _refuse(self, *_: Any) -> None:
        raise RefusedError("network.doctype", self._name)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._left -= 1 + len(attributes)
        if self._left < 0:
            raise RefusedError("file.too_many_cells", self._name, limit=self._limit)
        if len(self._open) >= _DEEPEST:
            raise RefusedError("network.too_deep", self._name, limit=_DEEPEST)
        name = name.rpartition(":")[2]
        self._open.append((name, attributes, []))
        self._found.append(Event("start", name, attributes, "", self._parser.CurrentLineNumber))

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1][2].append(text)

    def _end(self, _: str) -> None:
        name, attributes, texts = self._open.pop()
        self._found.append(Event("end", name, attributes, "".join(texts), self._parser.CurrentLineNumber))
