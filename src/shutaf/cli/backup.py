"""shutaf backup: everything in one archive, while in use."""

from __future__ import annotations

import argparse
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words
from shutaf.cli.sealed import key_arguments, refused, secret_asked
from shutaf.cli.writing import refuse_to_overwrite

NAME = "backup"


def words() -> Words:
    return Words(_("Write everything (database and files) into one checked archive, while the service runs."), "shutaf backup shutaf.zip")


def arguments(parser: Parser) -> None:
    parser.add_argument("archive", type=Path, metavar="FILE.zip", help=_("the archive to write"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))
    key_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    from shutaf.stewardship.backup import BackupError, backup

    if refuse_to_overwrite(arguments.archive, arguments.force):
        return 2
    try:
        kept = backup(arguments.archive, secret=secret_asked(arguments))
    except BackupError as wrong:
        return refused(wrong.key, wrong.detail)
    print(_("Written: {file}. Rows: {rows}, files: {files}.").format(file=arguments.archive, rows=kept.rows, files=kept.files))
    return 0
