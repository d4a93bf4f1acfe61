"""shutaf template: an empty workbook to fill in, or the example town's."""

from __future__ import annotations

import argparse
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words
from shutaf.cli.writing import refuse_to_overwrite
from shutaf.imports.example import example_situation
from shutaf.reports.workbook import write_template, write_workbook

NAME = "template"


def words() -> Words:
    return Words(_("Write an empty workbook to fill in, with pick lists and explanations."), "shutaf template --lang he -o map.xlsx")


def arguments(parser: Parser) -> None:
    parser.add_argument("-o", "--output", type=Path, default=Path("map.xlsx"), metavar="FILE.xlsx", help=_("the file to write"))
    parser.add_argument("--example", action="store_true", help=_("write the example town (fictional) instead of an empty workbook"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def run(arguments: argparse.Namespace) -> int:
    language = translation.get_language() or "he"
    if refuse_to_overwrite(arguments.output, arguments.force):
        return 2
    if arguments.example:
        write_workbook(example_situation(), arguments.output, language)
    else:
        write_template(arguments.output, language)
    print(_("Written: {file}").format(file=arguments.output))
    return 0
