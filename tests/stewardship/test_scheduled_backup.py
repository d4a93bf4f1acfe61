"""Do backups come by themselves, sealed where a key is set, and go after the stated days?"""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from shutaf.stewardship.backup import BackupError, verify
from shutaf.stewardship.backup.scheduled import archives, every, outlived, rotate, scheduled
from shutaf.stewardship.ticking import JOBS, tick

NOW = datetime(2026, 11, 26, 3, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.BACKUP_DIR, settings.FILES = tmp_path / "backups", tmp_path / "files"
    settings.BACKUP_HOURS, settings.BACKUP_DAYS, settings.BACKUP_KEY_FILE, settings.BACKUP_PASSPHRASE = 24, 30, "", ""
    return tmp_path / "backups"


@pytest.mark.django_db(transaction=True)
@pytest.mark.sql
def test_the_tick_makes_one_that_is_whole(folder: Path) -> None:
    job = next(job for job in JOBS if job.name == "backup")
    assert [done.failed for done in tick(NOW, jobs=[job])] == [""]
    (path,) = folder.iterdir()
    assert path.name == "shutaf-20261126-030000.zip"
    assert path.stat().st_mode & 0o777 == 0o600
    verify(path)


@pytest.mark.django_db(transaction=True)
def test_with_a_key_file_it_is_sealed(folder: Path, tmp_path: Path, settings: Any) -> None:
    (tmp_path / "key").write_text("kYx7 a key made by chance\n")
    settings.BACKUP_KEY_FILE = str(tmp_path / "key")
    scheduled(NOW)
    (path,) = folder.iterdir()
    assert path.suffix == ".sealed"
    assert not zipfile.is_zipfile(path)
    with pytest.raises(BackupError, match="sealed"):
        verify(path)
    verify(path, secret=b"kYx7 a key made by chance")


@pytest.mark.django_db(transaction=True)
def test_a_key_that_cannot_be_read_makes_no_plain_backup(folder: Path, settings: Any) -> None:
    settings.BACKUP_KEY_FILE = str(folder / "nowhere")
    with pytest.raises(BackupError, match="no_key"):
        scheduled(NOW)
    assert not folder.exists()


@pytest.mark.django_db(transaction=True)
def test_one_that_cannot_be_read_back_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bad(path: Path, *, secret: bytes = b"") -> None:
        raise BackupError("wrong_sum")

    monkeypatch.setattr("shutaf.stewardship.backup.scheduled.verify", bad)
    with pytest.raises(BackupError):
        scheduled(NOW)
    assert list(folder.iterdir()) == []


def test_none_is_made_where_the_settings_say_none(folder: Path, settings: Any) -> None:
    settings.BACKUP_HOURS = 0
    assert (scheduled(NOW), every(), folder.exists()) == (0, timedelta(0), False)


def test_of_two_days_all_are_kept_then_one_a_day_then_none() -> None:
    times = {Path(f"{hours}"): NOW - timedelta(hours=hours) for hours in range(0, 24 * 40, 6)}
    kept = set(times) - set(outlived(times, NOW, timedelta(days=30)))
    ages = sorted(NOW - times[path] for path in kept)
    assert [age for age in ages if age <= timedelta(hours=48)] == [timedelta(hours=h) for h in range(0, 49, 6)]
    days = [times[path].date() for path in kept if NOW - times[path] > timedelta(hours=48)]
    assert len(days) == len(set(days))
    assert max(ages) <= timedelta(days=30)
    assert len(days) >= 27


def test_the_newest_stays_though_it_is_old() -> None:
    times = {Path("a"): NOW - timedelta(days=90), Path("b"): NOW - timedelta(days=80)}
    assert outlived(times, NOW, timedelta(days=30)) == [Path("a")]
    assert outlived({}, NOW, timedelta(days=30)) == []


def test_other_files_in_the_folder_are_left_alone(folder: Path) -> None:
    folder.mkdir()
    for name in ("holiday.zip", "shutaf-20200101-000000.zip", "shutaf-20261126-000000.zip", "before-0.1.0-20200101-000000.zip.sealed"):
        (folder / name).touch()
    assert rotate(NOW) == 2
    assert sorted(path.name for path in folder.iterdir()) == ["holiday.zip", "shutaf-20261126-000000.zip"]
    assert [path.name for path in archives()] == ["shutaf-20261126-000000.zip"]
