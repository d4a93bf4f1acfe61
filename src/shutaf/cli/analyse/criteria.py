"""shutaf analyse criteria: which candidate of a table comes first, why, how firmly, and what would change it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.analysis.criteria.additive import Normalisation
from shutaf.analysis.criteria.ahp import RANDOM_INDEX
from shutaf.analysis.criteria.asked import METHODS
from shutaf.analysis.criteria.decision import decide
from shutaf.analysis.situation import Situation
from shutaf.cli.analyse.answer import Answer, answer_arguments, give
from shutaf.cli.analyse.decided import decided
from shutaf.cli.analyse.weighed import weighed
from shutaf.cli.parser import Parser, Words, whole
from shutaf.cli.reading import language_of
from shutaf.imports.criteria_table import criteria_table
from shutaf.imports.limits import LIMITS
from shutaf.imports.notes import Notes
from shutaf.imports.pairwise_table import Pairwise, pairwise_table
from shutaf.reports.wording.problems import said_problem
from shutaf.reports.wording.speech import Speech

NAME = "criteria"
NORMALISATIONS = get_args(Normalisation)


def words() -> Words:
    return Words(
        _("Say which candidate of a table comes first, why, how firmly, and what would change it."),
        "shutaf analyse criteria table.csv --method promethee",
    )


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "tables", nargs="+", type=Path, metavar="TABLE.csv", help=_("candidates by criteria; for ahp one table of judgements a person")
    )
    parser.add_argument(
        "--method", choices=(*METHODS, "ahp"), default="promethee", help=_("how to compare; promethee where it is not given")
    )
    parser.add_argument(
        "--normalisation", choices=NORMALISATIONS, default=None, help=_("how the weighted sum brings criteria to one scale")
    )
    parser.add_argument(
        "--random-index", choices=tuple(RANDOM_INDEX), default="1980", help=_("which printed table the ahp ratio divides by")
    )
    parser.add_argument("--draws", type=whole, default=None, metavar="N", help=_("how many random weightings"))
    answer_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    language = language_of(arguments, "")
    with translation.override(language):
        notes = Notes(LIMITS)
        if arguments.method != "ahp" and len(arguments.tables) > 1:
            print(_("One table can be read at a time; only ahp takes several, one for each person."), file=sys.stderr)
            return 2
        answer = answer_of(arguments, notes, Speech(language, Situation()))
        for problem in notes.problems():
            print(said_problem(problem), file=sys.stderr)
        return 1 if answer is None else give(arguments, answer, language)


def answer_of(arguments: argparse.Namespace, notes: Notes, speech: Speech) -> Answer | None:
    """What was computed, in numbers and in words; None where a table cannot be read."""
    if arguments.method == "ahp":
        tables = [pairwise_table(path, notes) for path in arguments.tables]
        read = [table for table in tables if table is not None]
        _tell_other_names(read, arguments.tables, notes)
        if notes.has_errors or len(read) < len(tables):
            return None
        return weighed(read, arguments.random_index, speech)
    needs_all = arguments.method in ("topsis", "weighted_sum")
    from_0 = arguments.normalisation in ("max", "sum") or (arguments.method == "weighted_sum" and arguments.normalisation is None)
    table = criteria_table(arguments.tables[0], notes, complete=needs_all, least=0.0 if from_0 else None)
    if table is None or notes.has_errors:
        return None
    return decided(decide(table, arguments.method, normalisation=arguments.normalisation, draws=arguments.draws), speech)


def _tell_other_names(tables: Sequence[Pairwise], paths: Sequence[Path], notes: Notes) -> None:
    """Several people judge the same things: a name that only some of the tables have is an error in the others."""
    every = dict.fromkeys(name for table in tables for name in table.names)
    for table, path in zip(tables, paths, strict=False):
        for name in every:
            if name not in table.names:
                notes.error("table.no_column", path.name, wanted=name, headers=table.names)
