"""What does the service do by itself, and how often? The list of recurring jobs; `shutaf tick` runs those that are due.

A job is safe to run twice and to miss: it looks at what is there and at the clock, never at when it ran last. A new one is a line in JOBS.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from shutaf.stewardship import expiring
from shutaf.stewardship.backup import scheduled
from shutaf.stewardship.clocks import clocks
from shutaf.stewardship.models import Tick
from shutaf.stewardship.personal.compacting import compact_after_erasing

log = logging.getLogger("shutaf.tick")

MINUTES, HOURLY, DAILY, WEEKLY = timedelta(minutes=5), timedelta(hours=1), timedelta(days=1), timedelta(days=7)
RETRY = timedelta(minutes=30)  # a job that failed does not wait a day
SLACK = timedelta(minutes=10)  # a due time further away than this comes from a clock that has been set back


@dataclass(frozen=True, slots=True)
class Job:
    """One thing done by itself. run: gets the time, returns how many rows or files it was about."""

    name: str
    every: timedelta
    run: Callable[[datetime], int]


JOBS: tuple[Job, ...] = (
    Job("mail", MINUTES, expiring.mail_again),
    Job("jobs_again", MINUTES, expiring.jobs_again),
    Job("uploads", HOURLY, expiring.uploads),
    Job("sessions", DAILY, expiring.sessions),
    Job("secrets", DAILY, expiring.secrets),
    Job("api_calls", HOURLY, expiring.api_calls),
    Job("finished_jobs", DAILY, expiring.finished_jobs),
    Job("sent_mail", DAILY, expiring.sent_mail),
    Job("contact_reads", DAILY, expiring.contact_reads),
    Job("support", DAILY, expiring.support),
    Job("defects", DAILY, expiring.defects),
    Job("backup", scheduled.every() or DAILY, scheduled.scheduled),
    Job("clocks", WEEKLY, clocks),
    Job("requests", DAILY, expiring.requests),
    Job("judgements", DAILY, expiring.judgements),
    Job("compact", MINUTES, compact_after_erasing),
)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one job. failed: the kind of failure, "" when it went well."""

    name: str
    did: int
    failed: str = ""


def tick(now: datetime | None = None, *, jobs: Sequence[Job] | None = None, is_all: bool = False) -> tuple[Done, ...]:
    """Run every job that is due, or all of them; one that fails stops no other. Two ticks at once never run the same job."""
    now = now or timezone.now()
    return tuple(_run(job, now) for job in (JOBS if jobs is None else jobs) if _claimed(job, now, is_all))


def _claimed(job: Job, now: datetime, is_all: bool) -> bool:
    """Whether the job is due and this tick, no other, runs it."""
    _known(job.name, now)
    is_due = Q(due_at__lte=now) | Q(due_at__gt=now + job.every + SLACK)
    return Tick.objects.filter(Q() if is_all else is_due, name=job.name).update(due_at=now + job.every, started_at=now) == 1


def _known(name: str, now: datetime) -> None:
    if not Tick.objects.filter(name=name).exists():
        try:
            with transaction.atomic():
                Tick.objects.create(name=name, due_at=now)
        except IntegrityError:
            pass  # another tick was first


def _run(job: Job, now: datetime) -> Done:
    try:
        did = job.run(now)  # not within one transaction: a job that waits for a mail server shall lock nobody out
    except Exception as failure:
        kind = type(failure).__name__
        log.exception("tick: %s failed", job.name)
        Tick.objects.filter(name=job.name).update(due_at=now + min(job.every, RETRY), error=kind)
        return Done(job.name, 0, kind)
    Tick.objects.filter(name=job.name).update(done_at=timezone.now(), did=did, error="")
    return Done(job.name, did)
