"""Which set is best by the first aim, among equal ones by the second, and so on, and in the end by the order of the columns?"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array, hstack

from shutaf.analysis.coalition.highs import Answer, best, left, scale_of
from shutaf.analysis.coalition.model import Model, step_of
from shutaf.analysis.coalition.narrowing import minimise
from shutaf.analysis.situation import Floats, Ints

SHARE_OF_TIME = 0.9
"""Ours: the solver is told to stop at nine tenths of the time; the rest is for coming back with what was found."""

BIG = 20_000
"""Ours: a model with more entries than this is large: it gets a process of its own (child.py), and its ties no more than twice the time
that the proof took, or a second; up to here ties have all the time there is."""

MANY = 3000
"""Ours: up to so many columns that could be in an equally good set, ties are settled to the last name; above, the solver's choice stands."""


@dataclass(frozen=True)
class Reached:
    """How far the search came. chosen: sorted columns, None where no set was found. value, bound: of the first aim.

    is_proven: nothing is better by the first aim. is_settled: ties are broken by every aim and the order. is_impossible: no set keeps all rows.
    """

    chosen: tuple[int, ...] | None
    value: float
    bound: float
    is_proven: bool = False
    is_settled: bool = False
    is_impossible: bool = False


Tell = Callable[[Reached], None]


def search(model: Model, deadline: float, tell: Tell = lambda reached: None, known: float = np.inf) -> Reached:
    """The best set. tell: is told each step forward, so that whoever stops us has the latest. known: the first aim of a known set."""
    start = time.monotonic()
    first = minimise(model, model.aims[0], deadline, known, lambda so_far: tell(_so_far(model, so_far)))
    answer = first.answer
    if answer.status == "infeasible":
        return _told(tell, Reached(None, np.inf, np.inf, is_impossible=True))
    chosen = None if answer.x is None else _chosen(model, answer.x)
    reached = Reached(chosen, answer.value, answer.bound, answer.status == "proven")
    tell(reached)
    if chosen is None or not reached.is_proven:
        return reached
    if model.rows.nnz > BIG:
        deadline = min(deadline, time.monotonic() + max(1.0, 2 * (time.monotonic() - start)))
    small = model.kept(first.columns)
    held = _held(small, small.aims[0], answer.value)
    places = np.searchsorted(first.columns, np.array(chosen, dtype=np.int32))
    return _settle(held, places.astype(np.int32), first.columns, reached, deadline, tell)


def _so_far(model: Model, answer: Answer) -> Reached:
    return Reached(None if answer.x is None else _chosen(model, answer.x), answer.value, answer.bound)


def _settle(model: Model, chosen: Ints, names: Ints, reached: Reached, deadline: float, tell: Tell) -> Reached:
    """Among the sets that are as good: the further aims, one after the other, then the order."""
    for aim in model.aims[1:]:
        if _is_only_one(model, chosen, deadline):
            return _told(tell, _as(reached, chosen, names, is_settled=True))
        step = minimise(model, aim, deadline)
        if step.answer.x is not None:
            chosen = np.flatnonzero(step.answer.x[: model.candidates] > 0.5).astype(np.int32)
            reached = _told(tell, _as(reached, chosen, names))
        if step.answer.status != "proven":
            return reached
        model, names = _held(model, aim, step.answer.value).kept(step.columns), names[step.columns]
        chosen = np.searchsorted(step.columns, chosen).astype(np.int32)
    if model.candidates > MANY:
        return reached
    ordered, is_settled = settle_order(model, chosen, deadline)
    return _told(tell, _as(reached, ordered, names, is_settled=is_settled))


def settle_order(model: Model, chosen: Ints, deadline: float) -> tuple[Ints, bool]:
    """The set whose sorted columns come first, and whether that was proven in time: settle its first column, then the next."""
    current, settled = chosen, 0
    while settled < len(current):
        if _is_only_one(model, current, deadline):
            return current, True
        earliest = _earliest(model, current, settled, deadline)
        if earliest.status == "infeasible":
            return current, True
        if earliest.x is None or earliest.status != "proven":
            return current, False
        current = np.flatnonzero(earliest.x[: model.candidates] > 0.5).astype(np.int32)
        place = int(current[settled])
        before = np.setdiff1d(np.arange(place), current[:settled])
        model = model.fixed(before, 0.0).fixed([place], 1.0)
        settled += 1
    return current, True


def _earliest(model: Model, current: Ints, settled: int, deadline: float) -> Answer:
    """The set whose next column is the earliest: a pointer stands on one column that is in, and wants to be far in front."""
    last = int(current[settled])
    open_columns = np.setdiff1d(np.arange(last + 1), current[:settled])
    count, columns = len(open_columns), len(model.upper)
    at = np.zeros((count, columns + count))
    at[np.arange(count), open_columns] = 1.0
    at[np.arange(count), columns + np.arange(count)] = -1.0
    wide = _widened(model, count)
    for row in at:
        wide = wide.with_row(row, 0.0, np.inf)
    once = np.concatenate([np.zeros(columns), np.ones(count)])
    aim = np.concatenate([np.zeros(columns), np.arange(count, dtype=np.float64)])
    return best(wide.with_row(once, 1.0, 1.0), aim, deadline)


def _widened(model: Model, count: int) -> Model:
    return replace(
        model,
        rows=csr_array(hstack([model.rows, csr_array((model.rows.shape[0], count))])),
        lower=np.append(model.lower, np.zeros(count)),
        upper=np.append(model.upper, np.ones(count)),
        whole=np.append(model.whole, np.ones(count, dtype=np.bool_)),
        aims=np.hstack([model.aims, np.zeros((len(model.aims), count))]),
    )


def _is_only_one(model: Model, chosen: Ints, deadline: float) -> bool:
    """Whether no other set of candidates keeps all rows."""
    if left(deadline) <= 0:
        return False
    row = np.zeros(len(model.upper))
    row[: model.candidates] = -1.0
    row[chosen] = 1.0
    return best(model.with_row(row, -np.inf, len(chosen) - 1.0), np.zeros(len(row)), deadline).status == "infeasible"


def _held(model: Model, aim: Floats, value: float) -> Model:
    """From now on only sets that are as good."""
    scale, step = scale_of(aim), step_of(aim)
    room = 0.5 if step else 1e-6
    return model.with_row(aim / scale, -np.inf, value / scale + room)


def _chosen(model: Model, x: Floats) -> tuple[int, ...]:
    return tuple(np.flatnonzero(x[: model.candidates] > 0.5).tolist())


def _as(reached: Reached, chosen: Ints, names: Ints, *, is_settled: bool = False) -> Reached:
    return Reached(tuple(names[chosen].tolist()), reached.value, reached.bound, reached.is_proven, is_settled)


def _told(tell: Tell, reached: Reached) -> Reached:
    tell(reached)
    return reached
