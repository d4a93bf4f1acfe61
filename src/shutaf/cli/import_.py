"""shutaf import: a workspace from the file that `shutaf export` wrote."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words

NAME = "import"


def words() -> Words:
    return Words(
        _("Make a new workspace from an exported one, for an account that is there."),
        "shutaf import workspace.zip --owner dana@town.example",
    )


def arguments(parser: Parser) -> None:
    parser.add_argument("archive", type=Path, metavar="FILE.zip", help=_("the file to read"))
    parser.add_argument("--owner", required=True, metavar="EMAIL", help=_("the account that will own it"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.accounts.queries import user_by_email
    from shutaf.stewardship.export import ExportError, workspace_import

    owner = user_by_email(arguments.owner)
    if owner is None:
        print(_("There is no account {email}.").format(email=arguments.owner), file=sys.stderr)
        return 1
    try:
        viewer = workspace_import(owner, arguments.archive)
    except ExportError as wrong:
        print(_("This is no exported workspace, or it is damaged: {detail}").format(detail=wrong), file=sys.stderr)
        return 1
    print(_("Made: {ref}").format(ref=viewer.workspace_ref))
    return 0
