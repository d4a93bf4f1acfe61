"""Which names did she paste? From a list, a spreadsheet, a chat, an address book: one body a line, with what stands beside it.

Nothing is lost: a line that holds no name comes back as it was, with its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from shutaf.analysis.text.fold import fold
from shutaf.imports.grid import clean
from shutaf.imports.words import key_of

MOST_NAMES, LONGEST_NAME, MOST_CHARACTERS = 500, 300, 200_000
"""Ours: the first hour begins with thirty names; more than 500 are a file to import."""

_BULLET = re.compile(r"^(?:[\s•·‣▪◦*\-–—>✓✔☐☑]+|\(?\d{1,3}[.)\]]\s+|[א-ת][.)׳']\s+|[a-zA-Z][.)]\s+)+")
_CHAT = re.compile(r"^\[?\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?,?\s+\d{1,2}:\d{2}(?::\d{2})?\]?\s*(?:-\s*)?(?:[^:\n]{1,40}:\s)?")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w])\+?\(?\d[\d\s().-]{6,16}\d(?![\w])")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_TOTAL = frozenset(fold(text) for text in ('סה"כ', "סהכ", "סך הכל", "total", "sum", "summe", "gesamt", "المجموع", "الاجمالي"))
_HEADERS = frozenset(
    fold(text)
    for text in (
        "שם", "שם הארגון", "ארגון", "גוף", "שם הגוף", "name", "organisation", "organization", "body", "company", "verein", "organisation / name", "firma", "اسم",
        "الاسم", "المؤسسة", "טלפון", "phone", "telefon", "דואל", "מייל", "email", "e mail", "איש קשר", "contact", "kontakt", "מגזר", "sector", "sektor", "القطاع",
    )
)  # fmt: skip
_HAS_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class PastedName:
    """A name with what stood beside it. sector: a key, "" when none was written. line: where it was first pasted, from 1."""

    name: str
    line: int
    sector: str = ""
    person: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Pasted:
    """names: each once. repeated: (name, line) of what came again. left: (line, text) that held no name. cut: lines beyond the limit."""

    names: tuple[PastedName, ...]
    repeated: tuple[tuple[str, int], ...] = ()
    left: tuple[tuple[int, str], ...] = ()
    cut: int = 0


@dataclass(slots=True)
class _Heap:
    names: dict[str, PastedName] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)
    left: list[tuple[int, str]] = field(default_factory=list)
    cut: int = 0


def names_pasted(text: str) -> Pasted:
    """The names in a pasted text. O(characters), of which the first 200,000 are read.

    >>> [one.name for one in names_pasted("1. Café Fig, 04-555-0101\\n• גינת הקהילה\\n\\nCafe Fig").names]
    ['Café Fig', 'גינת הקהילה', 'Cafe Fig']
    """
    heap = _Heap()
    for number, line in _lines(text[:MOST_CHARACTERS]):
        _take(line, number, heap)
    return Pasted(tuple(heap.names.values()), tuple(heap.repeated), tuple(heap.left), heap.cut)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; one long line of many names is taken apart at its semicolons or commas."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    filled = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    if len(filled) == 1 and "\t" not in filled[0][1]:
        number, line = filled[0]
        mark = ";" if line.count(";") >= 1 else ("," if line.count(",") >= 3 else "")
        yield from ((number, part) for part in (line.split(mark) if mark else [line]) if part.strip())
        return
    yield from filled


def _take(line: str, number: int, heap: _Heap) -> None:
    bare = clean(_INVISIBLE.sub("", line))
    cells = _cells(_BULLET.sub("", _CHAT.sub("", bare)))
    if (number <= 2 or len(cells) > 1) and all(fold(cell) in _HEADERS for cell in cells):
        return
    found = _name_of(cells, number)
    if found is None:
        heap.left.append((number, bare))
    elif (key := fold(found.name)) in heap.names:
        heap.repeated.append((found.name, number))
    elif len(heap.names) >= MOST_NAMES:
        heap.cut += 1
    else:
        heap.names[key] = found


def _cells(line: str) -> list[str]:
    """The cells of a row from a spreadsheet, or the parts of a line that a phone or an address ends."""
    return [part.strip().strip('"“”').strip() for part in line.split("\t")] if "\t" in line else [line.strip()]


def _name_of(cells: Sequence[str], number: int) -> PastedName | None:
    text = "\t".join(cells)
    email = next(iter(_MAIL.findall(text)), "")
    phones = [match.strip() for match in _PHONE.findall(_MAIL.sub(" ", text))]
    rest = [_stripped(cell) for cell in cells]
    rest = [cell for cell in rest if cell]
    sector = next((key for cell in rest if (key := key_of(cell, "sector"))), "")
    words = [cell for cell in rest if not key_of(cell, "sector")]
    named = [cell for cell in words if _HAS_LETTER.search(cell) and not _is_total(cell)]
    if not named or _is_total(words[0]):
        return None
    return PastedName(named[0][:LONGEST_NAME], number, sector, named[1][:LONGEST_NAME] if len(named) > 1 else "", " / ".join(phones), email)


def _is_total(cell: str) -> bool:
    return fold(cell).rstrip("0123456789 :") in _TOTAL


def _stripped(cell: str) -> str:
    """A cell without its mail address, its phone and what they leave at the ends."""
    return _PHONE.sub(" ", _MAIL.sub(" ", cell)).strip(" ,;:<>()[]-–—|/\"“”'\u00a0")
