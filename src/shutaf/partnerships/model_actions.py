"""What changes about the answers on the fitting model?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shutaf.accounts.deeds import deed
from shutaf.accounts.queries import workspace_facts
from shutaf.accounts.rows import present_row
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import TYPOLOGIES, Word
from shutaf.content import model_preconditions, model_questions, say
from shutaf.partnerships.models import Initiative, ModelAnswers, Partnership


def model_answers_save(
    viewer: Viewer,
    *,
    ref: str = "",
    partnership_ref: str = "",
    initiative_ref: str = "",
    idea: str = "",
    answers: Sequence[tuple[str, float]],
) -> tuple[str, str]:
    """Answers on the model of a partnership, of an initiative, or of an idea; returns their ref and the deed's. ValueError for an answer there is not."""
    _check(answers)
    with deed(viewer, "model_answers_save", about=idea) as working:
        about = _about(viewer, partnership_ref, initiative_ref)
        row = _found(viewer, ref, about)
        if row is None:
            row = working.create(ModelAnswers(**about, idea=idea, answers=tuple(answers)))
        else:
            working.change(row, idea=idea or row.idea, answers=tuple(answers))
        if named := next(iter(about.values()), None):
            working.record.about = named.name[:300]
            working.record.save(update_fields=["about"])
        return row.ref, working.record.ref


def model_take(viewer: Viewer, *, typology: str, partnership_ref: str = "", initiative_ref: str = "") -> str:
    """Write the model down for the partnership or the initiative; returns the deed's ref. ValueError for a model there is not."""
    if typology not in TYPOLOGIES:
        raise ValueError(typology)
    with deed(viewer, "model_take") as working:
        row = next(iter(_about(viewer, partnership_ref, initiative_ref).values()), None)
        if row is None:
            raise NotAllowedError("nothing to take it for")
        working.record.about = row.name[:300]
        working.record.save(update_fields=["about"])
        word = typology if isinstance(row, Partnership) else Word(say("typology", typology, workspace_facts(viewer).language), typology)
        working.change(row, typology=word)
        return working.record.ref


def _check(answers: Sequence[tuple[str, float]]) -> None:
    places = {one.key: len(one.answers) for one in model_questions()}
    places |= {f"{typology}.{key}": 2 for typology, keys in model_preconditions().items() for key in keys}
    for key, place in answers:
        if not (0 <= place < places.get(key, 0) and place == int(place)):
            raise ValueError(key)


def _about(viewer: Viewer, partnership_ref: str, initiative_ref: str) -> dict[str, Any]:
    """What it is answered about, as fields of the row; {} for an idea."""
    for name, table, ref in (("partnership", Partnership, partnership_ref), ("initiative", Initiative, initiative_ref)):
        if ref:
            return {name: present_row(viewer, table, ref)}
    return {}


def _found(viewer: Viewer, ref: str, about: dict[str, Any]) -> ModelAnswers | None:
    """The row that is changed: there is one of each partnership and initiative."""
    if not (ref or about):
        return None
    rows = ModelAnswers.present.filter(workspace_id=viewer.workspace_id, **(about or {"ref": ref}))
    found: ModelAnswers | None = rows.order_by("-changed_in_id").first()
    if found is None and not about:
        raise NotAllowedError("model_answers")
    return found
