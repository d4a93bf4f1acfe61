"""Rows of initiatives as records of the Situation, and back."""

from __future__ import annotations

from typing import Any

from shutaf.analysis.situation import Initiative as Record
from shutaf.partnerships.models import Initiative

FIELDS = (
    "name",
    "problem",
    "typology",
    "requires",
    "gains",
    "chance_0_1",
    "months_to_result",
    "criteria",
    "idea",
    "law",
    "capital",
    "must_prove",
    "offers",
    "shortlist",
)


def initiative_record(row: Initiative) -> Record:
    gains_what = tuple((str(who), str(what)) for who, what in row.gains_what.items())
    return Record(ref=row.ref, **{name: getattr(row, name) for name in FIELDS}, gains_what=gains_what, own=row.own, origin=row.origin)


def initiative_fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in FIELDS} | {"gains_what": dict(record.gains_what), "ref": record.ref, "own": record.own}
