"""What changes about ties and how the map came to be known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from shutaf.accounts.deeds import deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.network.ticks import LEVELS, level_of
from shutaf.bodies.queries import body_ids
from shutaf.relations.models import MapBasis, Tie


class TieWithItselfError(ValueError):
    """A tie joins two different bodies."""


def tie_save(viewer: Viewer, *, source_ref: str, target_ref: str, ref: str = "", **fields: Any) -> str:
    """A new tie, or a change of one; returns the deed's ref. status "none" records a known absence."""
    if source_ref == target_ref:
        raise TieWithItselfError
    with deed(viewer, "tie_save") as working:
        ids = body_ids(viewer, (source_ref, target_ref))
        if len(ids) < 2:
            raise NotAllowedError("body")
        ends = {"source_body_id": ids[source_ref], "target_body_id": ids[target_ref]}
        if ref:
            working.change(present_row(viewer, Tie, ref), **ends, **fields)
        else:
            working.create(Tie(**ends, **fields))
        return working.record.ref


def tie_remove(viewer: Viewer, *, ref: str) -> str:
    """Back to unknown, through the trash."""
    with deed(viewer, "tie_remove") as working:
        working.remove(present_row(viewer, Tie, ref))
        return working.record.ref


def ties_tick(viewer: Viewer, *, ticks: Mapping[tuple[str, str], str], reported_by: str = "") -> int:
    """The tick matrix: (department, body) -> none, knows, works, or "" for unknown. One batch; returns how many pairs changed.

    A pair is the same whichever way round it was written. "" takes back what a tick said before and leaves ties that carry more than a tick (a kind, a date, a holder) alone.
    """
    with deed(viewer, "ties_tick", about=str(len(ticks)), is_batch=True) as working:
        ids = body_ids(viewer, {ref for pair in ticks for ref in pair})
        departments = {ids[a] for a, _ in ticks if a in ids}
        either = Tie.present.filter(Q(source_body_id__in=departments) | Q(target_body_id__in=departments), workspace_id=viewer.workspace_id)
        rows = {frozenset((row.source_body_id, row.target_body_id)): row for row in either.order_by("-pk")}
        changed, new = 0, []
        for (source, target), level in ticks.items():
            if source not in ids or target not in ids or source == target:
                raise NotAllowedError("body")
            row = rows.get(frozenset((ids[source], ids[target])))
            if level == "":
                if row and not (row.kind or row.since_date or row.holder or row.source):
                    working.remove(row)
                    changed += 1
                continue
            status, strength = LEVELS[level]
            if row is None:
                new.append(
                    Tie(
                        source_body_id=ids[source],
                        target_body_id=ids[target],
                        status=status,
                        strength_1_5=strength,
                        reported_by=reported_by,
                    )
                )
            elif (row.status, level_of(row.status, row.strength_1_5)) != (status, level):
                working.change(row, status=status, strength_1_5=strength)
                changed += 1
        working.create_many(new)
        return changed + len(new)


def map_basis_change(viewer: Viewer, **fields: Any) -> str:
    """How the ties came to be known: basis, informants, asked, as_of."""
    with deed(viewer, "map_basis_change") as working:
        row = MapBasis.present.filter(workspace_id=viewer.workspace_id).first()
        if row is None:
            working.create(MapBasis(ref="map", **fields))
        else:
            working.change(row, **fields)
        return working.record.ref
