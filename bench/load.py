"""Two hundred signed-in people work in one town of 2,000 bodies and 20,000 ties: waiting times by page, processor a request, and memory over 5,000 requests.

dev/bench load            SHUTAF_LOAD=people,seconds for another size, such as 50,30
"""

from __future__ import annotations

import http.client
import json
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = Path(tempfile.mkdtemp(prefix="shutaf-bench-"))
os.environ.update(SHUTAF_HOME=str(HOME), SHUTAF_SECRET_KEY="only for the bench", DJANGO_SETTINGS_MODULE="shutaf.config.settings")
sys.path[:0] = [str(ROOT / "tests")]

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from meters.process import descendants, resident_kb  # noqa: E402

from serving import Served, kill  # noqa: E402
from shutaf.accounts.actions import user_create, workspace_create  # noqa: E402
from shutaf.accounts.models import Member, User, Workspace  # noqa: E402
from shutaf.stewardship.actions import workspace_fill  # noqa: E402
from web import BODIES, TIES, town  # noqa: E402

PEOPLE, SECONDS = (int(one) for one in os.environ.get("SHUTAF_LOAD", "200,120").split(","))
THINK_SECONDS = 8.0  # between two pages of one person, on average; drawn from an exponential distribution
MANY = 5000
PAGES = {
    "bodies/": 25,
    "body/b{n}": 25,
    "search/?q={n}": 15,
    "": 10,
    "map/": 6,
    "map/scene.json": 6,
    "findings/": 4,
    "exchange/": 4,
    "save": 5,
}
"""Of a hundred visits; "save" is one cell of the grid, and each save makes all that was computed old."""


@dataclass
class Seen:
    """What all people saw: waiting milliseconds by page, and answers that were not as they should be."""

    waits: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def line(self, page: str) -> str:
        found = sorted(self.waits[page])
        return f"{page or 'home':18}{len(found):7}{statistics.median(found):9.0f}{found[int(len(found) * 0.95)]:8.0f}{found[-1]:8.0f}"


class Person:
    """Somebody with a session and one connection that is kept open."""

    def __init__(self, port: int, root: str, session: str, number: int) -> None:
        self.draw, self.root, self.number = random.Random(number), root, number
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; shutaf_csrf={'c' * 32}", "Host": f"localhost:{port}"}
        self.city = ""

    def visit(self, page: str, seen: Seen) -> None:
        """A server closes a connection that was still for long; a browser opens another, and so do we."""
        try:
            self._visit(page, seen)
        except http.client.RemoteDisconnected:
            self.connection.close()
            self._visit(page, seen)

    def _visit(self, page: str, seen: Seen) -> None:
        start = time.perf_counter()
        if page == "save":
            status, wanted = self._save(), (200,)
        else:
            self.connection.request("GET", self.root + page.format(n=self.draw.randrange(BODIES)), headers=self.headers)
            status, wanted = self._answer()[0], (200, 304)
        seen.waits[page].append((time.perf_counter() - start) * 1000)
        if status not in wanted:
            seen.wrong[f"{page} {status}"] += 1

    def _save(self) -> int:
        """A cell of a row of one's own, where nobody else writes; the first forty are departments and on another sheet."""
        new = f"city {self.draw.randrange(10**9)}"
        change = {"row": f"b{self.number + 40}", "field": "city", "old": self.city, "new": new}
        told = json.dumps({"op": f"{self.draw.randrange(10**16):016d}", "changes": [change]})
        headers = {**self.headers, "Content-Type": "application/json", "X-CSRFToken": "c" * 32}
        self.connection.request("POST", self.root + "grid/organisations/cells", told, headers)
        status, text = self._answer()
        if status == 200 and json.loads(text)["state"] == "done":
            self.city = new
            return 200
        return status if status != 200 else 409

    def _answer(self) -> tuple[int, bytes]:
        answer = self.connection.getresponse()
        return answer.status, answer.read()


def sessions(workspace_ref: str, count: int) -> list[str]:
    """A session of each of so many editors."""
    workspace, keys = Workspace.objects.get(ref=workspace_ref), []
    for number in range(count):
        user = User.objects.create(email=f"person{number}@town.example", name=f"Person {number}", password="!")
        Member.objects.create(workspace=workspace, user=user, role="editor")
        session = SessionStore()
        session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session.save()
        keys.append(session.session_key)
    return keys


def work(people: list[Person], seconds: float) -> Seen:
    """All people at once: a page, a while of reading, a page."""
    seen, until = Seen(), time.monotonic() + seconds

    def one(person: Person) -> None:
        time.sleep(person.draw.random() * THINK_SECONDS)
        while time.monotonic() < until:
            person.visit(person.draw.choices(list(PAGES), list(PAGES.values()))[0], seen)
            time.sleep(min(person.draw.expovariate(1 / THINK_SECONDS), 30))

    threads = [threading.Thread(target=one, args=(person,)) for person in people]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return seen


def memory(person: Person, pid: int) -> list[int]:
    """Resident megabytes after each thousand of 5,000 requests, one after the other."""
    pages, found = [page for page in PAGES if page != "save"], []
    for number in range(MANY):
        person.visit(pages[number % len(pages)], Seen())
        if (number + 1) % (MANY // 5) == 0:
            found.append(sum(resident_kb(one) for one in (pid, *descendants(pid))) // 1024)
    return found


def processor_seconds(pid: int) -> float:
    """User and system seconds of a process and its children until now."""
    ticks = 0
    for one in (pid, *descendants(pid)):
        fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    viewer = workspace_create(user_create(email="bench@town.example", name="Bench", language="he"), name="עיר")
    workspace_fill(viewer, town())
    keys = sessions(viewer.workspace_ref, PEOPLE)
    django.db.connections.close_all()
    served = Served(HOME)
    child, port = served.start()
    try:
        people = [Person(port, f"/w/{viewer.workspace_ref}/", key, number) for number, key in enumerate(keys)]
        for page in PAGES:  # what a large town computes once, it has computed
            people[0].visit(page, Seen())
        time.sleep(15)
        before, start = processor_seconds(child.pid), time.monotonic()
        seen = work(people, SECONDS)
        used, took = processor_seconds(child.pid) - before, time.monotonic() - start
        every = sorted(wait for waits in seen.waits.values() for wait in waits)
        print(f"{PEOPLE} people, {BODIES} bodies, {TIES} ties, a page every {THINK_SECONDS:.0f} s each, {took:.0f} s")
        print(f"{'page':18}{'visits':>7}{'median':>9}{'p95':>8}{'longest':>8}  ms")
        for page in PAGES:
            if seen.waits[page]:
                print(seen.line(page))
        print(f"{'all':18}{len(every):7}{statistics.median(every):9.0f}{every[int(len(every) * 0.95)]:8.0f}{every[-1]:8.0f}")
        print(
            f"{len(every) / took:.1f} requests a second, {used / len(every) * 1000:.1f} ms of processor each, {used / took:.0%} of a core; not as wanted: {dict(seen.wrong) or 'none'}"
        )
        grown = memory(people[0], child.pid)
        print(f"memory after each {MANY // 5} of {MANY} requests: {', '.join(str(mb) for mb in grown)} MB")
    finally:
        kill(child)


if __name__ == "__main__":
    main()
    __import__("shutil").rmtree(HOME, ignore_errors=True)
