"""shutaf check: is everything in my file read, and as I meant it?"""

from __future__ import annotations

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.cli.parser import Parser, Words
from shutaf.cli.reading import errors, input_arguments, loaded, say_guesses, say_problems, speaking
from shutaf.imports.load import Loaded

NAME = "check"


def words() -> Words:
    return Words(_("Read a file and print every problem in it: sheet, row, column, and how to mend it."), "shutaf check map.xlsx")


def arguments(parser: Parser) -> None:
    input_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    result = loaded(arguments)
    with speaking(arguments, result):
        say_guesses(result)
        say_problems(result)
        print(said_outcome(result))
    return 1 if errors(result) else 0


def said_outcome(result: Loaded) -> str:
    """One closing sentence: what was read, and whether a brief can be written."""
    failed = errors(result)
    warned = len(result.problems) - failed
    if failed or result.situation is None:
        return ngettext(
            "{n} error stands in the way. Mend it and check again.", "{n} errors stand in the way. Mend them and check again.", failed
        ).format(n=failed)
    situation = result.situation
    read = _("Read – bodies: {bodies}, ties: {ties}, needs: {needs}, offers: {offers}, initiatives: {initiatives}.").format(
        bodies=len(situation.bodies),
        ties=len(situation.ties),
        needs=len(situation.needs),
        offers=len(situation.offers),
        initiatives=len(situation.initiatives),
    )
    if not warned:
        return " ".join((read, _("Nothing to mend.")))
    return f"{read} " + ngettext("{n} warning; a brief can be written.", "{n} warnings; a brief can be written.", warned).format(n=warned)
