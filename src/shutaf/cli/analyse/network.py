"""shutaf analyse network: the honest figures of the known ties, for whoever wants numbers instead of a brief."""

from __future__ import annotations

import argparse

from django.utils.translation import gettext as _

from shutaf.analysis.network.findings import for_audience, network_findings
from shutaf.analysis.network.graph import known_pairs
from shutaf.analysis.network.groups import groups
from shutaf.analysis.network.mixing import mixing
from shutaf.analysis.network.municipality import municipal_refs
from shutaf.analysis.network.pairs import pairs_of
from shutaf.analysis.situation import Situation
from shutaf.cli.analyse.answer import Answer, answer_arguments, give
from shutaf.cli.parser import Parser, Words
from shutaf.cli.reading import input_arguments, reading
from shutaf.cli.today import date_argument, day_of
from shutaf.reports.document import Cell, Table, line
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.formulas import FORMULAS
from shutaf.reports.wording.speech import Speech

NAME = "network"


def words() -> Words:
    return Words(_("Print the figures of the known ties, with and without the municipality's own."), "shutaf analyse network map.xlsx")


def arguments(parser: Parser) -> None:
    input_arguments(parser)
    answer_arguments(parser)
    date_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with reading(arguments) as (situation, language):
        return 1 if situation is None else give(arguments, answer_of(situation, Speech(language, situation), day_of(arguments)), language)


def answer_of(situation: Situation, speech: Speech, today: str) -> Answer:
    """The figures as a table, then what they let us notice, as the room may read it."""
    numbers = figures(situation)
    rows = tuple(
        (Cell(line(_(FORMULAS[key]))), Cell(line("?" if value is None else speech.digits(value, 3)), number=True, unknown=value is None))
        for key, value in numbers.items()
    )
    shown = Table((), (line(_("Figure")), line(_("Value"))), rows)
    findings = [said(finding, speech) for finding in for_audience(network_findings(situation, today), "room")]
    return Answer(numbers, line(_("The known ties as a network")), (), (shown, *findings))


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
