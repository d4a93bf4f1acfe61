"""How long does an uploaded file lie there?"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from pytest_django import Settings

from shutaf.intake.files import DAYS_KEPT, UploadTooLargeError, folder_of, keep, paths_in


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.FILES = tmp_path


def test_what_waited_more_than_thirty_days_goes_when_the_next_file_comes() -> None:
    old, _ = keep([("old.csv", [b"name"])])
    recent, _ = keep([("recent.csv", [b"name"])])
    for name, days in ((old, DAYS_KEPT + 1), (recent, DAYS_KEPT - 1)):
        then = time.time() - days * 86_400
        os.utime(folder_of(name), (then, then))
    new, _ = keep([("new.csv", [b"name"])])
    assert [bool(paths_in(name)) for name in (old, recent, new)] == [False, True, True]


def test_of_a_file_that_is_too_large_nothing_stays(settings: Settings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 10
    with pytest.raises(UploadTooLargeError):
        keep([("big.csv", [b"12345", b"67890", b"1"])])
    assert list(folder_of("").iterdir()) == []


@pytest.mark.parametrize("name", ["../../up.csv", "C:\\\\x\\\\up.csv", "/etc/up.csv", "a\x00b.csv", "..", ""])
def test_a_name_never_leaves_its_folder(name: str) -> None:
    folder, names = keep([(name, [b"x"])])
    assert [path.parent for path in paths_in(folder)] == [folder_of(folder)]
    assert len(names) == 1
