"""Who should be brought together with whom, when nobody may be asked too often and nobody only gives?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.matching.flow import Flow, largest_gain
from shutaf.analysis.matching.pairs import Pairs
from shutaf.analysis.situation import Bools, Floats, Ints

Why: TypeAlias = Literal["nothing_fits", "offers_taken", "giver_at_limit", "taker_at_limit", "fairness"]

SCORE_STEPS = 1_000_000
"""Ours: scores that differ by less than a millionth count as equal; whole steps make the optimum exact."""


@dataclass(frozen=True)
class Limits:
    """How often, and what fairness is worth. Each number is for all, or an array with one for each need, offer or body; None: no limit.

    need_times, offer_times: how many offers a need may get, how many needs an offer may serve; 1 and 1 is one-to-one.
    gives_most, gets_most: how many pairs a body may be in as giver, as taker.
    free_gives: so much more than it gets a body may give without anything being said; price_0_1: what each gift beyond that costs, in scores.
    Ours: the price is linear; 0 turns fairness off, 1 lets nobody give more. A body whose needs nobody knows gets nothing here, so it is
    asked for `free_gives` before it costs. Raises ValueError in `assigned` where a number is negative or the price is outside 0 .. 1.
    """

    need_times: npt.ArrayLike = 1
    offer_times: npt.ArrayLike = 1
    gives_most: npt.ArrayLike | None = None
    gets_most: npt.ArrayLike | None = None
    free_gives: npt.ArrayLike = 1
    price_0_1: float = 0.25


@dataclass(frozen=True)
class Assignment:
    """chosen: (p,) bool, in the order of the pairs. gives, gets: (bodies,) int32; beyond: (bodies,) int32, gifts beyond what it gets and may give
    free. better_left: (p,) int32, how many offers with a higher score a chosen pair's need did not get; 0 elsewhere.
    score: sum over the chosen; price: what the gifts beyond cost. unmet: needs that got nothing, with all that stood in the way.
    """

    chosen: Bools
    gives: Ints
    gets: Ints
    beyond: Ints
    better_left: Ints
    score: float
    price: float
    unmet: tuple[tuple[int, tuple[Why, ...]], ...]


def assigned(pairs: Pairs, limits: Limits | None = None) -> Assignment:
    """The set of pairs with the highest sum of scores less the price of one-sided giving, within the limits; the best there is, not a guess.

    Among equal sets the one that has the first pair, by need and then offer, in which they differ: the order of the rows changes nothing.
    A linear programme on a network, so its corners are whole numbers. About O(pairs^1.5) in practice; one programme more for every 20 pairs
    that may be exchanged for equal ones. Raises ValueError on wrong limits.
    Source: assignment, Kuhn 1955, Naval Research Logistics Quarterly 2, 83-97; whole corners, Hoffman and Kruskal 1956. Ours: the price.

    >>> rooms = Pairs.of([0, 0, 1, 1], [0, 1, 0, 1], [0.9, 0.8, 0.7, 0.1], taker=[1, 2], giver=[3, 4])
    >>> assigned(rooms).chosen.tolist(), assigned(rooms).better_left.tolist()
    ([False, True, True, False], [0, 1, 0, 0])
    """
    limits = limits or Limits()
    order = np.lexsort((pairs.offer, pairs.need))
    flow = _network(pairs, limits, order)
    chosen = np.zeros(len(order), dtype=np.bool_)
    chosen[order] = largest_gain(flow, len(order)) > 0
    gives, gets = (np.bincount(body[body >= 0], minlength=pairs.n_bodies).astype(np.int32) for body in _bodies(pairs, chosen))
    beyond = np.maximum(0, gives - gets - _each(limits.free_gives, pairs.n_bodies)).astype(np.int32)
    return Assignment(
        chosen, gives, gets, beyond, _better_left(pairs, chosen), float(pairs.score[chosen].sum()), float(limits.price_0_1 * beyond.sum()),
        tuple((need, _why(pairs, chosen, need, limits, gives, gets)) for need in sorted({*range(len(pairs.taker))} - {*pairs.need[chosen].tolist()})),
    )  # fmt: skip


def _bodies(pairs: Pairs, chosen: Bools) -> tuple[Ints, Ints]:
    """(giver, taker) of each chosen pair."""
    return pairs.giver[pairs.offer[chosen]], pairs.taker[pairs.need[chosen]]


def _each(limit: npt.ArrayLike | None, n: int) -> Floats:
    """(n,) float64, inf without a limit."""
    found = np.broadcast_to(np.asarray(np.inf if limit is None else limit, dtype=np.float64), (n,))
    if np.any(~(found >= 0)) or np.any(np.isfinite(found) & (found != np.floor(found))):
        raise ValueError("limits must be whole numbers, 0 and up")
    return found


def _network(pairs: Pairs, limits: Limits, order: npt.NDArray[np.intp]) -> Flow:
    """Gifts as a flow that goes round: what a body gives is paid by what it gets, then by what it may give free, then at the price.

    Nodes: the outside, bodies as givers (twice, so that the whole of their gifts can be limited), offers, needs, bodies as takers (twice).
    """
    if not 0 <= limits.price_0_1 <= 1:
        raise ValueError("price_0_1 must lie between 0 and 1")
    bodies, offers, needs = pairs.n_bodies, len(pairs.giver), len(pairs.taker)
    outside, first = 0, np.cumsum([1, bodies, bodies, offers, needs, bodies])
    pays, gives, offer, need, gets, got = (
        start + np.arange(count) for start, count in zip(first, (bodies, bodies, offers, needs, bodies, bodies), strict=True)
    )
    every = np.zeros(bodies, dtype=np.int64)
    from_body = np.where(pairs.giver >= 0, gives[pairs.giver] if bodies else 0, outside)
    to_body = np.where(pairs.taker >= 0, gets[pairs.taker] if bodies else 0, outside)
    return Flow.of(
        nodes=int(first[-1]) + bodies,
        arcs=(
            (offer[pairs.offer[order]], need[pairs.need[order]], 1.0, np.round(pairs.score[order] * SCORE_STEPS)),
            (from_body, offer, _each(limits.offer_times, offers), 0.0),
            (need, to_body, _each(limits.need_times, needs), 0.0),
            (every, pays, _each(limits.free_gives, bodies), 0.0),
            (every, pays, np.inf, -round(limits.price_0_1 * SCORE_STEPS)),
            (got, pays, np.inf, 0.0),
            (got, every, np.inf, 0.0),
            (pays, gives, _each(limits.gives_most, bodies), 0.0),
            (gets, got, _each(limits.gets_most, bodies), 0.0),
        ),
    )


def _better_left(pairs: Pairs, chosen: Bools) -> Ints:
    found = np.zeros(len(chosen), dtype=np.int32)
    for at in np.flatnonzero(chosen):
        same = (pairs.need == pairs.need[at]) & ~chosen
        found[at] = np.count_nonzero(same & (pairs.score > pairs.score[at]))
    return found


def _why(pairs: Pairs, chosen: Bools, need: int, limits: Limits, gives: Ints, gets: Ints) -> tuple[Why, ...]:
    """All that stood in the way of one need, over all its pairs; fairness where nothing else did."""
    own = np.flatnonzero(pairs.need == need)
    if not len(own):
        return ("nothing_fits",)
    used = np.bincount(pairs.offer[chosen], minlength=len(pairs.giver))
    bodies, taker = pairs.n_bodies, int(pairs.taker[need])
    found: set[Why] = set()
    if taker >= 0 and gets[taker] >= _each(limits.gets_most, bodies)[taker]:
        found.add("taker_at_limit")
    for offer in pairs.offer[own].tolist():
        giver = int(pairs.giver[offer])
        is_taken = used[offer] >= _each(limits.offer_times, len(pairs.giver))[offer]
        is_full = giver >= 0 and gives[giver] >= _each(limits.gives_most, bodies)[giver]
        if is_taken:
            found.add("offers_taken")
        if is_full:
            found.add("giver_at_limit")
        if not (is_taken or is_full or "taker_at_limit" in found):
            found.add("fairness")
    return tuple(sorted(found))
