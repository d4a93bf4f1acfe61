"""How is everything kept and brought back? One archive: every table as JSON lines read in one snapshot, every file, and the sum of each.

The same form for SQLite and PostgreSQL, so a restore may also move from one to the other. By option the archive is sealed: encrypted as it is written.
"""

from __future__ import annotations

from shutaf.stewardship.backup.archive import BackupError, Kept, verify
from shutaf.stewardship.backup.restoring import is_empty, restore, settle
from shutaf.stewardship.backup.writing import backup

__all__ = ["BackupError", "Kept", "backup", "is_empty", "restore", "settle", "verify"]
