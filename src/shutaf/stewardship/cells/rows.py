"""Which rows does the grid show, and what changed in them since?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from shutaf.accounts.queries import revision_now
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.text.search import query_tokens
from shutaf.stewardship.cells.beside import PARTS, Beside
from shutaf.stewardship.cells.columns import GridSheet, sheet_of
from shutaf.stewardship.cells.texts import shown
from shutaf.stewardship.queries import model_of

PAGE_ROWS = 200
MOST_NEWS = 2_500
"""Rows told in one answer: more than one paste may make. Who was away for longer loads the page again."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: its ref and the texts of its cells, in the order of the sheet's columns."""

    ref: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridPage:
    rows: tuple[GridRow, ...]
    total: int
    page: int
    pages: int
    revision: int
    offered: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class GridNews:
    """What others did. gone: refs of rows that lie in the trash now. is_too_much: load the page again."""

    revision: int
    rows: tuple[tuple[GridRow, str, datetime], ...] = ()
    gone: tuple[str, ...] = ()
    is_too_much: bool = False


def cells_page(viewer: Viewer, sheet_key: str, *, language: str, text: str = "", page: int = 1) -> GridPage:
    """Rows in the order they were written down, by page; for editors. Few queries, as many for any size."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    sheet = sheet_of(sheet_key)
    revision = revision_now(viewer)
    found = _rows(viewer, sheet).filter(removed_in=None)
    for alternatives in query_tokens(text):
        condition = Q()
        for token in alternatives:
            condition |= Q(search__contains=f" {token}")
        found = found.filter(condition)
    total = found.count()
    pages = max(1, -(-total // PAGE_ROWS))
    page = min(max(1, page), pages)
    rows = list(found.order_by("pk")[(page - 1) * PAGE_ROWS : page * PAGE_ROWS])
    beside = Beside(viewer, sheet, [row.pk for row in rows], language)
    return GridPage(
        tuple(grid_rows(rows, sheet, beside, language)), total, page, pages, revision, {key: beside.offered(key) for key in sheet.keys}
    )


def _rows(viewer: Viewer, sheet: GridSheet) -> Any:
    return model_of(sheet.table).objects.filter(workspace_id=viewer.workspace_id, **sheet.fixed)


def grid_rows(rows: Iterable[Any], sheet: GridSheet, beside: Beside, language: str) -> list[GridRow]:
    return [GridRow(row.ref, tuple(cell_text(row, key, sheet, beside, language) for key in sheet.keys)) for row in rows]


def cell_text(row: Any, key: str, sheet: GridSheet, beside: Beside, language: str) -> str:
    """What one cell shows."""
    if beside.part(key):
        return beside.text(row.pk, key)
    column = sheet.columns[key]
    value = dict(row.names).get(column.language, "") if column.language else getattr(row, key)
    return shown(value, column, language)


def cells_news(viewer: Viewer, sheet_key: str, *, since: int, language: str) -> GridNews:
    """What was written after the revision `since`; two queries while nobody writes."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    revision = revision_now(viewer)
    if revision <= since:
        return GridNews(revision)
    sheet = sheet_of(sheet_key)
    touched = _touched(viewer, sheet, since)
    if len(touched) > MOST_NEWS:
        return GridNews(revision, is_too_much=True)
    rows = list(_rows(viewer, sheet).filter(pk__in=touched).select_related("changed_in").order_by("pk"))
    beside = Beside(viewer, sheet, [row.pk for row in rows], language)
    there = [row for row in rows if row.removed_in_id is None]
    said = zip(grid_rows(there, sheet, beside, language), there, strict=True)
    news = tuple((line, row.changed_in.by, row.changed_in.at) for line, row in said)
    return GridNews(revision, news, tuple(row.ref for row in rows if row.removed_in_id is not None))


def _touched(viewer: Viewer, sheet: GridSheet, since: int) -> Sequence[int]:
    """The rows of the sheet that changed, or beside which something did."""
    later = {"workspace_id": viewer.workspace_id, "changed_in__revision__gt": since}
    most = MOST_NEWS + 1
    found = set(model_of(sheet.table).objects.filter(**later, **sheet.fixed).values_list("pk", flat=True)[:most])
    for part in PARTS:
        if any(part.is_of(key) for key in sheet.keys):
            found |= part.touched(viewer, since, most)
    return sorted(found)
