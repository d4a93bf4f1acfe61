"""Which of a hundred thousand columns can still be in a best set? The relaxation tells, so that the solver sees only these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import numpy as np

from shutaf.analysis.coalition.highs import Answer, Relaxed, best, left, relaxed, scale_of
from shutaf.analysis.coalition.model import Model, step_of
from shutaf.analysis.situation import Floats, Ints

FEW = 400
"""Ours: a model with at most this many columns is put to the solver as it is."""

CORE = 100
"""Ours: so many of the cheapest columns give the first good set; four to sixteen times as many each further time."""

BRANCHES = 1
"""Ours: branches spent on a core that only has to give a good set."""

FINE = 500
"""Ours: from so many steps on, an equally good second set is the exception."""

HAIR = 1e-7
"""Relative: what the relaxation may err by."""


@dataclass(frozen=True, eq=False)
class Narrowed:
    """answer: over all columns of the model. columns: those that can be in any equally good set."""

    answer: Answer
    columns: Ints


Tell = Callable[[Answer], None]


def minimise(model: Model, aim: Floats, deadline: float, known: float = np.inf, tell: Tell = lambda answer: None) -> Narrowed:
    """The best set, and the columns that any equally good one consists of. known: the value of a set that is known already.

    tell: is told the bound of the relaxation as soon as it is there, and each better set.

    A column whose reduced cost exceeds the distance of a known set from the relaxation cannot be in a better one, nor in an equal one
    (Source: Nemhauser and Wolsey 1988, II.5.2, reduced cost fixing). Raises nothing; exact.
    """
    every = np.arange(len(aim), dtype=np.int32)
    if len(aim) <= FEW:
        return Narrowed(best(model, aim, deadline), every)
    root = relaxed(model, aim, deadline)
    if isinstance(root, str):
        return Narrowed(Answer(root, None, np.inf, np.inf if root == "infeasible" else -np.inf), every)
    return _through_cores(model, aim, deadline, known, root, tell)


def _through_cores(model: Model, aim: Floats, deadline: float, known: float, root: Relaxed, tell: Tell) -> Narrowed:
    """Solve over the cheapest columns, see which others could still matter, and go on until none is left out."""
    floor, price = _up(root.value, aim), _price(model, root)
    ranked = np.argsort(price, kind="stable")
    found, size, helpers = Answer("stopped", None, np.inf, floor), CORE, len(aim) - model.candidates
    tell(found)
    while left(deadline) > 0:
        limit = min(known, found.value)
        may = np.flatnonzero(price <= limit - root.value + HAIR * max(1.0, abs(limit), abs(root.value))) if limit < np.inf else ranked
        is_whole = len(may) <= size + helpers
        core = np.sort(may if is_whole else ranked[: size + helpers]).astype(np.int32)
        asked = model.kept(core)
        if is_whole and found.x is not None and found.value <= limit and _is_fine(aim, found.value):
            asked = _another(asked, aim[core], found.x[core], found.value)
        some = best(asked, aim[core], _share(deadline, is_whole), None if is_whole else BRANCHES)
        if some.x is not None and some.value < found.value:
            found = Answer("stopped", _spread(some.x, core, len(aim)), some.value, floor)
            tell(found)
        if is_whole:
            return _told(some, found, root, price, floor, may.astype(np.int32))
        if found.value <= floor + HAIR * max(1.0, abs(floor)):
            done = Answer("proven", found.x, found.value, found.value)
            return Narrowed(done, _may(price, found.value, root))
        size = _larger(size, price, floor - root.value)
    return Narrowed(found, np.arange(len(aim), dtype=np.int32))


def _larger(size: int, price: Floats, reach: float) -> int:
    """Four times as many columns; up to sixteen times where so many can be in a set that costs no more than the bound."""
    useful = int(np.count_nonzero(price <= reach + HAIR)) if reach > HAIR else 0
    return max(4 * size, min(16 * size, useful))


def _is_fine(aim: Floats, value: float) -> bool:
    """Whether values lie so close that two sets are hardly ever equal; where many are, asking for another one only finds it."""
    step = step_of(aim)
    return step is None or abs(value) / step > FINE


def _another(model: Model, aim: Floats, x: Floats, value: float) -> Model:
    """Only other sets than a known one that are at least as good: finding none proves it best, and the only best, at once."""
    is_in = np.zeros(len(aim), dtype=np.bool_)
    is_in[: model.candidates] = x[: model.candidates] > 0.5
    row = np.where(is_in, 1.0, -1.0)
    row[model.candidates :] = 0.0
    scale, room = scale_of(aim), 0.5 if step_of(aim) else 1e-6
    return model.with_row(row, -np.inf, is_in.sum() - 1.0).with_row(aim / scale, -np.inf, value / scale + room)


def _told(some: Answer, found: Answer, root: Relaxed, price: Floats, floor: float, may: Ints) -> Narrowed:
    """The last core held every column that matters: what is proven there is proven, and that nothing is found, that there is only one."""
    if some.status == "stopped":
        return Narrowed(Answer("stopped", found.x, found.value, max(floor, min(some.bound, found.value))), may)
    if found.x is None:
        return Narrowed(Answer("infeasible", None, np.inf, np.inf), may)
    if some.x is None:
        is_in = np.asarray((found.x > 0.5) | (price < 0))
        return Narrowed(Answer("proven", found.x, found.value, found.value), np.flatnonzero(is_in).astype(np.int32))
    return Narrowed(Answer("proven", found.x, found.value, found.value), _may(price, found.value, root))


def _may(price: Floats, value: float, root: Relaxed) -> Ints:
    return np.flatnonzero(price <= value - root.value + HAIR * max(1.0, abs(value), abs(root.value))).astype(np.int32)


def _price(model: Model, root: Relaxed) -> Floats:
    """What putting a column in adds to the relaxation at least; nothing for one that must be in, less for helpers, which come first."""
    price = np.where(model.lower > 0, 0.0, np.where(model.upper > 0, np.maximum(root.reduced, 0.0), np.inf))
    price[model.candidates :] = -1.0
    return np.asarray(price, dtype=np.float64)


def _share(deadline: float, is_last: bool) -> float:
    """A core that is not the last may take a third of what is left."""
    return deadline if is_last else deadline - 2 * left(deadline) / 3


def _spread(x: Floats, columns: Ints, count: int) -> Floats:
    full = np.zeros(count)
    full[columns] = x
    return full


def _up(value: float, aim: Floats) -> float:
    """The relaxation's value, raised to the next value that whole sets can have."""
    step = step_of(aim)
    return ceil(value / step - 1e-6) * step if step else value
