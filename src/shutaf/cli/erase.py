"""shutaf erase: what is held about a person in all workspaces, and nothing of it afterwards."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.cli.parser import Parser, Words

if TYPE_CHECKING:
    from shutaf.accounts.viewer import Viewer
    from shutaf.stewardship.personal.who import Who

NAME = "erase"


def words() -> Words:
    return Words(
        _("Say where a person stands in all workspaces, and with --yes erase them everywhere; it cannot be undone."),
        'shutaf erase --name "..." --email name@town.example --yes',
    )


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "--name", metavar="NAME", action="append", default=[], help=_("a name as it is written; again for another spelling")
    )
    parser.add_argument(
        "--email", metavar="MAIL", action="append", default=[], help=_("an address; an account is closed by its address only")
    )
    parser.add_argument("--phone", metavar="NUMBER", action="append", default=[], help=_("a telephone number"))
    parser.add_argument("--yes", action="store_true", help=_("erase, instead of only counting"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.accounts.queries import job_viewer, workspace_refs
    from shutaf.stewardship.personal.compacting import ask_to_compact, compact_after_erasing
    from shutaf.stewardship.personal.who import Who

    who = Who(tuple(arguments.name), tuple(arguments.email), tuple(arguments.phone))
    if not who:
        print(_("Say whom: a name, an address or a number."), file=sys.stderr)
        return 2
    code = 0
    for ref in workspace_refs():
        viewer = job_viewer(ref)
        code = max(code, _erased(viewer, who) if arguments.yes else _counted(viewer, who))
    if arguments.yes:
        from django.utils import timezone

        ask_to_compact()
        compact_after_erasing(timezone.now())
    return code


def _counted(viewer: Viewer, who: Who) -> int:
    from shutaf.stewardship.personal.found import person_found

    held = person_found(viewer, who)
    _told(viewer.workspace_ref, held.total + len(held.outside))
    return 0


def _erased(viewer: Viewer, who: Who) -> int:
    from shutaf.accounts.actions.invitations import LastOwnerError
    from shutaf.stewardship.personal.actions import person_erase

    try:
        done = person_erase(viewer, who=who)
    except LastOwnerError:
        print(
            _("{workspace}: nothing was erased. They are its only owner; make another one first.").format(workspace=viewer.workspace_ref),
            file=sys.stderr,
        )
        return 1
    _told(viewer.workspace_ref, done.rows + sum(done.outside.values()))
    return 0


def _told(workspace: str, places: int) -> None:
    print(f"{workspace}: " + ngettext("{n} place", "{n} places", places).format(n=places))
