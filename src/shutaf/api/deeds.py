"""Everything else a member may do with data: deeds by name, rows of every table, history and trash."""

from __future__ import annotations

import inspect
from datetime import datetime
from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from ninja import Query, Schema
from pydantic import Field

from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.api.asking import Asked
from shutaf.api.contacts import noted
from shutaf.api.paging import Cursor, Limit, Page, cursor_of, ref_in
from shutaf.api.problems import RefusedError, wrong
from shutaf.api.routes import Routes
from shutaf.api.values import Done
from shutaf.partnerships.queries import situation
from shutaf.stewardship.doing import DOINGS, MetError, RefusedValuesError, do
from shutaf.stewardship.doing.deeds import Doing
from shutaf.stewardship.queries import deeds_page, trash_list
from shutaf.stewardship.told_rows import READABLE, rows_page

routes = Routes("deeds and rows")
CONTACTS = frozenset({"bodies.person", "partnerships.callanswer"})
"""Tables that say how to reach people."""


class RowMade(Schema):
    """A row that a deed made."""

    table: str
    ref: str


class DeedDone(Done):
    """What a deed did. ref: of the row it made, where it made one."""

    made: list[RowMade]


class DeedOut(Schema):
    """One action of the history."""

    ref: str
    name: str
    about: str
    at: datetime
    by: str
    role: str
    is_undone: bool


class History(Schema):
    """A page of the history, the newest first."""

    items: list[DeedOut]
    page: int
    pages: int


class TrashedRow(Schema):
    """A row in the trash."""

    table: str
    ref: str
    title: str
    by: str
    at: datetime


class Trash(Schema):
    """What was removed, the newest first; at most 300."""

    items: list[TrashedRow]


def _register(doing: Doing) -> None:
    """A route of its own, so that its values are described and checked."""

    def view(asked: Asked, values: Any) -> DeedDone:
        return done(asked, doing.name, values)

    parameters = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=kind) for name, kind in
                  (("asked", Asked), ("values", doing.shape))]  # fmt: skip
    view.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    view.__name__, view.__doc__ = f"do_{doing.name}", doing.about
    routes.write("POST", f"/deeds/{doing.name}", sees_shared, answer=DeedDone)(view)


def done(asked: Asked, name: str, values: Any) -> DeedDone:
    try:
        found = do(asked.viewer, name, values)
    except MetError as met:
        raise RefusedError(409, ", ".join(met.rows)[:1000]) from None
    except RefusedValuesError as refused:
        raise wrong("body", f"{_('does not fit')} ({refused})") from None
    made = [RowMade(table=one.table, ref=one.ref) for one in found.made]
    return DeedDone(ref=made[0].ref if made else "", made=made)


@routes.read("/rows/{table}", Page[dict[str, Any]], sees_everything)
def rows_list(
    asked: Asked, table: Annotated[str, Field(pattern=f"^({'|'.join(READABLE)})$")], cursor: Cursor = "", limit: Limit = 50
) -> Page[dict[str, Any]]:
    """Rows of any table, with every field, as the archive of the workspace has them."""
    if table in CONTACTS:
        noted(asked, situation(asked.viewer).people)
    found = rows_page(asked.viewer, table, after=ref_in(cursor) if cursor else "", most=limit)
    return Page[dict[str, Any]](items=list(found.rows), next=cursor_of(found.next) if found.next else "", total=found.total)


@routes.read("/history", History, sees_everything)
def history_list(
    asked: Asked,
    page: Annotated[int, Query(ge=1, le=100_000, description="Which page, from 1.")] = 1,
    body: Annotated[str, Query(max_length=300, pattern=r"^[^\x00]*$", description="Ref of a body: only what touched it.")] = "",
    kind: Annotated[Literal["all", "batches"], Query(description="batches: only those of many rows.")] = "all",
) -> History:
    """Who did what, the newest first; a deed is undone by the deed deed_undo."""
    found = deeds_page(asked.viewer, page=page, body=body, only_batches=kind == "batches")
    names = list(DeedOut.model_fields)
    return History(
        items=[DeedOut(**{name: getattr(one, name) for name in names}) for one in found.deeds], page=found.page, pages=found.pages
    )


@routes.read("/trash", Trash, sees_everything)
def trash_read(asked: Asked) -> Trash:
    """What is in the trash; it comes out by the deed row_restore."""
    return Trash(
        items=[TrashedRow(table=one.table, ref=one.ref, title=one.title, by=one.by, at=one.at) for one in trash_list(asked.viewer)]
    )


for each in DOINGS:
    _register(each)
