"""What do the tests of the running service share? A served home, and a small disk of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from serving import Served


@pytest.fixture
def served(tmp_path: Path, transactional_db: None) -> Iterator[Served]:
    """Servers on the database of this test run: PostgreSQL where DATABASE_URL says so, else SQLite in a home of its own."""
    database = connections["default"].settings_dict
    on_postgres = connections["default"].vendor == "postgresql"
    url = f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}" if on_postgres else ""
    serving = Served(tmp_path / "home", url)
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
