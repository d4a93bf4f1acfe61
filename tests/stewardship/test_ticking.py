"""Is what recurs done when it is due, once, and all of it though one part fails?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from shutaf.accounts.actions import sign_in_link_make, user_create
from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.models import Mail, SignInLink
from shutaf.stewardship.expiring import MOST_TRIES, jobs_again, secrets, sent_mail, sessions
from shutaf.stewardship.models import Tick
from shutaf.stewardship.ticking import DAILY, JOBS, Job, tick
from shutaf.stewardship.working import beat, work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sql]

NOW = datetime(2026, 11, 26, 8, tzinfo=UTC)


def failing(_now: datetime) -> int:
    raise OSError("disk of Dana is full")


def test_a_job_runs_when_it_is_due_and_not_before() -> None:
    jobs = [Job("count", DAILY, lambda now: now.day)]
    assert [done.did for done in tick(NOW, jobs=jobs)] == [26]
    assert tick(NOW + timedelta(hours=23), jobs=jobs) == ()
    assert [done.did for done in tick(NOW + DAILY, jobs=jobs)] == [27]


def test_all_runs_what_is_not_due() -> None:
    jobs = [Job("count", DAILY, lambda now: now.day)]
    tick(NOW, jobs=jobs)
    assert len(tick(NOW, jobs=jobs, is_all=True)) == 1


def test_a_job_that_fails_stops_no_other_and_is_tried_again_soon() -> None:
    jobs = [Job("bad", DAILY, failing), Job("good", DAILY, lambda now: 3)]
    assert [(done.name, done.did, done.failed) for done in tick(NOW, jobs=jobs)] == [("bad", 0, "OSError"), ("good", 3, "")]
    assert Tick.objects.get(name="bad").error == "OSError"  # the kind only: what a failure says may hold names
    assert [done.name for done in tick(NOW + timedelta(minutes=31), jobs=jobs)] == ["bad"]


def test_a_clock_that_was_set_back_keeps_no_job_waiting_for_years() -> None:
    jobs = [Job("count", DAILY, lambda now: 1)]
    tick(NOW + timedelta(days=3650), jobs=jobs)
    assert len(tick(NOW, jobs=jobs)) == 1


def test_every_job_of_ours_runs_on_an_empty_home() -> None:
    assert {done.failed for done in tick()} == {""}
    assert len({job.name for job in JOBS}) == len(JOBS)


def test_a_job_whose_worker_is_dead_is_done_by_the_next_one() -> None:
    deliver_mail.enqueue()
    old = timezone.now() - timedelta(minutes=10)
    DBTaskResult.objects.update(status="RUNNING", started_at=old, worker_ids=["dead"])
    assert jobs_again(timezone.now()) == 1
    work(is_once=True)
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_a_job_of_a_living_worker_is_left_to_it() -> None:
    deliver_mail.enqueue()
    DBTaskResult.objects.update(status="RUNNING", started_at=timezone.now() - timedelta(hours=1), worker_ids=["dead", "busy"])
    beat("busy")
    assert jobs_again(timezone.now()) == 0


def test_a_job_that_ends_every_worker_is_given_up() -> None:
    deliver_mail.enqueue()
    DBTaskResult.objects.update(status="RUNNING", started_at=timezone.now() - timedelta(hours=1), worker_ids=["dead"] * MOST_TRIES)
    jobs_again(timezone.now())
    assert DBTaskResult.objects.get().status == "FAILED"


def test_what_has_long_opened_nothing_is_forgotten() -> None:
    user = user_create(email="dana@ein-haruv.example")
    sign_in_link_make(user)
    now = timezone.now()
    assert secrets(now + timedelta(days=20)) == 0
    assert secrets(now + timedelta(days=40)) == 1
    assert not SignInLink.objects.exists()
    Session.objects.create(session_key="k", session_data="", expire_date=now)
    assert sessions(now + timedelta(days=1)) == 1


def test_letters_are_forgotten_after_their_time() -> None:
    Mail.objects.create(to="omar@ein-haruv.example", subject="s", text="t")
    now = timezone.now()
    assert sent_mail(now + timedelta(days=179)) == 0
    assert sent_mail(now + timedelta(days=181)) == 1
