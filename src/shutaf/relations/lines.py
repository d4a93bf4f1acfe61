"""Ties and stances as rows with their refs, for lists and forms."""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Stance as StanceRecord
from shutaf.analysis.situation import Tie as TieRecord
from shutaf.bodies.queries import body_refs
from shutaf.relations.models import Stance, Tie
from shutaf.relations.records import stance_record, tie_record


@dataclass(frozen=True, slots=True)
class TieLine:
    """A tie with the ref by which it is changed. quality_1_5, experience: how good it is and what worked or failed, as somebody told us."""

    ref: str
    tie: TieRecord
    quality_1_5: int | None = None
    experience: str = ""


def tie_lines(viewer: Viewer, *, of_body: str = "") -> tuple[TieLine, ...]:
    """All ties with their refs, or those of one body; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    refs = body_refs(viewer)
    rows = Tie.present.filter(workspace_id=viewer.workspace_id).order_by("pk")
    if of_body:
        pk = next((pk for pk, ref in refs.items() if ref == of_body), 0)
        rows = rows.filter(source_body_id=pk) | rows.filter(target_body_id=pk)
    return tuple(
        TieLine(row.ref, tie_record(row, refs), row.quality_1_5, row.experience)
        for row in rows
        if row.source_body_id in refs and row.target_body_id in refs
    )


@dataclass(frozen=True, slots=True)
class StanceLine:
    """A stance with the ref by which it is changed."""

    ref: str
    stance: StanceRecord


def stance_lines(viewer: Viewer) -> tuple[StanceLine, ...]:
    """All stances of bodies that are there, the oldest first; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    refs = body_refs(viewer)
    rows = Stance.present.filter(workspace_id=viewer.workspace_id).order_by("pk")
    return tuple(StanceLine(row.ref, stance_record(row, refs)) for row in rows if row.body_id in refs)
