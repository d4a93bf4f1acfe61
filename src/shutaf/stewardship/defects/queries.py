"""Which barriers were told, and how long is left for each?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.stewardship.defects.rules import may_settle
from shutaf.stewardship.models import Defect

SOON_DAYS = 15
"""Ours: with a quarter of the time left, it is marked."""

_SHOWN = 500


@dataclass(frozen=True, slots=True)
class DefectFacts:
    """What was told and what became of it. days_left: of the sixty, negative when they are over."""

    ref: str
    told_at: datetime
    due_at: datetime
    page: str
    text: str
    with_what: str
    answer_to: str
    language: str
    state: str
    answer: str
    settled_at: datetime | None
    settled_by: str
    days_left: int

    @property
    def is_late(self) -> bool:
        return self.state == "open" and self.days_left < 0

    @property
    def is_soon(self) -> bool:
        return self.state == "open" and 0 <= self.days_left <= SOON_DAYS

    @property
    def days_over(self) -> int:
        return -self.days_left


@dataclass(frozen=True, slots=True)
class DefectSaid:
    """What whoever knows a number may read: when it was told, until when it is due, what became of it."""

    told_at: datetime
    due_at: datetime
    state: str
    answer: str


def defects_list(viewer: Viewer) -> tuple[DefectFacts, ...]:
    """Open ones by how little time is left, then settled ones, newest first."""
    _ask(viewer)
    opened = Defect.objects.filter(state="open").order_by("due_at")[:_SHOWN]
    settled = Defect.objects.exclude(state="open").order_by("-settled_at")[:_SHOWN]
    return tuple(_facts(row) for row in (*opened, *settled))


def defect_found(viewer: Viewer, ref: str) -> DefectFacts | None:
    _ask(viewer)
    row = Defect.objects.filter(ref=ref).first()
    return _facts(row) if row else None


def defect_said(ref: str) -> DefectSaid | None:
    """For anybody who knows the number; nothing of what was told, and no name."""
    row = Defect.objects.filter(ref=ref).first()
    return DefectSaid(row.told_at, row.due_at, row.state, row.answer) if row else None


def defects_due(within: timedelta = timedelta(days=SOON_DAYS)) -> tuple[DefectFacts, ...]:
    """For whoever runs the service: open ones that are late or soon will be."""
    return tuple(_facts(row) for row in Defect.objects.filter(state="open", due_at__lt=timezone.now() + within).order_by("due_at"))


def _ask(viewer: Viewer) -> None:
    if not may_settle(viewer):
        raise NotAllowedError("may_settle")


def _facts(row: Defect) -> DefectFacts:
    left = (row.due_at - timezone.now()) // timedelta(days=1)
    return DefectFacts(
        row.ref, row.told_at, row.due_at, row.page, row.text, row.with_what, row.answer_to, row.language, row.state, row.answer,
        row.settled_at, row.settled_by, left,
    )  # fmt: skip
