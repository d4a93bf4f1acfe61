"""Which processes serve? A web process, a worker that is started again, and what recurs; they end together."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from django.conf import settings
from django.utils.translation import gettext as _

from shutaf.cli.tls import Tls

if sys.platform != "win32":
    import resource

_PR_SET_PDEATHSIG = 1
RESTART_SECONDS = (1, 2, 5, 10, 30)
STEADY_SECONDS = 60  # who lived so long did not die of its start
GRACE_SECONDS = 10
MOST_CONNECTIONS, OWN_FILES = 12_000, 256
HEADER_SECONDS = 15  # a client that is silent for so long is hung up on
TICK_SECONDS, FIRST_TICK_SECONDS = 300, 20


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


def web_command(host: str, port: int, tls: Tls | None = None) -> list[str]:
    """One web process: SQLite wants one writer. Its door (config/door.py) reads requests and shares out a few threads."""
    return [
        sys.executable, "-m", "granian", "--interface", "rsgi", "--host", host, "--port", str(port), "--workers", "1", "--http", "1",
        "--backpressure", str(most_connections()), "--http1-header-read-timeout", str(HEADER_SECONDS * 1000),
        "--no-ws", "--log-level", "warning", *(tls.command() if tls else ()), *log_option(), "shutaf.config.rsgi:application",
    ]  # fmt: skip


def log_option() -> list[str]:
    """The server's own few lines in the form of all others."""
    return ["--log-config", str(settings.WEB / "shell/granian_log.json")] if settings.LOG_FORMAT == "json" else []


def most_connections() -> int:
    """How many may be open at once: as many files as the system grants, less what the service itself opens."""
    if sys.platform == "win32":
        return 512
    granted, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = min(MOST_CONNECTIONS + OWN_FILES, most if most != resource.RLIM_INFINITY else MOST_CONNECTIONS + OWN_FILES)
    if granted < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))  # children inherit it
    return max(64, wanted - OWN_FILES)


def worker_command() -> list[str]:
    return [sys.executable, "-m", "shutaf", "worker"]


def tick_command() -> list[str]:
    return [sys.executable, "-m", "shutaf", "tick", "--quiet"]


def supervise(
    commands: Sequence[list[str]], when_up: Callable[[], None], host: str, port: int, *, recurring: Sequence[list[str]] = ()
) -> int:
    """Run the commands until one is told to stop, and the recurring ones now and then. Returns the exit code.

    A worker that dies is started again, a dead web process ends all.
    """
    stopping = False

    def stop(*_signal: object) -> None:
        nonlocal stopping
        stopping = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    web, workers = _start(commands[0]), [Again(command) for command in commands[1:]]
    timers = [NowAndThen(command) for command in recurring]
    _wait_until_open(host, port, web, lambda: stopping)
    if not stopping and web.poll() is None:
        when_up()
    while not stopping and web.poll() is None:
        time.sleep(0.3)
        for worker in workers:
            worker.look()
        for timer in timers:
            timer.look()
    code = 0 if stopping else web.returncode or 1
    _end([web, *(worker.child for worker in workers), *(timer.child for timer in timers if timer.child)])
    return code


class Again:
    """A child that is started again when it dies: after a second, then later and later while it keeps dying at once."""

    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._tries = 0
        self._due: float | None = None
        self._start()

    def look(self) -> None:
        """Start it again when it is dead and its time has come. Never waits."""
        now = time.monotonic()
        if self.child.poll() is None:
            return
        if self._due is None:
            self._tries = 0 if now - self._since > STEADY_SECONDS else self._tries
            self._due = now + RESTART_SECONDS[min(self._tries, len(RESTART_SECONDS) - 1)]
            self._tries += 1
        elif now >= self._due:
            self._start()

    def _start(self) -> None:
        self._since = time.monotonic()
        self._due = None
        self.child = _start(self._command)


class NowAndThen:
    """A child that comes, does its work and ends, every few minutes; never twice at once."""

    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._due = time.monotonic() + FIRST_TICK_SECONDS
        self.child: subprocess.Popen[bytes] | None = None

    def look(self) -> None:
        """Start it when its time has come and the last one has ended. Never waits."""
        now = time.monotonic()
        if now >= self._due and (self.child is None or self.child.poll() is not None):
            self._due = now + TICK_SECONDS
            self.child = _start(self._command)


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
