"""shutaf restore: everything back from an archive."""

from __future__ import annotations

import argparse
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words

NAME = "restore"


def words() -> Words:
    return Words(_("Bring everything back from a backup, after checking it; all of it or nothing."), "shutaf restore shutaf.zip")


def arguments(parser: Parser) -> None:
    parser.add_argument("archive", type=Path, metavar="FILE.zip", help=_("the archive to read"))
    parser.add_argument("--force", action="store_true", help=_("replace everything that is there"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.cli import service
    from shutaf.cli.verify import refused
    from shutaf.stewardship.backup import BackupError, restore

    service.prepare_database()
    try:
        kept = restore(arguments.archive, is_forced=arguments.force)
    except BackupError as wrong:
        return refused(wrong.key, wrong.detail)
    print(_("Restored. Rows: {rows}, files: {files}.").format(rows=kept.rows, files=kept.files))
    return 0
