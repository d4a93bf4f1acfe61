"""shutaf network: whose editors look at the cases that workspaces of this server tell each other."""

from __future__ import annotations

import argparse
import sys

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words

NAME = "network"


def words() -> Words:
    return Words(
        _("Say that a workspace is the network of this server: its editors read the cases that others tell before everybody does."),
        "shutaf network w4k9wq2m",
    )


def arguments(parser: Parser) -> None:
    parser.add_argument("workspace", metavar="WORKSPACE", help=_("the workspace's letters in its address, after /w/"))
    parser.add_argument("--off", action="store_true", help=_("it is none any more"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.accounts.actions.networks import network_mark

    name = network_mark(arguments.workspace, is_network=not arguments.off)
    if name is None:
        print(_("There is no workspace of this name."), file=sys.stderr)
        return 1
    said = (
        _("No network any more: {name}")
        if arguments.off
        else _("Network of this server: {name}. Cases of others wait on its page “Cases for the network”.")
    )
    print(said.format(name=name))
    return 0
