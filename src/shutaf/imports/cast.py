"""Who is meant wherever a body or a person is named?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from shutaf.analysis.situation import Body, Person
from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.names import Names
from shutaf.imports.table import Row

_LETTERS = "bcdfghjklmnpqrstvwxz23456789"
_GENERATED_LETTERS = 6
_NEAREST_FOR_NAMES = 200
"""Suggestions are looked up for so many different unknown names; a file with more has another trouble."""


def generated_ref(prefix: str, text: str, taken: Iterable[str]) -> str:
    """A ref for a row without an id: the same for the same name in every reading, whatever the order of the rows.

    28^6 refs: among 2,000 names two share one with a chance of 0.4 %; then, as for equal names, the later one gets a number.
    """
    number = int.from_bytes(hashlib.blake2b(fold(text).encode(), digest_size=8).digest(), "big")
    ref = prefix
    for _ in range(_GENERATED_LETTERS):
        number, letter = divmod(number, len(_LETTERS))
        ref += _LETTERS[letter]
    occupied = taken if isinstance(taken, set | frozenset | dict) else set(taken)
    further = (f"{ref}-{i}" for i in range(2, len(occupied) + 3))
    return ref if ref not in occupied else next(each for each in further if each not in occupied)


@dataclass(slots=True)
class Cast:
    """The bodies and people of one input, findable by id and by any of their names.

    left_out: bodies whose own row has an error. Who names one of them makes no second mistake, so nothing is told of it.
    """

    bodies: Names = field(default_factory=Names)
    people: Names = field(default_factory=Names)
    left_out: Names = field(default_factory=Names)
    _body_names: dict[str, str] = field(default_factory=dict)
    _works_at: dict[str, str] = field(default_factory=dict)
    _suggested: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add_body(self, body: Body) -> None:
        self._body_names[body.ref] = body.name
        self.bodies.add(body.ref, (body.ref,), (body.name, *(name for _, name in body.names)))

    def add_left_out(self, body: Body, written_id: str) -> None:
        self.left_out.add("left out", (written_id,), (body.name, *(name for _, name in body.names)))

    def add_person(self, person: Person, written_id: str) -> None:
        self._works_at[person.ref] = self._body_names.get(person.body, person.body)
        self.people.add(person.ref, (person.ref, written_id), (person.name,))

    def who(self, row: Row, key: str) -> str:
        """The ref of the body or person named, else the text as written: a name from outside is still an answer."""
        return self.anybody(row.text(key))

    def anybody(self, text: str) -> str:
        return self.bodies.find(text) or self.people.find(text) or text

    def person(self, row: Row, key: str) -> str:
        text = row.text(key)
        return self.people.find(text) or text

    def body(self, row: Row, key: str, problem: str) -> str | None:
        """The ref of the body that must be known; None after the problem was told with the nearest names."""
        text = row.needed(key)
        ref = self.bodies.find(text) if text else None
        if text and ref is None and self.left_out.find(text) is None:
            works_at = self.works_at(text)
            row.gather(problem, key, fold(text), name=text, works_at=works_at, likely=(works_at,) if works_at else self.nearest(text))
        return ref

    def works_at(self, text: str) -> str:
        """The name of the body whose person the text means, "" when it means nobody."""
        return self._works_at.get(self.people.find(text) or "", "")

    def nearest(self, text: str) -> tuple[str, ...]:
        if text not in self._suggested:
            self._suggested[text] = self.bodies.nearest(text) if len(self._suggested) < _NEAREST_FOR_NAMES else ()
        return self._suggested[text]
