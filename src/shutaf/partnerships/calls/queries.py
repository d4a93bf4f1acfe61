"""What is known of a call, to those who prepare it, and to everybody?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias

from shutaf.accounts.queries import WorkspaceFacts, facts_of
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.models import Call, CallAnswer, CallTold

PARTS = ("title", "about", "who", "criteria", "gives", "next")
"""Of the text of a call, in the order they are read."""

Phase: TypeAlias = Literal["draft", "before", "open", "closed"]
Texts: TypeAlias = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class CallFacts:
    """A call as its page shows it. texts: by language, then by part. corrections: the oldest first."""

    ref: str
    address: str
    initiative: str
    partnership: str
    texts: Texts
    channels: tuple[str, ...]
    state: str
    opens_on: str
    closes_on: str
    published_at: datetime | None
    closed_at: datetime | None
    corrections: tuple[Mapping[str, Any], ...] = ()

    def phase(self, today: str) -> Phase:
        """Where it stands on that day: a published call is open from its first to its last day."""
        if self.state == "draft":
            return "draft"
        if self.state == "closed" or (self.closes_on and today > self.closes_on):
            return "closed"
        return "before" if self.opens_on and today < self.opens_on else "open"

    def text(self, language: str) -> Mapping[str, str]:
        return self.texts.get(language, {})

    def title_in(self, language: str) -> str:
        """In this language, else in the first that has one."""
        titles = [self.text(language).get("title", ""), *(parts.get("title", "") for parts in self.texts.values())]
        return next((title for title in titles if title), "")


@dataclass(frozen=True, slots=True)
class ToldFacts:
    """One line of the log: who was told when, how, in which language, by whom. body: "" for everybody whom the channel reaches."""

    ref: str
    body: str
    channel: str
    whom: str
    language: str
    neighbourhood: str
    told_on: str
    told_by: str
    note: str


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """One answer as it was written, for those who see everything."""

    ref: str
    name: str
    sector: str
    size: str
    language: str
    neighbourhood: str
    receipt: str
    answered_at: datetime
    state: str
    reason: str
    body: str
    contact: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, Any] = field(default_factory=dict)


def _facts(row: Call) -> CallFacts:
    return CallFacts(
        row.ref, row.address, row.initiative.ref if row.initiative else "", row.partnership.ref if row.partnership else "", row.texts, row.channels,
        row.state, row.opens_on, row.closes_on, row.published_at, row.closed_at, tuple(row.corrections),
    )  # fmt: skip


def calls_list(viewer: Viewer) -> tuple[CallFacts, ...]:
    """All of the workspace, the newest first; for those who see everything."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = Call.present.filter(workspace_id=viewer.workspace_id).select_related("initiative", "partnership").order_by("-pk")
    return tuple(_facts(row) for row in rows)


def call_found(viewer: Viewer, ref: str) -> CallFacts | None:
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    row = Call.present.select_related("initiative", "partnership").filter(workspace_id=viewer.workspace_id, ref=ref).first()
    return _facts(row) if row else None


def told_list(viewer: Viewer, ref: str) -> tuple[ToldFacts, ...]:
    """The log of a call, the last day first. A body in the trash is hidden with its lines."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = CallTold.present.select_related("body").filter(workspace_id=viewer.workspace_id, call__ref=ref, body__removed_in=None)
    return tuple(
        ToldFacts(
            row.ref, row.body.ref if row.body else "", row.channel, row.whom, row.language, row.neighbourhood, row.told_on, row.told_by, row.note
        )
        for row in rows.order_by("-told_on", "-pk")
    )  # fmt: skip


def answers_list(viewer: Viewer, ref: str) -> tuple[AnswerFacts, ...]:
    """Who answered, in the order in which they did, so that nobody is put before others."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = CallAnswer.present.select_related("body").filter(workspace_id=viewer.workspace_id, call__ref=ref).order_by("answered_at", "pk")
    return tuple(
        AnswerFacts(
            row.ref, row.name, row.sector, row.size, row.language, row.neighbourhood, row.receipt, row.answered_at, row.state, row.reason,
            row.body.ref if row.body and row.body.removed_in_id is None else "", row.contact, row.said,
        )
        for row in rows
    )  # fmt: skip


def call_public(address: str) -> tuple[CallFacts, Viewer, WorkspaceFacts] | None:
    """What everybody may know of a call that was published, and the Viewer that everybody is; None for a draft and an unknown address alike."""
    row = Call.present.select_related("workspace").filter(address=address).exclude(state="draft").first()
    if row is None:
        return None
    facts = CallFacts(
        row.ref,
        row.address,
        "",
        "",
        row.texts,
        (),
        row.state,
        row.opens_on,
        row.closes_on,
        row.published_at,
        row.closed_at,
        tuple(row.corrections),
    )
    return facts, Viewer("public", row.workspace_id, row.workspace.ref), facts_of(row.workspace)


def receipt_plain(text: str) -> str:
    """A receipt as it is kept, whatever way it was typed.

    >>> receipt_plain(" ab2c-d3fg ")
    'AB2CD3FG'
    """
    return "".join(letter for letter in text.upper() if letter.isalnum())


def receipt_day(viewer: Viewer, *, call_ref: str, receipt: str) -> datetime | None:
    """When the answer with this receipt was received; nothing else of it. None for an unknown one."""
    rows = CallAnswer.present.filter(workspace_id=viewer.workspace_id, call__ref=call_ref, receipt=receipt_plain(receipt))
    found: datetime | None = rows.values_list("answered_at", flat=True).first()
    return found
