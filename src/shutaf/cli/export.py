"""shutaf export and import: one workspace as a file, and back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words
from shutaf.cli.writing import refuse_to_overwrite

NAME = "export"


def words() -> Words:
    return Words(_("Write one whole workspace, with its history, into a file."), "shutaf export WORKSPACE workspace.zip")


def arguments(parser: Parser) -> None:
    parser.add_argument("workspace", metavar="WORKSPACE", help=_("the workspace's letters in its address, after /w/"))
    parser.add_argument("archive", type=Path, metavar="FILE.zip", help=_("the file to write"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def run(arguments: argparse.Namespace) -> int:
    from django.core.exceptions import ObjectDoesNotExist

    from shutaf.accounts.queries import job_viewer
    from shutaf.stewardship.export import workspace_export

    if refuse_to_overwrite(arguments.archive, arguments.force):
        return 2
    try:
        viewer = job_viewer(arguments.workspace)
    except ObjectDoesNotExist:
        print(_("There is no workspace {ref}.").format(ref=arguments.workspace), file=sys.stderr)
        return 1
    arguments.archive.write_bytes(workspace_export(viewer))
    print(_("Written: {file}").format(file=arguments.archive))
    return 0
