"""Which letters to bodies are being written about an initiative, and for whom is a coalition kept?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.models import CoalitionDraft, Letter


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """A letter as it was edited. parts: key -> {"words": text or None, "facts": [row as written, as said], ...}; said: text -> words in the letter's language."""

    body: str
    language: str
    parts: dict[str, Any] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    is_settled: bool = False


def letters_of(viewer: Viewer, initiative_ref: str) -> dict[str, tuple[LetterFacts, ...]]:
    """ref of the body -> its letters about the initiative; for those who see everything. One query."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = Letter.present.filter(workspace_id=viewer.workspace_id, initiative__ref=initiative_ref, body__removed_in=None)
    found: dict[str, list[LetterFacts]] = defaultdict(list)
    for row in rows.select_related("body").order_by("pk"):
        found[row.body.ref].append(_facts(row))
    return {ref: tuple(letters) for ref, letters in found.items()}


def _facts(row: Letter) -> LetterFacts:
    return LetterFacts(row.body.ref, row.language, dict(row.parts), dict(row.said), row.state == "settled")


def letter_found(viewer: Viewer, initiative_ref: str, body_ref: str, language: str) -> LetterFacts:
    """The letter as edited; one without edits where nobody wrote yet. One query."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    row = Letter.present.filter(
        workspace_id=viewer.workspace_id, initiative__ref=initiative_ref, body__ref=body_ref, language=language
    ).select_related("body")
    found = row.first()
    return _facts(found) if found else LetterFacts(body_ref, language)


def said_before(viewer: Viewer, initiative_ref: str, language: str) -> dict[str, str]:
    """Texts of the map -> how they are said in other letters in this language about the initiative, the latest first. One query."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = Letter.present.filter(workspace_id=viewer.workspace_id, initiative__ref=initiative_ref, language=language)
    return {text: words for row in rows.order_by("changed_in_id") for text, words in row.said.items()}


def coalition_kept(viewer: Viewer, initiative_ref: str) -> tuple[str, ...]:
    """Refs of the members of the coalition that was kept last for the initiative; () where none was."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = CoalitionDraft.present.filter(workspace_id=viewer.workspace_id, initiative__ref=initiative_ref)
    found = rows.order_by("-changed_in_id").first()
    return tuple(found.members) if found else ()
