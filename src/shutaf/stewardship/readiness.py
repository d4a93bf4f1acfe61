"""Can people be served, and does somebody have to look? The database, its migrations, the disk, the worker, what recurs and the backups."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from shutaf.stewardship.backup import scheduled
from shutaf.stewardship.expiring import WORKER, WORKER_SILENT
from shutaf.stewardship.models import Tick
from shutaf.stewardship.ticking import JOBS, RETRY

OVERDUE = timedelta(hours=1)
LEAST_FREE_BYTES = 200 * 2**20  # a backup, an upload and the journal of the database fit in


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be. is_fault: nobody can be served; otherwise pages work and somebody should look. detail: for whoever runs it."""

    name: str
    is_fault: bool
    detail: str = ""


def findings() -> tuple[Finding, ...]:
    """Everything that is not as it should be; () when all is well. Never raises."""
    found = list(_disk())
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        for look in (_migrations, _worker, _recurring, _backups):
            found += look()
    except Error as failure:
        found.append(Finding("database", True, type(failure).__name__))
    return tuple(found)


def _disk() -> Iterator[Finding]:
    home = Path(settings.SHUTAF_HOME)
    try:
        free = shutil.disk_usage(home).free
    except OSError as failure:
        yield Finding("disk", True, type(failure).__name__)
        return
    if not os.access(home, os.W_OK):
        yield Finding("disk", True, "not writable")
    elif free < LEAST_FREE_BYTES:
        yield Finding("disk", free < LEAST_FREE_BYTES // 10, f"{free // 2**20} MB free")


@lru_cache(maxsize=1)
def _are_done(_process: int) -> bool:
    """Migrations that were run stay run: asked until they are, then never again in this process."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise LookupError
    return True


def _migrations() -> Iterator[Finding]:
    try:
        _are_done(os.getpid())
    except LookupError:
        yield Finding("migrations", True, "shutaf serve runs them at its start")


def _worker() -> Iterator[Finding]:
    now = timezone.now()
    if not Tick.objects.filter(name__startswith=WORKER, done_at__gt=now - WORKER_SILENT).exists():
        waiting = DBTaskResult.objects.filter(status="READY", enqueued_at__lt=now - WORKER_SILENT).count()
        yield Finding("worker", False, f"none seen for {WORKER_SILENT}; jobs that wait: {waiting}")


def _recurring() -> Iterator[Finding]:
    known = {tick.name: tick for tick in Tick.objects.exclude(name__startswith=WORKER)}
    now = timezone.now()
    for job in JOBS:
        tick = known.get(job.name)
        if tick is not None and tick.error:
            yield Finding(f"tick {job.name}", False, tick.error)
        elif tick is not None and tick.due_at < now - OVERDUE - RETRY:
            yield Finding(f"tick {job.name}", False, f"due since {tick.due_at:%Y-%m-%d %H:%M}")
    if not known:
        yield Finding("tick", False, "never run")


def _backups() -> Iterator[Finding]:
    if not settings.BACKUP_HOURS:
        return
    newest = max(scheduled.archives().values(), default=None)
    if newest is None or timezone.now() - newest > 2 * scheduled.every() + OVERDUE:
        yield Finding("backup", False, f"the newest is of {newest:%Y-%m-%d %H:%M}" if newest else "none yet")
