"""What does a decision say in numbers? The keys of docs/reference/criteria.md."""

from __future__ import annotations

from typing import Any

import numpy as np

from shutaf.analysis.criteria.decision import Decision
from shutaf.analysis.criteria.ideal import topsis_steps
from shutaf.analysis.criteria.promethee import partial_order, promethee


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
