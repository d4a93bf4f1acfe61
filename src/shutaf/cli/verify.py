"""shutaf verify: is a backup whole?"""

from __future__ import annotations

import argparse
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words
from shutaf.cli.sealed import key_arguments, refused, secret_asked

NAME = "verify"


def words() -> Words:
    return Words(_("Check every sum and count of a backup."), "shutaf verify shutaf.zip")


def arguments(parser: Parser) -> None:
    parser.add_argument("archive", type=Path, metavar="FILE.zip", help=_("the archive to check"))
    key_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    from shutaf.stewardship.backup import BackupError, verify

    try:
        kept = verify(arguments.archive, secret=secret_asked(arguments))
    except BackupError as wrong:
        return refused(wrong.key, wrong.detail)
    print(_("Whole. Version {version}, rows: {rows}, files: {files}.").format(version=kept.version, rows=kept.rows, files=kept.files))
    return 0
