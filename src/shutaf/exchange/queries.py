"""Needs and offers that a Viewer may see."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from shutaf.accounts.rows import rows_read
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Need, Offer
from shutaf.exchange.models import Resource
from shutaf.exchange.records import resource_record


def is_offer(viewer: Viewer, ref: str) -> bool:
    """True for an offer that is there."""
    return sees_everything(viewer) and bool(Resource.present.filter(workspace_id=viewer.workspace_id, ref=ref, side="offer").exists())


def resources_by_pk(viewer: Viewer, refs: Mapping[int, str], only: Collection[int] | None = None) -> Mapping[int, Need | Offer]:
    """Needs and offers, all or those of these pks; for editors and viewers only. refs: pk -> ref of the bodies that are there."""
    return {row.pk: resource_record(row, refs) for row in rows_read(viewer, Resource, only) if row.body_id in refs}
