"""Do rows and files come back together, or neither, wherever a restore is interrupted?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from shutaf.accounts.actions import user_create, workspace_create
from shutaf.accounts.models import User
from shutaf.stewardship.backup import BackupError, backup, restore, restoring, settle
from shutaf.stewardship.models import Tick

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sql]

PIECES = ("_lay_ready", "_begin", "_replace_rows", "_change_places")


class PowerCut(BaseException):
    """Nothing of the program runs any more."""


@pytest.fixture
def archive(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """An archive of the old state; the home has moved on to a new one."""
    settings.FILES = tmp_path / "files"
    (tmp_path / "files").mkdir()
    (tmp_path / "files/a.txt").write_text("old")
    workspace_create(user_create(email="old@ein-haruv.example"), name="old")
    backup(tmp_path / "old.zip")
    User.objects.update(email="new@ein-haruv.example")
    (tmp_path / "files/a.txt").write_text("new")
    (tmp_path / "files/b.txt").write_text("new")
    return tmp_path / "old.zip"


def state(home: Path) -> tuple[list[str], dict[str, str]]:
    files = {path.name: path.read_text() for path in sorted((home / "files").iterdir())}
    return list(User.objects.values_list("email", flat=True)), files


OLD = (["old@ein-haruv.example"], {"a.txt": "old"})
NEW = (["new@ein-haruv.example"], {"a.txt": "new", "b.txt": "new"})


def is_tidy(home: Path) -> bool:
    return {path.name for path in home.iterdir()} == {"files", "old.zip"} and not Tick.objects.exists()


def test_rows_and_files_are_replaced(archive: Path, tmp_path: Path) -> None:
    restore(archive, is_forced=True)
    assert state(tmp_path) == OLD
    assert is_tidy(tmp_path)


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_failure_anywhere_leaves_what_was_there(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: str, when: str
) -> None:
    break_at(monkeypatch, piece, when, OSError("no room"))
    with pytest.raises(OSError, match="no room"):
        restore(archive, is_forced=True)
    assert state(tmp_path) == NEW
    assert is_tidy(tmp_path)


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_power_cut_anywhere_is_taken_back_at_the_next_start(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: str, when: str
) -> None:
    break_at(monkeypatch, piece, when, PowerCut())
    first = [lambda: None]  # the settle at the start runs, the one at the end does not
    real = restoring.settle
    monkeypatch.setattr(restoring, "settle", lambda: first.pop()() if first else None)
    with pytest.raises(PowerCut):
        restore(archive, is_forced=True)
    real()
    assert state(tmp_path) == NEW
    assert is_tidy(tmp_path)


def test_a_power_cut_after_the_rows_were_confirmed_keeps_the_new_files(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = restoring.settle
    monkeypatch.setattr(restoring, "settle", lambda: None)
    restore(archive, is_forced=True)
    monkeypatch.setattr(restoring, "settle", real)
    assert (tmp_path / "restoring").exists()
    settle()
    assert state(tmp_path) == OLD
    assert is_tidy(tmp_path)


def test_a_power_cut_between_the_two_renames_is_taken_back(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "restoring").write_text("c0ffee")
    (tmp_path / "files").rename(tmp_path / "files.before")
    settle()
    assert state(tmp_path) == NEW
    assert is_tidy(tmp_path)


def test_a_start_without_a_restore_asks_the_database_nothing(tmp_path: Path, settings: Any, django_assert_num_queries: Any) -> None:
    settings.FILES = tmp_path / "files"
    with django_assert_num_queries(0):
        settle()


def test_a_sealed_archive_comes_back_with_its_key_only(archive: Path, tmp_path: Path) -> None:
    sealed = tmp_path.parent / "sealed"
    backup(sealed, secret=b"a long passphrase")
    User.objects.update(email="third@ein-haruv.example")
    with pytest.raises(BackupError, match="sealed"):
        restore(sealed, is_forced=True)
    with pytest.raises(BackupError, match="wrong_key"):
        restore(sealed, secret=b"another passphrase", is_forced=True)
    restore(sealed, secret=b"a long passphrase", is_forced=True)
    assert state(tmp_path) == NEW


def break_at(monkeypatch: pytest.MonkeyPatch, piece: str, when: str, failure: BaseException) -> None:
    real = getattr(restoring, piece)

    def broken(*given: Any) -> Any:
        if when == "after":
            real(*given)
        raise failure

    monkeypatch.setattr(restoring, piece, broken)
