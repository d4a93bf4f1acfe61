"""What goes by itself when its time is over, and what is tried again? The jobs of `ticking.JOBS`, each a function of the time.

How long something is kept stands here once; the pages on privacy read it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.models import ApiCall, ApiToken, Invitation, Mail, SignInLink
from shutaf.intake.files import sweep
from shutaf.stewardship.models import Tick

SECRET_DAYS = 30  # a dead link or token is still named in a list for so long
CALL_HOURS = 48  # for which a write of a program may be repeated by its key
JOB_DAYS = 7
MAIL_DAYS = 180  # who was written to when; the links in a sent letter are masked at once
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


def uploads(_now: datetime) -> int:
    """Files that nobody accepted or dropped in thirty days."""
    return sweep()


def sessions(now: datetime) -> int:
    """Sessions that are over, and where they were seen."""
    gone, _ = Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.filter(last_seen_at__lt=now - timedelta(seconds=settings.SESSION_COOKIE_AGE)).exclude(
        session_key__in=Session.objects.values("session_key")
    ).delete()
    return gone


def secrets(now: datetime) -> int:
    """Sign-in links, invitations and tokens of programs that have long opened nothing."""
    old = now - timedelta(days=SECRET_DAYS)
    dead = Q(expires_at__lt=old) | Q(revoked_at__lt=old)
    did = SignInLink.objects.filter(dead | Q(used_at__lt=old)).delete()[0]
    did += Invitation.objects.filter(dead | Q(used_at__lt=old)).delete()[0]
    return did + ApiToken.objects.filter(dead).delete()[0]


def api_calls(now: datetime) -> int:
    return ApiCall.objects.filter(at__lt=now - timedelta(hours=CALL_HOURS)).delete()[0]


def finished_jobs(now: datetime) -> int:
    """What jobs were asked and answered."""
    return DBTaskResult.objects.filter(finished_at__lt=now - timedelta(days=JOB_DAYS)).delete()[0]


def sent_mail(now: datetime) -> int:
    """Letters that went out long ago, and those that nobody sent or copied."""
    return Mail.objects.filter(created_at__lt=now - timedelta(days=MAIL_DAYS)).delete()[0]
