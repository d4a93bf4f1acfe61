"""What happens when PostgreSQL stops under load and comes back? A clear page while it is gone, then all goes on by itself, and nothing confirmed is lost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cluster import Cluster, has_postgres
from serving import Served, Web, wait_until
from stressing import amount, tell
from writers import compare, many

pytestmark = [pytest.mark.stress, pytest.mark.skipif(not has_postgres(), reason="PostgreSQL's server is not installed here")]

WRITERS, TIMES = amount(8, 50), amount(2, 20)


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    database = Cluster()
    yield database
    database.remove()


@pytest.fixture
def on_cluster(cluster: Cluster, tmp_path: Path) -> Iterator[Served]:
    serving = Served(tmp_path / "home", cluster.url)
    serving.prepare()
    yield serving
    serving.end()


def test_a_database_that_goes_and_comes_back_loses_nothing(cluster: Cluster, on_cluster: Served) -> None:
    session, ref = on_cluster.seed()
    _child, port = on_cluster.start()
    web = Web(port, session, language="de")
    page = f"/w/{ref}/bodies/"
    assert web.ask("GET", page).status == 200
    writers, end = many(WRITERS, lambda: port, session, ref)
    for number in range(TIMES):
        time.sleep(1)
        cluster.stop(("fast", "immediate")[number % 2])
        told = web.ask("GET", page)
        assert (told.status, told.headers["Retry-After"]) == (503, "15")
        assert "Die Datenbank antwortet nicht" in told.text
        cluster.start()
        assert wait_until(lambda: web.ask("GET", page).status == 200), "it goes on by itself"
    time.sleep(1)
    end()
    found = compare(on_cluster, ref, writers)
    assert found.refused, "writes met the fault"
    assert found.confirmed > WRITERS
    tell(
        "database gone and back",
        f"{TIMES} times under {WRITERS} writers: {found.confirmed} confirmed, {found.refused} told 503, each confirmed one there as written, none half",
    )
