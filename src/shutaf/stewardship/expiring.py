"""What goes by itself when its time is over, and what is tried again? The jobs of `ticking.JOBS`, each a function of the time.

How long what may name a person is kept stands in `personal/registry.toml` alone; the notice reads it there too, so a promise and what is done are one.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.models import ApiCall, ApiToken, ContactRead, Invitation, Link, Mail, SignInLink, SupportAccess, Workspace
from shutaf.accounts.queries import job_viewer
from shutaf.bodies.models import Body
from shutaf.bodies.person_actions import body_judge_allow
from shutaf.intake.files import sweep
from shutaf.intake.models import RightsRequest, Upload
from shutaf.stewardship.models import Defect, Tick
from shutaf.stewardship.personal.registry import retention_days

SIGN_IN_LINK_DAYS = 30  # a used one names nobody; kept so long to answer "was it used?"
WORKER_SILENT = timedelta(minutes=5)
WORKER = "worker:"
MOST_TRIES = 5  # a job that ended its worker five times is the fault itself


def mail_again(_now: datetime) -> int:
    """Whatever still waits in the outbox: the server may be back."""
    return int(deliver_mail.call())


def jobs_again(now: datetime) -> int:
    """A job whose worker has died is taken up by the next one; every job of ours is safe to run twice."""
    alive = [tick.name.removeprefix(WORKER) for tick in Tick.objects.filter(name__startswith=WORKER, done_at__gt=now - WORKER_SILENT)]
    Tick.objects.filter(name__startswith=WORKER, done_at__lt=now - timedelta(days=1)).delete()
    stuck = [
        job
        for job in DBTaskResult.objects.filter(status="RUNNING", started_at__lt=now - WORKER_SILENT)
        if job.worker_ids and job.worker_ids[-1] not in alive
    ]
    for job in stuck:
        state = {"status": "READY", "started_at": None} if len(job.worker_ids) < MOST_TRIES else {"status": "FAILED", "finished_at": now}
        DBTaskResult.objects.filter(pk=job.pk, status="RUNNING").update(**state)
    return len(stuck)


def uploads(now: datetime) -> int:
    """Files that nobody accepted or dropped, and of all files what they were called and how their cells were mended."""
    old = Upload.objects.filter(created_in__at__lt=_before(now, "upload")).exclude(name="", mends=[], told={})
    return sweep() + old.update(name="", mends=[], told={})


def sessions(now: datetime) -> int:
    """Sessions that are over, and where they were seen."""
    gone, _ = Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.filter(last_seen_at__lt=now - timedelta(seconds=settings.SESSION_COOKIE_AGE)).exclude(
        session_key__in=Session.objects.values("session_key")
    ).delete()
    return gone


def _before(now: datetime, retention: str) -> datetime:
    """The day before which something is kept no longer."""
    return now - timedelta(days=retention_days()[retention])


def secrets(now: datetime) -> int:
    """Links, invitations and tokens that have long opened nothing."""
    old = _before(now, "link")
    dead = Q(expires_at__lt=old) | Q(revoked_at__lt=old)
    did = SignInLink.objects.filter(expires_at__lt=now - timedelta(days=SIGN_IN_LINK_DAYS)).delete()[0]
    did += Link.objects.filter(dead).delete()[0] + ApiToken.objects.filter(dead).delete()[0]
    return did + Invitation.objects.filter(dead | Q(used_at__lt=old)).delete()[0]


def api_calls(now: datetime) -> int:
    """What writes of programs were answered; so long they may be repeated by their keys."""
    return ApiCall.objects.filter(at__lt=_before(now, "idempotency")).delete()[0]


def finished_jobs(now: datetime) -> int:
    """What jobs were asked and answered."""
    return DBTaskResult.objects.filter(finished_at__lt=_before(now, "job")).delete()[0]


def sent_mail(now: datetime) -> int:
    """Letters of long ago, those that nobody sent or copied too."""
    return Mail.objects.filter(created_at__lt=_before(now, "mail")).delete()[0]


def contact_reads(now: datetime) -> int:
    """Who was shown contact data, as long as each workspace wants to know it."""
    return sum(
        ContactRead.objects.filter(workspace_id=pk, at__lt=now - timedelta(days=days)).delete()[0]
        for pk, days in Workspace.objects.values_list("pk", "contact_log_days")
    )


def support(now: datetime) -> int:
    """Who from outside was let in, long after it ended."""
    return SupportAccess.objects.filter(expires_at__lt=_before(now, "log_of_support")).delete()[0]


def defects(now: datetime) -> int:
    """What somebody could not use, long after it was settled."""
    return Defect.objects.filter(settled_at__lt=_before(now, "defect")).delete()[0]


def requests(now: datetime) -> int:
    """Who asked for their rights, and what was answered, long after; that it was asked and when it was answered stays."""
    old = (
        RightsRequest.objects.exclude(settled_on="")
        .filter(settled_on__lt=_before(now, "request").date().isoformat())
        .exclude(person="", text="")
    )
    return int(old.update(person="", person_role="", reply_to="", text="", answer="", settled_by=""))


def judgements(now: datetime) -> int:
    """What people were rated as, once the day is over until which an owner allowed it."""
    over = Body.objects.exclude(judged_until="").filter(judged_until__lt=now.date().isoformat(), removed_in=None)
    found = list(over.values_list("workspace__ref", "ref"))
    for workspace, ref in found:
        body_judge_allow(job_viewer(workspace), ref=ref, until="", why="", today=now.date().isoformat())
    return len(found)
