"""What do judgements made in pairs come to, in numbers under documented keys and in words?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from shutaf.analysis.criteria.agreement import kendall_w
from shutaf.analysis.criteria.ahp import CONSISTENT_UP_TO, Ahp, RandomIndexTable, ahp
from shutaf.analysis.criteria.ahp_group import aggregate_judgements, aggregate_priorities
from shutaf.analysis.criteria.order import ranks
from shutaf.analysis.situation import Floats
from shutaf.cli.analyse.answer import Answer
from shutaf.imports.pairwise_table import Pairwise
from shutaf.reports.document import Cell, Heading, Items, Line, Name, Num, Paragraph, Table, fill, line
from shutaf.reports.wording.speech import Speech


def weighed(tables: Sequence[Pairwise], random_index: RandomIndexTable, speech: Speech) -> Answer:
    """Weights, how far the judgements agree, and which one to look at first. Tables of several people are joined (geometric mean of judgements)."""
    names = tables[0].names
    places = [[table.names.index(name) for name in names] for table in tables]
    raters = np.array([table.matrix[np.ix_(order, order)] for table, order in zip(tables, places, strict=True)])
    joint = aggregate_judgements(raters)
    found = ahp(joint, random_index)
    each = np.array([ahp(rater, random_index).weights for rater in raters])
    numbers = numbers_of(names, found, each)
    head = fill(_("**{first} weighs most.**"), first=Name(names[int(np.argmax(found.weights))]))
    rows = tuple(
        (
            Cell((Name(names[i]),)),
            Cell((Num(speech.digits(int(ranks(found.weights)[i]))),), number=True),
            Cell((Num(speech.digits(float(found.weights[i]), 3)),), number=True),
        )
        for i in np.argsort(-found.weights, kind="stable")
    )
    blocks = (
        Paragraph(head, "lead"),
        Table(line(_("The weights, largest first")), (line(_("Compared")), line(_("Place")), line(_("Weight"))), rows),
        Heading(2, line(_("How firm that is"))),
        Items(tuple(_firmness(found, numbers, speech))),
        Heading(2, line(_("What would change it"))),
        Items((_change(names, joint, found, speech),)),
    )
    return Answer(numbers, line(_("What weighs how much")), (), blocks)


def numbers_of(names: Sequence[str], found: Ahp, each: Floats) -> dict[str, Any]:
    """The keys of docs/reference/criteria.md."""
    worst = found.worst
    order = np.argsort(-found.weights, kind="stable")
    said: dict[str, Any] = {
        "method": "ahp",
        "first": names[order[0]],
        "ranking": [names[i] for i in order],
        "weights": dict(zip(names, found.weights, strict=True)),
        "lambda_max": found.lambda_max,
        "ci": found.ci,
        "cr": found.cr,
        "random_index": found.random_index,
        "random_index_table": found.random_index_table,
        "is_consistent": found.is_consistent,
        "worst": None
        if worst is None
        else {"row": names[worst.row], "column": names[worst.column], "given": worst.given, "fits": worst.fits, "factor": worst.factor},
        "raters": len(each),
    }
    if len(each) > 1:
        said["weights_of_priorities"] = dict(zip(names, aggregate_priorities(each), strict=True))
        said["weights_by_rater"] = [dict(zip(names, one, strict=True)) for one in each]
        said["kendall_w"] = kendall_w(each).w if len(names) > 1 else None
    return said


def _firmness(found: Ahp, numbers: dict[str, Any], speech: Speech) -> Iterator[Line]:
    facts = {"cr": speech.digits(found.cr, 3), "limit": speech.digits(CONSISTENT_UP_TO, 2), "table": str(found.random_index_table)}
    yield line(
        _("Consistency ratio: {cr}, by the table of {table}. Up to {limit} the judgements count as agreeing with each other.").format(
            **facts
        )
    )
    if not found.is_consistent:
        yield line(_("These do not agree well enough: go back to the people before the weights are used."))
    if "kendall_w" in numbers and numbers["kendall_w"] is not None:
        text = _("Agreement of the {n} people on the order (Kendall's W, 0 to 1): {w}.")
        yield line(text.format(n=speech.digits(numbers["raters"]), w=speech.digits(numbers["kendall_w"], 2)))


def _change(names: Sequence[str], joint: Floats, found: Ahp, speech: Speech) -> Line:
    """The judgement that fits least, and who would weigh most if it fitted."""
    worst = found.worst
    if worst is None:
        return line(_("No judgement contradicts another."))
    mended = joint.copy()
    mended[worst.row, worst.column], mended[worst.column, worst.row] = worst.fits, 1 / worst.fits
    first = names[int(np.argmax(ahp(mended, None).weights))]
    said = fill(
        _(
            "The judgement that fits the others least is {row} against {column}: judged {given} times as much, while all weights together come to {fits}."
        ),
        row=Name(names[worst.row]),
        column=Name(names[worst.column]),
        given=speech.digits(worst.given, 2),
        fits=speech.digits(worst.fits, 2),
    )
    return line(said, " ", fill(_("With that judgement {first} would weigh most."), first=Name(first)))
