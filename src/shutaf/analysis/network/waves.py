"""The same bodies at two dates: which ties held, came and went, and which bodies came and went?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Bools, Floats, Ints, Network


@dataclass(frozen=True, slots=True)
class Waves:
    """Bodies and ties of two waves; every number of a body is its number in the later wave, but in bodies_gone.

    bodies_kept, bodies_new: (.,) int32. bodies_gone: (.,) int32, numbers of the earlier wave.
    ties_kept, ties_gained, ties_lost: (., 2) int32, ties between bodies of both waves, in the order of their numbers. lost: to our knowledge,
    no longer listed. weight_before, weight_after: (kept,) strength of each kept tie. ties_untold: ties of one wave left out because nobody
    answered for them in one of the two (surveyed only). ties_of_gone, ties_of_new: ties that went or came with their bodies.
    jaccard: kept / (kept + gained + lost); NaN where neither wave has such a tie.
    kept, gained, lost: (n,) int32 such ties of each body of the later wave. turnover_0_1: (n,) (gained + lost) / (kept + gained + lost);
    NaN for a body without such a tie in either wave, and for a new one."""

    bodies_kept: Ints
    bodies_new: Ints
    bodies_gone: Ints
    ties_kept: Ints
    ties_gained: Ints
    ties_lost: Ints
    weight_before: Floats
    weight_after: Floats
    ties_untold: int
    ties_of_gone: int
    ties_of_new: int
    jaccard: float
    kept: Ints
    gained: Ints
    lost: Ints
    turnover_0_1: Floats


@dataclass(frozen=True, slots=True)
class _Ties:
    """Ties of one wave by the later numbers, one key a tie: between bodies of both waves and told in both (with strength), untold in one, and
    how many there are with a body of one wave only."""

    keys: npt.NDArray[np.int64]
    weight: Floats
    untold: npt.NDArray[np.int64]
    elsewhere: int


def compare_waves(before: Network, after: Network, place: npt.ArrayLike | None = None, *, surveyed: bool = False) -> Waves:
    """What became of the ties between two dates, among the bodies that both know.

    before, after: both undirected, or both directed (then arcs are compared). place: (before.n,) the number in `after` of each body of
    `before`, -1 where it is gone; left out: the same numbers in both. Ties with a body that came or went are counted apart: with such a
    body its ties are not lost, it is.
    surveyed: True compares only pairs for which somebody answered in both waves (`asked`; directed: the source); a tie of a pair untold in
    one wave is neither lost nor gained. False takes a blank as no longer listed, as `changes` does.
    Raises ValueError for one directed and one undirected wave, and for a place that is not one number of 0 .. after.n-1 a body, or -1, each
    number at most once. O(m log m). Source: Jaccard index of two waves: Snijders, van de Bunt & Steglich 2010, sec. 4; turnover of a body
    is ours.

    >>> found = compare_waves(Network.of(3, [(0, 1), (1, 2)]), Network.of(3, [(0, 1), (0, 2)]))
    >>> found.ties_kept.tolist(), found.ties_gained.tolist(), found.ties_lost.tolist(), round(found.jaccard, 3)
    ([[0, 1]], [[0, 2]], [[1, 2]], 0.333)
    >>> found.turnover_0_1.tolist()
    [0.5, 0.5, 1.0]
    """
    if before.is_directed != after.is_directed:
        raise ValueError("one wave is directed and the other is not: symmetrise the directed one first")
    there = places(place, before.n, after.n)
    back = np.full(after.n, -1, dtype=np.int64)
    back[there[there >= 0]] = np.flatnonzero(there >= 0)
    is_both = back >= 0
    answers: tuple[Bools, ...] = ()
    if surveyed:
        answers = (np.where(is_both, np.r_[before.asked, False][back], False), after.asked)
    then, now = _ties(before, there, after.n, answers), _ties(after, np.where(is_both, np.arange(after.n), -1), after.n, answers)
    kept, at_then, at_now = np.intersect1d(then.keys, now.keys, return_indices=True)
    gained, lost = np.setdiff1d(now.keys, then.keys), np.setdiff1d(then.keys, now.keys)
    all_three = len(kept) + len(gained) + len(lost)
    of_body = [np.bincount(_ends(keys, after.n).ravel(), minlength=after.n).astype(np.int32) for keys in (kept, gained, lost)]
    ever = np.asarray(sum(of_body))
    return Waves(
        bodies_kept=np.flatnonzero(is_both).astype(np.int32),
        bodies_new=np.flatnonzero(~is_both).astype(np.int32),
        bodies_gone=np.flatnonzero(there < 0).astype(np.int32),
        ties_kept=_ends(kept, after.n),
        ties_gained=_ends(gained, after.n),
        ties_lost=_ends(lost, after.n),
        weight_before=then.weight[at_then],
        weight_after=now.weight[at_now],
        ties_untold=len(np.union1d(then.untold, now.untold)),
        ties_of_gone=then.elsewhere,
        ties_of_new=now.elsewhere,
        jaccard=len(kept) / all_three if all_three else float("nan"),
        kept=of_body[0],
        gained=of_body[1],
        lost=of_body[2],
        turnover_0_1=np.where(ever > 0, (of_body[1] + of_body[2]) / np.maximum(ever, 1), np.nan),
    )


def places(place: npt.ArrayLike | None, before: int, after: int) -> npt.NDArray[np.int64]:
    """The number in the later wave of each body of the earlier one, -1 where it is gone. Raises ValueError as `compare_waves`."""
    if place is None:
        if before != after:
            raise ValueError(f"{before} bodies before and {after} after: place must tell which is which")
        return np.arange(before)
    given = np.asarray(place)
    there = given.astype(np.int64)
    if given.shape != (before,) or np.any(there != given):
        raise ValueError("place must have one whole number per body of the earlier wave")
    found = there[there >= 0]
    if np.any(there < -1) or np.any(there >= after) or len(np.unique(found)) < len(found):
        raise ValueError("place must be -1 or a body of the later wave, each at most once")
    return there


def _ties(network: Network, place: npt.NDArray[np.int64], n: int, answers: tuple[Bools, ...]) -> _Ties:
    """answers: who answered, in each wave; empty where a blank counts as no tie."""
    source, target = place[network.source], place[network.target]
    is_here = (source >= 0) & (target >= 0)
    source, target, weight = source[is_here], target[is_here], network.weight[is_here]
    told = np.ones(len(source), dtype=np.bool_)
    for answered in answers:
        told &= answered[source] if network.is_directed else answered[source] | answered[target]
    if not network.is_directed:
        source, target = np.minimum(source, target), np.maximum(source, target)
    keys = source * n + target
    order = np.argsort(keys[told])
    return _Ties(keys[told][order], weight[told][order], keys[~told], network.m - len(source))


def _ends(keys: npt.NDArray[np.int64], n: int) -> Ints:
    return np.column_stack([keys // max(n, 1), keys % max(n, 1)]).astype(np.int32)
