"""What happened, what is in the trash, and what would an undo meet?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Q

from shutaf.accounts.models import Change, Deed
from shutaf.accounts.rows import Row
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer

TABLES: tuple[str, ...] = (
    "places.place", "bodies.body", "bodies.person", "bodies.opportunity", "bodies.runningaction", "bodies.statement", "bodies.interest",
    "bodies.integrityfact", "relations.tie", "relations.stance", "relations.influence", "relations.mapbasis", "relations.contact",
    "relations.savedview", "exchange.resource", "exchange.matchanswer", "partnerships.initiative", "partnerships.findinganswer",
    "partnerships.partnership", "partnerships.steprecord", "partnerships.gate", "partnerships.modelanswers", "partnerships.criterion",
    "partnerships.ratinground", "partnerships.rating", "partnerships.coalitiondraft", "partnerships.considered", "partnerships.letter",
    "partnerships.call", "partnerships.calltold", "partnerships.callanswer", "cases.owncase",
    "cases.casemember", "cases.curation", "intake.upload", "intake.remembered", "intake.proposal",
    "intake.matrixbodies", "intake.rightsrequest",
)  # fmt: skip
"""Every table of rows, in the order in which they can be filled."""


def model_of(table: str) -> type[Row]:
    found: type[Row] = apps.get_model(table)
    return found


FINAL = frozenset({"call_publish", "call_correct", "person_erase", "case_publish", "case_withdraw", "case_answer"})
"""Deeds that are never undone: what was public cannot be unsaid, who was erased does not come back, and what a body said of a case is its own to change."""


@dataclass(frozen=True, slots=True)
class DeedFacts:
    """One action as the history shows it."""

    ref: str
    name: str
    about: str
    at: datetime
    by: str
    role: str
    is_batch: bool
    is_undone: bool

    @property
    def is_final(self) -> bool:
        """Everybody may have read it, so it is corrected in public and never taken back."""
        return self.name in FINAL


def _facts(row: Deed) -> DeedFacts:
    return DeedFacts(row.ref, row.name, row.about, row.at, row.by, row.role, row.is_batch, row.undone_by_id is not None)


PARTNERS_READ = ("body_create", "bodies_create", "workspace_fill", "batch_accept", "resource_save")
"""Deeds whose names partners may know of; what they were about is told to those who see everything."""


def deeds_recent(viewer: Viewer, *, most: int = 5) -> tuple[DeedFacts, ...]:
    """The latest deeds; partners see their own."""
    if not sees_shared(viewer):
        return ()
    found = Deed.objects.filter(workspace_id=viewer.workspace_id)
    if not sees_everything(viewer):
        found = found.filter(user=viewer.user_id or 0)
    return tuple(_facts(row) for row in found.order_by("-revision")[:most])


def row_made(viewer: Viewer, deed_ref: str, table: str) -> str:
    """The ref of the row that a deed made in a table, "" when it made none there."""
    made = model_of(table).objects.filter(workspace_id=viewer.workspace_id, created_in__ref=deed_ref).order_by("pk")
    return made.values_list("ref", flat=True).first() or ""


def rows_made(viewer: Viewer, deed_ref: str, *, most: int = 500) -> tuple[tuple[str, str], ...]:
    """(table, ref) of the rows that a deed made. A query a table."""
    found: list[tuple[str, str]] = []
    for table in TABLES:
        made = model_of(table).objects.filter(workspace_id=viewer.workspace_id, created_in__ref=deed_ref).order_by("pk")
        found += [(table, ref) for ref in made.values_list("ref", flat=True)[: most - len(found)]]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DeedsSince:
    """What others did after a revision: the latest of them, and how many there are in all."""

    deeds: tuple[DeedFacts, ...]
    count: int


def deeds_since(viewer: Viewer, *, revision: int, most: int = 5) -> DeedsSince:
    """Deeds of others after a revision, newest first; for those who see everything."""
    if not sees_everything(viewer):
        return DeedsSince((), 0)
    found = Deed.objects.filter(workspace_id=viewer.workspace_id, revision__gt=revision).exclude(user=viewer.user_id or 0)
    latest = tuple(_facts(row) for row in found.order_by("-revision")[: most + 1])
    return DeedsSince(latest[:most], found.count() if len(latest) > most else len(latest))


@dataclass(frozen=True, slots=True)
class DeedPage:
    deeds: tuple[DeedFacts, ...]
    page: int
    pages: int


PAGE_SIZE = 50


def deeds_page(viewer: Viewer, *, page: int = 1, by: str = "", only_batches: bool = False, body: str = "") -> DeedPage:
    """The history, newest first: of all, of one person, of batches, or of a body (ref) with all that hangs on it."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    found = Deed.objects.filter(workspace_id=viewer.workspace_id)
    if by:
        found = found.filter(by=by)
    if only_batches:
        found = found.filter(is_batch=True)
    if body:
        found = found.filter(pk__in=_deeds_of_body(viewer, body))
    count = found.count()
    pages = max(1, -(-count // PAGE_SIZE))
    page = min(max(1, page), pages)
    rows = found.order_by("-revision")[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return DeedPage(tuple(_facts(one) for one in rows), page, pages)


def _deeds_of_body(viewer: Viewer, ref: str) -> set[int]:
    """Deeds that made or changed the body, its people, ties, needs and all else that names it; two queries a table."""
    body = model_of("bodies.body").objects.filter(workspace_id=viewer.workspace_id, ref=ref).first()
    if body is None:
        return set()
    found: set[int] = set()
    for table in TABLES:
        rows = _rows_of_body(table, body)
        if rows:
            found |= set(rows.values())
            found |= set(Change.objects.filter(table=table, row_id__in=rows).values_list("deed_id", flat=True))
    return found


def _rows_of_body(table: str, body: Row) -> dict[int, int]:
    """pk -> the deed that made it, of the body's rows in a table; the body itself in its own."""
    model = model_of(table)
    condition = Q(pk=body.pk) if isinstance(body, model) else Q()
    for name in links_to_bodies(model):
        condition |= Q(**{name: body.pk})
    return dict(model.objects.filter(condition, workspace_id=body.workspace_id).values_list("pk", "created_in")) if condition else {}


def links_to_bodies(model: type[Row]) -> tuple[str, ...]:
    """Attributes of a table that hold the number of a body."""
    target = model_of("bodies.body")
    return tuple(field.attname for field in model.content_fields() if field.is_relation and field.related_model is target)


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """What a deed did to one row: fields as (name, before, after). kind: created, changed, removed, restored."""

    table: str
    ref: str
    title: str
    kind: str
    fields: tuple[tuple[str, Any, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class DeedDetail:
    deed: DeedFacts
    created: tuple[tuple[str, int], ...]  # (table, how many)
    changes: tuple[ChangeFacts, ...]
    more: int


MOST_CHANGES = 200


def deed_detail(viewer: Viewer, ref: str) -> DeedDetail | None:
    """One deed with what it did, for those who see everything."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    row = Deed.objects.filter(workspace_id=viewer.workspace_id, ref=ref).first()
    if row is None:
        return None
    created = tuple((t, n) for t in TABLES if (n := model_of(t).objects.filter(workspace_id=viewer.workspace_id, created_in=row).count()))
    changes = list(row.changes.order_by("pk")[: MOST_CHANGES + 1])
    shown = tuple(_change(viewer, one) for one in changes[:MOST_CHANGES])
    return DeedDetail(_facts(row), created, shown, max(0, row.changes.count() - MOST_CHANGES) if len(changes) > MOST_CHANGES else 0)


def _change(viewer: Viewer, change: Change) -> ChangeFacts:
    row = model_of(change.table).objects.filter(pk=change.row_id, workspace_id=viewer.workspace_id).first()
    fields = tuple((name, change.before.get(name), change.after.get(name)) for name in change.after)
    return ChangeFacts(change.table, row.ref if row else "", title_of(row) if row else "", change.kind, fields)


def title_of(row: Row) -> str:
    """What a person calls the row."""
    for name in ("name", "title", "objective", "idea", "key", "text", "theirs"):
        if text := getattr(row, name, ""):
            return str(text)
    return ""


@dataclass(frozen=True, slots=True)
class TrashLine:
    """A row in the trash."""

    table: str
    ref: str
    title: str
    by: str
    at: datetime


TRASHABLE = (
    "bodies.body", "bodies.person", "bodies.opportunity", "bodies.runningaction", "bodies.interest", "bodies.integrityfact", "relations.tie",
    "relations.contact", "relations.savedview", "exchange.resource", "partnerships.initiative", "partnerships.partnership",
    "partnerships.ratinground", "cases.owncase",
)  # fmt: skip


def trash_list(viewer: Viewer, *, most: int = 300) -> tuple[TrashLine, ...]:
    """What was removed, newest first."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    found = [
        TrashLine(table, row.ref, _trash_title(row), row.removed_in.by, row.removed_in.at)
        for table in TRASHABLE
        for row in _removed(viewer, table).order_by("-removed_in_id")[:most]
    ]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True)[:most])


def _removed(viewer: Viewer, table: str) -> Any:
    rows = model_of(table).objects.filter(workspace_id=viewer.workspace_id).exclude(removed_in=None).select_related("removed_in")
    return rows.select_related("source_body", "target_body") if table == "relations.tie" else rows


def _trash_title(row: Any) -> str:
    if hasattr(row, "source_body"):
        return f"\u2068{row.source_body.name}\u2069 – \u2068{row.target_body.name}\u2069"
    return title_of(row)
