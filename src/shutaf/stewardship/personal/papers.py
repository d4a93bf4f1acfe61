"""What do the papers on data protection count, in one workspace and of the service as a whole?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from shutaf.accounts.models import ContactRead, Link, Member, Workspace
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import ROLES, NotAllowedError, Viewer
from shutaf.bodies.models import Body, Person
from shutaf.intake.models import RightsRequest
from shutaf.intake.requested import requests_list
from shutaf.reports.privacy.facts import Answerable, HeldPlace, PrivacyFacts, RequestCounts, TableFacts
from shutaf.stewardship.models import Erased
from shutaf.stewardship.personal.found import Held
from shutaf.stewardship.personal.registry import personal_fields, retention_days
from shutaf.stewardship.personal.scanning import rows_of, tables_of_workspaces
from shutaf.stewardship.personal.surplus import surplus_lines


def answerable() -> Answerable:
    return Answerable(settings.OPERATOR, settings.DPO, settings.DPO_MAIL)


def service_facts(today: str) -> PrivacyFacts:
    """Of the service as a whole, without a look at anybody's data: what the notice for everybody says."""
    return PrivacyFacts(_tables(), answerable(), today, backup_days=settings.BACKUP_DAYS, is_https=settings.IS_HTTPS)


def privacy_facts(viewer: Viewer, today: str) -> PrivacyFacts:
    """Of one workspace, for those who see everything. A query a table."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    mine = {"workspace_id": viewer.workspace_id}
    workspace = Workspace.objects.get(pk=viewer.workspace_id)
    roles = Counter(Member.objects.filter(**mine).values_list("role", flat=True))
    counts = {table: rows_of(table, viewer.workspace_id).count() for table in tables_of_workspaces()}
    return PrivacyFacts(
        _tables(counts), answerable(), today, workspace.name,
        people=Person.present.filter(**mine).count(),
        members={role: roles[role] for role in ROLES if roles[role]},
        bodies=Body.present.filter(**mine).count(),
        links_open=Link.objects.filter(**mine, revoked_at=None, expires_at__gt=timezone.now()).count(),
        needs_second_factor=workspace.requires_second_factor,
        contact_log_days=workspace.contact_log_days,
        contact_reads=ContactRead.objects.filter(**mine).count(),
        backup_days=settings.BACKUP_DAYS,
        erased=Erased.objects.filter(**mine).count(),
        requests=_requests(viewer, today),
        surplus=surplus_lines(viewer, today),
        is_https=settings.IS_HTTPS,
        is_fictional=workspace.is_fictional,
    )  # fmt: skip


def _tables(counts: dict[str, int] | None = None) -> tuple[TableFacts, ...]:
    days, fields = retention_days(), personal_fields()
    found = []
    for table in dict.fromkeys(one.table for one in fields):
        held = [one for one in fields if one.table == table]
        main = sorted(held, key=lambda one: one.kind in ("text", "teller"))
        found.append(
            TableFacts(
                table, tuple(dict.fromkeys(one.purpose for one in main)), tuple(dict.fromkeys(one.kind for one in main)), held[0].sources,
                held[0].retention, days[held[0].retention], tuple(one.name for one in held if one.is_delicate), (counts or {}).get(table),
            )
        )  # fmt: skip
    return tuple(found)


def _requests(viewer: Viewer, today: str) -> RequestCounts:
    waiting = requests_list(viewer, is_open=True)
    settled = Counter(RightsRequest.present.filter(workspace_id=viewer.workspace_id).values_list("state", flat=True))
    taken = [one.days_taken or 0 for one in requests_list(viewer, is_open=False)]
    late = sum(one.days_left(today) < 0 for one in waiting)
    return RequestCounts(len(waiting), late, settled["done"], settled["refused"], max(taken, default=0))


def held_places(held: Held, fields: Iterable[str]) -> tuple[HeldPlace, ...]:
    """The places as a paper tells them. fields: the name of each place's field in the reader's language, in their order."""
    days = retention_days()
    return tuple(
        HeldPlace(
            one.table, one.title or one.ref, name, one.text, one.field.purpose, one.field.sources, one.by,
            one.at.date().isoformat() if one.at else "", one.field.retention, days[one.field.retention],
        )
        for one, name in zip(held.places, fields, strict=True)
    )  # fmt: skip
