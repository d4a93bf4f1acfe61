"""What keeps reading possible on a full disk? One connection to the SQLite file that stays open as long as the process.

The last connection that closes removes the files beside the database (-wal, -shm), and the next has to make them anew: on a full disk it cannot, and
then not even reading works.
"""

from __future__ import annotations

import sqlite3

from django.conf import settings

_held: list[sqlite3.Connection] = []


def hold_open() -> None:
    """Does nothing on PostgreSQL, or where the database cannot be opened now: each request says so itself."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3") or _held:
        return
    try:
        connection = sqlite3.connect(database["NAME"], timeout=10, check_same_thread=False)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        return
    _held.append(connection)
