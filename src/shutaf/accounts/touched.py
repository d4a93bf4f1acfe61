"""Which rows did others change since we last looked? From the journal, so that only those are read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.apps import apps

from shutaf.accounts.models import Change, Deed
from shutaf.accounts.rows import Row
from shutaf.accounts.viewer import Viewer

MOST_DEEDS = 100
WITHOUT_JOURNAL = ("person_erase",)
"""Deeds whose names begin so rewrite rows and leave no word of what stood there: after them everything is read again."""


def rows_touched(viewer: Viewer, *, since: int, tables: Iterable[str]) -> Mapping[str, frozenset[int]] | None:
    """Table -> pks of its rows that deeds after the revision `since` made, changed, removed or brought back; only tables with such rows.

    None when the journal cannot tell, or there is so much of it that all may be read again. Two queries, and one a table.
    """
    deeds = list(Deed.objects.filter(workspace_id=viewer.workspace_id, revision__gt=since).values_list("pk", "name")[: MOST_DEEDS + 1])
    if len(deeds) > MOST_DEEDS or any(name.startswith(WITHOUT_JOURNAL) for _, name in deeds):
        return None
    pks, found = [pk for pk, _ in deeds], {table: set[int]() for table in tables}
    for table, row_id in Change.objects.filter(deed_id__in=pks).values_list("table", "row_id"):
        if table in found:
            found[table].add(row_id)
    for table, rows in found.items():
        model: type[Row] = apps.get_model(table)
        rows.update(model.objects.filter(created_in_id__in=pks).values_list("pk", flat=True))
    return {table: frozenset(rows) for table, rows in found.items() if rows}
