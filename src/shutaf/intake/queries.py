"""What waits, and what is known about an upload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.imports.mend import Mend
from shutaf.intake.files import paths_in
from shutaf.intake.models import Proposal, Remembered, Upload


@dataclass(frozen=True, slots=True)
class UploadFacts:
    """A file on its way in. paths: where it lies; empty when it was forgotten."""

    ref: str
    name: str
    state: str
    by: str
    at: datetime
    accepted_as: str
    paths: tuple[Path, ...]
    mapping: Mapping[str, str]
    sector_map: Mapping[str, str]
    mends: tuple[Mend, ...]


def _facts(row: Upload) -> UploadFacts:
    return UploadFacts(
        row.ref, row.name, row.state, row.created_in.by, row.created_in.at, row.accepted_as, paths_in(row.folder), row.told.get("mapping", {}),
        row.told.get("sector_map", {}), tuple(Mend(*one) for one in row.mends),
    )  # fmt: skip


def upload_found(viewer: Viewer, ref: str) -> UploadFacts | None:
    """For editors."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    row = Upload.present.filter(workspace_id=viewer.workspace_id, ref=ref).select_related("created_in").first()
    return _facts(row) if row else None


def uploads_open(viewer: Viewer) -> tuple[UploadFacts, ...]:
    """The latest fifty files on their way in whose bytes are still here; for editors."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    rows = Upload.present.filter(workspace_id=viewer.workspace_id, state="open").select_related("created_in").order_by("-pk")[:50]
    return tuple(facts for facts in map(_facts, rows) if facts.paths)


def remembered_all(viewer: Viewer) -> tuple[Mapping[str, Any], ...]:
    """What was told of the columns of sheets before, the latest first; for editors."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    rows = Remembered.present.filter(workspace_id=viewer.workspace_id).order_by("-changed_in_id", "-pk")
    return tuple(row.told for row in rows)


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """Something a body said that waits. before and after by field; before is empty for a new row."""

    ref: str
    target: str
    target_ref: str
    body_ref: str
    fields: Mapping[str, Any]
    said_by: str
    said_role: str
    said_through: str
    at: datetime
    state: str

    @property
    def answer(self) -> tuple[str, str, str, str]:
        """What belongs to one answer: the same body, person, role and way."""
        return self.body_ref, self.said_by, self.said_role, self.said_through


def proposals_waiting(viewer: Viewer) -> tuple[ProposalFacts, ...]:
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    rows = Proposal.present.filter(workspace_id=viewer.workspace_id, state="waits").select_related("created_in").order_by("pk")
    return tuple(_proposal(row) for row in rows)


def _proposal(row: Proposal) -> ProposalFacts:
    return ProposalFacts(
        row.ref,
        row.target,
        row.target_ref,
        row.body_ref,
        row.fields,
        row.said_by,
        row.said_role,
        row.said_through,
        row.created_in.at,
        row.state,
    )
