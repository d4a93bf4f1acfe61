"""shutaf owner: an account, and a link that signs it in once; also while the service runs."""

from __future__ import annotations

import argparse

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words

NAME = "owner"


def words() -> Words:
    return Words(
        _("Make this account if it is new, and print a link that signs it in once; also while the service runs."),
        "shutaf owner dana@town.example",
    )


def arguments(parser: Parser) -> None:
    parser.add_argument("email", metavar="EMAIL", help=_("the address of the account"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.cli.serve import owner_link

    for line in owner_link(arguments.email):
        print(line)
    return 0
