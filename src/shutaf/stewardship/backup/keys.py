"""With what are archives sealed? The text of a key file, else a passphrase, as the settings say; nothing where they say nothing."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from shutaf.stewardship.backup.archive import BackupError
from shutaf.stewardship.backup.sealing import LEAST_LETTERS


def secret_of_settings() -> bytes:
    """Raises BackupError where a key is asked for and cannot be read: nothing is written plainly by mistake."""
    if settings.BACKUP_KEY_FILE:
        return secret_in(Path(settings.BACKUP_KEY_FILE))
    return checked(settings.BACKUP_PASSPHRASE.encode()) if settings.BACKUP_PASSPHRASE else b""


def secret_in(file: Path) -> bytes:
    try:
        return checked(file.read_bytes().strip())
    except OSError:
        raise BackupError("no_key", str(file)) from None


def checked(secret: bytes) -> bytes:
    if len(secret) < LEAST_LETTERS:
        raise BackupError("short_key", str(LEAST_LETTERS))
    return secret
