"""Each page of the map's part with 2,000 bodies and 20,000 ties: server time at the median and at p95, after one visit that warms up.

dev/bench map_pages
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time

os.environ.update(
    SHUTAF_HOME=tempfile.mkdtemp(prefix="shutaf-bench-"),
    SHUTAF_SECRET_KEY="only for the bench",
    DJANGO_SETTINGS_MODULE="shutaf.config.settings",
)

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from shutaf.accounts.actions import user_create, workspace_create  # noqa: E402
from shutaf.stewardship.actions import workspace_fill  # noqa: E402
from web import BODIES, TIES, signed_in, town  # noqa: E402

GOAL_MS, REQUESTS, WAIT_SECONDS = 300, 40, 90
PAGES = (
    "", "bodies/", "bodies/?sort=ties", "body/b77", "card/b77", "grid/organisations/", "grid/departments/", "departments/", "department/b7", "inside/",
    "map/", "map/?body=b77", "map/told/", "map/told/?as=list", "map/told/?as=table", "map/told/?as=tree&body=b77&steps=3", "findings/", "missing/",
    "place/", "contacts/", "questions/", "stances/", "ties/", "hour/ticks/", "kit/", "merge/", "history/", "history/?body=b77", "trash/", "intake/", "links/",
    "actions/", "partnerships/", "gate/", "more/",
)  # fmt: skip


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    user = user_create(email="bench@town.example", name="Bench", language="he")
    viewer = workspace_create(user, name="עיר")
    workspace_fill(viewer, town())
    client, root = signed_in(user), f"/w/{viewer.workspace_ref}/"
    print(f"{BODIES} bodies, {TIES} ties; goal: p95 under {GOAL_MS} ms\n{'page':42}{'first':>8}{'median':>8}{'p95':>8}{'KB':>7}")
    for page in PAGES:
        started = time.perf_counter()
        answer = client.get(root + page)
        first = (time.perf_counter() - started) * 1000
        if answer.status_code != 200:
            print(f"{page or '(home)':42}  status {answer.status_code}")
            continue
        _wait_for_what_is_computed_beside(client, root + page)
        size = len(client.get(root + page).content)
        found = sorted(_timed(client, root + page) for _ in range(REQUESTS))
        p95 = found[int(REQUESTS * 0.95)]
        over = "  over the goal" if p95 > GOAL_MS else ""
        print(f"{page or '(home)':42}{first:8.0f}{statistics.median(found):8.0f}{p95:8.0f}{size / 1024:7.0f}{over}")


def _timed(client: object, address: str) -> float:
    started = time.perf_counter()
    client.get(address)  # type: ignore[attr-defined]
    return (time.perf_counter() - started) * 1000


def _wait_for_what_is_computed_beside(client: object, address: str) -> None:
    """Two visits in a row that take about as long: nothing is computed in a thread any more."""
    until = time.monotonic() + WAIT_SECONDS
    before = _timed(client, address)
    while time.monotonic() < until:
        now = _timed(client, address)
        if now < 1.3 * before + 5:
            return
        before = now


if __name__ == "__main__":
    main()
