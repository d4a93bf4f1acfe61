"""What waits, answer by answer: who said it in which role, and what stands on the map now in the same place?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.intake.models import Proposal
from shutaf.intake.writing import TIE, as_values
from shutaf.relations.told import ToldTie, ties_told


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was said. fields: as values of the model; before: what stands there now, by the same names; is_new: nothing stands there yet."""

    ref: str
    target: str
    fields: Mapping[str, Any]
    before: Mapping[str, Any]
    is_new: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person said of one body and nobody decided yet, oldest first. at: when the latest of it was said."""

    body_ref: str
    said_by: str
    said_role: str
    said_through: str
    at: datetime
    items: tuple[Item, ...]


def answers_waiting(viewer: Viewer) -> tuple[Answer, ...]:
    """For editors. The number of queries grows with the departments that answered on ties, not with what they said."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    rows = list(Proposal.present.filter(workspace_id=viewer.workspace_id, state="waits").select_related("created_in").order_by("pk"))
    known, ties = _rows_there(viewer, rows), _Ties(viewer)
    groups: dict[tuple[str, str, str, str], list[Proposal]] = defaultdict(list)
    for row in rows:
        groups[row.body_ref, row.said_by, row.said_role, row.said_through].append(row)
    return tuple(
        Answer(*key, max(row.created_in.at for row in group), tuple(_item(row, known, ties) for row in group))
        for key, group in groups.items()
    )


def _item(row: Proposal, known: Mapping[tuple[str, str], Any], ties: _Ties) -> Item:
    fields = as_values(row.target, row.fields)
    if row.target == TIE:
        there = ties.of(row.body_ref).get(str(fields.get("with", "")))
        before = {name: getattr(there, name) for name in fields if name != "with"} if there else {}
        return Item(row.ref, row.target, fields, before, there is None)
    there = known.get((row.target, row.target_ref)) if row.target_ref else None
    before = {name: getattr(there, name) for name in fields if hasattr(there, name)} if there is not None else {}
    return Item(row.ref, row.target, fields, before, there is None)


def _rows_there(viewer: Viewer, rows: Sequence[Proposal]) -> dict[tuple[str, str], Any]:
    """(table, ref) -> row, of the rows that proposals would change; one query a table."""
    refs: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.target_ref and row.target != TIE:
            refs[row.target].add(row.target_ref)
    return {
        (target, found.ref): found
        for target, wanted in refs.items()
        for found in apps.get_model(target).present.filter(workspace_id=viewer.workspace_id, ref__in=wanted)
    }


class _Ties:
    """The ties of a body by the other's ref, read when first asked for."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer
        self._read: dict[str, dict[str, ToldTie]] = {}

    def of(self, body_ref: str) -> dict[str, ToldTie]:
        if body_ref not in self._read:
            self._read[body_ref] = {tie.other: tie for tie in ties_told(self._viewer, body_ref)}
        return self._read[body_ref]
