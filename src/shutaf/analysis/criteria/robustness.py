"""How firmly does the first candidate stand when the weights are not certain?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shutaf.analysis.criteria.flows import net_flows
from shutaf.analysis.criteria.weight_intervals import weight_intervals_of_flows
from shutaf.analysis.criteria.weightings import random_weights
from shutaf.analysis.situation import Bools, Floats, Ints

DRAWS = 1_000
VARIED_BY = 0.20
BEYOND = 1e-6
"""Ours: each weight moved by a fifth; how far beyond an end somebody else is looked for; and 1,000 random weightings, all equally likely."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """criterion: its place. The first candidate stays first while this weight (0 .. 1, the others scaled) does not fall under / rise over these;
    None = however far it falls or rises. Exact, see `weight_intervals_of_flows`. then_under, then_over: who comes first there, as a place (here) or a ref
    (in a Ranking); "" where nobody does."""

    criterion: int
    falls_under: float | None
    rises_over: float | None
    then_under: str = ""
    then_over: str = ""


@dataclass(frozen=True)
class Robustness:
    """share_first, share_next: (n,) share of random weightings in which each candidate comes first, and second or third. holds, tried: single changes of a weight by a fifth."""

    share_first: Floats
    share_next: Floats
    holds: int
    tried: int
    thresholds: tuple[Threshold, ...]


def firsts(preference: Floats, weights: Floats, may_be_first: Bools) -> Ints:
    """(w,): the candidate with the highest net flow under each weighting, among those that may be first; equal flows: the earlier one."""
    return np.asarray(np.argmax(_standing(preference, weights, may_be_first), axis=1), dtype=np.int32)


def _standing(preference: Floats, weights: Floats, may_be_first: Bools) -> Floats:
    """(w, n) net flows; those of unknown flow stand behind, those that may not be first behind all."""
    flows = np.round(net_flows(preference, weights), 9)
    return np.asarray(np.where(may_be_first & ~np.isnan(flows), flows, -2.0 + may_be_first))


def robustness(preference: Floats, weights: Floats, may_be_first: Bools) -> Robustness:
    """What becomes of the first place when weights change.

    preference: (c, n, n), see `preferences`. weights: (c,), sum 1. may_be_first: (n,) bool, at least one True.
    Weights of 0 stay 0: the user took that criterion out. Seeded; O(draws c n^2).
    """
    first = int(firsts(preference, weights[None, :], may_be_first)[0])
    counted = np.flatnonzero(weights > 0)
    draws = np.zeros((DRAWS, len(weights)))
    draws[:, counted] = random_weights(len(counted), DRAWS)
    places = np.argsort(np.argsort(-_standing(preference, draws, may_be_first), axis=1, kind="stable"), axis=1, kind="stable")
    share, share_next = (places == 0).mean(axis=0), ((places == 1) | (places == 2)).mean(axis=0) * may_be_first
    single = np.array(
        [weights * np.where(np.arange(len(weights)) == j, factor, 1.0) for j in counted for factor in (1 - VARIED_BY, 1 + VARIED_BY)]
    )
    holds = int((firsts(preference, single, may_be_first) == first).sum())
    intervals = weight_intervals_of_flows(preference, weights, may_be_first)

    def then(j: int, at: float) -> str:
        moved = weights * (1 - at) / (1 - weights[j])
        moved[j] = at
        other = int(firsts(preference, moved[None, :], may_be_first)[0])
        return "" if other == first else str(other)

    thresholds = tuple(
        Threshold(
            int(j),
            float(low) if low > 0 else None,
            float(high) if high < 1 else None,
            then(int(j), max(low - BEYOND, 0.0)) if low > 0 else "",
            then(int(j), min(high + BEYOND, 1.0)) if high < 1 else "",
        )
        for j, low, high in zip(counted, intervals.low[counted], intervals.high[counted], strict=True)
        if weights[j] < 1
    )
    return Robustness(share, share_next, holds, len(single), thresholds)
