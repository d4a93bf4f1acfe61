"""What becomes of a job whose worker is killed inside it? Another worker takes it up, and what it had done is not done twice."""

from __future__ import annotations

import contextlib
import socketserver
import sys
import threading
from collections import Counter
from collections.abc import Iterator

import pytest

from serving import HOST, Served, kill, wait_until
from stressing import tell

pytestmark = [pytest.mark.stress, pytest.mark.sql, pytest.mark.django_db(transaction=True)]

MESSAGES, STALLS_AT = 6, 3
_QUEUE = """
import django; django.setup()
from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.models import Mail
for number in range({count}):
    Mail.objects.create(to=f"p{{number}}@ein-haruv.example", subject=f"message {{number}}", text="text")
deliver_mail.enqueue()
"""
_LATER = """
import django; django.setup()
from datetime import timedelta
from django.db.models import F
from django_tasks_db.models import DBTaskResult
from shutaf.accounts.models import Mail
from shutaf.stewardship.models import Tick
from shutaf.stewardship.ticking import tick
past = timedelta(minutes=20)
Mail.objects.exclude(claimed_at=None).update(claimed_at=F("claimed_at") - past)
DBTaskResult.objects.filter(status="RUNNING").update(started_at=F("started_at") - past)
Tick.objects.exclude(done_at=None).update(done_at=F("done_at") - past)
tick(is_all=True)
"""
_STATE = """
import django; django.setup()
from django_tasks_db.models import DBTaskResult
from shutaf.accounts.models import Mail
print(Mail.objects.exclude(sent_at=None).count(), *sorted(DBTaskResult.objects.values_list("status", flat=True)))
"""


class Post(socketserver.ThreadingTCPServer):
    """A mail server that takes messages, and once falls silent in the middle of one."""

    daemon_threads = allow_reuse_address = True

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()
        self.silent, self.begun = threading.Event(), 0
        super().__init__((HOST, 0), _Session)


class _Session(socketserver.StreamRequestHandler):
    server: Post

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self._take()
            elif word == b"QUIT":
                return self._say("221 bye")
            else:
                self._say("250 yes")
        return None

    def _take(self) -> None:
        self.server.begun += 1
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        if self.server.begun == STALLS_AT:
            self.server.silent.set()
            self.rfile.read()  # until the worker is gone
            return
        subject = next(line for line in lines if line.startswith(b"Subject:")).decode().strip()
        self.server.taken[subject] += 1
        self._say("250 taken")

    def _say(self, text: str) -> None:
        with contextlib.suppress(OSError):
            self.wfile.write(f"{text}\r\n".encode())


@pytest.fixture
def post() -> Iterator[Post]:
    with Post() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_job_whose_worker_is_killed_is_done_by_another_and_nothing_twice(served: Served, post: Post) -> None:
    served.environment |= {"SHUTAF_MAIL_HOST": HOST, "SHUTAF_MAIL_PORT": str(post.server_address[1]), "SHUTAF_MAIL_TLS": "no"}
    served.run(_QUEUE.format(count=MESSAGES))
    worker = [sys.executable, "-m", "shutaf", "worker"]
    first = served.start_other(worker)
    assert post.silent.wait(60), "the worker is inside the job"
    kill(first)
    assert served.run(_STATE) == f"{STALLS_AT - 1} RUNNING"

    served.run(_LATER)  # twenty minutes later
    assert served.start_other([*worker, "--once"]).wait(60) == 0
    assert wait_until(lambda: served.run(_STATE).split()[0] == str(MESSAGES))
    assert served.run(_STATE).split()[1:] in (["SUCCESSFUL"], ["SUCCESSFUL", "SUCCESSFUL"])
    assert post.taken == Counter({f"Subject: message {number}": 1 for number in range(MESSAGES)})
    tell(
        "worker killed inside a job",
        f"killed at message {STALLS_AT} of {MESSAGES}: another took the job up, each message went once, none twice",
    )
