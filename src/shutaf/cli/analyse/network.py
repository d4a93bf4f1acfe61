"""shutaf analyse network: who works with whom, in numbers, with what the map allows to say."""

from __future__ import annotations

import argparse
import sys

from django.utils.translation import gettext as _

from shutaf.analysis.network.findings import for_audience, network_findings
from shutaf.cli.analyse.answer import Answer, answer_arguments, give
from shutaf.cli.analyse.network_numbers import numbers_of
from shutaf.cli.analyse.network_study import NoSuchColumnError, Study, study_of
from shutaf.cli.analyse.network_words import blocks_of
from shutaf.cli.parser import Parser, Words, pair
from shutaf.cli.reading import errors, input_arguments, loaded, say_guesses, say_problems, speaking
from shutaf.cli.today import date_argument, day_of
from shutaf.reports.document import line
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.speech import Speech

NAME = "network"


def words() -> Words:
    return Words(_("Print the figures of the known ties, with and without the municipality's own."), "shutaf analyse network map.xlsx")


def arguments(parser: Parser) -> None:
    input_arguments(parser)
    parser.add_argument("--group-by", metavar="COLUMN", help=_("the column of the bodies whose values are the groups, as written; the sector where it is not given"))  # fmt: skip
    parser.add_argument("--directed", action="store_true", help=_("ties have a direction, from the first to the second body of a row"))
    parser.add_argument("--basis", choices=["reported", "surveyed"], metavar="reported|surveyed", help=_("whether some reported what they know, or the bodies themselves answered"))  # fmt: skip
    parser.add_argument("--answered", type=pair, metavar="COLUMN=VALUE", help=_("which bodies answered for their own ties; all of them where it is not given"))  # fmt: skip
    parser.add_argument("--weight", metavar="COLUMN", help=_("the column of the ties that holds their weight; each weighs the same where it is not given"))  # fmt: skip
    answer_arguments(parser)
    date_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    result = loaded(arguments)
    with speaking(arguments, result) as language:
        say_guesses(result)
        say_problems(result, most_warnings=20, left_out=frozenset({"sector.unknown"} if arguments.group_by else ()))
        if errors(result) or result.situation is None:
            return 1
        try:
            study = study_of(result.situation, result, arguments)
        except NoSuchColumnError as wrong:
            print(wrong, file=sys.stderr)
            return 2
        return give(arguments, answer_of(study, Speech(language, study.situation), day_of(arguments)), language)


def answer_of(study: Study, speech: Speech, today: str) -> Answer:
    """The numbers, then what they let us notice, as the room may read it."""
    numbers = numbers_of(study)
    findings = [said(finding, speech) for finding in for_audience(network_findings(study.situation, today), "room")]
    return Answer(numbers, line(_("The known ties as a network")), (), (*blocks_of(study, numbers, speech), *findings))
