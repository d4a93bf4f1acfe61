"""Rows of ties, stances, influence and the map as records of the Situation, and back. ids: pk of a body by its ref."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shutaf.analysis.situation import Influence as InfluenceRecord
from shutaf.analysis.situation import MapBasis as MapRecord
from shutaf.analysis.situation import Stance as StanceRecord
from shutaf.analysis.situation import Tie as TieRecord
from shutaf.relations.models import Influence, MapBasis, Stance, Tie

Refs = Mapping[int, str]
Ids = Mapping[str, int]
TIE = ("status", "kind", "direction", "strength_1_5", "since_date", "until_date", "holder", "reported_by", "source")
STANCE = ("objective", "level", "said_by")
INFLUENCE = ("level_0_4", "said_by")
MAP = ("basis", "informants", "asked", "as_of")


def tie_record(row: Tie, refs: Refs) -> TieRecord:
    return TieRecord(
        source_ref=refs[row.source_body_id], target_ref=refs[row.target_body_id], **{name: getattr(row, name) for name in TIE},
        own=row.own, origin=row.origin,
    )  # fmt: skip


def tie_fields(record: TieRecord, ids: Ids) -> dict[str, Any]:
    ends = {"source_body_id": ids[record.source_ref], "target_body_id": ids[record.target_ref]}
    return {name: getattr(record, name) for name in TIE} | ends | {"own": record.own}


def stance_record(row: Stance, refs: Refs) -> StanceRecord:
    return StanceRecord(body=refs[row.body_id], **{name: getattr(row, name) for name in STANCE}, own=row.own, origin=row.origin)


def stance_fields(record: StanceRecord, ids: Ids) -> dict[str, Any]:
    return {name: getattr(record, name) for name in STANCE} | {"body_id": ids[record.body], "own": record.own}


def influence_record(row: Influence, refs: Refs) -> InfluenceRecord:
    return InfluenceRecord(
        source_ref=refs[row.source_body_id], target_ref=refs[row.target_body_id], **{name: getattr(row, name) for name in INFLUENCE},
        own=row.own, origin=row.origin,
    )  # fmt: skip


def influence_fields(record: InfluenceRecord, ids: Ids) -> dict[str, Any]:
    ends = {"source_body_id": ids[record.source_ref], "target_body_id": ids[record.target_ref]}
    return {name: getattr(record, name) for name in INFLUENCE} | ends | {"own": record.own}


def map_record(row: MapBasis) -> MapRecord:
    return MapRecord(**{name: getattr(row, name) for name in MAP})


def map_fields(record: MapRecord) -> dict[str, Any]:
    return {name: getattr(record, name) for name in MAP}
