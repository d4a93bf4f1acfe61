"""What did the people of a workspace settle about how to choose?"""

from __future__ import annotations

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import NO_CHOOSING, Choosing
from shutaf.partnerships.models import Criterion


def choosing_record(viewer: Viewer) -> Choosing:
    """For editors and viewers only; one query."""
    if not sees_everything(viewer):
        return NO_CHOOSING
    criteria = tuple(Criterion.present.filter(workspace_id=viewer.workspace_id).order_by("pk"))
    return Choosing(
        weights=tuple((row.key or row.label, row.weight) for row in criteria),
        floors=tuple((row.key or row.label, row.floor) for row in criteria if row.floor is not None),
    )
