"""What stands in one table of a workspace? Rows by their refs, as the archive has them, for programs that read everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from shutaf.accounts.rows import Row
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.stewardship.queries import TABLES, model_of

LEFT_OUT = frozenset({"intake.upload"})
READABLE = tuple(table for table in TABLES if table not in LEFT_OUT)


@dataclass(frozen=True, slots=True)
class RowsPage:
    """next: the ref after which the next page begins, "" on the last."""

    rows: tuple[dict[str, Any], ...]
    next: str
    total: int


def rows_page(viewer: Viewer, table: str, *, after: str = "", most: int = 50) -> RowsPage:
    """Rows that are not in the trash and may be read, by ref; for those who see everything. Three queries and one a kind of link."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    if table not in READABLE:
        raise NotAllowedError("table")
    model = model_of(table)
    rows = model.present.filter(workspace_id=viewer.workspace_id).exclude(model.sealed())
    found = list(rows.filter(ref__gt=after).order_by("ref")[: most + 1])
    here = found[:most]
    links = _links(viewer, model, here)
    return RowsPage(tuple(_told(row, links) for row in here), here[-1].ref if len(found) > most else "", rows.count())


def _links(viewer: Viewer, model: type[Row], rows: list[Any]) -> dict[str, dict[int, str]]:
    """Attribute of a link -> pk of what it leads to -> its ref."""
    found = {}
    for field in model.content_fields():
        if field.is_relation:
            target: Any = field.related_model
            wanted = {getattr(row, field.attname) for row in rows} - {None}
            found[field.attname] = dict(target.objects.filter(workspace_id=viewer.workspace_id, pk__in=wanted).values_list("pk", "ref"))
    return found


def _told(row: Row, links: dict[str, dict[int, str]]) -> dict[str, Any]:
    content = row.as_json()
    for name, refs in links.items():
        content[f"{name.removesuffix('_id')}_ref"] = refs.get(content.pop(name) or 0, "")
    return content
