"""What changes about the place."""

from __future__ import annotations

from typing import Any

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.places.models import Place
from shutaf.places.picking import filled, taken
from shutaf.places.queries import authority_by_ref
from shutaf.places.records import record_of


def place_change(viewer: Viewer, **fields: Any) -> str:
    """Write the local identity; the first time makes it. Returns the deed's ref."""
    with deed(viewer, "place_change") as working:
        _write(working, viewer, fields)
        return working.record.ref


def place_pick(viewer: Viewer, *, authority: str, language: str, **typed: Any) -> str:
    """Write what was typed and fill its gaps from the row of the authorities table called `authority` ("IL 28"). Returns the deed's ref."""
    found = authority_by_ref(authority)
    if found is None:
        raise NotAllowedError("authority")
    with deed(viewer, "place_pick", about=found.name_in(language)) as working:
        _write(working, viewer, {**filled(typed, found, language), "authority": found.ref})
        return working.record.ref


def place_take(viewer: Viewer, *, fact: str) -> str:
    """Take one fact from the authorities table in place of what was typed. Returns the deed's ref."""
    with deed(viewer, "place_take") as working:
        row = _place(viewer)
        found = authority_by_ref(row.authority) if row else None
        if row is None or found is None:
            raise NotAllowedError("authority")
        working.change(row, **taken(record_of(row), found, fact))
        return working.record.ref


def place_leave(viewer: Viewer) -> str:
    """The place is not that row of the table; what was filled in stays. Returns the deed's ref."""
    with deed(viewer, "place_leave") as working:
        if row := _place(viewer):
            working.change(row, authority="")
        return working.record.ref


def _place(viewer: Viewer) -> Place | None:
    row: Place | None = Place.present.filter(workspace_id=viewer.workspace_id).first()
    return row


def _write(working: Working, viewer: Viewer, fields: dict[str, Any]) -> None:
    row = _place(viewer)
    if row is None:
        working.create(Place(ref="place", **fields))
    else:
        working.change(row, **fields)
