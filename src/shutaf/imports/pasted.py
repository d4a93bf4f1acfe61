"""Which names did she paste? From a list, a spreadsheet, a chat, an address book: one body a line, with what stands beside it.

Nothing is lost: a line that holds no name comes back as it was, with its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from shutaf.analysis.text.fold import fold
from shutaf.imports.no_body import begins_total
from shutaf.imports.pasted_beside import Beside, has_letter
from shutaf.imports.pasted_lines import Line, list_lines, numbered
from shutaf.imports.pasted_table import table_lines
from shutaf.imports.problem import Problem

MOST_NAMES, LONGEST_NAME, MOST_CHARACTERS = 500, 300, 200_000
"""Ours: the first hour begins with thirty names; more than 500 are a file to import."""

_ONE = ("sector", "person", "role", "city", "registration_no")
_SEVERAL = (("phone", " / "), ("email", "; "))


@dataclass(frozen=True, slots=True)
class PastedName:
    """A name with what stood beside it. sector: a key or `department`, "" when none was written. line: where it was first pasted, from 1.

    beside: what stood beside it and was not understood, as it was.
    """

    name: str
    line: int
    sector: str = ""
    person: str = ""
    phone: str = ""
    email: str = ""
    role: str = ""
    city: str = ""
    registration_no: str = ""
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasted:
    """names: each once, with what any of its lines told. repeated: (name, line) of what came again. left: (line, text) that held no name.

    cut: how many names came after the first 500.
    """

    names: tuple[PastedName, ...]
    repeated: tuple[tuple[str, int], ...] = ()
    left: tuple[tuple[int, str], ...] = ()
    cut: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Heap:
    names: dict[str, PastedName] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)
    left: list[tuple[int, str]] = field(default_factory=list)
    cut: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def names_pasted(text: str) -> Pasted:
    """The names in a pasted text. O(characters), of which the first 200,000 are read.

    >>> [(one.name, one.phone) for one in names_pasted("• Café Fig, 04-555-0101\\n• גינת הקהילה\\n\\n• café fig").names]
    [('Café Fig', '04-555-0101'), ('גינת הקהילה', '')]
    """
    heap = _Heap()
    if len(text) > MOST_CHARACTERS:
        heap.problems.append(Problem("paste.too_big", "warning", facts={"characters": len(text), "limit": MOST_CHARACTERS}))
        text = text[:MOST_CHARACTERS].rpartition("\n")[0] or text[:MOST_CHARACTERS]
    for line in _lines(text):
        _take(line, heap)
    if heap.cut:
        heap.problems.append(Problem("paste.too_many_names", "warning", facts={"count": len(heap.cut), "limit": MOST_NAMES}))
    return Pasted(tuple(heap.names.values()), tuple(heap.repeated), tuple(heap.left), len(heap.cut), tuple(heap.problems))


def _lines(text: str) -> Sequence[Line]:
    lines = numbered(text)
    return table_lines(lines) or list_lines(lines)


def _take(line: Line, heap: _Heap) -> None:
    name = line.told.name
    if line.is_left or not has_letter(name) or begins_total(name):
        if (line.number, line.text) not in heap.left[-1:]:
            heap.left.append((line.number, line.text))
    elif len(name) > LONGEST_NAME:
        heap.left.append((line.number, line.text))
        facts = {"characters": len(name), "limit": LONGEST_NAME}
        heap.problems.append(Problem("paste.not_a_name", "warning", row=line.number, facts=facts))
    else:
        _keep(_pasted(line.told, line.number), heap)


def _pasted(told: Beside, number: int) -> PastedName:
    phone, email = " / ".join(told.phones), "; ".join(told.emails)
    return PastedName(
        told.name, number, told.sector, told.person, phone, email, told.role, told.city, told.registration_no, told.rest
    )  # fmt: skip


def _keep(found: PastedName, heap: _Heap) -> None:
    key = fold(found.name)
    if key in heap.names:
        heap.repeated.append((found.name, found.line))
        heap.names[key] = _joined(heap.names[key], found)
    elif len(heap.names) >= MOST_NAMES:
        heap.cut.add(key)
    else:
        heap.names[key] = found


def _joined(first: PastedName, again: PastedName) -> PastedName:
    """The first, with what only the other tells, and with all telephones and addresses; another person stays beside it."""
    filled: dict[str, Any] = {each: getattr(again, each) for each in _ONE if not getattr(first, each)}
    several: dict[str, Any] = {
        each: between.join(dict.fromkeys(filter(None, (*getattr(first, each).split(between), *getattr(again, each).split(between)))))
        for each, between in _SEVERAL
    }
    differing = [again.person] if first.person and again.person not in ("", first.person) else []
    return replace(first, **filled, **several, beside=tuple(dict.fromkeys((*first.beside, *differing, *again.beside))))
