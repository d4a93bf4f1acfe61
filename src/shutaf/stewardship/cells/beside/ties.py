"""Which departments work with a body?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from shutaf.accounts.deeds import Working
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.names import Names
from shutaf.bodies.models import Body
from shutaf.imports.grid import clean
from shutaf.imports.problem import Problem
from shutaf.imports.words import split
from shutaf.relations.models import Tie
from shutaf.stewardship.cells.beside.part import Part
from shutaf.stewardship.cells.columns import TIES
from shutaf.stewardship.cells.texts import joined

WORKS_TOGETHER = 3.0
"""Strength of a tie that is only named, on the scale of 1 to 5; the same as of a tick in the matrix."""


class Ties(Part):
    """Body -> department -> the ties between the two, whichever way round they were written."""

    ends = ("source_body_id", "target_body_id")

    def __init__(self, viewer: Viewer, pks: Sequence[int], language: str) -> None:
        super().__init__(viewer, pks, language)
        departments = Body.present.filter(workspace_id=viewer.workspace_id, is_department=True).order_by("sort_name", "pk")
        self.departments: dict[int, str] = dict(departments.values_list("pk", "name"))
        self.known: dict[int, dict[int, list[Tie]]] = defaultdict(lambda: defaultdict(list))
        rows = self.all_rows(viewer).filter(removed_in=None)
        for one, other in (self.ends, self.ends[::-1]):
            for row in rows.filter(**{f"{one}__in": list(self.departments), f"{other}__in": pks}):
                self.known[getattr(row, other)][getattr(row, one)].append(row)

    @classmethod
    def is_of(cls, key: str) -> bool:
        return key == TIES

    @classmethod
    def all_rows(cls, viewer: Viewer) -> Any:
        return Tie.objects.filter(workspace_id=viewer.workspace_id)

    def offered(self) -> tuple[str, ...]:
        return tuple(self.departments.values())

    def text(self, pk: int, key: str) -> str:  # noqa: ARG002 - its only column
        known = self.known.get(pk, {})
        return joined(self.departments[d] for d in self.departments if any(tie.status == "exists" for tie in known.get(d, ())))

    def read(self, text: str, key: str) -> tuple[Any, tuple[Problem, ...]]:  # noqa: ARG002 - its only column
        found, problems = [], []
        for part in split(clean(text)):
            pk = self._find(part)
            if pk is None:
                facts = {"name": part, "works_at": "", "likely": self._names.nearest(part), "count": 1, "rows": ()}
                problems.append(Problem("tie.unknown_body", "error", facts=facts))
            else:
                found.append(pk)
        return frozenset(found), tuple(problems)

    @cached_property
    def _names(self) -> Names:
        names = Names()
        for pk, name in self.departments.items():
            names.add(str(pk), (), (name,))
        return names

    def _find(self, name: str) -> int | None:
        """The department that is called so; of two with one name the first."""
        exact = [pk for pk, known in self.departments.items() if fold(known) == fold(name)]
        found = exact[0] if exact else self._names.find(name)
        return int(found) if found else None

    def write(self, working: Working, body: Any, values: Mapping[str, Any]) -> None:
        """A tie for each department that is named; the ties of one that is named no more go to the trash."""
        wanted, known = values[TIES], self.known[body.pk]
        for department in self.departments:
            ties = known.get(department, [])
            is_there = any(tie.status == "exists" for tie in ties)
            if department in wanted and not is_there:
                known[department] = [self._tie(working, department, body.pk, ties)]
            elif department not in wanted and is_there:
                for tie in ties:
                    working.remove(tie)
                known[department] = []

    def _tie(self, working: Working, department: int, body: int, ties: list[Tie]) -> Tie:
        if ties:  # a known absence, or one nobody was sure of
            return working.change(ties[0], status="exists", strength_1_5=WORKS_TOGETHER)
        return working.create(Tie(source_body_id=department, target_body_id=body, status="exists", strength_1_5=WORKS_TOGETHER))
