"""shutaf ready: is all as it should be on this home?"""

from __future__ import annotations

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.cli.parser import Parser, Words

NAME = "ready"
SAID = {
    "database": N_("the database does not answer"),
    "disk": N_("the disk of the home is full or takes nothing"),
    "migrations": N_("the database is not up to date"),
    "worker": N_("no worker is there"),
    "tick": N_("what recurs is not done"),
    "backup": N_("there is no recent backup"),
}


def words() -> Words:
    return Words(_("Say what is not as it should be: database, disk, worker, what recurs, backups."), "shutaf ready")


def arguments(parser: Parser) -> None:
    parser.add_argument("--strict", action="store_true", help=_("exit code 1 also where pages work and somebody should look"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.stewardship.readiness import findings

    found = findings()
    for one in found:
        print(f"{_('Fault') if one.is_fault else _('Attention')}: {_(SAID[one.name.split()[0]])} ({one.name}: {one.detail})")
    if not found:
        print(_("All is as it should be."))
    return int(any(one.is_fault or arguments.strict for one in found))
