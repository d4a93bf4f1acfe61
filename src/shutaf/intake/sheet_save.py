"""How does a whole sheet of a department enter the map? As one deed, whatever number of rows and subjects it touches."""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.accounts.deeds import deed
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.intake.writing import BODY, Said, Told, row_of, write

MOST_ROWS = 2000
"""Ours: of one sheet at once; a department with more running actions sends a file."""


class TooManyRowsError(ValueError):
    """A sheet of more rows than are written at once."""


def sheet_save(viewer: Viewer, *, body_ref: str, said: Sequence[Said], told: Told | None = None) -> str:
    """Write all that was typed on the sheet of one body; returns the deed's ref for undo, "" when nothing was new. Editors only."""
    if len(said) > MOST_ROWS:
        raise TooManyRowsError
    with deed(viewer, "sheet_save", rule=may_edit) as working:
        body = row_of(viewer, BODY, body_ref)
        working.record.about = body.name[:300]
        working.record.save(update_fields=["about"])
        write(working, body, said, told or Told())
        return working.record.ref if working.did_something else ""
