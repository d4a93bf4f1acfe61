"""What do the commands with a database share: a prepared home and database, and the processes that serve."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils.translation import gettext as _

_PR_SET_PDEATHSIG = 1
RESTART_SECONDS = (1, 2, 5, 10, 30)
GRACE_SECONDS = 10


class WrongClusterError(RuntimeError):
    """A PostgreSQL database whose letters are not known."""


def prepare_database() -> None:
    """Migrations and the cache table. Raises WrongClusterError on a PostgreSQL database of the locale C, which finds no Hebrew."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT datcollate, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()")
            collate, encoding = cursor.fetchone()
        if encoding != "UTF8" or collate in ("C", "POSIX"):
            raise WrongClusterError(f"{collate}, {encoding}")
    Path(settings.FILES).mkdir(parents=True, exist_ok=True, mode=0o700)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def free_port(host: str, wanted: int) -> int:
    """The wanted port, else the next of twenty that nobody uses."""
    for port in range(wanted, wanted + 20):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise OSError(_("No free port between {first} and {last}.").format(first=wanted, last=wanted + 19))


def die_with_parent() -> None:
    """On Linux a child ends with its parent, even when that is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def web_command(host: str, port: int) -> list[str]:
    """One web process: SQLite wants one writer, and two cores are served by a few threads."""
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--workers", "1", "--blocking-threads", "4",
        "--backpressure", "64", "--no-ws", "--log-level", "warning", "shutaf.config.wsgi:application",
    ]  # fmt: skip


def worker_command() -> list[str]:
    return [sys.executable, "-m", "django", "db_worker", "--interval", "2"]


def supervise(commands: Sequence[list[str]], when_up: Callable[[], None], host: str, port: int) -> int:
    """Run the commands until one is told to stop; a worker that dies is started again, a dead web process ends all. Returns the exit code."""
    stopping = False

    def stop(*_signal: object) -> None:
        nonlocal stopping
        stopping = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    children = [_start(command) for command in commands]
    tries = 0
    _wait_until_open(host, port, children[0], lambda: stopping)
    if not stopping and children[0].poll() is None:
        when_up()
    while not stopping and children[0].poll() is None:
        time.sleep(0.3)
        for i, child in enumerate(children[1:], start=1):
            if child.poll() is not None and not stopping:
                time.sleep(RESTART_SECONDS[min(tries, len(RESTART_SECONDS) - 1)])
                tries += 1
                children[i] = _start(commands[i])
    code = 0 if stopping else children[0].returncode or 1
    _end(children)
    return code


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    before = die_with_parent if os.name == "posix" else None
    return subprocess.Popen(command, preexec_fn=before, start_new_session=True)  # noqa: S603 - our own commands


def _wait_until_open(host: str, port: int, child: subprocess.Popen[bytes], is_stopping: Callable[[], bool]) -> None:
    while child.poll() is None and not is_stopping():
        with socket.socket() as probe:
            probe.settimeout(0.5)
            if probe.connect_ex((host if host != "0.0.0.0" else "127.0.0.1", port)) == 0:  # noqa: S104 - compared, not bound
                return
        time.sleep(0.05)


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    until = time.monotonic() + GRACE_SECONDS
    for child in children:
        try:
            child.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
