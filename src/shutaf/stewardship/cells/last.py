"""Who wrote what stands in a cell, and when?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from shutaf.accounts.models import Change
from shutaf.stewardship.cells.beside import Beside
from shutaf.stewardship.cells.columns import GridSheet

MOST_CHANGES = 5_000


def last_writers(cells: Iterable[tuple[Any, str]], sheet: GridSheet, beside: Beside) -> dict[tuple[str, str], tuple[str, datetime]]:
    """(row, field) -> (name, time) of the deed that wrote the field last; of the row's last deed where the field is kept beside it."""
    wanted = list(cells)
    by_pk = {row.pk: row for row, _field in wanted}
    found: dict[tuple[int, str], tuple[str, datetime]] = {}
    changes = Change.objects.filter(table=sheet.table, row_id__in=list(by_pk), kind="changed").select_related("deed")
    for change in changes.order_by("-pk")[:MOST_CHANGES]:
        for name in change.after:
            found.setdefault((change.row_id, name), (change.deed.by, change.deed.at))
    hanging = beside.last_writers([(row.pk, field) for row, field in wanted])
    said = {}
    for row, field in wanted:
        name = "names" if field.startswith("name_") else field
        made = (row.created_in.by, row.created_in.at)
        said[row.ref, field] = hanging.get((row.pk, field)) or found.get((row.pk, name), made)
    return said
