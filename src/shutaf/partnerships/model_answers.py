"""What was answered on the fitting model, and of what?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.models import ModelAnswers


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """partnership, initiative: the ref of what it is about; both "" for an idea. answers: question -> place of its answer."""

    ref: str
    idea: str
    partnership: str
    initiative: str
    answers: Mapping[str, float]
    by: str


MOST_IDEAS = 50


def model_answers_list(viewer: Viewer, *, partnership_ref: str = "", initiative_ref: str = "") -> tuple[ModelFacts, ...]:
    """Of one partnership, of one initiative, or of ideas; the last answered first, for those who see everything. One query."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    found = ModelAnswers.present.filter(workspace_id=viewer.workspace_id)
    if partnership_ref:
        found = found.filter(partnership__ref=partnership_ref)
    elif initiative_ref:
        found = found.filter(initiative__ref=initiative_ref)
    else:
        found = found.filter(partnership=None, initiative=None)
    rows = found.select_related("partnership", "initiative", "changed_in").order_by("-changed_in_id")[:MOST_IDEAS]
    return tuple(_facts(row) for row in rows)


def _facts(row: ModelAnswers) -> ModelFacts:
    partnership, initiative = row.partnership, row.initiative
    return ModelFacts(
        row.ref,
        row.idea,
        partnership.ref if partnership else "",
        initiative.ref if initiative else "",
        dict(row.answers),
        row.changed_in.by,
    )


def latest_model_answers(viewer: Viewer) -> tuple[tuple[tuple[str, float], ...], str]:
    """What was answered last of a partnership or initiative that is still there, else of an idea, and what it was about. One query.

    Rows in which every question is open say nothing and are passed over.
    """
    rows = ModelAnswers.present.filter(workspace_id=viewer.workspace_id).select_related("partnership", "initiative")
    found = [row for row in rows.order_by("-changed_in_id")[:MOST_IDEAS] if row.answers and _is_there(row)]
    best = next((row for row in found if row.partnership or row.initiative), found[0] if found else None)
    if best is None:
        return (), ""
    about = best.partnership or best.initiative
    return tuple(best.answers), about.name if about else best.idea


def _is_there(row: ModelAnswers) -> bool:
    about = row.partnership or row.initiative
    return about is None or about.removed_in_id is None
