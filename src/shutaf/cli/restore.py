"""shutaf restore: everything back from an archive."""

from __future__ import annotations

import argparse
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words
from shutaf.cli.sealed import key_arguments, refused, secret_asked

NAME = "restore"


def words() -> Words:
    return Words(_("Bring everything back from a backup, after checking it; all of it or nothing."), "shutaf restore shutaf.zip")


def arguments(parser: Parser) -> None:
    parser.add_argument("archive", type=Path, metavar="FILE.zip", help=_("the archive to read"))
    parser.add_argument("--force", action="store_true", help=_("replace everything that is there"))
    key_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    from shutaf.cli import home
    from shutaf.stewardship.backup import BackupError, restore

    if code := home.ready_or_said():
        return code
    try:
        kept = restore(arguments.archive, secret=secret_asked(arguments), is_forced=arguments.force)
    except BackupError as wrong:
        return refused(wrong.key, wrong.detail)
    print(_("Restored. Rows: {rows}, files: {files}.").format(rows=kept.rows, files=kept.files))
    return 0
