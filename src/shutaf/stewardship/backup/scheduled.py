"""Which archives lie in the folder of backups? A new one each day, read back before it counts; of older ones one a day, and after the stated days none."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from shutaf.stewardship.backup.archive import verify
from shutaf.stewardship.backup.keys import secret_of_settings
from shutaf.stewardship.backup.writing import backup

EACH_KEPT = timedelta(hours=48)  # within which every archive is kept
_NAME = re.compile(r"^(?:shutaf|before-[\w.]+)-(\d{8}-\d{6})\.zip(?:\.sealed)?$")


def every() -> timedelta:
    """How often; settings of 0 hours turn it off."""
    return timedelta(hours=settings.BACKUP_HOURS)


def scheduled(now: datetime) -> int:
    """Write one archive, check it, and let the old ones go. Returns how many archives there are."""
    if not settings.BACKUP_HOURS:
        return 0
    try:
        write(now, "shutaf")
    finally:
        rotate(now)
    return len(archives())


def write(now: datetime, name: str) -> Path:
    """One archive under a name with its time; one that cannot be read back is not kept. Raises BackupError."""
    secret = secret_of_settings()
    folder = Path(settings.BACKUP_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    out = folder / f"{name}-{now.astimezone(UTC):%Y%m%d-%H%M%S}.zip{'.sealed' if secret else ''}"
    backup(out, secret=secret)
    try:
        verify(out, secret=secret)
    except BaseException:
        out.unlink()
        raise
    return out


def archives() -> dict[Path, datetime]:
    """The archives of ours in the folder, oldest first, with their times."""
    folder = Path(settings.BACKUP_DIR)
    found = [(path, _NAME.match(path.name)) for path in folder.glob("*.zip*")] if folder.is_dir() else []
    times = {path: datetime.strptime(name[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC) for path, name in found if name}
    return dict(sorted(times.items(), key=lambda one: one[1]))


def rotate(now: datetime) -> int:
    """Remove what is too old or one of several of a day. The newest stays, whatever its age."""
    gone = outlived(archives(), now, timedelta(days=settings.BACKUP_DAYS))
    for path in gone:
        path.unlink(missing_ok=True)
    for half in Path(settings.BACKUP_DIR).glob("*.part"):
        if half.stat().st_mtime < (now - timedelta(days=1)).timestamp():
            half.unlink(missing_ok=True)  # left by a process that was killed while it wrote
    return len(gone)


def outlived(times: dict[Path, datetime], now: datetime, kept_for: timedelta) -> list[Path]:
    """Which archives have had their time."""
    newest = max(times, key=lambda path: times[path], default=None)
    last_of_day = {when.date(): path for path, when in sorted(times.items(), key=lambda one: one[1])}
    return [
        path
        for path, when in times.items()
        if path != newest and (now - when > kept_for or (now - when > EACH_KEPT and last_of_day[when.date()] != path))
    ]
