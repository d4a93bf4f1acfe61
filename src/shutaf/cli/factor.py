"""shutaf factor: somebody lost the telephone and the paper."""

from __future__ import annotations

import argparse
import sys

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words

NAME = "factor"


def words() -> Words:
    return Words(_("Take the second factor off one account whose telephone and paper were lost."), "shutaf factor dana@town.example")


def arguments(parser: Parser) -> None:
    parser.add_argument("email", metavar="E-MAIL", help=_("the address of the account"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.accounts.actions.factors import factor_take_off
    from shutaf.accounts.letters import factor_taken_off

    if not factor_take_off(email=arguments.email, letter=factor_taken_off):
        print(_("There is no account of this address that has a second factor."), file=sys.stderr)
        return 1
    print(_("Taken off. All sessions of the account ended, and a letter to it says so."))
    return 0
