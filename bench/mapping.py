"""A town typed in the browser: keys beside the text, loads of pages, moves of the pointer, and the seconds the server took for it.

dev/bench mapping
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.update(
    SHUTAF_HOME=tempfile.mkdtemp(prefix="shutaf-bench-"), SHUTAF_SECRET_KEY="only for the bench", DJANGO_SETTINGS_MODULE="shutaf.config.settings",
    DJANGO_ALLOW_ASYNC_UNSAFE="true",
)  # fmt: skip
sys.path[:0] = [str(ROOT / "tests/browser"), str(ROOT / "tests")]

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from mapping import BODIES, DEPARTMENTS, Typist  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from shutaf.accounts.actions import user_create, workspace_create  # noqa: E402
from shutaf.imports.example import example_situation  # noqa: E402
from shutaf.partnerships.queries import situation  # noqa: E402


def session() -> tuple[str, object, object]:
    """A signed-in owner of two empty workspaces: the cookie, and the Viewers."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    user = user_create(email="bench@town.example", name="Bench", password="a long password 1")
    store = SessionStore()
    store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(user.pk), "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.save()
    return str(store.session_key), workspace_create(user, name="typed"), workspace_create(user, name="pasted")


def main() -> None:
    cookie, viewer, elsewhere = session()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://localhost:{port}"
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--no-ws", "shutaf.config.wsgi:application"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(base)
        _run(base, cookie, viewer, elsewhere)
    finally:
        server.terminate()
        shutil.rmtree(os.environ["SHUTAF_HOME"], ignore_errors=True)


def _wait(base: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{base}/sign-in/").close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def _run(base: str, cookie: str, viewer: object, elsewhere: object) -> None:
    path = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-background-networking"])
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.add_cookies(
            [
                {"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": base},
                {"name": settings.LANGUAGE_COOKIE_NAME, "value": "he", "url": base},
            ]
        )
        typist = Typist(context.new_page(), f"{base}/w/{viewer.workspace_ref}/", example_situation())  # type: ignore[attr-defined]
        pasted = Typist(context.new_page(), f"{base}/w/{elsewhere.workspace_ref}/", example_situation()).run_pasted()  # type: ignore[attr-defined]
        print(f"pasted from a sheet, without ties, needs and offers: {pasted.a_body(DEPARTMENTS + BODIES)}")
        started = time.perf_counter()
        count = typist.run()
        print(count.a_body(DEPARTMENTS + BODIES))
        print(
            f"{time.perf_counter() - started:.0f} s in all; differs from what she knows: {typist.differences(situation(viewer)) or 'nothing'}"
        )  # type: ignore[arg-type]
        browser.close()


if __name__ == "__main__":
    main()
