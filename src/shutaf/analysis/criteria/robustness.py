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
"""Ours: each weight moved by a fifth, and 1,000 random weightings, all equally likely."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """criterion: its place. The first candidate stays first while this weight (0 .. 1, the others scaled) does not fall under / rise over these;
    None = however far it falls or rises. Exact, see `weight_intervals_of_flows`."""

    criterion: int
    falls_under: float | None
    rises_over: float | None


@dataclass(frozen=True)
class Robustness:
    """share_first: (n,) share of random weightings in which each candidate comes first. holds, tried: single changes of a weight by a fifth."""

    share_first: Floats
    holds: int
    tried: int
    thresholds: tuple[Threshold, ...]


def firsts(preference: Floats, weights: Floats, may_be_first: Bools) -> Ints:
    """(w,): the candidate with the highest net flow under each weighting, among those that may be first; equal flows: the earlier one."""
    flows = np.round(net_flows(preference, weights), 9)
    return np.asarray(np.argmax(np.where(may_be_first & ~np.isnan(flows), flows, -2.0 + may_be_first), axis=1), dtype=np.int32)


def robustness(preference: Floats, weights: Floats, may_be_first: Bools) -> Robustness:
    """What becomes of the first place when weights change.

    preference: (c, n, n), see `preferences`. weights: (c,), sum 1. may_be_first: (n,) bool, at least one True.
    Weights of 0 stay 0: the user took that criterion out. Seeded; O(draws c n^2).
    """
    first = int(firsts(preference, weights[None, :], may_be_first)[0])
    counted = np.flatnonzero(weights > 0)
    draws = np.zeros((DRAWS, len(weights)))
    draws[:, counted] = random_weights(len(counted), DRAWS)
    share = np.bincount(firsts(preference, draws, may_be_first), minlength=len(may_be_first)) / DRAWS
    single = np.array(
        [weights * np.where(np.arange(len(weights)) == j, factor, 1.0) for j in counted for factor in (1 - VARIED_BY, 1 + VARIED_BY)]
    )
    holds = int((firsts(preference, single, may_be_first) == first).sum())
    intervals = weight_intervals_of_flows(preference, weights, may_be_first)
    thresholds = tuple(
        Threshold(int(j), float(low) if low > 0 else None, float(high) if high < 1 else None)
        for j, low, high in zip(counted, intervals.low[counted], intervals.high[counted], strict=True)
        if weights[j] < 1
    )
    return Robustness(share, holds, len(single), thresholds)
