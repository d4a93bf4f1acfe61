"""Is every confirmed write there after the server was killed, each as it was written, and none half? Fifty write while it is killed again and again."""

from __future__ import annotations

import random
import time

import pytest
from django.db import connections

from serving import Served, kill
from stressing import amount, tell
from writers import compare, many

pytestmark = [pytest.mark.stress, pytest.mark.sql, pytest.mark.django_db(transaction=True)]

WRITERS, KILLS, SEED = 50, amount(3, 100), 20261126
MOST_SECONDS = amount(240, 3600)


def test_a_kill_loses_nothing_that_was_confirmed(served: Served) -> None:
    session, ref = served.seed()
    child, port = served.start()
    at = {"port": port}
    writers, end = many(WRITERS, lambda: at["port"], session, ref)
    draw, until, kills = random.Random(SEED), time.monotonic() + MOST_SECONDS, 0
    while kills < KILLS and time.monotonic() < until:
        before = sum(writer.confirmed for writer in writers)
        while sum(writer.confirmed for writer in writers) < before + 5 and time.monotonic() < until:
            time.sleep(0.02)  # it works again
        time.sleep(draw.random() * 1.5)
        kill(child)
        kills += 1
        child, at["port"] = served.start()
    time.sleep(1)
    end()
    kill(child)
    found = compare(served, ref, writers)
    tell(
        f"kill, {connections['default'].vendor}",
        f"{kills} kills (seed {SEED}), {WRITERS} writers, {found.confirmed} confirmed answers, {found.bodies} bodies of which {found.batches} whole files; "
        "each confirmed one there as written, none half, integrity clean",
    )
    assert kills == KILLS
    assert found.confirmed > 10 * KILLS
