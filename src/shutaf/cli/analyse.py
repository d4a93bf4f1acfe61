"""shutaf analyse network: the honest figures of the known ties, for whoever wants numbers instead of a brief."""

from __future__ import annotations

import argparse
import json

from django.utils.translation import gettext as _

from shutaf.analysis.network.findings import for_audience, network_findings
from shutaf.analysis.network.graph import known_pairs
from shutaf.analysis.network.groups import groups
from shutaf.analysis.network.mixing import mixing
from shutaf.analysis.network.municipality import municipal_refs
from shutaf.analysis.network.pairs import pairs_of
from shutaf.analysis.situation import Situation
from shutaf.cli.parser import Parser, Words
from shutaf.cli.reading import input_arguments, reading
from shutaf.cli.terminal import table
from shutaf.cli.today import date_argument, day_of
from shutaf.reports.document import plain
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.formulas import FORMULAS
from shutaf.reports.wording.speech import Speech

NAME = "analyse"


def words() -> Words:
    return Words(_("Print the figures of the known ties, with and without the municipality's own."), "shutaf analyse network map.xlsx")


def arguments(parser: Parser) -> None:
    parser.add_argument("what", choices=["network"], metavar="network", help=_("what to analyse"))
    input_arguments(parser)
    parser.add_argument("--json", action="store_true", help=_("as JSON instead of a table"))
    date_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with reading(arguments) as (situation, language):
        if situation is None:
            return 1
        numbers = figures(situation)
        if arguments.json:
            print(json.dumps(numbers, ensure_ascii=False, indent=2))
        else:
            say(situation, numbers, Speech(language, situation), day_of(arguments))
        return 0


def say(situation: Situation, numbers: dict[str, float | None], speech: Speech, today: str) -> None:
    """The figures as a table, then what they let us notice, as the room may read it."""
    print(table([(_(FORMULAS[key]), "?" if value is None else speech.digits(value, 3)) for key, value in numbers.items()]))
    for finding in for_audience(network_findings(situation, today), "room"):
        words_of = said(finding, speech)
        print("\n" + "\n".join(plain(line, isolate=False) for line in (words_of.title, *words_of.why, words_of.step) if line))


def figures(situation: Situation) -> dict[str, float | None]:
    """The figures of the network, by the key of their formula; None where one is not defined."""
    everyone = mixing(situation)
    outside = mixing(situation, without=municipal_refs(situation))
    found = groups(situation)
    pairs = known_pairs(situation)
    known: dict[str, float] = {
        "bodies": len(situation.bodies),
        "ties_known": len(pairs_of(situation).exists),
        "pairs_known_outside": pairs.outside.known,
        "ties_across": everyone.across,
        "ties_within": everyone.within,
        "ties_across_outside": outside.across,
        "ties_within_outside": outside.within,
        "ei": everyone.ei,
        "ei_expected": everyone.ei_expected,
        "ei_outside": outside.ei,
        "ei_expected_outside": outside.ei_expected,
        "groups": len(found.groups),
        "modularity": found.modularity,
        "groups_stability": found.stability,
    }
    return {key: None if value != value else round(float(value), 6) for key, value in known.items()}
