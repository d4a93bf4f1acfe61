"""What does a decision say in words: the first, why, how firmly, what would change it?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext

from shutaf.analysis.criteria.decision import Decision
from shutaf.analysis.situation import Number
from shutaf.cli.analyse.answer import Answer
from shutaf.cli.analyse.decided_numbers import numbers_of
from shutaf.reports.document import Block, Cell, Heading, Items, Line, Name, Num, Paragraph, Table, fill, line
from shutaf.reports.wording.choice import FALLS_UNDER, RISES_OVER
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import WAYS, speak

METHOD_NAMES = {"promethee": "PROMETHEE", "topsis": "TOPSIS", "weighted_sum": N_("weighted sum"), "smaa": "SMAA"}
SCORES = {
    "promethee": N_("Net flow (mean over the others)"),
    "topsis": N_("Closeness to the ideal"),
    "weighted_sum": N_("Weighted sum"),
    "smaa": N_("Share of first places"),
}


def decided(found: Decision, speech: Speech) -> Answer:
    """The first, why, how firmly, what would change it."""
    numbers = numbers_of(found)
    head = _first(found)
    if _is_equal(found):
        return Answer(numbers, line(_("Which candidate comes first")), (), (Paragraph(head, "lead"), _candidates(found, speech)))
    blocks = (
        Paragraph(head, "lead"),
        _candidates(found, speech),
        *_why(found, speech),
        Heading(2, line(_("How firm that is"))),
        Items(tuple(_firmness(found, numbers, speech))),
        Heading(2, line(_("What would change it"))),
        Items(tuple(_changes(found, speech)) or (line(_("No single weight would, however far it moves.")),)),
    )
    return Answer(numbers, line(_("Which candidate comes first")), (), blocks)


def _is_equal(found: Decision) -> bool:
    """The first two share their place: then nothing leads, and no weighting can be firm."""
    return found.first is not None and found.runner_up is not None and bool(found.ranks[found.first] == found.ranks[found.runner_up])


def _first(found: Decision) -> Line:
    names = found.table.candidates
    if found.first is None:
        return line(_("No candidate is known to reach every floor."))
    if found.runner_up is None:
        return fill(_("**{first} comes first.**"), first=Name(names[found.first]))
    if _is_equal(found):
        return fill(
            _("**{first} and {second} come out equal**: nothing here sets one before the other."),
            first=Name(names[found.first]),
            second=Name(names[found.runner_up]),
        )
    return fill(_("**{first} comes first**, before {second}."), first=Name(names[found.first]), second=Name(names[found.runner_up]))


def _candidates(found: Decision, speech: Speech) -> Table:
    head = (_("Candidate"), _("Place"), _(SCORES[found.method]), _("First in all weightings"), _("First in those near ours"))
    rows = tuple(
        (
            Cell((Name(found.table.candidates[i]),)),
            Cell((Num(speech.digits(int(found.ranks[i]))),), number=True),
            _number(found.scores[i], speech, 3),
            _share(found.first_share[i], speech),
            _share(found.first_share_near[i], speech),
        )
        for i in found.order
    )
    return Table(line(_("The candidates, best first")), tuple(map(line, head)), rows)


def _why(found: Decision, speech: Speech) -> Iterator[Block]:
    """By which criteria the first leads the next."""
    if found.method == "smaa":
        yield from _who_would_choose(found, speech)
    if found.first is None or found.runner_up is None or found.method == "smaa":
        return
    table = found.table
    first, other = found.first, found.runner_up
    rows = []
    for j in sorted(table.scoring, key=lambda j: -np.nan_to_num(found.lead[j])):
        values = [_number(value, speech, 2) for value in table.values[[first, other], j]]
        rows.append((Cell((Name(table.criteria[j]),)), *values, _number(found.lead[j], speech, 3, signed=True)))
    yield Heading(2, line(_("Why")))
    head = (line(_("Criterion")), (Name(table.candidates[first]),), (Name(table.candidates[other]),), line(_("Lead, weighed")))
    caption = fill(_("By what {first} leads {second}"), first=Name(table.candidates[first]), second=Name(table.candidates[other]))
    yield Table(caption, head, tuple(rows))


def _number(value: float, speech: Speech, decimals: int, *, signed: bool = False) -> Cell:
    """A Num keeps its sign on its side in a line from right to left."""
    if np.isnan(value):
        return Cell((), unknown=True)
    return Cell((Num(("+" if signed and value > 0 else "") + speech.digits(float(value), decimals)),), number=True)


def _share(value: float, speech: Speech) -> Cell:
    return Cell((), unknown=True) if np.isnan(value) else Cell((Num(speech.percent(float(value))),), number=True)


def _who_would_choose(found: Decision, speech: Speech) -> Iterator[Block]:
    """The mean weights of those by whom each would come first."""
    if found.acceptability is None:
        return
    names = [found.table.candidates[i] for i in np.flatnonzero(found.table.tier == 0)]
    central = found.acceptability.central_weights
    rows = [
        (Cell((Name(name),)), *(_share(weight, speech) for weight in weights))
        for name, weights in zip(names, central, strict=True)
        if not np.isnan(weights).any()
    ]
    yield Heading(2, line(_("Who would choose which")))
    yield Table(
        line(_("The mean of the weights by which each comes first")),
        (line(_("Candidate")), *((Name(found.table.criteria[j]),) for j in found.table.scoring)),
        tuple(rows),
    )


def _firmness(found: Decision, numbers: dict[str, Any], speech: Speech) -> Iterator[Line]:
    names = found.table.candidates
    if found.first is not None and len(names) > 1:
        shares = {
            "n": speech.digits(found.draws),
            "all": speech.percent(float(found.first_share[found.first])),
            "near": speech.percent(float(found.first_share_near[found.first])),
        }
        yield line(
            _(
                "Of {n} random weightings, each taken as equally likely, it comes first in {all}; of as many between half and double of ours, in {near}."
            ).format(**shares)
        )
        if found.method != "smaa":
            said = _("When one weight changes by a fifth it stays first in {holds} of {of} cases.")
            yield line(said.format(holds=speech.digits(found.holds), of=speech.digits(found.tried)))
    for name, said_by in numbers["methods"].items():
        yield fill(_("By {method} the first is {first}."), method=_(METHOD_NAMES[name]), first=Name(said_by["first"]))
    if found.method == "promethee" and found.first is not None:
        against = [b if a == names[found.first] else a for a, b in numbers["incomparable"] if names[found.first] in (a, b)]
        if against:
            yield fill(_("The flows disagree whether it stands above {names}."), names=speech.several([Name(name) for name in against]))
    for tier, said in ((2, N_("Under a floor, so never first: {names}.")), (1, N_("Not known whether a floor is reached: {names}."))):
        if under := [Name(names[i]) for i in np.flatnonzero(found.table.tier == tier)]:
            yield fill(_(said), names=speech.several(under))
    if n := numbers["values_unknown"]:
        text = ngettext(
            "{n} value is not known; two candidates are compared on what is known of both.",
            "{n} values are not known; two candidates are compared on what is known of both.",
            n,
        )
        yield line(text.format(n=speech.digits(n)))


def _changes(found: Decision, speech: Speech) -> Iterator[Line]:
    ways = {**WAYS, "share": lambda value, speech: line(speech.percent(value.value)), "criterion": lambda value, speech: (Name(value),)}
    if found.intervals is not None:
        for place, j in enumerate(found.table.scoring):
            name = found.table.criteria[j]
            for template, at, end in ((FALLS_UNDER, found.intervals.low[place], 0.0), (RISES_OVER, found.intervals.high[place], 1.0)):
                if at == at and at != end:
                    yield speak(template, {"criterion": name, "at": Number("weight", float(at))}, speech, ways)
    elif found.method == "topsis":
        yield line(_("TOPSIS has no straight line from weight to place; see how often it comes first."))
    if found.reversals is not None:
        names = found.table.candidates
        for i in np.flatnonzero(found.reversals.first_moves):
            other = names[found.reversals.first[i]]
            yield fill(_("Without {name} on the list, {other} would have the best score."), name=Name(names[i]), other=Name(other))
