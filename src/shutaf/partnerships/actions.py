"""What changes about initiatives, partnerships and their path, and answers to findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.path import Recorded
from shutaf.content import step as step_of
from shutaf.partnerships.models import FindingAnswer, Gate, Initiative, ModelAnswers, Partnership, StepRecord
from shutaf.partnerships.queries import situation

MOST_NAMES, MOST_LETTERS = 3, 90
"""Of what a finding is about, in the history."""


def initiative_save(viewer: Viewer, *, ref: str = "", **fields: Any) -> str:
    """A new candidate initiative, or a change of one; returns the deed's ref."""
    with deed(viewer, "initiative_save", about=str(fields.get("name", ""))) as working:
        if ref:
            working.change(present_row(viewer, Initiative, ref), **fields)
        else:
            working.create(Initiative(**fields))
        return working.record.ref


def initiative_remove(viewer: Viewer, *, ref: str) -> str:
    with deed(viewer, "initiative_remove") as working:
        row = present_row(viewer, Initiative, ref)
        working.record.about = row.name[:300]
        working.record.save(update_fields=["about"])
        working.remove(row)
        return working.record.ref


def finding_answer(viewer: Viewer, *, signature: str, key: str, subject: Sequence[str], state: str, reason: str = "") -> str:
    """Done, or not for us with a reason: the finding is not shown as open again. Returns the deed's ref."""
    if state not in ("done", "not_for_us"):
        raise ValueError(state)
    with deed(viewer, "finding_answer") as working:
        _tell_subject(working, subject)
        row = FindingAnswer.present.filter(workspace_id=viewer.workspace_id, signature=signature).first()
        if row is None:
            working.create(FindingAnswer(signature=signature, key=key, subject=tuple(subject), state=state, reason=reason))
        else:
            working.change(row, state=state, reason=reason)
        return working.record.ref


def finding_reopen(viewer: Viewer, *, signature: str) -> str:
    with deed(viewer, "finding_reopen") as working:
        row = FindingAnswer.present.filter(workspace_id=viewer.workspace_id, signature=signature).first()
        if row is None:
            raise NotAllowedError("finding")
        _tell_subject(working, row.subject)
        working.remove(row)
        return working.record.ref


def _tell_subject(working: Working, subject: Sequence[str]) -> None:
    """The deed is about the bodies and people that the finding names, each isolated; about nothing when it names none."""
    seen = situation(working.viewer)
    named = {one.ref: one.name for one in seen.people} | {one.ref: one.name for one in seen.bodies}
    names = [f"\u2068{named[ref][:MOST_LETTERS]}\u2069" for ref in subject if ref in named][:MOST_NAMES]
    working.record.about = ", ".join(names)
    working.record.save(update_fields=["about"])


def partnership_save(viewer: Viewer, *, ref: str = "", gate_ref: str = "", model_ref: str = "", **fields: Any) -> tuple[str, str]:
    """A new partnership, or a change of one; returns its ref and the deed's. gate_ref, model_ref: the idea it comes of, whose answers become its own."""
    with deed(viewer, "partnership_save", about=str(fields.get("name", ""))) as working:
        row = working.change(present_row(viewer, Partnership, ref), **fields) if ref else working.create(Partnership(**fields))
        if gate_ref:
            working.change(present_row(viewer, Gate, gate_ref), partnership=row)
        if model_ref:
            working.change(present_row(viewer, ModelAnswers, model_ref), partnership=row)
        return row.ref, working.record.ref


def partnership_remove(viewer: Viewer, *, ref: str) -> str:
    with deed(viewer, "partnership_remove") as working:
        row = present_row(viewer, Partnership, ref)
        _about(working, row)
        working.remove(row)
        return working.record.ref


def partnership_step(viewer: Viewer, *, ref: str, step: str) -> str:
    """Say where the partnership is now; any step, forward or back. KeyError for a step there is not."""
    step_of(step)
    with deed(viewer, "partnership_step") as working:
        row = present_row(viewer, Partnership, ref)
        _about(working, row)
        working.change(row, step=step)
        return working.record.ref


def step_record(viewer: Viewer, *, ref: str, step: str, values: Mapping[str, Recorded]) -> str:
    """Write down what was typed at a step, field by field; an emptied field goes to the trash. ValueError for a field the step has not."""
    known = {field.key for field in step_of(step).fields}
    if not set(values) <= known:
        raise ValueError(sorted(set(values) - known))
    with deed(viewer, "step_record") as working:
        partnership = present_row(viewer, Partnership, ref)
        _about(working, partnership)
        rows = {row.key: row for row in StepRecord.objects.filter(workspace_id=viewer.workspace_id, partnership=partnership, step=step)}
        for key, value in values.items():
            _record(working, rows.get(key), StepRecord(partnership=partnership, step=step, key=key), value)
        return working.record.ref


def _record(working: Working, row: StepRecord | None, new: StepRecord, value: Recorded) -> None:
    written = {"text": value.text, "date": value.date, "words": value.words}
    if row is None:
        if value:
            for name, one in written.items():
                setattr(new, name, one)
            working.create(new)
    elif not value:
        working.remove(row)
    else:
        working.restore(row)
        working.change(row, **written)


def gate_answer(
    viewer: Viewer, *, ref: str = "", partnership_ref: str = "", idea: str = "", answers: Sequence[tuple[str, str]]
) -> tuple[str, str]:
    """Answers to "is partnership right?", of a partnership or of an idea; returns the gate's ref and the deed's."""
    with deed(viewer, "gate_answer", about=idea) as working:
        partnership = present_row(viewer, Partnership, partnership_ref) if partnership_ref else None
        row = present_row(viewer, Gate, ref) if ref else _gate_of(viewer, partnership) if partnership else None
        if row is None:
            row = working.create(Gate(partnership=partnership, idea=idea, answers=tuple(answers)))
        else:
            working.change(row, idea=idea or row.idea, answers=tuple(answers))
        return row.ref, working.record.ref


def _about(working: Working, partnership: Partnership) -> None:
    """History names the partnership, which is known only inside the deed."""
    working.record.about = partnership.name
    working.record.save(update_fields=["about"])


def _gate_of(viewer: Viewer, partnership: Partnership) -> Gate | None:
    found: Gate | None = Gate.present.filter(workspace_id=viewer.workspace_id, partnership=partnership).first()
    return found
