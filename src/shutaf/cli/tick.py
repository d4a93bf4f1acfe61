"""shutaf tick: what recurs, done now where it is due."""

from __future__ import annotations

import argparse
import sys

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words

NAME = "tick"


def words() -> Words:
    return Words(
        _("Do what recurs and is due: mail that waits, what is kept no longer, the backup. `shutaf serve` does it by itself."),
        "shutaf tick",
    )


def arguments(parser: Parser) -> None:
    parser.add_argument("--all", action="store_true", help=_("do everything, whether it is due or not"))
    parser.add_argument("--quiet", action="store_true", help=_("say only what failed"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.stewardship.ticking import tick

    done = tick(is_all=arguments.all)
    for one in done:
        if one.failed:
            print(_("{job}: failed ({kind}); it is tried again soon").format(job=one.name, kind=one.failed), file=sys.stderr)
        elif not arguments.quiet:
            print(f"{one.name}: {one.did}")
    return int(any(one.failed for one in done))
