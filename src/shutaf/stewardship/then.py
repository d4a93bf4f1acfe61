"""What was known at an earlier revision? The map as it was, from the rows and what deeds since did to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from shutaf.accounts.models import Change, Deed, Workspace
from shutaf.accounts.rows import Row, of_json
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import MapBasis, Need, Offer, Place, Situation
from shutaf.analysis.visible import shared
from shutaf.bodies.records import body_record, person_record
from shutaf.exchange.records import resource_record
from shutaf.partnerships.records import initiative_record
from shutaf.places.records import record_of
from shutaf.relations.records import influence_record, map_record, stance_record, tie_record
from shutaf.stewardship.queries import model_of

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Moment:
    """A revision and when it came about; at is None before the first deed."""

    revision: int
    at: datetime | None


def moment_of(viewer: Viewer, *, revision: int) -> Moment:
    """The last deed up to a revision."""
    return _moment(viewer, revision__lte=revision)


def moment_before(viewer: Viewer, *, day: date) -> Moment:
    """The last deed before a day began, in the workspace's time zone."""
    zone = ZoneInfo(Workspace.objects.values_list("time_zone", flat=True).get(pk=viewer.workspace_id))
    return _moment(viewer, at__lt=datetime.combine(day, time(), zone))


def _moment(viewer: Viewer, **until: Any) -> Moment:
    if not sees_shared(viewer):
        raise NotAllowedError("sees_shared")
    row = Deed.objects.filter(workspace_id=viewer.workspace_id, **until).order_by("-revision").first()
    return Moment(row.revision, row.at) if row else Moment(0, None)


def situation_then(viewer: Viewer, *, revision: int) -> Situation:
    """The map as it was right after that revision, as far as the Viewer may see it. Rows in the trash since then are there; what deeds since changed is put
    back, the latest first. Eleven queries; O(rows + changes)."""
    if not sees_shared(viewer):
        raise NotAllowedError("sees_shared")
    past = _Past(viewer, revision)
    bodies = past.rows("bodies.body")
    refs = {row.pk: row.ref for row in sorted(bodies, key=lambda row: (not row.is_department, row.pk))}
    by_pk = {row.pk: row for row in bodies}

    def of_bodies(table: str, made: Callable[[Any, Mapping[int, str]], R], *ends: str) -> tuple[R, ...]:
        return tuple(made(row, refs) for row in past.rows(table) if all(getattr(row, end) in refs for end in ends))

    resources = past.rows("exchange.resource")
    there = [row for row in resources if row.body_id in refs]
    whole = Situation(
        place=past.only("places.place", record_of, Place()),
        bodies=tuple(body_record(by_pk[pk]) for pk in refs),
        people=tuple(
            person_record(row, refs.get(row.body_id or 0, ""))
            for row in past.rows("bodies.person")
            if row.body_id is None or row.body_id in refs
        ),
        ties=of_bodies("relations.tie", tie_record, "source_body_id", "target_body_id"),
        needs=tuple(cast(Need, resource_record(row, refs)) for row in there if row.side == "need"),
        offers=tuple(cast(Offer, resource_record(row, refs)) for row in there if row.side == "offer"),
        initiatives=tuple(initiative_record(row) for row in past.rows("partnerships.initiative")),
        stances=of_bodies("relations.stance", stance_record, "body_id"),
        influences=of_bodies("relations.influence", influence_record, "source_body_id", "target_body_id"),
        map=past.only("relations.mapbasis", map_record, MapBasis()),
    )
    return whole if sees_everything(viewer) else shared(whole, viewer.body_refs)


class _Past:
    """Rows as they were after a revision."""

    def __init__(self, viewer: Viewer, revision: int) -> None:
        self.viewer, self.revision = viewer, revision
        found = Change.objects.filter(deed__workspace_id=viewer.workspace_id, deed__revision__gt=revision).order_by("-pk")
        self.changes: dict[tuple[str, int], list[Change]] = defaultdict(list)
        for change in found:
            self.changes[change.table, change.row_id].append(change)

    def rows(self, table: str) -> list[Any]:
        there = model_of(table).objects.filter(workspace_id=self.viewer.workspace_id, created_in__revision__lte=self.revision)
        return [row for row in there.order_by("pk") if self._as_it_was(table, row)]

    def only(self, table: str, made: Callable[[Any], R], otherwise: R) -> R:
        rows = self.rows(table)
        return made(rows[0]) if rows else otherwise

    def _as_it_was(self, table: str, row: Row) -> bool:
        """Put the row back; whether it was there."""
        is_there = row.removed_in_id is None
        fields = {field.attname: field for field in row.content_fields()}
        for change in self.changes.get((table, row.pk), ()):
            if change.kind == "changed":
                for name in change.before:
                    if name in fields:
                        setattr(row, name, of_json(fields[name], change.before[name]))
            else:
                is_there = change.kind == "removed"
        return is_there
