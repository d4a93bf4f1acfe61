"""Needs and offers that a Viewer may see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Need, Offer
from shutaf.exchange.models import Resource
from shutaf.exchange.records import resource_record


def is_offer(viewer: Viewer, ref: str) -> bool:
    """True for an offer that is there."""
    return sees_everything(viewer) and bool(Resource.present.filter(workspace_id=viewer.workspace_id, ref=ref, side="offer").exists())


def needs_and_offers(viewer: Viewer, refs: Mapping[int, str]) -> tuple[tuple[Need, ...], tuple[Offer, ...]]:
    """All of them, for editors and viewers only. refs: pk -> ref of the bodies that are there."""
    if not sees_everything(viewer):
        return (), ()
    rows = [row for row in Resource.present.filter(workspace_id=viewer.workspace_id).order_by("pk") if row.body_id in refs]
    needs = tuple(cast(Need, resource_record(row, refs)) for row in rows if row.side == "need")
    return needs, tuple(cast(Offer, resource_record(row, refs)) for row in rows if row.side == "offer")
