"""shutaf anonymise: the same structure without names, to show or to share."""

from __future__ import annotations

import argparse
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.analysis.anonymise import anonymise
from shutaf.cli.parser import Parser, Words
from shutaf.cli.reading import input_arguments, reading
from shutaf.cli.writing import refuse_to_overwrite
from shutaf.reports.wording.twin import kind_key, neutral_name, with_titles_said
from shutaf.reports.workbook import in_words_of, write_workbook

NAME = "anonymise"


def words() -> Words:
    return Words(
        _("Write a twin of a map without names: bodies become such as “environmental NGO 2”, people are left out, the structure stays."),
        "shutaf anonymise map.xlsx -o twin.xlsx",
    )


def arguments(parser: Parser) -> None:
    input_arguments(parser)
    parser.add_argument("-o", "--output", type=Path, default=Path("twin.xlsx"), metavar="FILE.xlsx", help=_("the file to write"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def run(arguments: argparse.Namespace) -> int:
    with reading(arguments) as (situation, language):
        if situation is None:
            return 1
        if refuse_to_overwrite(arguments.output, arguments.force):
            return 2
        twin = anonymise(situation, label=lambda body, number: neutral_name(body, number, language), kind_key=kind_key)
        write_workbook(in_words_of(with_titles_said(twin.situation, language), language), arguments.output, language)
        print(_("Written: {file}").format(file=arguments.output))
        print(_("Structure can still give somebody away: whoever knows the town may recognise a body by its ties. Look before you share."))
        return 0
