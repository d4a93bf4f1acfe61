"""What changes about bodies and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shutaf.accounts.deeds import deed
from shutaf.accounts.rows import new_ref, present_row
from shutaf.accounts.rules import may_edit, may_edit_body
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import NOTHING, Word
from shutaf.analysis.visible import OWN_BODY
from shutaf.bodies.models import Body, Person

PARTNER_FIELDS = OWN_BODY - {"ref", "origin", "sector", "registration_no"}
"""What a partner may change of the own body: what it says of itself, not how the map counts it."""


def body_create(viewer: Viewer, *, name: str, **fields: Any) -> str:
    """A new organisation or department; returns its ref."""
    with deed(viewer, "body_create", about=name) as working:
        row: Body = working.create(Body(name=name, **fields))
        return row.ref


def bodies_create(viewer: Viewer, *, rows: Sequence[Mapping[str, Any]], about: str = "") -> tuple[str, ...]:
    """Many bodies at once, as one batch that can be undone whole; returns their refs. A `person` beside a name becomes a person of it."""
    with deed(viewer, "bodies_create", about=about, is_batch=True) as working:
        made = working.create_many([Body(**{k: v for k, v in row.items() if k != "person"}) for row in rows])
        people = [
            Person(body_id=body.pk, **row["person"]) for body, row in zip(made, rows, strict=True) if row.get("person", {}).get("name")
        ]
        working.create_many(people)
        return tuple(body.ref for body in made)


def body_change(viewer: Viewer, *, ref: str, **fields: Any) -> str:
    """Change fields of a body; a partner those of the own body that are theirs to say. Returns the deed's ref."""
    if not may_edit(viewer) and (not may_edit_body(viewer, ref) or not set(fields) <= PARTNER_FIELDS):
        raise NotAllowedError("may_edit_body")
    with deed(viewer, "body_change", rule=lambda who: may_edit_body(who, ref)) as working:
        row = present_row(viewer, Body, ref)
        working.record.about = row.name[:300]
        working.record.save(update_fields=["about"])
        working.change(row, **fields)
        return working.record.ref


def bodies_sector(viewer: Viewer, *, by_ref: Mapping[str, str]) -> int:
    """Set the sector of several bodies at once: a key of a sector, `department`, or "" for not known. Returns how many changed."""
    with deed(viewer, "bodies_sector", about=str(len(by_ref)), is_batch=True) as working:
        rows = Body.present.filter(workspace_id=viewer.workspace_id, ref__in=by_ref)
        for row in rows:
            key = by_ref[row.ref]
            is_department = key == "department"
            sector = (
                row.sector
                if row.sector.key == key
                else Word("" if is_department else key, "" if is_department else key)
                if key
                else NOTHING
            )
            working.change(row, is_department=is_department, sector=NOTHING if is_department else sector)
        return len(rows)


def body_remove(viewer: Viewer, *, ref: str) -> str:
    """Into the trash, with what hangs on it hidden meanwhile; returns the deed's ref, for undo."""
    with deed(viewer, "body_remove") as working:
        row = present_row(viewer, Body, ref)
        working.record.about = row.name[:300]
        working.record.save(update_fields=["about"])
        working.remove(row)
        return working.record.ref


def person_save(viewer: Viewer, *, body_ref: str, ref: str = "", **fields: Any) -> str:
    """A new person of a body, or a change of one; editors, and partners for the own body."""
    with deed(viewer, "person_save", rule=lambda who: may_edit_body(who, body_ref), about=str(fields.get("name", ""))) as working:
        body = present_row(viewer, Body, body_ref)
        if not ref:
            made: Person = working.create(Person(ref=new_ref("p"), body_id=body.pk, **fields))
            return made.ref
        row = Person.present.filter(workspace_id=viewer.workspace_id, ref=ref, body_id=body.pk).first()
        if not isinstance(row, Person):
            raise NotAllowedError("person")
        working.change(row, **fields)
        return row.ref


def person_remove(viewer: Viewer, *, ref: str) -> str:
    with deed(viewer, "person_remove") as working:
        working.remove(present_row(viewer, Person, ref))
        return working.record.ref
