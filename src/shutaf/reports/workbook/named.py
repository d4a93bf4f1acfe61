"""By which text is a body or person named so that the reader finds the same one?"""

from __future__ import annotations

from shutaf.analysis.situation import Situation
from shutaf.analysis.text.names import Names


class Named:
    """Names where they are unmistakable, ids where they are not; texts that name nobody we know stay as they are."""

    def __init__(self, situation: Situation) -> None:
        self._bodies, self._people = Names(), Names()
        self._body_name = {body.ref: body.name for body in situation.bodies}
        self._person_name = {person.ref: person.name for person in situation.people}
        for body in situation.bodies:
            self._bodies.add(body.ref, (body.ref,), (body.name, *(name for _, name in body.names)))
        for person in situation.people:
            self._people.add(person.ref, (person.ref,), (person.name,))

    def body(self, ref: str) -> str:
        name = self._body_name.get(ref, "")
        return name if name and self._bodies.find(name) == ref else ref

    def person(self, ref: str) -> str:
        name = self._person_name.get(ref, "")
        return name if name and self._people.find(name) == ref else ref

    def anybody(self, ref: str) -> str:
        """A body or a person; a person whose name a body has too is named by id."""
        if ref in self._body_name:
            return self.body(ref)
        name = self.person(ref)
        return name if self._bodies.find(name) is None else ref
