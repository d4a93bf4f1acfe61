"""Which partnership chose which first initiative?"""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.path import Recorded
from shutaf.partnerships.actions import step_record
from shutaf.partnerships.models import Initiative, Partnership, StepRecord

STEP, FIELD = "first_initiative", "chosen"


@dataclass(frozen=True, slots=True)
class Chooser:
    """A partnership that is not ended, and the refs of what it chose first; () while nothing is chosen."""

    ref: str
    name: str
    chosen: tuple[str, ...]


def choosers(viewer: Viewer) -> tuple[Chooser, ...]:
    """For those who see everything; two queries."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = StepRecord.present.filter(workspace_id=viewer.workspace_id, step=STEP, key=FIELD)
    chosen = {row.partnership_id: row.words for row in rows}
    open_ones = Partnership.present.filter(workspace_id=viewer.workspace_id).exclude(state="ended").order_by("-changed_in_id", "-pk")
    return tuple(Chooser(one.ref, one.name, chosen.get(one.pk, ())) for one in open_ones)


def initiative_choose(viewer: Viewer, *, ref: str, partnership_ref: str) -> str:
    """Write it down at step 0 of the partnership; what stood there before is in its history. Returns the deed's ref."""
    if not Initiative.present.filter(workspace_id=viewer.workspace_id, ref=ref).exists():
        raise NotAllowedError("initiative")
    return step_record(viewer, ref=partnership_ref, step=STEP, values={FIELD: Recorded(words=(ref,))})
