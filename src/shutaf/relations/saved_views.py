"""What changes about saved views of the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shutaf.accounts.deeds import deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.viewer import Viewer
from shutaf.relations.models import SavedView


def saved_view_save(
    viewer: Viewer, *, name: str, settings: Mapping[str, Sequence[str]], positions: Mapping[str, tuple[float, float]], ref: str = ""
) -> tuple[str, str]:
    """A new saved view, or a change of one. positions: ref of a body -> (x, y), in units of the sheet. Returns its ref and the deed's."""
    values = {
        "name": name,
        "settings": {key: list(said) for key, said in settings.items()},
        "positions": {body: [round(x, 1), round(y, 1)] for body, (x, y) in positions.items()},
    }
    with deed(viewer, "saved_view_save", about=name) as working:
        row = working.change(present_row(viewer, SavedView, ref), **values) if ref else working.create(SavedView(**values))
        return row.ref, working.record.ref


def saved_view_remove(viewer: Viewer, *, ref: str) -> str:
    """Into the trash."""
    with deed(viewer, "saved_view_remove") as working:
        row = present_row(viewer, SavedView, ref)
        working.record.about = row.name[:300]
        working.record.save(update_fields=["about"])
        working.remove(row)
        return working.record.ref
