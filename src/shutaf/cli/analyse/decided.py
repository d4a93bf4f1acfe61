"""What does a decision say, in numbers under documented keys and in words?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext

from shutaf.analysis.criteria.decision import Decision
from shutaf.analysis.criteria.ideal import topsis_steps
from shutaf.analysis.criteria.promethee import partial_order, promethee
from shutaf.analysis.situation import Number
from shutaf.cli.analyse.answer import Answer
from shutaf.reports.document import Block, Cell, Heading, Items, Line, Name, Paragraph, Table, fill, line
from shutaf.reports.wording.choice import FALLS_UNDER, RISES_OVER
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import WAYS, speak

METHOD_NAMES = {"promethee": "PROMETHEE", "topsis": "TOPSIS", "weighted_sum": N_("weighted sum"), "smaa": "SMAA"}
SCORES = {
    "promethee": N_("Net flow (over n - 1)"),
    "topsis": N_("Closeness to the ideal"),
    "weighted_sum": N_("Weighted sum"),
    "smaa": N_("Share of first places"),
}


def decided(found: Decision, speech: Speech) -> Answer:
    """The first, why, how firmly, what would change it."""
    numbers = numbers_of(found)
    head = _first(found)
    blocks = (
        Paragraph(head, "lead"),
        _candidates(found, speech),
        *_why(found, speech),
        Heading(2, line(_("How firm that is"))),
        Items(tuple(_firmness(found, numbers, speech))),
        Heading(2, line(_("What would change it"))),
        Items(tuple(_changes(found, speech)) or (line(_("No single weight would, however far it moves.")),)),
    )
    return Answer(numbers, line(_("Which candidate comes first")), head, blocks)


def numbers_of(found: Decision) -> dict[str, Any]:
    """The keys of docs/reference/criteria.md."""
    table, names = found.table, found.table.candidates
    by_method = _of_method(found)
    weights = table.weights / table.weights[table.scoring].sum()
    ends = (
        {int(j): (low, high) for j, low, high in zip(table.scoring, found.intervals.low, found.intervals.high, strict=True)}
        if found.intervals
        else {}
    )
    return {
        "method": found.method,
        "first": None if found.first is None else names[found.first],
        "runner_up": None if found.runner_up is None else names[found.runner_up],
        "ranking": [names[i] for i in found.order],
        "candidates": [
            {
                "name": name,
                "rank": found.ranks[i],
                "score": found.scores[i],
                "reaches_floor": (True, None, False)[table.tier[i]],
                "first_share": found.first_share[i],
                "first_share_near": found.first_share_near[i],
                **{key: values[i] for key, values in by_method.items() if key != "incomparable"},
            }
            for i, name in enumerate(names)
        ],
        "criteria": [
            {
                "name": name,
                "weight": weights[j] if j in table.scoring else None,
                "better": "more" if table.better[j] > 0 else "less",
                "floor": table.floors[j],
                **_function_of(found, j),
                "lead": found.lead[j],
                "weight_low": ends.get(j, (None, None))[0],
                "weight_high": ends.get(j, (None, None))[1],
            }
            for j, name in enumerate(table.criteria)
        ],
        "draws": found.draws,
        "holds": found.holds,
        "tried": found.tried,
        "methods": _methods(found),
        "incomparable": by_method.get("incomparable", []),
        "pairs_turned": None if found.reversals is None else dict(zip(names, found.reversals.pairs_turned, strict=True)),
        "values_unknown": int(np.isnan(table.values).sum()),
    }


def _function_of(found: Decision, j: int) -> dict[str, Any]:
    """A floor has no preference function."""
    if j not in found.table.scoring:
        return {"function": None, "q": None, "p": None, "s": None}
    function = found.table.functions[j]
    return {"function": function.shape, "q": function.q, "p": function.p, "s": function.s}


def _of_method(found: Decision) -> dict[str, Any]:
    """What only one method has, for each candidate."""
    table, counted = found.table, found.table.scoring
    given = table.values[:, counted], table.better[counted], table.weights[counted]
    if found.method == "promethee":
        flows = promethee(*given, [table.functions[j] for j in counted])
        order = partial_order(flows.positive_flow_sum, flows.negative_flow_sum)
        pairs = np.argwhere(np.triu(order.incomparable))
        keys = [f"{sign}_flow_{over}" for over in ("sum", "n_minus_1", "mean") for sign in ("positive", "negative", "net")]
        return {key: getattr(flows, key) for key in keys} | {"incomparable": [[table.candidates[a], table.candidates[b]] for a, b in pairs]}
    if found.method == "topsis":
        steps = topsis_steps(*given)
        return {"closeness": steps.closeness, "distance_best": steps.distance_best, "distance_worst": steps.distance_worst}
    if found.method == "weighted_sum":
        return {"weighted_sum": found.scores}
    return _of_smaa(found)


def _of_smaa(found: Decision) -> dict[str, Any]:
    """None for candidates that cannot come first."""
    table, said = found.table, found.acceptability
    able = np.flatnonzero(table.tier == 0)
    names = [table.criteria[j] for j in table.scoring]
    rows: dict[str, list[Any]] = {key: [None] * len(table.candidates) for key in ("acceptability", "central_weights", "confidence")}
    for place, i in enumerate(able if said else ()):
        assert said is not None
        rows["acceptability"][i] = said.acceptability[place]
        central = said.central_weights[place]
        rows["central_weights"][i] = None if np.isnan(central).any() else dict(zip(names, central, strict=True))
        rows["confidence"][i] = said.confidence[place]
    return rows


def _methods(found: Decision) -> dict[str, Any]:
    """What the methods that can be asked put first, of those that reach the floors, and how far they agree."""
    if found.agreement is None:
        return {}
    able = np.flatnonzero(found.table.tier == 0)
    names = [found.table.candidates[i] for i in able]
    said = found.agreement
    return {
        name: {
            "first": names[said.first[m]],
            "ranks": dict(zip(names, said.ranks[m], strict=True)),
            "kendall_tau": dict(zip(said.methods, said.kendall_tau[m], strict=True)),
            "spearman": dict(zip(said.methods, said.spearman[m], strict=True)),
        }
        for m, name in enumerate(said.methods)
    }


def _first(found: Decision) -> Line:
    names = found.table.candidates
    if found.first is None:
        return line(_("No candidate is known to reach every floor."))
    if found.runner_up is None:
        return fill(_("**{first} comes first.**"), first=Name(names[found.first]))
    return fill(_("**{first} comes first**, before {second}."), first=Name(names[found.first]), second=Name(names[found.runner_up]))


def _candidates(found: Decision, speech: Speech) -> Table:
    def share(value: float) -> Cell:
        return Cell((), unknown=True) if np.isnan(value) else Cell(line(speech.percent(float(value))), number=True)

    head = (_("Place"), _("Candidate"), _(SCORES[found.method]), _("First in all weightings"), _("First in those near ours"))
    rows = tuple(
        (
            Cell(line(speech.digits(int(found.ranks[i]))), number=True),
            Cell((Name(found.table.candidates[i]),)),
            Cell((), unknown=True) if np.isnan(found.scores[i]) else Cell(line(speech.digits(float(found.scores[i]), 3)), number=True),
            share(found.first_share[i]),
            share(found.first_share_near[i]),
        )
        for i in found.order
    )
    return Table((), tuple(map(line, head)), rows)


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
        values = [
            Cell((), unknown=True) if np.isnan(v) else Cell(line(speech.digits(float(v), 2)), number=True)
            for v in table.values[[first, other], j]
        ]
        lead = (
            Cell((), unknown=True)
            if np.isnan(found.lead[j])
            else Cell(line(f"{'+' if found.lead[j] > 0 else ''}{speech.digits(float(found.lead[j]), 3)}"), number=True)
        )
        rows.append((Cell((Name(table.criteria[j]),)), *values, lead))
    yield Heading(2, line(_("Why")))
    head = (line(_("Criterion")), (Name(table.candidates[first]),), (Name(table.candidates[other]),), line(_("Lead, weighed")))
    yield Table((), head, tuple(rows))


def _who_would_choose(found: Decision, speech: Speech) -> Iterator[Block]:
    """The mean weights of those by whom each would come first."""
    if found.acceptability is None:
        return
    names = [found.table.candidates[i] for i in np.flatnonzero(found.table.tier == 0)]
    central = found.acceptability.central_weights
    rows = [
        (Cell((Name(name),)), *(Cell(line(speech.percent(float(weight))), number=True) for weight in weights))
        for name, weights in zip(names, central, strict=True)
        if not np.isnan(weights).any()
    ]
    yield Heading(2, line(_("Who would choose which: the mean of the weights by which it comes first")))
    yield Table((), (line(_("Candidate")), *((Name(found.table.criteria[j]),) for j in found.table.scoring)), tuple(rows))


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
