"""Is every acknowledged write there after the server was killed, and no batch half? Twenty imports and two hundred writes, on the database in use."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connections

pytestmark = [pytest.mark.stress, pytest.mark.sql, pytest.mark.django_db(transaction=True)]

IMPORTS, WRITES, ROWS = 20, 200, 60
_CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Web:
    """A signed-in person with one connection."""

    def __init__(self, port: int, session: str) -> None:
        self.port, self.cookies = port, {settings.SESSION_COOKIE_NAME: session}

    def ask(self, method: str, address: str, body: bytes = b"", kind: str = "application/x-www-form-urlencoded") -> tuple[int, str, str]:
        """(status, text, Location). Raises OSError or HTTPException when the server is gone."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, address, body, {"Cookie": cookies, "Content-Type": kind, "Host": f"localhost:{self.port}"})
            answer = connection.getresponse()
            text = answer.read().decode()
            for header in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = header.split(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, text, answer.headers.get("Location", "")
        finally:
            connection.close()

    def post(self, address: str, fields: dict[str, str], *, form: str = "") -> tuple[int, str, str]:
        found = _CSRF.search(self.ask("GET", form or address)[1])
        assert found
        return self.ask("POST", address, urlencode({**fields, "csrfmiddlewaretoken": found[1]}).encode())


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Any]:
    """start() -> the running server: the same database as this test, a process that can be killed."""
    from django.core.management import call_command

    database = connections["default"].settings_dict
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "SHUTAF_HOME": str(home),
        "SHUTAF_SECRET_KEY": settings.SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "shutaf.config.settings",
    }
    if connections["default"].vendor == "postgresql":
        environment["DATABASE_URL"] = f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
        call_command("createcachetable", verbosity=0)
    else:
        environment.pop("DATABASE_URL", None)
        subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=environment, check=True)
        subprocess.run([sys.executable, "-m", "django", "createcachetable"], env=environment, check=True)
    children: list[subprocess.Popen[bytes]] = []

    def start() -> tuple[subprocess.Popen[bytes], int]:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
            "--blocking-threads",
            "4",
            "--log-level",
            "error",
            "shutaf.config.wsgi:application",
        ]
        child = subprocess.Popen(command, env=environment, start_new_session=True)
        children.append(child)
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        return child, port

    yield start, environment
    for child in children:
        _kill(child)


def _kill(child: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


SEED = """
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
COUNT = """
import django; django.setup()
from shutaf.accounts.queries import job_viewer
from shutaf.accounts.models import Deed, Workspace
from shutaf.partnerships.queries import situation
viewer = job_viewer({ref!r})
seen = situation(viewer)
print(repr((sorted(body.name for body in seen.bodies), Workspace.objects.get(ref={ref!r}).revision, Deed.objects.filter(workspace__ref={ref!r}).count())))
"""


def _run(script: str, environment: dict[str, str]) -> str:
    return subprocess.run([sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True).stdout.strip()


def _import(web: Web, ref: str, number: int) -> bool:
    """One file of ROWS bodies, uploaded and accepted; True when the acceptance was acknowledged."""
    rows = "\n".join(f"batch {number} body {row}\tעסקי" for row in range(ROWS))
    status, _text, address = web.post(f"/w/{ref}/import/", {"pasted": f"שם הארגון\tמגזר\n{rows}"})
    if status != 302:
        return False
    return web.post(address.replace("/import/", "/import-accept/"), {}, form=address)[0] == 302


def _write(web: Web, ref: str, number: int) -> bool:
    return web.post(f"/w/{ref}/new/body/", {"name": f"write {number}", "change_agent": "unknown", "invite": "unknown"})[0] == 302


def test_a_kill_loses_nothing_that_was_acknowledged(served: Any) -> None:
    start, environment = served
    session, ref = _run(SEED, environment).split()
    said: set[str] = set()
    lock = threading.Lock()
    child, port = start()
    state = {"port": port}

    def work(jobs: list[tuple[str, int]]) -> None:
        for kind, number in jobs:
            web = Web(state["port"], session)
            try:
                done = _import(web, ref, number) if kind == "batch" else _write(web, ref, number)
            except (OSError, http.client.HTTPException, AssertionError):
                time.sleep(0.2)
                continue
            if done:
                with lock:
                    said.add(f"{kind} {number}")

    jobs = [("write", n) for n in range(WRITES)]
    threads = [threading.Thread(target=work, args=(jobs[i::3],)) for i in range(3)] + [
        threading.Thread(target=work, args=([("batch", n) for n in range(IMPORTS)],))
    ]
    for thread in threads:
        thread.start()
    kills = 0
    while any(thread.is_alive() for thread in threads):
        time.sleep(1.1)
        if kills < 4:
            _kill(child)
            kills += 1
            child, state["port"] = start()
    for thread in threads:
        thread.join()
    _kill(child)
    names, revision, deeds = eval(_run(COUNT.format(ref=ref), environment))
    there = {name for name in names if name.startswith("write")}
    assert {one for one in said if one.startswith("write")} <= there
    for number in range(IMPORTS):
        found = sum(name.startswith(f"batch {number} body ") for name in names)
        assert found in (0, ROWS), f"batch {number} is half: {found}"
        assert found == ROWS or f"batch {number}" not in said
    assert revision == deeds
    print(f"{connections['default'].vendor}: {kills} kills, {len(said)} acknowledged of {IMPORTS + WRITES}, {len(there)} writes there")
    assert kills
    assert len(said) >= (IMPORTS + WRITES) / 4
