"""What changes about the log of contacts: who met whom, and what was promised."""

from __future__ import annotations

from typing import Any

from shutaf.accounts.deeds import deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.queries import body_ids
from shutaf.relations.models import Contact


class ContactIncompleteError(ValueError):
    """Three fields make a contact; a quote needs the speaker and the role. what: date, ours, speaker or role."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def contact_save(viewer: Viewer, *, body_ref: str, ref: str = "", **fields: Any) -> str:
    """A new contact with a body, or a change of one; returns the deed's ref. What was said is kept with who said it and in which role."""
    _complete(fields)
    with deed(viewer, "contact_save") as working:
        ids = body_ids(viewer, (body_ref,))
        if not ids:
            raise NotAllowedError("body")
        row = (
            working.change(_contact(viewer, ref), body_id=ids[body_ref], **fields)
            if ref
            else working.create(Contact(body_id=ids[body_ref], **fields))
        )
        working.record.about = row.body.name[:300]
        working.record.save(update_fields=["about"])
        return working.record.ref


def _complete(fields: dict[str, Any]) -> None:
    for name, what in (("on_date", "date"), ("ours", "ours")):
        if not str(fields.get(name, "")).strip():
            raise ContactIncompleteError(what)
    if fields.get("said"):
        for name, what in (("theirs", "speaker"), ("theirs_role", "role")):
            if not str(fields.get(name, "")).strip():
                raise ContactIncompleteError(what)


def contact_settle(viewer: Viewer, *, ref: str, is_settled: bool = True) -> str:
    """What was promised is kept, or open again; returns the deed's ref."""
    with deed(viewer, "contact_settle") as working:
        row = _contact(viewer, ref)
        working.record.about = row.body.name[:300]
        working.record.save(update_fields=["about"])
        working.change(row, is_settled=is_settled)
        return working.record.ref


def contact_remove(viewer: Viewer, *, ref: str) -> str:
    with deed(viewer, "contact_remove") as working:
        row = _contact(viewer, ref)
        working.record.about = row.body.name[:300]
        working.record.save(update_fields=["about"])
        working.remove(row)
        return working.record.ref


def _contact(viewer: Viewer, ref: str) -> Contact:
    rows = Contact.present.filter(workspace_id=viewer.workspace_id, ref=ref, body__removed_in=None).select_related("body")
    row = rows.first()
    if not isinstance(row, Contact):
        raise NotAllowedError("contact")
    return row
