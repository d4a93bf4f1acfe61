"""Bodies and people that a Viewer may see."""

from __future__ import annotations

from collections.abc import Mapping

from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Body as BodyRecord
from shutaf.analysis.situation import Person as PersonRecord
from shutaf.bodies.models import Body, Person
from shutaf.bodies.records import body_record, person_record


def body_refs(viewer: Viewer) -> Mapping[int, str]:
    """pk -> ref of the bodies that are not in the trash."""
    return dict(Body.present.filter(workspace_id=viewer.workspace_id).values_list("pk", "ref")) if sees_shared(viewer) else {}


def body_records(viewer: Viewer) -> tuple[BodyRecord, ...]:
    """All bodies in full, departments first. For editors and viewers only; partners get theirs through partnerships.queries.situation."""
    if not sees_everything(viewer):
        return ()
    rows = Body.present.filter(workspace_id=viewer.workspace_id).order_by("-is_department", "pk")
    return tuple(body_record(row) for row in rows.iterator(chunk_size=2000))


def person_records(viewer: Viewer, refs: Mapping[int, str]) -> tuple[PersonRecord, ...]:
    """All people in full, for editors and viewers only; a person of a body in the trash is hidden with it."""
    if not sees_everything(viewer):
        return ()
    rows = Person.present.filter(workspace_id=viewer.workspace_id).order_by("pk")
    return tuple(person_record(row, refs.get(row.body_id or 0, "")) for row in rows if row.body_id is None or row.body_id in refs)
