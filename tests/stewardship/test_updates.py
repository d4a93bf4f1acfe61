"""Do data of every earlier state come through an update whole, with a backup before, and is an older program told no?"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from shutaf.accounts.actions import user_create
from shutaf.stewardship.backup import updating, verify
from shutaf.stewardship.backup.updating import NewerDataError, keep_before_update, latest_before_update, refuse_newer_data

pytestmark = [pytest.mark.sql]

WALK = Path(__file__).with_name("walking_migrations.py")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Callable[[], dict[str, str]]]:
    """empty() -> the environment of a home with an empty database of its own, of the kind in use."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "shutaf.config.settings"}
    environment.pop("DATABASE_URL", None)
    homes = (tmp_path / f"home-{n}" for n in range(9))

    def home() -> dict[str, str]:
        folder = next(homes)
        (folder / "files").mkdir(parents=True)
        return {**environment, "SHUTAF_HOME": str(folder)}

    if connection.vendor != "postgresql":
        yield home
        return
    import psycopg

    given = connection.settings_dict
    server = f"host={given['HOST']} port={given['PORT']} user={given['USER']} dbname=postgres"
    with psycopg.connect(server, autocommit=True) as admin:

        def database() -> dict[str, str]:
            admin.execute("DROP DATABASE IF EXISTS shutaf_updates WITH (FORCE)")
            admin.execute("CREATE DATABASE shutaf_updates")
            return {**home(), "DATABASE_URL": f"postgres://{given['USER']}@{given['HOST']}:{given['PORT']}/shutaf_updates"}

        yield database
        admin.execute("DROP DATABASE IF EXISTS shutaf_updates WITH (FORCE)")


def ran(environment: dict[str, str], *words: str) -> list[int]:
    done = subprocess.run([sys.executable, str(WALK), *words], env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-3000:]
    return [int(word) for word in done.stdout.split()]


@pytest.mark.slow
def test_rows_of_every_state_come_through_and_a_backup_of_an_older_one_comes_back(
    empty: Callable[[], dict[str, str]], tmp_path: Path
) -> None:
    states, rows = ran(empty(), str(tmp_path / "middle.zip"))
    print(f"{states} states, {rows} rows")
    assert states >= 20
    assert rows > states * 10
    kept, there = ran(empty(), "--restore", str(tmp_path / "middle.zip"))
    assert kept == there > 100


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    settings.BACKUP_DIR, settings.FILES = tmp_path / "backups", tmp_path / "files"
    settings.BACKUP_KEY_FILE = settings.BACKUP_PASSPHRASE = ""
    return tmp_path


@pytest.mark.django_db(transaction=True)
def test_nothing_is_kept_where_nothing_is_about_to_change(home: Path) -> None:
    user_create(email="dana@ein-haruv.example")
    assert keep_before_update() is None


@pytest.mark.django_db(transaction=True)
def test_data_are_kept_before_migrations_run(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user_create(email="dana@ein-haruv.example")
    monkeypatch.setattr(updating.MigrationExecutor, "migration_plan", lambda self, targets, clean_start=False: ["one more"])
    path = keep_before_update()
    assert path is not None
    assert path.name.startswith("before-")
    assert verify(path).rows > 0
    assert latest_before_update() == path


@pytest.mark.django_db(transaction=True)
def test_data_of_a_newer_version_are_refused(home: Path) -> None:
    refuse_newer_data()
    MigrationRecorder(connection).record_applied("bodies", "9999_of_tomorrow")
    try:
        with pytest.raises(NewerDataError, match=r"bodies\.9999_of_tomorrow"):
            refuse_newer_data()
    finally:
        MigrationRecorder(connection).record_unapplied("bodies", "9999_of_tomorrow")
