"""Is there a body of this name already? A doubt beside the name, never a refusal: two may be called alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from shutaf.accounts.viewer import Viewer
from shutaf.bodies.models import Body
from shutaf.imports.problem import Problem

MOST_LOOKED_AT = 200
"""Names of one op. Ours: each twin costs a query for its row number, and a longer paste has its own page for twins (`merge`)."""


def twins(viewer: Viewer, rows: Collection[Any]) -> Mapping[str, Problem]:
    """ref -> the warning of an import for the same case: where the other one stands, in the row number that the grid shows."""
    wanted = {row.sort_name: row for row in rows if row.sort_name}
    if not wanted or len(wanted) > MOST_LOOKED_AT:
        return {}
    present = Body.present.filter(workspace_id=viewer.workspace_id)
    found: dict[str, Problem] = {}
    for other in present.filter(sort_name__in=list(wanted)).order_by("pk"):
        row = wanted[other.sort_name]
        if other.pk != row.pk and row.ref not in found:
            number = present.filter(is_department=other.is_department, pk__lte=other.pk).count()
            sheet = "departments" if other.is_department else "organisations"
            found[row.ref] = Problem("name.twice", "warning", facts={"name": other.name, "first_sheet": sheet, "first_row": number})
    return found
