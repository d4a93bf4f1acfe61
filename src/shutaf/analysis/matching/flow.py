"""Which flow through a network gains most, and which of several equal ones is meant?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import linprog
from scipy.sparse import csgraph

from shutaf.analysis.situation import Floats

_AT_ONCE = 20
"""So many pairs are put in order by one programme, weighed 2^19 .. 1, so that each outweighs all after it."""

_HALF_A_STEP = 0.5
"""All gains are whole numbers, and so are what exchanges at the optimum gain or lose: below a half is nothing."""


@dataclass(frozen=True)
class Flow:
    """Arcs of a flow that goes round: what enters a node leaves it. most: upper limit of each arc, inf for none; gain: whole numbers."""

    source: npt.NDArray[np.intp]
    target: npt.NDArray[np.intp]
    balance: sparse.csr_array
    most: Floats
    gain: Floats

    @classmethod
    def of(cls, nodes: int, arcs: Iterable[tuple[npt.ArrayLike, npt.ArrayLike, npt.ArrayLike, npt.ArrayLike]]) -> Flow:
        """arcs: groups of (from, to, most, gain), each an array or one value for the whole group."""
        groups = [np.broadcast_arrays(*(np.asarray(part, dtype=np.float64) for part in group)) for group in arcs]
        source, target, most, gain = (np.concatenate([group[part] for group in groups]) for part in range(4))
        source, target, arc = source.astype(np.intp), target.astype(np.intp), np.arange(len(source))
        signs = np.concatenate((-np.ones(len(source)), np.ones(len(source))))
        place = (np.concatenate((source, target)), np.concatenate((arc, arc)))
        return cls(source, target, sparse.csr_array((signs, place), shape=(nodes, len(source))), most, gain)


def largest_gain(flow: Flow, first: int) -> Floats:
    """How much flows on the first arcs when all gain most; among equal flows, as much as may be on the earliest of them.

    Returns (first,) whole numbers as float64. Raises RuntimeError where the solver gives up, which no limits of ours make it do.
    """
    least, most = np.zeros(len(flow.most)), flow.most.copy()
    found, slack = _solved(flow, -flow.gain, least, most)
    most[slack > _HALF_A_STEP] = 0.0  # whatever gains most leaves these arcs empty, and those full
    full = slack < -_HALF_A_STEP
    least[full] = most[full]
    while len(arcs := _exchangeable(flow, found, least, most, first)[:_AT_ONCE]):
        cost = np.zeros(len(flow.gain))
        cost[arcs] = -(2.0 ** np.arange(len(arcs) - 1, -1, -1))
        found, _ = _solved(flow, cost, least, most)
        least[arcs] = most[arcs] = found[arcs]
    return found[:first]


def _exchangeable(flow: Flow, found: Floats, least: Floats, most: Floats, first: int) -> npt.NDArray[np.intp]:
    """Which of the first arcs carry otherwise in another flow within the limits; arcs that carry the same in all are closed on the way.

    An arc may change just when a circle of arcs with room leads over it: its ends lie in one strong component.
    """
    room = np.concatenate((np.flatnonzero(found < most), np.flatnonzero(found > least)))
    is_back = np.arange(len(room)) >= np.count_nonzero(found < most)
    source, target = np.where(is_back, flow.target[room], flow.source[room]), np.where(is_back, flow.source[room], flow.target[room])
    graph = sparse.csr_array((np.ones(len(room)), (source, target)), shape=(flow.balance.shape[0],) * 2)
    part = csgraph.connected_components(graph, directed=True, connection="strong")[1]
    closed = part[flow.source] != part[flow.target]
    least[closed] = most[closed] = found[closed]
    return np.flatnonzero(least[:first] < most[:first])


def _solved(flow: Flow, cost: Floats, least: Floats, most: Floats) -> tuple[Floats, Floats]:
    """(flow on every arc, what one more unit there would cost), at a corner, where both are whole."""
    if not len(cost):
        return np.zeros(0), np.zeros(0)
    result = linprog(  # type: ignore[call-overload]  # the stubs know no sparse matrix
        cost, A_eq=flow.balance, b_eq=np.zeros(flow.balance.shape[0]), bounds=np.column_stack((least, most)), method="highs-ds"
    )
    if result.status != 0:
        raise RuntimeError(f"the solver gave up: {result.message}")
    return np.round(result.x), cost - flow.balance.T @ result.eqlin.marginals
