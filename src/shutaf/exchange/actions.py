"""What changes about needs and offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shutaf.accounts.deeds import deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.rules import may_edit_body
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.queries import body_ids
from shutaf.exchange.models import Resource


def resource_save(viewer: Viewer, *, body_ref: str, side: str, ref: str = "", **fields: Any) -> str:
    """A new need or offer of a body, or a change of one; editors, and partners for the own body. Returns the deed's ref."""
    with deed(viewer, "resource_save", rule=lambda who: may_edit_body(who, body_ref), about=str(fields.get("title", ""))) as working:
        ids = body_ids(viewer, (body_ref,))
        if not ids:
            raise NotAllowedError("body")
        if ref:
            row = present_row(viewer, Resource, ref)
            if row.body_id != ids[body_ref] and not may_edit_all(viewer):
                raise NotAllowedError("may_edit_body")
            working.change(row, body_id=ids[body_ref], side=side, **fields)
        else:
            working.create(Resource(side=side, body_id=ids[body_ref], **fields))
        return working.record.ref


def may_edit_all(viewer: Viewer) -> bool:
    return viewer.role in ("owner", "editor")


def resources_create(viewer: Viewer, *, rows: Sequence[Mapping[str, Any]], op: str = "") -> str:
    """Several at once: rows with body_ref, side, title and what else is known; editors, and partners for the own bodies. One batch; returns the deed's ref."""
    refs = {row["body_ref"] for row in rows}
    with deed(
        viewer,
        "resources_create",
        rule=lambda who: bool(refs) and all(may_edit_body(who, ref) for ref in refs),
        about=str(len(rows)),
        is_batch=True,
        op=op,
    ) as working:
        ids = body_ids(viewer, refs)
        if any(ref not in ids for ref in refs):
            raise NotAllowedError("body")
        working.create_many(Resource(body_id=ids[row["body_ref"]], **{k: v for k, v in row.items() if k != "body_ref"}) for row in rows)
        return working.record.ref


def resource_remove(viewer: Viewer, *, ref: str, body_ref: str) -> str:
    """Into the trash; the body it belongs to is given, so that a partner may remove the own."""
    with deed(viewer, "resource_remove", rule=lambda who: may_edit_body(who, body_ref)) as working:
        row = present_row(viewer, Resource, ref)
        if row.body_id != body_ids(viewer, (body_ref,)).get(body_ref):
            raise NotAllowedError("may_edit_body")
        working.record.about = row.title[:300]
        working.record.save(update_fields=["about"])
        working.remove(row)
        return working.record.ref
