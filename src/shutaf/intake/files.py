"""Where does an uploaded file lie until it is accepted or dropped? In a folder of its own that nobody can guess, readable by us only."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]")
_LONGEST_NAME = 120
DAYS_KEPT = 30


class UploadTooLargeError(ValueError):
    """More bytes than an upload may have."""


def folder_of(name: str) -> Path:
    return Path(settings.FILES) / "uploads" / name


def safe_name(name: str) -> str:
    """A file name that stays in its folder, as near to the person's as can be; its end decides how it is read."""
    plain = _UNSAFE.sub("_", Path(name.replace("\\", "/")).name).strip(". ") or "file"
    stem, dot, end = plain.rpartition(".")
    return f"{stem[: _LONGEST_NAME - len(end) - 1]}{dot}{end}" if dot else plain[:_LONGEST_NAME]


def keep(files: Sequence[tuple[str, Iterable[bytes]]]) -> tuple[str, tuple[str, ...]]:
    """Write the files (name, chunks) into a new folder; returns the folder's name and the names. Nothing stays when it is too large.

    What others left waiting for more than thirty days goes at the same time.
    """
    sweep()
    name = secrets.token_hex(16)
    folder = folder_of(name)
    folder.mkdir(parents=True, mode=0o700)
    written, size = [], 0
    for wanted, chunks in files:
        path = folder / _free(folder, safe_name(wanted))
        with path.open("xb") as out:
            path.chmod(0o600)
            for chunk in chunks:
                size += len(chunk)
                if size > settings.UPLOAD_LIMIT_BYTES:
                    break
                out.write(chunk)
        written.append(path.name)
    if size > settings.UPLOAD_LIMIT_BYTES:
        forget(name)
        raise UploadTooLargeError
    return name, tuple(written)


def _free(folder: Path, name: str) -> str:
    n, wanted = 2, name
    while (folder / wanted).exists():
        stem, dot, end = name.rpartition(".")
        wanted, n = f"{stem} {n}{dot}{end}" if dot else f"{name} {n}", n + 1
    return wanted


def paths_in(name: str) -> tuple[Path, ...]:
    """The files of an upload, in the order of their names."""
    folder = folder_of(name)
    return tuple(sorted(folder.iterdir())) if folder.is_dir() else ()


def forget(name: str) -> None:
    shutil.rmtree(folder_of(name), ignore_errors=True)


def sweep() -> int:
    """Forget every file that nobody accepted or dropped in thirty days: it may hold people's numbers. Returns how many uploads went."""
    oldest = (timezone.now() - timedelta(days=DAYS_KEPT)).timestamp()
    gone = [folder.name for folder in folder_of("").glob("*/") if folder.stat().st_mtime < oldest]
    for name in gone:
        forget(name)
    return len(gone)
