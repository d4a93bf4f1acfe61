"""Rows of needs and offers as records of the Situation, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shutaf.analysis.situation import Need, Offer
from shutaf.analysis.situation import Resource as ResourceRecord
from shutaf.exchange.models import Resource

RESOURCE = ("title", "kind", "themes", "amount", "from_date", "until_date", "where", "conditions", "said_by", "as_of", "visible_to")


def resource_record(row: Resource, refs: Mapping[int, str]) -> Need | Offer:
    made = Need if row.side == "need" else Offer
    return made(ref=row.ref, body=refs[row.body_id], **{name: getattr(row, name) for name in RESOURCE}, own=row.own, origin=row.origin)


def resource_fields(record: ResourceRecord, ids: Mapping[str, int]) -> dict[str, Any]:
    side = "need" if isinstance(record, Need) else "offer"
    return {name: getattr(record, name) for name in RESOURCE} | {"side": side, "body_id": ids[record.body], "own": record.own}
