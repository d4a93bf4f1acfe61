"""Who met whom, what was said in which role, and which promises are open?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Word
from shutaf.relations.models import Contact

PAGE_SIZE = 50
PROMISED = ~Q(promised_by_us="") | ~Q(promised_by_them="")


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """One contact. body: its ref; theirs and theirs_role: who spoke, in which role."""

    ref: str
    body: str
    on_date: str
    ours: str
    ours_role: str
    theirs: str
    theirs_role: str
    way: Word
    said: str
    promised_by_us: str
    promised_by_them: str
    due_date: str
    is_settled: bool

    @property
    def is_promise(self) -> bool:
        return bool(self.promised_by_us or self.promised_by_them)

    def is_overdue(self, today: str) -> bool:
        """An open promise whose day, month or year is over. today: ISO day."""
        return self.is_promise and not self.is_settled and bool(self.due_date) and self.due_date < today[: len(self.due_date)]


@dataclass(frozen=True, slots=True)
class ContactPage:
    """found: how many the filter leaves; open: how many promises are open in all."""

    contacts: tuple[ContactFacts, ...]
    found: int
    open: int
    page: int
    pages: int


def contacts_page(viewer: Viewer, *, only_open: bool = False, page: int = 1) -> ContactPage:
    """The log, newest first; or open promises, those due first. Three queries."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = _there(viewer)
    unsettled = rows.filter(PROMISED, is_settled=False)
    shown = unsettled.order_by("due_date", "on_date", "pk") if only_open else rows.order_by("-on_date", "-pk")
    found, is_open = shown.count(), unsettled.count()
    pages = max(1, -(-found // PAGE_SIZE))
    page = min(max(1, page), pages)
    here = tuple(_facts(row) for row in shown[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])
    if only_open:  # those without a day come last
        here = tuple(sorted(here, key=lambda one: not one.due_date))
    return ContactPage(here, found, is_open, page, pages)


def contacts_of(viewer: Viewer, body_ref: str) -> tuple[ContactFacts, ...]:
    """All contacts with one body, newest first; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    return tuple(_facts(row) for row in _there(viewer).filter(body__ref=body_ref).order_by("-on_date", "-pk"))


def contacts_with(viewer: Viewer, body_refs: Sequence[str]) -> dict[str, list[ContactFacts]]:
    """ref -> all contacts with that body, newest first; for those who see everything. One query."""
    if not sees_everything(viewer):
        return {}
    found: dict[str, list[ContactFacts]] = defaultdict(list)
    for row in _there(viewer).filter(body__ref__in=body_refs).order_by("-on_date", "-pk"):
        found[row.body.ref].append(_facts(row))
    return dict(found)


def promises_open(viewer: Viewer, body_refs: Sequence[str]) -> dict[str, list[ContactFacts]]:
    """ref -> contacts with a promise that is not kept yet. One query."""
    if not sees_everything(viewer):
        return {}
    found: dict[str, list[ContactFacts]] = defaultdict(list)
    for row in _there(viewer).filter(PROMISED, is_settled=False, body__ref__in=body_refs).order_by("due_date", "pk"):
        found[row.body.ref].append(_facts(row))
    return dict(found)


def contact(viewer: Viewer, ref: str) -> ContactFacts | None:
    row = _there(viewer).filter(ref=ref).first() if sees_everything(viewer) else None
    return _facts(row) if row else None


def _there(viewer: Viewer) -> Any:
    rows = Contact.present.filter(workspace_id=viewer.workspace_id, body__removed_in=None)
    return rows.select_related("body").only(*(field.name for field in Contact.content_fields()), "body__ref")


def _facts(row: Contact) -> ContactFacts:
    return ContactFacts(
        row.ref, row.body.ref, row.on_date, row.ours, row.ours_role, row.theirs, row.theirs_role, row.way, row.said, row.promised_by_us,
        row.promised_by_them, row.due_date, row.is_settled,
    )  # fmt: skip


def promises_by_us(viewer: Viewer, *, most: int = 3) -> tuple[ContactFacts, ...]:
    """Open promises of our own side, those with the nearest day first; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    rows = _there(viewer).filter(is_settled=False).exclude(promised_by_us="").order_by("due_date", "on_date", "pk")
    dated, undated = rows.exclude(due_date=""), rows.filter(due_date="")
    return tuple(_facts(row) for row in (*dated[:most], *undated[:most]))[:most]


def bodies_met(viewer: Viewer) -> frozenset[str]:
    """Refs of the bodies in the log; for those who see everything."""
    if not sees_everything(viewer):
        return frozenset()
    return frozenset(_there(viewer).values_list("body__ref", flat=True).order_by().distinct())
