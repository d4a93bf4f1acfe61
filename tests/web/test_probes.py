"""Do machines that watch get a yes or a no, and strangers nothing more?"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from shutaf.accounts.jobs import deliver_mail
from shutaf.stewardship import readiness
from shutaf.stewardship.backup.scheduled import scheduled
from shutaf.stewardship.models import Tick
from shutaf.stewardship.readiness import Finding, findings
from shutaf.stewardship.ticking import tick
from shutaf.stewardship.working import beat
from shutaf.web.shell import probes

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sql]


class Usage(NamedTuple):
    free: int


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    """A home on which all is as it should be."""
    settings.SHUTAF_HOME, settings.FILES, settings.BACKUP_DIR = tmp_path, tmp_path / "files", tmp_path / "backups"
    settings.BACKUP_HOURS, settings.BACKUP_KEY_FILE, settings.BACKUP_PASSPHRASE = 24, "", ""
    beat("one")
    tick(jobs=[])
    Tick.objects.create(name="mail", due_at=timezone.now())
    scheduled(timezone.now())
    return tmp_path


def names() -> list[tuple[str, bool]]:
    return [(one.name, one.is_fault) for one in findings()]


def test_all_is_well(home: Path) -> None:
    assert findings() == ()
    answer = Client().get("/ready")
    assert (answer.status_code, answer.json(), answer["Cache-Control"]) == (200, {"ready": True, "attention": False}, "no-store")


def test_alive_is_said_without_the_database(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        answer = Client().get("/health")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert not answer.cookies


@pytest.mark.parametrize("at", ["/health", "/ready"])
def test_both_answer_under_any_name_of_the_host_and_take_nothing(at: str, home: Path) -> None:
    assert Client(headers={"host": "10.0.0.7:8000"}).get(at).status_code == 200
    assert Client().head(at).status_code == 200
    assert Client().post(at).status_code == 405


def test_a_database_that_is_gone_is_a_fault_and_no_stranger_learns_more(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: Any) -> None:
        raise OperationalError("could not connect to db.internal.example as shutaf")

    monkeypatch.setattr(connection, "cursor", gone)
    assert names() == [("database", True)]
    answer = Client().get("/ready")
    assert (answer.status_code, answer.json(), answer["Retry-After"]) == (503, {"ready": False, "attention": True}, "15")


def test_a_full_disk_is_a_fault_and_a_filling_one_asks_for_attention(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness.shutil, "disk_usage", lambda path: Usage(free=10**6))
    assert names() == [("disk", True)]
    monkeypatch.setattr(readiness.shutil, "disk_usage", lambda path: Usage(free=150 * 2**20))
    assert names() == [("disk", False)]


def test_a_silent_worker_asks_for_attention_and_says_what_waits(home: Path) -> None:
    Tick.objects.filter(name__startswith="worker:").update(done_at=timezone.now() - timedelta(minutes=6))
    deliver_mail.enqueue()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=6))
    (found,) = findings()
    assert (found.name, found.is_fault) == ("worker", False)
    assert found.detail.endswith("jobs that wait: 1")
    answer = Client().get("/ready")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "attention": True})


def test_what_recurs_and_failed_or_is_overdue_asks_for_attention(home: Path) -> None:
    Tick.objects.filter(name="mail").update(due_at=timezone.now() - timedelta(hours=3))
    Tick.objects.create(name="sessions", due_at=timezone.now(), error="OSError")
    assert names() == [("tick mail", False), ("tick sessions", False)]


def test_an_old_backup_asks_for_attention(home: Path) -> None:
    for path in (home / "backups").iterdir():
        path.rename(home / "backups/shutaf-20260101-000000.zip")
    assert names() == [("backup", False)]


def test_migrations_that_wait_are_a_fault(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readiness._are_done.cache_clear()
    monkeypatch.setattr(readiness.MigrationExecutor, "migration_plan", lambda self, targets: ["one"])
    assert names() == [("migrations", True)]
    monkeypatch.undo()
    readiness._are_done.cache_clear()


def test_a_hundred_questions_in_a_moment_are_one_look(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []
    monkeypatch.setattr(probes, "findings", lambda: looks.append(1) or (Finding("disk", False),))
    look = probes.Look()
    for _ in range(100):
        look.now()
    assert len(looks) == 1
