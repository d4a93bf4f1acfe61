"""shutaf analyse coalition: who together covers what is needed, at what cost, how sure that is, and what else would do."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.analysis.coalition import CoalitionProblem, SectorRule
from shutaf.analysis.coalition.study import study
from shutaf.analysis.situation import Situation
from shutaf.cli.analyse.answer import answer_arguments, give
from shutaf.cli.analyse.coalition_words import told
from shutaf.cli.parser import Parser, Words, pair, whole
from shutaf.cli.reading import language_of
from shutaf.imports.coalition_tables import coalition_tables
from shutaf.imports.limits import LIMITS
from shutaf.imports.notes import Notes
from shutaf.reports.wording.problems import said_problem
from shutaf.reports.wording.speech import Speech

NAME = "coalition"


def words() -> Words:
    return Words(
        _("Find the bodies that together cover what is needed: a preparation for an open invitation, not a selection."),
        "shutaf analyse coalition needs.csv offers.csv --max-size 5",
    )


def arguments(parser: Parser) -> None:
    parser.add_argument("needs", type=Path, metavar="NEEDS.csv", help=_("what is needed: need, amount, unit"))
    parser.add_argument("offers", type=Path, metavar="OFFERS.csv", help=_("who offers what: body, need, amount, unit, sector, cost, trust"))
    parser.add_argument("--max-size", type=whole, default=None, metavar="N", help=_("so many members at most"))
    several: Any = {"action": "append", "default": []}
    parser.add_argument("--sector-floor", type=_count, metavar="SECTOR=N", help=_("at least so many members of a sector"), **several)
    parser.add_argument("--sector-ceiling", type=_count, metavar="SECTOR=N", help=_("at most so many members of a sector"), **several)
    parser.add_argument(
        "--wish",
        type=_wish,
        metavar="SECTOR=N:PRICE",
        help=_("a wish for so many members of a sector; each one missing costs the price"),
        **several,
    )
    parser.add_argument("--must", metavar="NAME", help=_("a body that must be in"), **several)
    parser.add_argument("--must-not", metavar="NAME", help=_("a body that is not counted on"), **several)
    parser.add_argument("--conflict", type=pair, metavar="A=B", help=_("two bodies that cannot sit together"), **several)
    parser.add_argument("--trust", type=Path, default=None, metavar="FILE", help=_("a table of trust: body, trust; or from, to, trust"))
    parser.add_argument("--pairs", type=Path, default=None, metavar="FILE", help=_("a table of pairs: a, b, cost if both are in"))
    parser.add_argument("--alternatives", type=whole, default=2, metavar="K", help=_("so many other coalitions; 2 where it is not given"))
    parser.add_argument("--differ", type=whole, default=1, metavar="D", help=_("each does without so many members of every better one"))
    parser.add_argument("--front", choices=("size", "cost"), default=None, help=_("also the best trust for each size, or for each cost"))
    parser.add_argument("--without", metavar="NAME", help=_("also the answer if this body says no"), **several)
    parser.add_argument("--with", dest="having", metavar="NAME", help=_("also the answer if this body is in"), **several)
    parser.add_argument(
        "--seconds", type=_seconds, default=30.0, metavar="S", help=_("time for each of the questions; 30 where it is not given")
    )
    answer_arguments(parser)


def _count(text: str) -> tuple[str, int]:
    sector, _mark, count = text.rpartition("=")
    if not sector.strip() or not count.strip().isdecimal():
        raise argparse.ArgumentTypeError(_("write it as sector=number, not {text}").format(text=repr(text)))
    return sector.strip(), int(count)


def _wish(text: str) -> tuple[str, int, float]:
    front, _mark, price = text.rpartition(":")
    sector, count = _count(front)
    return sector, count, _seconds(price)


def _seconds(text: str) -> float:
    """A number above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(_("write a number above 0, not {text}").format(text=repr(text)))
    return value


def run(arguments: argparse.Namespace) -> int:
    language = language_of(arguments, "")
    with translation.override(language):
        notes = Notes(LIMITS)
        read = coalition_tables(arguments.needs, arguments.offers, notes, trust=arguments.trust, pairs=arguments.pairs)
        for problem in notes.problems():
            print(said_problem(problem), file=sys.stderr)
        if read is None:
            return 1
        unknown = [name for name in _named(arguments) if name not in read[0].names]
        for name in unknown:
            print(_("No body in the table of offers is called {name}.").format(name=repr(name)), file=sys.stderr)
        if unknown:
            return 2
        found = study(
            asked(read[0], arguments),
            alternatives=arguments.alternatives,
            differ=max(1, arguments.differ),
            front=arguments.front,
            without=tuple(arguments.without),
            having=tuple(arguments.having),
            seconds=arguments.seconds,
        )
        return give(arguments, told(found, read[1].units, Speech(language, Situation())), language)


def _named(arguments: argparse.Namespace) -> list[str]:
    names = [*arguments.must, *arguments.must_not, *arguments.without, *arguments.having]
    return list(dict.fromkeys([*names, *(name for both in arguments.conflict for name in both)]))


def asked(problem: CoalitionProblem, arguments: argparse.Namespace) -> CoalitionProblem:
    """The problem of the tables with the rules of the call."""
    rules = [SectorRule(sector, at_least=count) for sector, count in arguments.sector_floor]
    rules += [SectorRule(sector, at_most=count) for sector, count in arguments.sector_ceiling]
    rules += [SectorRule(sector, at_least=count, price=price) for sector, count, price in arguments.wish]
    conflicts = [(problem.at(a), problem.at(b)) for a, b in arguments.conflict if a != b]
    return replace(
        problem,
        rules=tuple(rules),
        conflicts=np.array(conflicts, dtype=np.int32).reshape(-1, 2),
        must=tuple(problem.at(name) for name in arguments.must),
        must_not=tuple(problem.at(name) for name in arguments.must_not),
        max_size=arguments.max_size,
    )
