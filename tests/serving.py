"""How does a test serve for real? A process of its own that can be killed, people who are signed in, and what they did. Only on 127.0.0.1."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.conf import settings

from shutaf.cli.service import web_command

HOST = "127.0.0.1"
_CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
GONE = (OSError, http.client.HTTPException)  # what asking a dead server raises

_SEED = """
import django; django.setup()
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from shutaf.accounts.actions import user_create, workspace_create
user = user_create(email="kill@ein-haruv.example", name="Kill")
viewer = workspace_create(user, name="town")
session = SessionStore(); session[SESSION_KEY] = str(user.pk); session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"; session.save()
print(session.session_key, viewer.workspace_ref)
"""


class Answer(NamedTuple):
    status: int
    text: str
    location: str
    headers: http.client.HTTPMessage


class Web:
    """A signed-in person; each question is a connection of its own."""

    def __init__(self, port: int, session: str, *, language: str = "en", timeout: float = 20) -> None:
        self.port, self.timeout = port, timeout
        self.cookies = {settings.SESSION_COOKIE_NAME: session, settings.LANGUAGE_COOKIE_NAME: language}

    def ask(self, method: str, address: str, body: bytes = b"", kind: str = "application/x-www-form-urlencoded") -> Answer:
        """Raises one of GONE when the server is gone."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=self.timeout)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, address, body, {"Cookie": cookies, "Content-Type": kind, "Host": f"localhost:{self.port}"})
            answer = connection.getresponse()
            text = answer.read().decode()
            for header in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = header.split(";")[0].partition("=")
                self.cookies[name] = value
            return Answer(answer.status, text, answer.headers.get("Location", ""), answer.headers)
        finally:
            connection.close()

    def post(self, address: str, fields: dict[str, str], *, form: str = "") -> Answer:
        """A form, loaded and sent; where it could not be loaded, that answer."""
        loaded = self.ask("GET", form or address)
        found = _CSRF.search(loaded.text)
        if not found:
            return loaded
        return self.ask("POST", address, urlencode({**fields, "csrfmiddlewaretoken": found[1]}).encode())


class Served:
    """One home and database, and the servers started on them."""

    def __init__(self, home: Path, database_url: str = "") -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.home = home
        self.environment = {
            **os.environ, "SHUTAF_HOME": str(home), "SHUTAF_SECRET_KEY": settings.SECRET_KEY, "DJANGO_SETTINGS_MODULE": "shutaf.config.settings",
        }  # fmt: skip
        self.environment.pop("DATABASE_URL", None)
        if database_url:
            self.environment["DATABASE_URL"] = database_url
        self._children: list[subprocess.Popen[bytes]] = []

    def prepare(self) -> None:
        self.run("import django; django.setup(); from shutaf.cli.home import prepare_database; prepare_database()")

    def run(self, script: str, **more: str) -> str:
        """What a script of its own process prints, on this home and database."""
        done = subprocess.run([sys.executable, "-c", script], env=self.environment | more, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def seed(self) -> tuple[str, str]:
        """(session, workspace) of one owner."""
        session, ref = self.run(_SEED).split()
        return session, ref

    def start(self, *, before: list[str] | None = None, log: Path | None = None) -> tuple[subprocess.Popen[bytes], int]:
        """A web process as `shutaf serve` starts it, and its port. before: what stands in front of the command."""
        port = free_port()
        with log.open("ab") if log else contextlib.nullcontext() as out:
            child = subprocess.Popen(
                [*(before or []), *web_command(HOST, port)], env=self.environment, start_new_session=True, stdout=out, stderr=out
            )
        self._children.append(child)
        wait_until(lambda: is_open(port) or child.poll() is not None)
        return child, port

    def start_other(self, command: list[str], **more: Any) -> subprocess.Popen[bytes]:
        child = subprocess.Popen(command, env=self.environment, start_new_session=True, **more)
        self._children.append(child)
        return child

    def end(self) -> None:
        for child in self._children:
            kill(child)


def kill(child: subprocess.Popen[bytes]) -> None:
    """At once, without a chance to tidy up, and all it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def wait_until(true: Any, *, seconds: float = 30) -> bool:
    """Whether it became true in time."""
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
