"""How firmly does the first candidate stand when the weights are not certain?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shutaf.analysis.criteria.promethee import net_flows
from shutaf.analysis.situation import Bools, Floats, Ints

SEED = 20_160_715
DRAWS = 1_000
VARIED_BY = 0.20
STEPS = 101
"""Ours: each weight moved by a fifth, 1,000 random weightings (all equally likely), and each weight alone from 0 to 1 in hundredths."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """criterion: its place. The first candidate stays first while this weight (0 .. 1, the others scaled) does not fall under / rise over these;
    None = however far it falls or rises. Correct to a hundredth."""

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
    Weights of 0 stay 0: the user took that criterion out. Seeded; O((draws + 100 c) c n^2).
    """
    first = int(firsts(preference, weights[None, :], may_be_first)[0])
    counted = np.flatnonzero(weights > 0)
    draws = np.zeros((DRAWS, len(weights)))
    draws[:, counted] = np.random.default_rng(SEED).dirichlet(np.ones(len(counted)), DRAWS)
    share = np.bincount(firsts(preference, draws, may_be_first), minlength=len(may_be_first)) / DRAWS
    single = np.array(
        [weights * np.where(np.arange(len(weights)) == j, factor, 1.0) for j in counted for factor in (1 - VARIED_BY, 1 + VARIED_BY)]
    )
    holds = int((firsts(preference, single, may_be_first) == first).sum())
    thresholds = tuple(_threshold(preference, weights, may_be_first, int(j), first) for j in counted if weights[j] < 1)
    return Robustness(share, holds, len(single), thresholds)


def _threshold(preference: Floats, weights: Floats, may_be_first: Bools, j: int, first: int) -> Threshold:
    at = np.linspace(0.0, 1.0, STEPS)
    varied = weights[None, :] * ((1 - at) / (1 - weights[j]))[:, None]
    varied[:, j] = at
    lost = firsts(preference, varied, may_be_first) != first
    below, above = at[lost & (at < weights[j])], at[lost & (at > weights[j])]
    step = 1 / (STEPS - 1)
    return Threshold(
        j,
        falls_under=round(float(min(below.max() + step, weights[j])), 2) if len(below) else None,
        rises_over=round(float(max(above.min() - step, weights[j])), 2) if len(above) else None,
    )
