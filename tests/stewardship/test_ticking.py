"""Is what recurs done when it is due, once, and all of it though one part fails?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from shutaf.accounts.actions import sign_in_link_make, user_create
from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.models import ApiCall, ApiToken, ContactRead, Link, Mail, SignInLink, SupportAccess
from shutaf.intake.actions import upload_make
from shutaf.intake.models import RightsRequest, Upload
from shutaf.intake.requesting import request_make, request_settle
from shutaf.stewardship.expiring import MOST_TRIES, jobs_again, requests, secrets, sessions, uploads
from shutaf.stewardship.models import Defect, Tick
from shutaf.stewardship.personal.registry import retention_days
from shutaf.stewardship.ticking import DAILY, JOBS, Job, tick
from shutaf.stewardship.working import beat, work
from town import Town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sql]

NOW = datetime(2026, 11, 26, 8, tzinfo=UTC)

BY_PEOPLE = {"reviewed_yearly", "with_account", "with_deed"}
JOB_OF = {
    "upload": "uploads", "session": "sessions", "mail": "sent_mail", "link": "secrets", "job": "finished_jobs", "idempotency": "api_calls",
    "contact_log": "contact_reads", "defect": "defects", "log_of_support": "support", "request": "requests",
}  # fmt: skip


def _of(table: type[Any], **fields: Any) -> type[Any]:
    table.objects.all().delete()
    table.objects.create(**fields)
    return table


def _token(town: Town) -> ApiToken:
    return ApiToken.objects.create(
        workspace_id=town.owner.workspace_id, user_id=town.owner.user_id, ref="t", token_hash="h", expires_at=timezone.now()
    )


def _job(_town: Town) -> type[DBTaskResult]:
    DBTaskResult.objects.all().delete()
    deliver_mail.enqueue()
    work(is_once=True)
    return DBTaskResult


KEPT: dict[str, Callable[[Town], type[Any]]] = {
    "session": lambda town: _of(Session, session_key="k", session_data="", expire_date=timezone.now() + timedelta(days=14)),
    "mail": lambda town: _of(Mail, to="omar@ein-haruv.example", subject="s", text="t"),
    "link": lambda town: _of(
        Link, workspace_id=town.owner.workspace_id, body_ref="b", person="Omar", token_hash="h", expires_at=timezone.now()
    ),
    "job": _job,
    "idempotency": lambda town: _of(ApiCall, workspace_id=town.owner.workspace_id, token=_token(town), key="k", asked_hash="h"),
    "contact_log": lambda town: _of(ContactRead, workspace_id=town.owner.workspace_id, kind="user", what="body"),
    "defect": lambda town: _of(Defect, ref="d", due_at=timezone.now(), settled_at=timezone.now(), text="t"),
    "log_of_support": lambda town: _of(
        SupportAccess, workspace_id=town.owner.workspace_id, ref="s", user_id=town.owner.user_id, reason="r", expires_at=timezone.now()
    ),
}


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


@pytest.mark.parametrize("retention", sorted(set(retention_days()) - BY_PEOPLE - {"upload", "request"}))
def test_what_the_notice_promises_to_forget_is_forgotten_on_that_day_and_not_before(retention: str, town: Town) -> None:
    days = retention_days()[retention] if retention != "contact_log" else 365
    table = KEPT[retention](town)
    made = timezone.now()
    names = {job.name: job for job in JOBS}
    job = names[JOB_OF[retention]]
    job.run(made + timedelta(days=days - 1))
    assert table.objects.exists()
    job.run(made + timedelta(days=days + 1))
    assert not table.objects.exists()


def test_who_asked_for_their_data_is_forgotten_and_that_it_was_answered_in_time_stays(town: Town) -> None:
    ref = request_make(town.editor, kind="see", today="2026-01-01", person="Hila", reply_to="hila@ein-haruv.example", text="all of it")
    request_settle(town.editor, ref=ref, state="done", answer="sent to Hila", today="2026-01-20")
    settled = datetime(2026, 1, 20, 12, tzinfo=UTC)
    requests(settled + timedelta(days=729))
    assert RightsRequest.objects.get(ref=ref).person == "Hila"
    requests(settled + timedelta(days=731))
    row = RightsRequest.objects.get(ref=ref)
    assert (row.person, row.reply_to, row.text, row.answer, row.settled_on) == ("", "", "", "", "2026-01-20")


def test_what_an_upload_said_is_forgotten_with_its_file(town: Town) -> None:
    ref = upload_make(town.editor, files=[("people of Dana.csv", [b"name"])])
    made = timezone.now()
    uploads(made + timedelta(days=29))
    assert Upload.objects.get(ref=ref).name
    uploads(made + timedelta(days=31))
    row = Upload.objects.get(ref=ref)
    assert (row.name, row.mends, row.told) == ("", [], {})
