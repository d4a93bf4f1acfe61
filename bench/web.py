"""The list of bodies beside a bare Django page with the same fifty rows, in one run: processor time a request, and waiting times at 16 connections.

dev/bench web
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

HOME = tempfile.mkdtemp(prefix="shutaf-bench-")
os.environ.update(SHUTAF_HOME=HOME, SHUTAF_SECRET_KEY="only for the bench", DJANGO_SETTINGS_MODULE="shutaf.config.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.decorators import login_required  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import path  # noqa: E402

from shutaf.accounts.actions import user_create, workspace_create  # noqa: E402
from shutaf.analysis.situation import Body, Department, Place, Situation, Tie, Word  # noqa: E402
from shutaf.stewardship.actions import workspace_fill  # noqa: E402

BODIES, TIES, REQUESTS, CONNECTIONS, SECONDS = 2000, 20_000, 60, 16, 6
BARE_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware", "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware", "django.middleware.clickjacking.XFrameOptionsMiddleware",
]  # fmt: skip
BARE = """<!doctype html><html><title>Bodies</title><body><h1>{{ total }} bodies</h1><form>{% csrf_token %}<input name="q"></form><table><tbody>
{% for body in bodies %}<tr><th><a href="/body/{{ body.ref }}">{{ body.name }}</a></th><td>{{ body.group }}</td><td>{{ body.kind }}</td><td>{{ body.theme_keys }}</td><td>{{ body.city }}</td></tr>
{% endfor %}</tbody></table></body></html>"""


def town() -> Situation:
    """2,000 bodies and 20,000 ties, the same in every run."""
    sectors = ("public", "business", "civil_society", "academia", "community")
    bodies = tuple(
        Body(f"b{i}", f"גוף מספר {i}", Word("", sectors[i % 5]), kind="עמותה", department=Department() if i < 40 else None)
        for i in range(BODIES)
    )
    pairs = {(i % BODIES, (i * 7919 + 13) % BODIES) for i in range(TIES * 2)}
    ties = tuple(Tie(f"b{a}", f"b{b}") for a, b in sorted(pairs)[:TIES] if a != b)
    return Situation(Place(name="עיר"), bodies, ties=ties)


@login_required
def bare(request: HttpRequest) -> HttpResponse:
    from shutaf.bodies.models import Body as Row

    rows = Row.objects.filter(removed_in=None, workspace__members__user=request.user).order_by("sort_name")
    page = engines["django"].from_string(BARE) if not hasattr(bare, "page") else bare.page
    bare.page = page  # type: ignore[attr-defined]
    return HttpResponse(
        page.render({"bodies": rows.only("ref", "name", "group", "kind", "theme_keys", "city")[:50], "total": rows.count()}, request)
    )


urlpatterns = [path("bare/", bare)]


def processor_ms(client: Client, address: str) -> float:
    """Median processor time of a request, after five that warm up."""
    for _ in range(5):
        assert client.get(address).status_code == 200
    found = []
    for _ in range(REQUESTS):
        before = time.process_time()
        client.get(address)
        found.append((time.process_time() - before) * 1000)
    return statistics.median(found)


def signed_in(user: object) -> Client:
    client = Client(HTTP_HOST="localhost")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def waiting(address: str, cookie: str) -> tuple[float, float, float]:
    """(requests a second, median ms, p95 ms) of the running service at 16 connections, for a few seconds."""
    times: list[float] = []
    until = time.monotonic() + SECONDS

    def work() -> None:
        while time.monotonic() < until:
            started = time.monotonic()
            with urllib.request.urlopen(urllib.request.Request(address, headers={"Cookie": cookie})) as answer:
                answer.read()
            times.append((time.monotonic() - started) * 1000)

    threads = [threading.Thread(target=work) for _ in range(CONNECTIONS)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    times.sort()
    return len(times) / SECONDS, statistics.median(times), times[int(len(times) * 0.95)]


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    user = user_create(email="bench@town.example", name="Bench", language="he")
    viewer = workspace_create(user, name="עיר")
    workspace_fill(viewer, town())
    address = f"/w/{viewer.workspace_ref}/bodies/"
    client = signed_in(user)
    ours = processor_ms(client, address)
    session = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    keep = settings.MIDDLEWARE, settings.ROOT_URLCONF
    settings.MIDDLEWARE, settings.ROOT_URLCONF = BARE_MIDDLEWARE, "web"
    django.urls.clear_url_caches()
    other = processor_ms(signed_in(user), "/bare/")
    settings.MIDDLEWARE, settings.ROOT_URLCONF = keep
    print(
        f"processor time a request, {BODIES} bodies: ours {ours:.1f} ms, bare {other:.1f} ms, ratio {ours / other:.2f} (goal: at most 1.3)"
    )
    port = 8765
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--port",
        str(port),
        "--blocking-threads",
        "4",
        "--log-level",
        "error",
        "shutaf.config.wsgi:application",
    ]
    server = subprocess.Popen(command)
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://localhost:{port}/about/").read()
                break
            except OSError:
                time.sleep(0.1)
        for name in ("bodies/", "", "map/", "findings/", "body/b77", "exchange/", "search/?q=77"):
            waiting_for = f"http://localhost:{port}/w/{viewer.workspace_ref}/{name}"
            urllib.request.urlopen(urllib.request.Request(waiting_for, headers={"Cookie": session})).read()
            rate, median, p95 = waiting(waiting_for, session)
            print(f"{CONNECTIONS} connections, {name or 'home':14}: {rate:6.0f} a second, median {median:5.0f} ms, p95 {p95:5.0f} ms")
    finally:
        server.terminate()


if __name__ == "__main__":
    sys.modules.setdefault("web", sys.modules[__name__])
    main()
    __import__("shutil").rmtree(Path(HOME), ignore_errors=True)
