"""Which good set does one find quickly, by taking again and again the body that brings most for its cost?"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csc_array

from shutaf.analysis.coalition.building import model_of, order_of
from shutaf.analysis.coalition.measure import broken
from shutaf.analysis.coalition.model import Model
from shutaf.analysis.coalition.task import CoalitionProblem
from shutaf.analysis.situation import Floats


def greedy(problem: CoalitionProblem) -> tuple[int, ...] | None:
    """A set that keeps every rule, found without looking back; None where this way finds none (there may be one all the same).

    Again and again the candidate with the least cost per newly covered share of needs and floors; equal ones by name; then whoever turns
    out not to be needed is left out again, the dearest first. On a plain cover its cost is at most H(d) = 1 + 1/2 + ... + 1/d times the
    least, d needs. Source: Chvatal 1979, Mathematics of Operations Research 4(3). O(members x offers).
    """
    model, order = model_of(problem), order_of(problem)
    chosen = _taken(model, model.aims[0][: problem.n])
    found = tuple(sorted(int(order[j]) for j in chosen))
    if broken(problem, found):
        return None
    for i in sorted(set(found) - set(problem.must), key=lambda i: (-problem.cost[i], problem.names[i])):
        fewer = tuple(j for j in found if j != i)
        if not broken(problem, fewer):
            found = fewer
    return found


def _taken(model: Model, cost: Floats) -> list[int]:
    n = model.candidates
    rows = csc_array(model.rows[:, :n])
    asks = np.flatnonzero(np.isfinite(model.low) & (np.asarray(model.rows[:, n:].sum(axis=1)).ravel() == 0) & (model.low > 0))
    gain = csc_array(rows[asks, :])
    caps = csc_array(rows[np.flatnonzero(np.isfinite(model.high)), :])
    room = model.high[np.isfinite(model.high)].copy()
    missing = model.low[asks].copy()
    chosen = np.flatnonzero(model.lower[:n] > 0).tolist()
    may = (model.upper[:n] > 0) & (model.lower[:n] == 0)
    for j in chosen:
        missing, room = missing - gain[:, [j]].toarray()[:, 0], room - caps[:, [j]].toarray()[:, 0]
    need_of, body_of = gain.indices, np.repeat(np.arange(n), np.diff(gain.indptr))
    while np.any(missing > 1e-9):
        brings = np.bincount(body_of, np.minimum(gain.data, np.maximum(missing, 0.0)[need_of]), n)
        fits = may & (brings > 1e-12) & _fits(caps, room, n)
        if not fits.any():
            break
        price = np.where(fits, cost / np.where(brings > 0, brings, 1.0), np.inf)
        best = int(np.flatnonzero(price <= price.min() * (1 + 1e-12))[0])
        chosen.append(best)
        may[best] = False
        missing, room = missing - gain[:, [best]].toarray()[:, 0], room - caps[:, [best]].toarray()[:, 0]
    return chosen


def _fits(caps: csc_array, room: Floats, n: int) -> np.ndarray:
    """Which candidates keep all ceilings when they are added. Helpers of pairs and wishes are left out of sight: they only cost."""
    over = caps.data > room[caps.indices] + 1e-9
    body = np.repeat(np.arange(n), np.diff(caps.indptr))
    return np.asarray(np.bincount(body, over & (caps.data > 0), n) == 0)
