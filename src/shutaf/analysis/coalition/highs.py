"""What does HiGHS say to a model and an aim? The only door to the solver in this room."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

from shutaf.analysis.coalition.model import Model, step_of
from shutaf.analysis.coalition.quiet import quiet
from shutaf.analysis.situation import Floats

Status = Literal["proven", "stopped", "infeasible"]
REACH = 1000.0
"""An aim without a step is scaled to this, so that the solver's fixed gap of a millionth is a billionth of the largest coefficient."""


@dataclass(frozen=True, eq=False)
class Answer:
    """x (c,) or None where nothing was found in time; value in the aim's own unit; bound: no set is better than this."""

    status: Status
    x: Floats | None
    value: float
    bound: float


@dataclass(frozen=True, eq=False)
class Relaxed:
    """The linear relaxation: reduced (c,) is what a column costs beyond the bound; None where the rows contradict each other."""

    value: float
    x: Floats
    reduced: Floats


def left(deadline: float) -> float:
    """Seconds until a deadline of `time.monotonic`."""
    return deadline - time.monotonic()


def scale_of(aim: Floats) -> float:
    """What the aim is divided by before it is put to the solver: its step, or a thousandth of its largest coefficient."""
    step = step_of(aim)
    return step if step else float(np.abs(aim).max(initial=0.0)) / REACH or 1.0


def relaxed(model: Model, aim: Floats, deadline: float) -> Relaxed | Literal["infeasible", "stopped"]:
    """The linear relaxation of the model. O(rows x columns) in practice."""
    scale = scale_of(aim)
    signs = [(model.rows[np.flatnonzero(np.isfinite(model.high)), :], model.high[np.isfinite(model.high)])]
    signs += [(-model.rows[np.flatnonzero(np.isfinite(model.low)), :], -model.low[np.isfinite(model.low)])]
    ask: Any = linprog  # its stubs know no sparse rows
    found: Any = ask(
        aim / scale,
        A_ub=csr_array(vstack([rows for rows, _ in signs])),
        b_ub=np.concatenate([bound for _, bound in signs]),
        bounds=np.column_stack([model.lower, model.upper]),
        method="highs",
        options={"time_limit": max(left(deadline), 0.01), "presolve": len(aim) > 2000},
    )
    if found.status == 2:
        return "infeasible"
    if found.x is None or found.status != 0:
        return "stopped"
    return Relaxed(float(found.fun) * scale, found.x, (found.lower.marginals + found.upper.marginals) * scale)


def best(model: Model, aim: Floats, deadline: float, nodes: int | None = None) -> Answer:
    """The best whole answer. A set that misses a cover row by less than the solver's tolerance is cut off and the question put again.

    nodes: stop after so many branches with what was found.
    """
    if not len(aim):
        return _nobody(model)
    scale, step = scale_of(aim), step_of(aim)
    rows, low, high = model.rows, model.low, model.high
    limit: Any = {} if nodes is None else {"node_limit": nodes}
    while True:
        seconds = left(deadline)
        if seconds <= 0:
            return Answer("stopped", None, np.inf, -np.inf)
        options = limit | {"mip_rel_gap": 0.0, "time_limit": seconds, "presolve": rows.nnz > 20_000}  # on small models it saves nothing
        held = [LinearConstraint(rows, low, high)] if rows.shape[0] else []
        bounds = Bounds(model.lower, model.upper)
        with quiet():
            found: Any = milp(aim / scale, integrality=model.whole.astype(np.int32), bounds=bounds, constraints=held, options=options)
        if found.status == 2:
            return Answer("infeasible", None, np.inf, np.inf)
        bound = -np.inf if found.mip_dual_bound is None else float(found.mip_dual_bound)
        if found.x is None:
            return Answer("stopped", None, np.inf, bound * scale)
        whole = np.where(model.whole, np.round(found.x), found.x)
        cuts = model.missed(whole)
        if not cuts:
            value = round(float(found.fun)) * step if step else float(found.fun) * scale
            return Answer("proven" if found.status == 0 else "stopped", whole, value, min(value, bound * scale))
        rows = csr_array(vstack([rows, csr_array(np.array(cuts))]))
        low, high = np.append(low, np.ones(len(cuts))), np.append(high, np.full(len(cuts), np.inf))


def _nobody(model: Model) -> Answer:
    """Without a single column the empty set is the only answer, or none is."""
    is_kept = bool(np.all(model.low <= 0) and np.all(model.high >= 0))
    return Answer("proven", np.zeros(0), 0.0, 0.0) if is_kept else Answer("infeasible", None, np.inf, np.inf)
