"""shutaf verify: is a backup whole?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.cli.parser import Parser, Words

NAME = "verify"
SAID = {
    "not_a_backup": N_("This is no backup of Shutaf, or it is damaged: {detail}"),
    "other_format": N_("This backup has a form that this version does not know: {detail}"),
    "other_members": N_("The archive holds other files than its list says. Nothing was read."),
    "unsafe_name": N_("The archive names a file outside of itself. Nothing was read."),
    "other_size": N_("A file in the archive has another size than its list says. Nothing was read."),
    "wrong_sum": N_("{detail} is not what was written: its sum differs. Nothing was read."),
    "wrong_count": N_("{detail} holds another number of rows than its list says. Nothing was read."),
    "not_empty": N_("There is data here already. Restore into an empty home, or add --force to replace everything."),
    "newer_schema": N_("The backup was made by a newer version ({detail}). Update Shutaf first."),
}
"""Why an archive was refused."""


def words() -> Words:
    return Words(_("Check every sum and count of a backup."), "shutaf verify shutaf.zip")


def arguments(parser: Parser) -> None:
    parser.add_argument("archive", type=Path, metavar="FILE.zip", help=_("the archive to check"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.stewardship.backup import BackupError, verify

    try:
        kept = verify(arguments.archive)
    except BackupError as wrong:
        return refused(wrong.key, wrong.detail)
    print(_("Whole. Version {version}, rows: {rows}, files: {files}.").format(version=kept.version, rows=kept.rows, files=kept.files))
    return 0


def refused(key: str, detail: str) -> int:
    print(_(SAID[key]).format(detail=detail), file=sys.stderr)
    return 1
