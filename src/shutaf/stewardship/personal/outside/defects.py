"""Did this person tell what they could not use? Defects belong to the whole service: where several workspaces share it, its operator erases them."""

from __future__ import annotations

from collections.abc import Iterator

from shutaf.accounts.models import Workspace
from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.models import Defect
from shutaf.stewardship.personal.known import Known, one_stand_in
from shutaf.stewardship.personal.outside.trace import Trace
from shutaf.stewardship.personal.scanning import Hit, as_value, scan

TABLE = "stewardship.defect"


def traces(viewer: Viewer, known: Known) -> Iterator[Trace]:
    if viewer.kind != "job" and Workspace.objects.count() > 1:
        return
    for hit in scan(Defect.objects.all(), TABLE, known.knows, one_stand_in("…"), hint=known.hint):
        yield Trace("defect", Defect.objects.values_list("ref", flat=True).get(pk=hit.pk), lambda hit=hit: _cut(hit))  # type: ignore[misc]


def _cut(hit: Hit) -> None:
    Defect.objects.filter(pk=hit.pk).update(**{name: as_value(TABLE, name, value) for name, value in hit.new.items()})
