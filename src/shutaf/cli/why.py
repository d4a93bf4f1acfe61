"""shutaf why: where does a number of the brief come from?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.analysis.preparation import prepare
from shutaf.cli.brief import earlier
from shutaf.cli.parser import Parser, Words
from shutaf.cli.reading import input_arguments, reading
from shutaf.cli.terminal import table
from shutaf.cli.today import date_argument, day_of
from shutaf.reports.why import Explained, explained

NAME = "why"
MOST_ROWS = 40


def words() -> Words:
    return Words(_("Explain a number of the brief by its code: which formula, which rows."), "shutaf why T3K9 map.xlsx")


def arguments(parser: Parser) -> None:
    parser.add_argument("code", metavar="CODE", help=_("the four letters and digits after the number"))
    input_arguments(parser)
    parser.add_argument("--since", type=Path, metavar="OLD.xlsx", help=_("the earlier state, if the brief was written with --since"))
    date_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with reading(arguments, quiet=True) as (situation, language):
        if situation is None:
            return 1
        before = earlier(arguments.since)
        found = explained(arguments.code, prepare(situation, today=day_of(arguments), before=before), language)
        if not found:
            print(
                _("No number of this brief carries the code {code}. Codes belong to a file: is it the one the brief was made from?").format(
                    code=arguments.code
                ),
                file=sys.stderr,
            )
            return 1
        print("\n\n".join(said(item) for item in found))
        return 0


def said(item: Explained) -> str:
    """One number: code and value, what it is of, formula, rows."""
    head = f"{item.code}  {item.value}  {item.about}".rstrip()
    if not item.rows:
        return "\n".join((head, item.formula, _("It rests on no single row.")))
    rows = table([(row.where, row.text) for row in item.rows[:MOST_ROWS]])
    left = len(item.rows) - MOST_ROWS
    more = "\n" + _("... and {n} more rows").format(n=left) if left > 0 else ""
    return f"{head}\n{item.formula}\n{rows}{more}"
