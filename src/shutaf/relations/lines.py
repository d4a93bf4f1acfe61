"""Ties and stances as rows with their refs, for lists and forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Stance as StanceRecord
from shutaf.analysis.situation import Tie as TieRecord
from shutaf.bodies.queries import body_refs
from shutaf.relations.models import Stance, Tie
from shutaf.relations.records import stance_record, tie_record


@dataclass(frozen=True, slots=True)
class TieLine:
    """A tie with the ref by which it is changed. quality_1_5, experience: how good it is and what worked or failed, as somebody told us."""

    ref: str
    tie: TieRecord
    quality_1_5: int | None = None
    experience: str = ""


PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class TiePage:
    """A page of ties. found: how many the filter leaves."""

    lines: tuple[TieLine, ...]
    found: int
    page: int
    pages: int


def _rows(viewer: Viewer) -> Any:
    """Ties between bodies that are there, each with its two ends."""
    rows = Tie.present.filter(workspace_id=viewer.workspace_id, source_body__removed_in=None, target_body__removed_in=None)
    return rows.select_related("source_body", "target_body").order_by("pk")


def _line(row: Tie) -> TieLine:
    ends = {row.source_body_id: row.source_body.ref, row.target_body_id: row.target_body.ref}
    return TieLine(row.ref, tie_record(row, ends), row.quality_1_5, row.experience)


def tie_lines(viewer: Viewer, *, of_body: str) -> tuple[TieLine, ...]:
    """The ties of one body with their refs, oldest first; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    return tuple(_line(row) for row in _rows(viewer).filter(Q(source_body__ref=of_body) | Q(target_body__ref=of_body)))


def tie_lessons(viewer: Viewer, body_refs: Sequence[str]) -> dict[str, list[TieLine]]:
    """ref -> ties of that body of which somebody told what worked or failed, the newest first; for those who see everything. One query."""
    if not sees_everything(viewer):
        return {}
    wanted, found = set(body_refs), defaultdict(list)
    rows = _rows(viewer).exclude(experience="").filter(Q(source_body__ref__in=wanted) | Q(target_body__ref__in=wanted))
    for row in rows.order_by("-since_date", "pk"):
        for ref in {row.source_body.ref, row.target_body.ref} & wanted:
            found[ref].append(_line(row))
    return dict(found)


def tie_lessons_of(viewer: Viewer, refs: Sequence[str]) -> dict[str, tuple[int | None, str]]:
    """ref of a tie -> (how good it is, what worked or failed), for those who see everything. One query."""
    if not sees_everything(viewer):
        return {}
    rows = _rows(viewer).filter(ref__in=set(refs)).values_list("ref", "quality_1_5", "experience")
    return {ref: (quality, experience) for ref, quality, experience in rows}


def tie_line(viewer: Viewer, ref: str) -> TieLine | None:
    """One tie, for those who see everything; None for others and for one that is not there."""
    row = _rows(viewer).filter(ref=ref).first() if sees_everything(viewer) else None
    return _line(row) if row else None


def tie_page(viewer: Viewer, *, kind: str = "", status: str = "", page: int = 1) -> TiePage:
    """Ties by page, of one kind (a key) or status; for those who see everything. Three queries at most, whatever the size."""
    if not sees_everything(viewer):
        return TiePage((), 0, 1, 1)
    rows = _rows(viewer)
    if status:
        rows = rows.filter(status=status)
    if kind:
        rows = rows.filter(pk__in=[pk for pk, word in rows.values_list("pk", "kind") if word.key == kind])
    found = rows.count()
    pages = max(1, -(-found // PAGE_SIZE))
    page = min(max(1, page), pages)
    return TiePage(tuple(_line(row) for row in rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]), found, page, pages)


@dataclass(frozen=True, slots=True)
class StanceLine:
    """A stance with the ref by which it is changed."""

    ref: str
    stance: StanceRecord


def stance_lines(viewer: Viewer) -> tuple[StanceLine, ...]:
    """All stances of bodies that are there, the oldest first; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    refs = body_refs(viewer)
    rows = Stance.present.filter(workspace_id=viewer.workspace_id).order_by("pk")
    return tuple(StanceLine(row.ref, stance_record(row, refs)) for row in rows if row.body_id in refs)
