"""A Place row as the Situation's Place, and back."""

from __future__ import annotations

from typing import Any

from shutaf.analysis.situation import Place as Record
from shutaf.places.models import Place

FIELDS = (
    "name", "names", "country", "population", "languages", "cluster_1_10", "currency", "time_zone", "goals", "challenges", "assets",
    "population_groups", "economy", "anchor_institutions", "neighbourhoods",
)  # fmt: skip


def record_of(row: Place) -> Record:
    return Record(**{name: getattr(row, name) for name in FIELDS}, own=row.own, origin=row.origin)


def fields_of(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in FIELDS} | {"own": record.own}
