"""What does a body need, and what does it offer, in a few words?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from shutaf import content
from shutaf.accounts.deeds import Working
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import NOTHING, Word
from shutaf.exchange.models import Resource
from shutaf.imports.grid import clean
from shutaf.imports.problem import Problem
from shutaf.imports.words import key_of, split
from shutaf.stewardship.cells.beside.part import Part
from shutaf.stewardship.cells.columns import SIDES
from shutaf.stewardship.cells.texts import joined

KINDS = "resource"


class Resources(Part):
    """Body and side -> its needs or offers. One is said by its title; "kind: title" where its kind is a word of ours."""

    def __init__(self, viewer: Viewer, pks: Sequence[int], language: str) -> None:
        super().__init__(viewer, pks, language)
        self.known: dict[tuple[int, str], list[Resource]] = defaultdict(list)
        for row in self.all_rows(viewer).filter(body_id__in=pks, removed_in=None).order_by("pk"):
            self.known[row.body_id, row.side].append(row)

    @classmethod
    def is_of(cls, key: str) -> bool:
        return key in SIDES

    @classmethod
    def all_rows(cls, viewer: Viewer) -> Any:
        return Resource.objects.filter(workspace_id=viewer.workspace_id)

    def offered(self) -> tuple[str, ...]:
        return tuple(one.names[self.language] for one in content.entries(KINDS))

    def text(self, pk: int, key: str) -> str:
        return joined(self._said(row) for row in self.known.get((pk, SIDES[key]), ()))

    def _said(self, row: Resource) -> str:
        if not row.kind.key or key_of(row.title, KINDS) == row.kind.key:
            return row.title
        return f"{content.say(KINDS, row.kind.key, self.language)}: {row.title}"

    def read(self, text: str, key: str) -> tuple[Any, tuple[Problem, ...]]:  # noqa: ARG002 - both columns are read alike
        parts = tuple(dict.fromkeys(_one(part) for part in split(clean(text))))
        too_long = [
            Problem("cell.too_long", "error", facts={"characters": len(title), "limit": 1000}) for _k, title in parts if len(title) > 1000
        ]
        return parts, tuple(too_long)

    def write(self, working: Working, body: Any, values: Mapping[str, Any]) -> None:
        """A row for each that is new; one that is named no more goes to the trash. What stays keeps its amount, dates and conditions."""
        for key, wanted in values.items():
            side = SIDES[key]
            there = {(row.kind.key, row.title): row for row in self.known[body.pk, side]}
            for row in [row for told, row in there.items() if told not in wanted]:
                working.remove(row)
                self.known[body.pk, side].remove(row)
            for kind, title in wanted:
                if (kind, title) not in there:
                    word = Word(content.say(KINDS, kind, self.language), kind) if kind else NOTHING
                    self.known[body.pk, side].append(working.create(Resource(side=side, body_id=body.pk, title=title, kind=word)))


def _one(text: str) -> tuple[str, str]:
    """(key of the kind or "", title) of "space: a hall in the evening", of "volunteers", of anything else."""
    left, sign, right = text.partition(":")
    if sign and right.strip() and (key := key_of(left, KINDS)):
        return key, right.strip()
    return key_of(text, KINDS), text
