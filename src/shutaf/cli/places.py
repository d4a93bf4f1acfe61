"""shutaf places load: the public table of local authorities, from which a place is picked by its name."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.cli.parser import LANGUAGES, Parser, Words

NAME = "places"


def words() -> Words:
    return Words(
        _("Load a public table of local authorities, from which a place is picked by its name."),
        "shutaf places load local_authorities.csv --country IL",
    )


def arguments(parser: Parser) -> None:
    deeds = parser.add_subparsers(dest="deed", metavar="load", required=True, title=_("commands"), help=_("what to do"))
    load = deeds.add_parser("load", help=_("read a file into the table"), description=words().summary, epilog=words().example)
    load.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        metavar="he|ar|en|de",
        help=_("language of the words and of what is written"),
    )
    load.add_argument("file", type=Path, metavar="FILE", help=_("a CSV file or a workbook with one row an authority"))
    load.add_argument("--country", default="", metavar="IL|DE", help=_("the country of all rows, where the file does not say it"))
    load.add_argument(
        "--source", default="", metavar="TEXT", help=_("how the source is named beside each fact; the file's name without it")
    )


def run(arguments: argparse.Namespace) -> int:
    from django.utils import timezone

    from shutaf.cli import home
    from shutaf.imports.authorities import authority_rows
    from shutaf.imports.limits import LIMITS
    from shutaf.imports.notes import Notes
    from shutaf.places.loading import authorities_load
    from shutaf.reports.wording.problems import said_problem

    notes = Notes(LIMITS)
    rows = authority_rows(arguments.file, notes, country=arguments.country)
    for problem in notes.problems():
        print(said_problem(problem), file=sys.stderr)
    if not rows:
        print(_("Nothing was loaded."), file=sys.stderr)
        return 1
    home.prepare_database()
    done = authorities_load(rows, source=arguments.source or arguments.file.name, on=timezone.now().date())
    print(_("New: {new}, changed: {changed}, as they were: {same}.").format(new=done.new, changed=done.changed, same=done.same))
    if done.older:
        print(_("Facts of the file that are older than the known ones, and were left: {n}.").format(n=done.older))
    return 0
