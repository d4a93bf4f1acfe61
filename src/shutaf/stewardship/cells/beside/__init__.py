"""What stands in columns that are rows of another table: contact person, departments, needs and offers of a body?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from shutaf.accounts.deeds import Working
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import Viewer
from shutaf.imports.problem import Problem
from shutaf.stewardship.cells.beside.part import Part
from shutaf.stewardship.cells.beside.people import People
from shutaf.stewardship.cells.beside.resources import Resources
from shutaf.stewardship.cells.beside.ties import Ties
from shutaf.stewardship.cells.columns import GridSheet

PARTS: tuple[type[Part], ...] = (People, Ties, Resources)


class Beside:
    """The rows beside some bodies of a workspace: read once for all of them, and written one by one."""

    def __init__(self, viewer: Viewer, sheet: GridSheet, pks: Sequence[int], language: str) -> None:
        kinds = [kind for kind in PARTS if any(kind.is_of(key) for key in sheet.keys)]
        self.parts = tuple(kind(viewer, pks, language) for kind in kinds)

    def part(self, key: str) -> Part | None:
        """What keeps this column; None for a field of the body itself."""
        return next((part for part in self.parts if part.is_of(key)), None)

    def read(self, text: str, key: str) -> tuple[Any, tuple[Problem, ...]]:
        part = self.part(key)
        assert part is not None, key
        return part.read(text, key)

    def text(self, pk: int, key: str) -> str:
        part = self.part(key)
        assert part is not None, key
        return part.text(pk, key)

    def write(self, working: Working, body: Any, values: Mapping[str, Any]) -> None:
        for part in self.parts:
            told = {key: value for key, value in values.items() if part.is_of(key)}
            if told:
                part.write(working, body, told)

    def offered(self, key: str) -> tuple[str, ...]:
        """Words that a column offers and that are no closed list."""
        part = self.part(key)
        return part.offered() if part else ()

    def last_writers(self, cells: Collection[tuple[int, str]]) -> dict[tuple[int, str], tuple[str, datetime]]:
        """(body, column) -> name and time of the last deed among the rows that the column shows."""
        deeds: dict[tuple[int, str], int] = {}
        for part in self.parts:
            mine = [(pk, key) for pk, key in cells if part.is_of(key)]
            last = part.last_deeds({pk for pk, _key in mine}) if mine else {}
            deeds.update({(pk, key): last[pk] for pk, key in mine if pk in last})
        known = Deed.objects.in_bulk(set(deeds.values()))
        return {cell: (known[deed].by, known[deed].at) for cell, deed in deeds.items()}
