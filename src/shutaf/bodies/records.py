"""Rows of bodies and people as records of the Situation, and back."""

from __future__ import annotations

from typing import Any

from shutaf.analysis.situation import Body as BodyRecord
from shutaf.analysis.situation import Department
from shutaf.analysis.situation import Person as PersonRecord
from shutaf.bodies.models import Body, Person

BODY = (
    "name", "sector", "names", "kind", "registration_no", "city", "neighbourhood", "themes", "population_groups", "own_targets", "motives",
    "barriers", "opportunities", "influence_1_10", "interest_1_10", "change_agent", "invite", "rated_by", "as_of", "source", "lat", "lon",
)  # fmt: skip
DEPARTMENT = ("contact", "targets", "goals_not_alone", "limits", "decides", "would_join")
PERSON = ("name", "role", "from_date", "until_date", "email", "phone", "language", "source")


def body_record(row: Body) -> BodyRecord:
    department = Department(**{name: getattr(row, name) for name in DEPARTMENT}) if row.is_department else None
    return BodyRecord(ref=row.ref, **{name: getattr(row, name) for name in BODY}, department=department, own=row.own, origin=row.origin)


def body_fields(record: BodyRecord) -> dict[str, Any]:
    department = record.department or Department()
    fields = {name: getattr(record, name) for name in BODY} | {name: getattr(department, name) for name in DEPARTMENT}
    return fields | {"ref": record.ref, "is_department": record.is_department, "own": record.own}


def person_record(row: Person, body_ref: str) -> PersonRecord:
    return PersonRecord(
        ref=row.ref, **{name: getattr(row, name) for name in PERSON}, body=body_ref or row.body_text, own=row.own, origin=row.origin
    )


def person_fields(record: PersonRecord, body_id: int | None) -> dict[str, Any]:
    fields = {name: getattr(record, name) for name in PERSON} | {"ref": record.ref, "own": record.own}
    return fields | {"body_id": body_id, "body_text": "" if body_id else record.body}
