"""shutaf analyse: one method family on plain files, for whoever wants the numbers instead of a brief. One file a subject."""

from __future__ import annotations

import argparse

from django.utils.translation import gettext as _

from shutaf.cli.analyse import actors, coalition, criteria, network
from shutaf.cli.parser import LANGUAGES, Parser, Words

NAME = "analyse"
SUBJECTS = (network, actors, criteria, coalition)


def words() -> Words:
    return Words(_("Compute one thing from plain files and print the figures."), "shutaf analyse network map.xlsx")


def arguments(parser: Parser) -> None:
    subjects = parser.add_subparsers(dest="subject", metavar=_("subject"), required=True, title=_("subjects"), help=_("what to analyse"))
    for subject in SUBJECTS:
        words = subject.words()
        child = subjects.add_parser(subject.NAME, help=words.summary, description=words.summary, epilog=words.example)
        child.add_argument(
            "--lang",
            choices=LANGUAGES,
            default=argparse.SUPPRESS,
            metavar="he|ar|en|de",
            help=_("language of the words and of what is written"),
        )
        subject.arguments(child)
        child.set_defaults(analyse=subject.run)


def run(arguments: argparse.Namespace) -> int:
    return int(arguments.analyse(arguments))
