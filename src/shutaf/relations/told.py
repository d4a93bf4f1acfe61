"""What did somebody say of the ties of one body, and how does it become rows?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from shutaf.accounts.deeds import Working
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.network.ticks import LEVELS, level_of
from shutaf.bodies.queries import body_ids, body_refs
from shutaf.relations.models import Tie


@dataclass(frozen=True, slots=True)
class ToldTie:
    """One tie of a body with `other`. level: works, knows, none, or "" for neither. quality_1_5: how good it is, None where nobody said."""

    ref: str
    other: str
    level: str
    quality_1_5: int | None
    experience: str
    reported_by: str


def ties_told(viewer: Viewer, body_ref: str) -> tuple[ToldTie, ...]:
    """The ties of one body, one row a partner, with how good they are; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    refs = body_refs(viewer)
    pk = next((pk for pk, ref in refs.items() if ref == body_ref), 0)
    found: dict[str, ToldTie] = {}
    for row in _of(viewer, pk):
        other = refs.get(row.target_body_id if row.source_body_id == pk else row.source_body_id)
        if other:
            level = level_of(row.status, row.strength_1_5)
            found.setdefault(other, ToldTie(row.ref, other, level, row.quality_1_5, row.experience, row.reported_by))
    return tuple(found.values())


def levels_told(viewer: Viewer, body_ref: str) -> Mapping[str, str]:
    """ref of a body -> the tick that its tie with this one shows now."""
    return {tie.other: tie.level for tie in ties_told(viewer, body_ref)}


def tie_told(working: Working, *, body_id: int, other_id: int, reported_by: str = "", level: str | None = None, **fields: Any) -> None:
    """Write what was said of one pair. level: None says nothing of it, "" takes the tie back to unknown. A tie that says the same stays as it is."""
    row = next((row for row in _of(working.viewer, body_id) if other_id in (row.source_body_id, row.target_body_id)), None)
    if level == "":
        if row is not None:
            working.remove(row)
        return
    status, strength = LEVELS[level or "works"]
    if row is None:
        working.create(
            Tie(source_body_id=body_id, target_body_id=other_id, status=status, strength_1_5=strength, reported_by=reported_by, **fields)
        )
        return
    if level is not None and level_of(row.status, row.strength_1_5) != level:
        fields |= {"status": status, "strength_1_5": strength}
        fields |= {"reported_by": reported_by} if reported_by else {}
    working.change(row, **fields)


def _of(viewer: Viewer, pk: int) -> list[Tie]:
    """Ties of a body, its own reports first, the latest of each first."""
    rows = Tie.present.filter(Q(source_body_id=pk) | Q(target_body_id=pk), workspace_id=viewer.workspace_id)
    return sorted(rows, key=lambda row: (row.source_body_id != pk, -row.pk))


def pair_ids(viewer: Viewer, body_ref: str, other_ref: str) -> tuple[int, int] | None:
    """The pks of two different bodies that are there, else None."""
    ids = body_ids(viewer, (body_ref, other_ref))
    return (ids[body_ref], ids[other_ref]) if len(ids) == 2 else None


def tie_with(viewer: Viewer, body_ref: str, other_ref: str) -> ToldTie | None:
    """What is written of one pair, for the action that asks whether an answer says anything new. Its caller decides who may know."""
    ids = pair_ids(viewer, body_ref, other_ref)
    row = next((row for row in _of(viewer, ids[0]) if ids[1] in (row.source_body_id, row.target_body_id)), None) if ids else None
    if row is None:
        return None
    level = level_of(row.status, row.strength_1_5)
    return ToldTie(row.ref, other_ref, level, row.quality_1_5, row.experience, row.reported_by)


def rated_bodies(viewer: Viewer) -> frozenset[int]:
    """pks of the bodies of which at least one tie is said to be good or bad, in points or in words; for those who see everything."""
    if not sees_everything(viewer):
        return frozenset()
    rows = Tie.present.filter(~Q(quality_1_5=None) | ~Q(experience=""), workspace_id=viewer.workspace_id)
    return frozenset(pk for pair in rows.values_list("source_body_id", "target_body_id") for pk in pair)
