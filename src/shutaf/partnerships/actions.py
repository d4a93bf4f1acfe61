"""What changes about initiatives and answers to findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shutaf.accounts.deeds import deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.models import FindingAnswer, Initiative


def initiative_save(viewer: Viewer, *, ref: str = "", **fields: Any) -> str:
    """A new candidate initiative, or a change of one; returns the deed's ref."""
    with deed(viewer, "initiative_save", about=str(fields.get("name", ""))) as working:
        if ref:
            working.change(_initiative(viewer, ref), **fields)
        else:
            working.create(Initiative(**fields))
        return working.record.ref


def initiative_remove(viewer: Viewer, *, ref: str) -> str:
    with deed(viewer, "initiative_remove") as working:
        row = _initiative(viewer, ref)
        working.record.about = row.name[:300]
        working.record.save(update_fields=["about"])
        working.remove(row)
        return working.record.ref


def _initiative(viewer: Viewer, ref: str) -> Initiative:
    row = Initiative.present.filter(workspace_id=viewer.workspace_id, ref=ref).first()
    if not isinstance(row, Initiative):
        raise NotAllowedError("initiative")
    return row


def finding_answer(viewer: Viewer, *, signature: str, key: str, subject: Sequence[str], state: str, reason: str = "") -> str:
    """Done, or not for us with a reason: the finding is not shown as open again. Returns the deed's ref."""
    if state not in ("done", "not_for_us"):
        raise ValueError(state)
    with deed(viewer, "finding_answer", about=key) as working:
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
        working.record.about = row.key
        working.record.save(update_fields=["about"])
        working.remove(row)
        return working.record.ref
