"""Ties, stances and influence that a Viewer may see, between bodies that are not in the trash."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from shutaf.accounts.queries import revision_now
from shutaf.accounts.rows import rows_read
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Influence as InfluenceRecord
from shutaf.analysis.situation import MapBasis as MapRecord
from shutaf.analysis.situation import Stance as StanceRecord
from shutaf.analysis.situation import Tie as TieRecord
from shutaf.bodies.queries import body_refs
from shutaf.relations.models import Influence, MapBasis, SavedView, Stance, Tie
from shutaf.relations.records import influence_record, map_record, stance_record, tie_record

Refs = Mapping[int, str]


def ties_by_pk(viewer: Viewer, refs: Refs, only: Collection[int] | None = None) -> Mapping[int, TieRecord]:
    """Ties in full, all or those of these pks; for editors and viewers only. refs: pk -> ref of the bodies that are there."""
    rows = rows_read(viewer, Tie, only)
    return {row.pk: tie_record(row, refs) for row in rows if row.source_body_id in refs and row.target_body_id in refs}


def stances_by_pk(viewer: Viewer, refs: Refs, only: Collection[int] | None = None) -> Mapping[int, StanceRecord]:
    return {row.pk: stance_record(row, refs) for row in rows_read(viewer, Stance, only) if row.body_id in refs}


def influences_by_pk(viewer: Viewer, refs: Refs, only: Collection[int] | None = None) -> Mapping[int, InfluenceRecord]:
    rows = rows_read(viewer, Influence, only)
    return {row.pk: influence_record(row, refs) for row in rows if row.source_body_id in refs and row.target_body_id in refs}


def map_basis(viewer: Viewer) -> MapRecord:
    """How the ties came to be known; `reported` by nobody yet while nothing was written."""
    row = MapBasis.present.filter(workspace_id=viewer.workspace_id).first() if sees_everything(viewer) else None
    return map_record(row) if row else MapRecord()


def tie_degrees(viewer: Viewer) -> Mapping[int, int]:
    """pk of a body -> with how many others that are there it has a known tie. Remembered by revision; one query, then none."""
    if not sees_shared(viewer):
        return {}
    revision = revision_now(viewer)
    known = _degrees.get(viewer.workspace_ref)
    if known is None or known[0] != revision:
        known = _degrees[viewer.workspace_ref] = (revision, _counted(viewer))
    return known[1]


_degrees: dict[str, tuple[int, Mapping[int, int]]] = {}


def _counted(viewer: Viewer) -> Mapping[int, int]:
    there = body_refs(viewer)
    others: dict[int, set[int]] = {}
    known = Tie.present.filter(workspace_id=viewer.workspace_id, status="exists").values_list("source_body_id", "target_body_id")
    for one, other in known.order_by().iterator(chunk_size=5000):
        if one in there and other in there:
            others.setdefault(one, set()).add(other)
            others.setdefault(other, set()).add(one)
    return {pk: len(found) for pk, found in others.items()}


@dataclass(frozen=True, slots=True)
class SavedViewFacts:
    """settings: words of an address, each with its values. positions: ref of a body -> (x, y), in units of the sheet."""

    ref: str
    name: str
    settings: Mapping[str, Sequence[str]]
    positions: Mapping[str, tuple[float, float]]
    by: str
    at: str


def _view_facts(row: SavedView) -> SavedViewFacts:
    settings = {str(key): [str(one) for one in said] for key, said in row.settings.items() if isinstance(said, list)}
    positions = {str(ref): (float(at[0]), float(at[1])) for ref, at in row.positions.items()}
    return SavedViewFacts(row.ref, row.name, settings, positions, row.changed_in.by, row.changed_in.at.date().isoformat())


def saved_views(viewer: Viewer) -> tuple[SavedViewFacts, ...]:
    """How others looked at the map, by name; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    rows = SavedView.present.filter(workspace_id=viewer.workspace_id).select_related("changed_in").order_by("name", "pk")
    return tuple(_view_facts(row) for row in rows)


def saved_view(viewer: Viewer, ref: str) -> SavedViewFacts | None:
    """One of this workspace; None for any other."""
    if not sees_everything(viewer):
        return None
    row = SavedView.present.filter(workspace_id=viewer.workspace_id, ref=ref).select_related("changed_in").first()
    return _view_facts(row) if row else None
