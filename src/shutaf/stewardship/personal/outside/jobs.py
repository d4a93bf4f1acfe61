"""Does a job name this person in what it was asked, what it answered or how it failed? None of ours does; should one, it is found here."""

from __future__ import annotations

from collections.abc import Iterator

from django_tasks_db.models import DBTaskResult

from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.personal.known import Known, one_stand_in
from shutaf.stewardship.personal.outside.trace import Trace
from shutaf.stewardship.personal.scanning import Hit, scan

TABLE = "django_tasks_database.dbtaskresult"


def traces(_viewer: Viewer, known: Known) -> Iterator[Trace]:
    for hit in scan(DBTaskResult.objects.all(), TABLE, known.knows, one_stand_in("…"), hint=known.hint):
        yield Trace("job", "", lambda hit=hit: _cut(hit))  # type: ignore[misc]


def _cut(hit: Hit) -> None:
    DBTaskResult.objects.filter(pk=hit.pk).update(**hit.new)
