"""Who was shown contact data of people, when, and on what?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shutaf.accounts.models import ContactRead, Workspace
from shutaf.accounts.rules import may_manage
from shutaf.accounts.viewer import NotAllowedError, Viewer

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class ReadFacts:
    """Somebody was shown how to reach people. body_ref: of which body, "" where it was of several."""

    at: datetime
    by: str
    kind: str
    what: str
    body_ref: str
    people: int


@dataclass(frozen=True, slots=True)
class ReadPage:
    """readers: who stands in the log at all; days: how long it is kept."""

    reads: tuple[ReadFacts, ...]
    readers: tuple[str, ...]
    found: int
    days: int
    page: int
    pages: int


def contact_reads_page(viewer: Viewer, *, by: str = "", page: int = 1) -> ReadPage:
    """The log, newest first, of all or of one reader; for owners. Four queries."""
    if not may_manage(viewer):
        raise NotAllowedError("may_manage")
    rows = ContactRead.objects.filter(workspace_id=viewer.workspace_id)
    readers = tuple(rows.order_by("by").values_list("by", flat=True).distinct()[:200])
    shown = rows.filter(by=by) if by else rows
    found = shown.count()
    pages = max(1, -(-found // PAGE_SIZE))
    page = min(max(1, page), pages)
    here = tuple(_facts(one) for one in shown.order_by("-at", "-pk")[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])
    days = Workspace.objects.values_list("contact_log_days", flat=True).get(pk=viewer.workspace_id)
    return ReadPage(here, readers, found, days, page, pages)


def _facts(row: ContactRead) -> ReadFacts:
    return ReadFacts(row.at, row.by, row.kind, row.what, row.body_ref, row.people)
