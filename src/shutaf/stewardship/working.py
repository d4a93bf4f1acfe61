"""How does a worker do the jobs that wait, and show that it is alive? A row says every half minute that its process is there."""

from __future__ import annotations

import os
import secrets
import socket
import threading
from datetime import timedelta

from django.conf import settings
from django.db import Error, connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from shutaf.stewardship.expiring import WORKER
from shutaf.stewardship.models import Tick

BEAT_SECONDS = 30.0
LOOK_SECONDS = 2.0


def work(*, is_once: bool = False) -> None:
    """Do jobs until told to stop, or until none waits."""
    name = f"{socket.gethostname()[:30]}.{os.getpid()}.{secrets.token_hex(4)}"
    worker = Worker(
        queue_names=list(settings.TASKS["default"]["QUEUES"]), excluded_queue_names=[], interval=LOOK_SECONDS, batch=is_once,
        backend_name="default", startup_delay=False, max_tasks=None, worker_id=name,
    )  # fmt: skip
    beat(name)
    over = threading.Event()
    beating = threading.Thread(target=_beat_until, args=(name, over), daemon=True)
    if not is_once:
        worker.configure_signals()
        beating.start()
    try:
        worker.run()
    finally:
        over.set()
        if not is_once:
            beating.join(BEAT_SECONDS)
        Tick.objects.filter(name=WORKER + name).delete()


def _beat_until(name: str, over: threading.Event) -> None:
    while not over.wait(BEAT_SECONDS):
        try:
            beat(name)
        except Error:
            connection.close()  # the database is away; the next beat asks for it again
    connection.close()


def beat(name: str) -> None:
    """This worker is there."""
    now = timezone.now()
    Tick.objects.update_or_create(name=WORKER + name, defaults={"due_at": now + timedelta(seconds=BEAT_SECONDS), "done_at": now})
