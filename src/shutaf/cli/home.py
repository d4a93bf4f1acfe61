"""What must be right before a command works on a home? Nobody else serves from it, and its database is as this program knows it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils.translation import gettext as _

from shutaf.stewardship.backup import BackupError, settle
from shutaf.stewardship.backup.updating import NewerDataError, keep_before_update, latest_before_update, refuse_newer_data

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class WrongClusterError(RuntimeError):
    """A PostgreSQL database whose letters are not known."""


class HomeInUseError(RuntimeError):
    """Another process serves from this home."""


def claim_home() -> None:
    """Keep others from serving from the same SQLite file: it wants one writer. Raises HomeInUseError.

    The claim ends with this process, however it ends. Where the system has no such locks, nothing is claimed.
    """
    if connection.vendor != "sqlite" or fcntl is None:
        return
    file = Path(settings.SHUTAF_HOME) / "serving"
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    held = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as why:
        os.close(held)
        raise HomeInUseError(str(settings.SHUTAF_HOME)) from why


def said_in_use(used: HomeInUseError) -> str:
    return _("Another process serves from {folder} already. End it first, or name another home with SHUTAF_HOME.").format(folder=used)


def ready_or_said() -> int:
    """Claim the home and bring its database up to date; an exit code, with the reason said, where that cannot be."""
    try:
        claim_home()
    except HomeInUseError as used:
        return _said(said_in_use(used))
    except OSError as refused:
        return _said(
            _("The home {folder} cannot be written ({reason}). Mend or empty its disk, or name another home with SHUTAF_HOME.").format(
                folder=settings.SHUTAF_HOME, reason=refused.strerror
            )
        )
    try:
        prepare_database()
    except OperationalError as lost:
        return _said(_("The database does not answer: {reason}").format(reason=str(lost).strip()))
    except WrongClusterError as wrong:
        return _said(
            _("This PostgreSQL database has the locale {locale}: it would find nothing in Hebrew. Make one with C.UTF-8 or ICU.").format(
                locale=wrong
            )
        )
    except NewerDataError as newer:
        _said(
            _("These data were last used by a newer version of Shutaf ({detail}). Nothing was changed. Install that version again.").format(
                detail=newer
            )
        )
        if kept := latest_before_update():
            _said(_("To go back for good: restore {file}, which was made before the update, into an empty home.").format(file=kept))
        return 1
    except (BackupError, OSError) as failure:
        return _said(_("No backup could be made before the update, so nothing was changed: {reason}").format(reason=failure))
    return 0


def _said(text: str) -> int:
    print(text, file=sys.stderr)
    return 1


def prepare_database() -> None:
    """Migrations, after a backup of what is there, and the cache table; a restore that was interrupted is finished or taken back.

    Raises WrongClusterError on a PostgreSQL database of the locale C, which finds no Hebrew, and NewerDataError.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT datcollate, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()")
            collate, encoding = cursor.fetchone()
        if encoding != "UTF8" or collate in ("C", "POSIX"):
            raise WrongClusterError(f"{collate}, {encoding}")
    Path(settings.FILES).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    refuse_newer_data()
    if kept := keep_before_update():
        print(_("Backup before the update: {file}").format(file=kept), flush=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    settle()
    Path(settings.FILES).mkdir(exist_ok=True, mode=0o700)
