"""Reads what the user names on the command line, and says every problem at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.analysis.situation import Situation
from shutaf.cli.parser import LANGUAGES, Parser, pair, pairs
from shutaf.cli.terminal import Progress, table
from shutaf.imports.load import Loaded, load
from shutaf.reports.wording.problems import said_guess, said_problem

MOST_WARNINGS = 20  # on the screen while a brief is written; `shutaf check` prints them all


def input_arguments(parser: Parser) -> None:
    """The input that brief, check, why, analyse and anonymise share."""
    parser.add_argument(
        "input",
        nargs="+",
        type=Path,
        metavar="FILE",
        help=_("a workbook, a folder of CSV files, your own sheet, a network of another program, or two CSV files: bodies and ties"),
    )
    parser.add_argument(
        "--map",
        dest="mapping",
        action="append",
        default=[],
        type=pair,
        metavar="OURS=THEIRS",
        help=_("which of your columns is which, for example name=Company"),
    )
    parser.add_argument(
        "--sector-map",
        action="extend",
        default=[],
        type=pairs,
        metavar="WORD=SECTOR,...",
        help=_("which sector your words mean, for example Private=business,County=public"),
    )
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        type=pair,
        metavar="COLUMN=VALUE",
        help=_("read only the rows where a column has this value"),
    )


def loaded(arguments: argparse.Namespace) -> Loaded:
    """Read the input as the arguments say; with --directed a tie whose row does not say so is one-way."""
    return load(
        arguments.input,
        mapping=dict(arguments.mapping),
        sector_map=dict(arguments.sector_map),
        where=dict(arguments.where),
        unsaid_direction="one_way" if getattr(arguments, "directed", False) else "mutual",
    )


@contextmanager
def reading(
    arguments: argparse.Namespace, progress: Progress | None = None, *, quiet: bool = False
) -> Iterator[tuple[Situation | None, str]]:
    """The situation and the language to speak, after its guesses and problems were said on stderr; None when errors stand in the way.

    quiet: says errors only, for a command whose user has read the rest before.
    """
    with (progress or Progress()).stage("read", _("Reading")):
        result = loaded(arguments)
    with speaking(arguments, result) as language:
        failed = errors(result)
        if failed or not quiet:
            say_guesses(result)
            say_problems(result, most_warnings=MOST_WARNINGS)
        yield (None if failed else result.situation), language


def errors(result: Loaded) -> int:
    return sum(problem.severity == "error" for problem in result.problems)


def say_guesses(result: Loaded) -> None:
    """What was taken for what, where columns were guessed."""
    if not result.guesses:
        return
    print(_("Your columns were understood like this (change one with --map ours=theirs):"), file=sys.stderr)
    print(table([said_guess(guess) for guess in result.guesses]), file=sys.stderr)


def say_problems(result: Loaded, *, most_warnings: int | None = None, left_out: frozenset[str] = frozenset()) -> None:
    """Every error, and the warnings up to `most_warnings`, on stderr; warnings of the kinds `left_out` do not matter to this command."""
    failures = [problem for problem in result.problems if problem.severity == "error"]
    warnings = [problem for problem in result.problems if problem.severity == "warning" and problem.key not in left_out]
    shown = [*failures, *(warnings if most_warnings is None else warnings[:most_warnings])]
    for problem in shown:
        print(said_problem(problem), file=sys.stderr)
    if left := len(failures) + len(warnings) - len(shown):
        print(_("... and {n} more warnings. shutaf check prints them all.").format(n=left), file=sys.stderr)


def language_of(arguments: argparse.Namespace, of_file: str) -> str:
    """--lang, else SHUTAF_LANG, else the workbook's own language, else Hebrew."""
    for wanted in (arguments.lang, settings.SHUTAF_LANG, of_file):
        if wanted in LANGUAGES:
            return str(wanted)
    return "he"


@contextmanager
def speaking(arguments: argparse.Namespace, result: Loaded) -> Iterator[str]:
    """Speak the language this call wants, which may be known only now that the workbook is read."""
    language = language_of(arguments, result.language)
    with translation.override(language):
        yield language
