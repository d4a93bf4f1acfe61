"""Who is told that a clock runs out? Once a week the owners of a workspace in which requests of people wait, and whoever answers for accessibility."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.accounts.actions import mail_queue
from shutaf.accounts.models import Member, Workspace
from shutaf.intake.models import RightsRequest
from shutaf.stewardship.models import Defect

SOON = timedelta(days=10)  # longer than the week between two looks: every clock is told of before it runs out


def clocks(now: datetime) -> int:
    """Letters that went into the outbox. They name nobody: how many wait, until when, and where."""
    return sum(_remind(workspace, now) for workspace in Workspace.objects.all()) + _remind_of_defects(now)


def _remind(workspace: Workspace, now: datetime) -> int:
    until = (now + SOON).date().isoformat()
    due = list(
        RightsRequest.present.filter(workspace=workspace, state="open", due_on__lte=until)
        .order_by("due_on")
        .values_list("due_on", flat=True)
    )
    if not due:
        return 0
    owners = Member.objects.filter(workspace=workspace, role="owner", user__is_active=True).select_related("user")
    for owner in owners:
        language = owner.user.language or workspace.language
        with translation.override(language):
            said = ngettext(
                "{n} request of a person about their data waits for an answer.",
                "{n} requests of people about their data wait for an answer.",
                len(due),
            ).format(n=len(due))
            address = settings.PUBLIC_URL + reverse("requests", args=[workspace.ref])
            mail_queue(
                to=owner.user.email, subject=_("Requests about personal data: answer by {date}").format(date=_day(due[0])),
                text="\n\n".join((said, _until(due[0], now), address)), language=language, workspace_id=workspace.pk,
            )  # fmt: skip
    return len(owners)


def _remind_of_defects(now: datetime) -> int:
    due = [one.date().isoformat() for one in _due_defects(now)]
    if not due or not settings.ACCESSIBILITY_MAIL:
        return 0
    language = settings.SHUTAF_LANG or settings.LANGUAGE_CODE
    with translation.override(language):
        said = ngettext("{n} report on accessibility waits for an answer.", "{n} reports on accessibility wait for an answer.", len(due))
        mail_queue(
            to=settings.ACCESSIBILITY_MAIL, subject=_("Accessibility: answer by {date}").format(date=_day(due[0])),
            text="\n\n".join((said.format(n=len(due)), _until(due[0], now), settings.PUBLIC_URL)), language=language,
        )  # fmt: skip
    return 1


def _due_defects(now: datetime) -> Iterable[datetime]:
    return Defect.objects.filter(state="open", due_at__lte=now + SOON).order_by("due_at").values_list("due_at", flat=True)


def _until(day: str, now: datetime) -> str:
    if day < now.date().isoformat():
        return _("The time for the first ran out on {date}.").format(date=_day(day))
    return _("The first is due on {date}.").format(date=_day(day))


def _day(day: str) -> str:
    return date_format(date.fromisoformat(day), "DATE_FORMAT")
