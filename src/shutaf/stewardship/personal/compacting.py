"""What is left of erased rows in the file of the database itself? Free pages and the write-ahead log hold old bytes; compacting overwrites them."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from shutaf.stewardship.personal.keys import folder

_STEPS = {
    "sqlite": ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"),  # writes every page anew, then leaves nothing in the log
    "postgresql": ("VACUUM",),  # frees old row versions; later rows are written over them
}
_ASKED = "to_compact"


def ask_to_compact() -> None:
    """Somebody was erased: the next tick writes the file of the database anew."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder() / _ASKED).touch(mode=0o600)


def compact_after_erasing(_now: datetime) -> int:
    """A job of the tick, not of the page that erases: it keeps writers waiting for a second or two. Returns 1 when it was done.

    Where somebody writes for longer than the database waits, it raises and is tried again.
    """
    asked = folder() / _ASKED
    if not asked.exists():
        return 0
    asked.unlink()
    try:
        compact()
    except BaseException:
        ask_to_compact()
        raise
    return 1


def compact() -> None:
    """Outside any transaction. O(size of the database)."""
    with connection.cursor() as cursor:
        for step in _STEPS.get(connection.vendor, ()):
            cursor.execute(step)
