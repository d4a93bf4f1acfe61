"""What do the tests of the running service share? A served home, and a small disk of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connections

from serving import Served


@pytest.fixture(scope="session")
def prepared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with every migration run, on SQLite; copied by who needs one."""
    home = tmp_path_factory.mktemp("prepared") / "home"
    Served(home).prepare()
    return home


@pytest.fixture
def served_in(prepared_home: Path) -> Iterator[Callable[[Path], Served]]:
    """A service on SQLite in a folder of the test's own."""
    made: list[Served] = []

    def serve_in(folder: Path) -> Served:
        shutil.copytree(prepared_home, folder)
        made.append(Served(folder))
        return made[-1]

    yield serve_in
    for serving in made:
        serving.end()


@pytest.fixture
def served(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Served]:
    """A service on the database of this test run: PostgreSQL where DATABASE_URL says so, else SQLite in a home of its own.

    On PostgreSQL other processes write what no transaction of the test takes back, so the test is marked `django_db(transaction=True)`.
    """
    if connections["default"].vendor != "postgresql":
        yield request.getfixturevalue("served_in")(tmp_path / "home")
        return
    database = connections["default"].settings_dict
    serving = Served(tmp_path / "home", f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}")
    serving.prepare()
    yield serving
    serving.end()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 12 MB in memory; skipped where we may not mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip("a disk of its own needs the right to mount one (root)")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)
