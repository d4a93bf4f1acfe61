"""What stands in columns that are rows of another table: the contact person of a body, and the departments that work with it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from shutaf.accounts.deeds import Working
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.names import Names
from shutaf.bodies.models import Body, Person
from shutaf.imports.grid import clean
from shutaf.imports.problem import Problem
from shutaf.imports.words import split
from shutaf.relations.models import Tie
from shutaf.stewardship.cells.columns import PERSON, PERSON_FIELDS, TIES, GridSheet
from shutaf.stewardship.cells.texts import joined

WORKS_TOGETHER = 3.0
"""Strength of a tie that is only named, on the scale of 1 to 5; the same as of a tick in the matrix."""


class Beside:
    """The rows beside some bodies of a workspace: read once for all of them, and written one by one."""

    def __init__(self, viewer: Viewer, sheet: GridSheet, pks: Sequence[int]) -> None:
        self.viewer, self.has_ties = viewer, TIES in sheet.columns
        self.people = self._people(pks)
        self.departments = self._departments() if self.has_ties else {}
        self.ties = self._ties(pks) if self.has_ties else {}
        self._names: Names | None = None

    def _people(self, pks: Sequence[int]) -> dict[int, Any]:
        """The first person of each body."""
        found: dict[int, Any] = {}
        rows = Person.present.filter(workspace_id=self.viewer.workspace_id, body_id__in=pks)
        for row in rows.order_by("pk"):
            found.setdefault(row.body_id, row)
        return found

    def _departments(self) -> Mapping[int, str]:
        rows = Body.present.filter(workspace_id=self.viewer.workspace_id, is_department=True)
        return dict(rows.order_by("sort_name", "pk").values_list("pk", "name"))

    def _ties(self, pks: Sequence[int]) -> dict[int, dict[int, list[Any]]]:
        """Body -> department -> the ties between the two, whichever way round they were written."""
        found: dict[int, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
        rows = Tie.present.filter(workspace_id=self.viewer.workspace_id)
        wanted = set(pks)
        for one, other in (("source_body_id", "target_body_id"), ("target_body_id", "source_body_id")):
            for row in rows.filter(**{f"{one}__in": list(self.departments), f"{other}__in": pks}):
                if getattr(row, other) in wanted:
                    found[getattr(row, other)][getattr(row, one)].append(row)
        return found

    # -- said

    def text(self, pk: int, key: str) -> str:
        if key == TIES:
            known = self.ties.get(pk, {})
            return joined(self.departments[d] for d in self.departments if any(tie.status == "exists" for tie in known.get(d, ())))
        person = self.people.get(pk)
        return str(getattr(person, key.removeprefix(PERSON))) if person else ""

    # -- read

    def read(self, text: str, key: str) -> tuple[Any, tuple[Problem, ...]]:
        """Text of a person's column, or the pks of the departments that are named."""
        text = clean(text)
        if key != TIES:
            return text, ()
        found, problems = [], []
        for part in split(text):
            pk = self._find(part)
            if pk is None:
                facts = {"name": part, "works_at": "", "likely": self.names.nearest(part), "count": 1, "rows": ()}
                problems.append(Problem("tie.unknown_body", "error", facts=facts))
            else:
                found.append(pk)
        return frozenset(found), tuple(problems)

    @property
    def names(self) -> Names:
        if self._names is None:
            self._names = Names()
            for pk, name in self.departments.items():
                self._names.add(str(pk), (), (name,))
        return self._names

    def _find(self, name: str) -> int | None:
        exact = [pk for pk, known in self.departments.items() if fold(known) == fold(name)]
        found = str(exact[0]) if len(exact) == 1 else self.names.find(name)
        return int(found) if found else None

    # -- written

    def write(self, working: Working, body: Any, values: Mapping[str, Any]) -> None:
        person = {key.removeprefix(PERSON): value for key, value in values.items() if key.startswith(PERSON)}
        if person:
            self._write_person(working, body, person)
        if TIES in values:
            self._write_ties(working, body, values[TIES])

    def _write_person(self, working: Working, body: Any, values: Mapping[str, str]) -> None:
        """The first person, made where there is none. Somebody of whom nothing is left goes to the trash; without a name the body's stands for it."""
        row = self.people.get(body.pk)
        now = {name: str(getattr(row, name)) if row else "" for name in PERSON_FIELDS} | dict(values)
        if row is None:
            if any(now.values()):
                made = Person(body_id=body.pk, **(now | {"name": now["name"] or body.name}))
                self.people[body.pk] = working.create(made)
        elif not any(value for name, value in now.items() if name != "name" or value != body.name):
            working.remove(row)
            self.people.pop(body.pk)
        else:
            working.change(row, **(now | {"name": now["name"] or body.name}))

    def _write_ties(self, working: Working, body: Any, wanted: frozenset[int]) -> None:
        """A tie for each department that is named; the ties of one that is named no more go to the trash."""
        known = self.ties[body.pk]
        for department in self.departments:
            ties = known.get(department, [])
            is_there = any(tie.status == "exists" for tie in ties)
            if department in wanted and not is_there:
                known[department] = [self._tie(working, department, body.pk, ties)]
            elif department not in wanted and is_there:
                for tie in ties:
                    working.remove(tie)
                known[department] = []

    def _tie(self, working: Working, department: int, body: int, ties: list[Any]) -> Any:
        if ties:  # a known absence, or one nobody was sure of
            return working.change(ties[0], status="exists", strength_1_5=WORKS_TOGETHER)
        made = Tie(source_body_id=department, target_body_id=body, status="exists", strength_1_5=WORKS_TOGETHER)
        return working.create(made)
