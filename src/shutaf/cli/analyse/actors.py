"""shutaf analyse actors: who can act on whom, who wants what, and who agrees with whom, from two matrices (MACTOR)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.analysis.actors import mactor
from shutaf.cli.analyse.answer import Answer, answer_arguments, give
from shutaf.cli.parser import Parser, Words
from shutaf.cli.reading import language_of
from shutaf.imports.study import Study, read_study
from shutaf.reports.actors import Report
from shutaf.reports.document import line
from shutaf.reports.wording.problems import said_problem
from shutaf.reports.wording.speech import Speech

NAME = "actors"


def words() -> Words:
    return Words(
        _("Say who can act on whom, who wants what, and where they agree or differ, from two matrices."),
        "shutaf analyse actors MDI.csv MAO.csv",
    )


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "mdi", type=Path, metavar="MDI.csv", help=_("influences: a row and a column for each actor, 0 to 4, the row acts on the column")
    )
    parser.add_argument(
        "mao", type=Path, metavar="MAO.csv", help=_("positions: a row for each actor, a column for each objective, -4 to 4")
    )
    answer_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    language = language_of(arguments, "")
    with translation.override(language):
        study, problems = read_study(arguments.mdi, arguments.mao)
        for problem in problems:
            print(said_problem(problem), file=sys.stderr)
        return 1 if study is None else give(arguments, answer_of(study, language), language)


def answer_of(study: Study, language: str) -> Answer:
    """Every figure of the method by its key, and the same in tables and sentences."""
    names, objectives = study.influences.rows, study.positions.columns
    found = mactor(study.influences.cells, study.positions.cells)
    situation = study.situation
    report = Report(names, objectives, found, situation, Speech(language, situation))
    numbers = {"actors": names, "objectives": objectives, **found.figures()}
    lead = line(_("{n} actors and {m} objectives. MACTOR after Godet (1991).").format(n=len(names), m=len(objectives)))
    return Answer(numbers, line(_("Who can act on whom, and who wants what")), lead, report.blocks())
