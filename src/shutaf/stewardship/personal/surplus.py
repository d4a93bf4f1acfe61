"""What is kept longer, or more of it, than it is needed for? Counted line by line; somebody decides."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Q, QuerySet

from shutaf.accounts.models import Link, Mail, Member
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.models import Person
from shutaf.partnerships.models import CallAnswer
from shutaf.relations.models import Contact
from shutaf.reports.privacy.facts import SurplusLine
from shutaf.stewardship.personal.registry import personal_fields
from shutaf.stewardship.queries import TABLES, model_of

YEAR, LONG_AGO, IN_TRASH, MAIL_DAYS = 365, 3 * 365, 183, 90
"""Days. Ours, but for a year: that is how often the regulations ask to look."""


def surplus_lines(viewer: Viewer, today: str) -> tuple[SurplusLine, ...]:
    """A query or two a line."""
    lines = [_line(key, rows, at) for key, rows, at in _looked_at(viewer, datetime.date.fromisoformat(today))]
    return (*lines, _trash(viewer, today))


def _looked_at(viewer: Viewer, today: datetime.date) -> list[tuple[str, QuerySet[Any], str]]:
    mine = {"workspace_id": viewer.workspace_id}
    people = Person.present.filter(**mine)
    return [
        ("people_gone", people.exclude(until_date="").filter(until_date__lt=_ago(today, 0)), "changed_in__at"),
        ("people_bodiless", people.filter(Q(body=None) | ~Q(body__removed_in=None)), "changed_in__at"),
        ("people_unreached", people.filter(email="", phone=""), "changed_in__at"),
        ("untouched", people.filter(changed_in__at__date__lt=_ago(today, YEAR)), "changed_in__at"),
        ("contacts_old", _settled_long_ago(mine, today), "created_in__at"),
        ("answers_declined", CallAnswer.present.filter(**mine, state="declined", answered_at__date__lt=_ago(today, YEAR)).exclude(contact={}), "answered_at"),
        ("links_dead", Link.objects.filter(**mine, expires_at__date__lt=_ago(today, YEAR + 1)), "expires_at"),
        ("mail_old", Mail.objects.filter(**mine, created_at__date__lt=_ago(today, MAIL_DAYS + 1)), "created_at"),
        ("members_silent", _silent(mine, today), "joined_at"),
    ]  # fmt: skip


def _ago(today: datetime.date, days: int) -> str:
    return (today - datetime.timedelta(days=days)).isoformat()


def _settled_long_ago(mine: dict[str, int], today: datetime.date) -> QuerySet[Any]:
    no_promise = Q(promised_by_us="", promised_by_them="") | Q(is_settled=True)
    return Contact.present.filter(no_promise, **mine, on_date__lt=_ago(today, LONG_AGO))


def _silent(mine: dict[str, int], today: datetime.date) -> QuerySet[Any]:
    """Members who joined more than a year ago and have not signed in since."""
    since = _ago(today, YEAR)
    seen = Q(user__last_login__date__gte=since)
    return Member.objects.filter(**mine, joined_at__date__lt=since).exclude(seen)


def _line(key: str, rows: QuerySet[Any], at: str) -> SurplusLine:
    oldest = rows.order_by(at).values_list(at, flat=True).first()
    return SurplusLine(key, rows.count(), oldest.date().isoformat() if oldest else "")


def _trash(viewer: Viewer, today: str) -> SurplusLine:
    """Rows of tables with people, long in the trash."""
    since = _ago(datetime.date.fromisoformat(today), IN_TRASH)
    tables = [table for table in TABLES if any(one.table == table and one.is_meant for one in personal_fields())]
    found = [
        model_of(table).objects.filter(workspace_id=viewer.workspace_id, removed_in__at__date__lt=since).order_by("removed_in__at")
        for table in tables
    ]
    oldest = [at for rows in found if (at := rows.values_list("removed_in__at", flat=True).first())]
    return SurplusLine("trash", sum(rows.count() for rows in found), min(oldest).date().isoformat() if oldest else "")
