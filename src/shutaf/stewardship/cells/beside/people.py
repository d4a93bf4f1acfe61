"""Who is the contact person of a body?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shutaf.accounts.deeds import Working
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.models import Person
from shutaf.imports.grid import clean
from shutaf.imports.problem import Problem
from shutaf.stewardship.cells.beside.part import Part
from shutaf.stewardship.cells.columns import PERSON, PERSON_FIELDS


class People(Part):
    """The first person of each body; further ones stand on the body's page."""

    def __init__(self, viewer: Viewer, pks: Sequence[int], language: str) -> None:
        super().__init__(viewer, pks, language)
        self.first: dict[int, Person] = {}
        for row in self.all_rows(viewer).filter(body_id__in=pks, removed_in=None).order_by("pk"):
            self.first.setdefault(row.body_id, row)

    @classmethod
    def is_of(cls, key: str) -> bool:
        return key.startswith(PERSON)

    @classmethod
    def all_rows(cls, viewer: Viewer) -> Any:
        return Person.objects.filter(workspace_id=viewer.workspace_id)

    def text(self, pk: int, key: str) -> str:
        person = self.first.get(pk)
        return str(getattr(person, key.removeprefix(PERSON))) if person else ""

    def read(self, text: str, key: str) -> tuple[Any, tuple[Problem, ...]]:  # noqa: ARG002 - all its columns are texts
        return clean(text), ()

    def write(self, working: Working, body: Any, values: Mapping[str, Any]) -> None:
        """Made where there is none. Somebody of whom nothing is left goes to the trash; the body's name stands for one that is not known."""
        row = self.first.get(body.pk)
        now = {name: str(getattr(row, name)) if row else "" for name in PERSON_FIELDS}
        now |= {key.removeprefix(PERSON): str(value) for key, value in values.items()}
        is_nothing = not any(value for name, value in now.items() if name != "name" or value != body.name)
        told = now | {"name": now["name"] or body.name}
        if row is None and not is_nothing:
            self.first[body.pk] = working.create(Person(body_id=body.pk, **told))
        elif row is not None and is_nothing:
            working.remove(row)
            self.first.pop(body.pk)
        elif row is not None:
            working.change(row, **told)
