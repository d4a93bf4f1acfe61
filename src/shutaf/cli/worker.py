"""shutaf worker: what runs in the background, in a process of its own."""

from __future__ import annotations

import argparse

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words

NAME = "worker"


def words() -> Words:
    return Words(
        _("Do the jobs that wait, such as mail, until Ctrl-C. `shutaf serve` starts one; more may run on other machines."), "shutaf worker"
    )


def arguments(parser: Parser) -> None:
    parser.add_argument("--once", action="store_true", help=_("end when no job waits any more"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.stewardship.working import work

    work(is_once=arguments.once)
    return 0
