"""In which interval of each weight does the first stay first?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.flows import criterion_flows, net_flows
from shutaf.analysis.criteria.inputs import scaled
from shutaf.analysis.situation import Bools, Floats

ALIKE = 1e-9
"""Scores that differ by less are equal; the candidate that was first before then stays first."""

WIDTH = 1e-12
"""Where an end has to be searched, it is enclosed to so much of a weight; far less than ALIKE, so that what is never overtaken is never said to be."""


@dataclass(frozen=True)
class WeightIntervals:
    """first: row of the candidate. low, high: (c,) the ends of the interval of each weight (0 .. 1, all weights summing to 1) round its value today in
    which the first stays first while the other weights keep their proportions; 0 and 1 where it never loses. NaN for a weight of 1: the others
    have no proportions to keep."""

    first: int
    low: Floats
    high: Floats


def weight_intervals(scores: npt.ArrayLike, weights: npt.ArrayLike, may_be_first: npt.ArrayLike | None = None) -> WeightIntervals:
    """How far each weight may move, alone, before another candidate comes first. Exact.

    scores: (n, c), each criterion's own score, more is better, such that a candidate's whole score is the weighted sum of its row:
    `additive_values` for the weighted sum, `criterion_flows` for PROMETHEE. No NaN. weights: (c,), 0 and up, positive sum; scaled to sum 1.
    may_be_first: (n,) bool, at least one True; all where left out.
    Weight j at t and the others scaled by (1 - t) / (1 - w_j) make every score a straight line in t, so the ends are the roots of straight lines.
    Equal scores: the candidate that is first today stays first. TOPSIS is not linear in the weights and has no such interval.
    Raises ValueError on NaN, wrong weights, and where nobody may be first. O(n c).
    Source: Mareschal 1988, EJOR 33:54-64 (weight stability intervals).

    >>> found = weight_intervals([[1.0, 0.0], [0.0, 0.5]], [0.5, 0.5])
    >>> found.first, found.low.round(6).tolist(), found.high.round(6).tolist()
    (0, [0.333333, 0.0], [1.0, 0.666667])
    """
    array = np.asarray(scores, dtype=np.float64)
    if array.ndim != 2 or not np.isfinite(array).all():
        raise ValueError("weight intervals need every score")
    share = scaled(weights, array.shape[1])
    may = _may(may_be_first, len(array))
    largest = np.abs(array).max(initial=0.0)
    array = array / (largest if largest > 0 else 1.0)  # so that ALIKE means the same in any unit
    spread = np.ptp(array)
    array = (array - array.min(initial=0.0)) / (spread if spread > 0 else 1.0)
    whole = array @ share
    first = _first(whole, may)
    rest = share < 1
    scale = np.where(rest, 1 - share, 1.0)
    others = (whole[:, None] - share * array) / scale  # the score at t = 0
    lead_at_0 = np.where(may[:, None], others[first] - others, np.inf)
    lead_at_1 = np.where(may[:, None], array[first] - array, np.inf)
    with np.errstate(invalid="ignore", divide="ignore"):
        root = lead_at_0 / (lead_at_0 - lead_at_1)
    low = np.where(lead_at_0 < -ALIKE, root, 0.0).max(axis=0)
    high = np.where(lead_at_1 < -ALIKE, root, 1.0).min(axis=0)
    return WeightIntervals(first, np.where(rest, np.minimum(low, share), np.nan), np.where(rest, np.maximum(high, share), np.nan))


def weight_intervals_of_flows(preference: Floats, weights: npt.ArrayLike, may_be_first: npt.ArrayLike | None = None) -> WeightIntervals:
    """The same for PROMETHEE II where values may be unknown.

    preference: (c, n, n), see `preferences`, NaN = unknown. weights, may_be_first: as in `weight_intervals`.
    A pair is compared on the criteria known for both, so its part in a flow is a ratio of two straight lines in the weight: it only rises or only
    falls, and its values at the two ends of a stretch enclose it. Stretches are halved until the first is proven to lead there or proven to be
    overtaken; each end is right to a billionth and none is missed. Where all is known `weight_intervals` answers.
    A candidate compared with nobody is first only where nobody is compared. O(c n^2), and O(n) for each of some hundred stretches.
    Raises ValueError for wrong weights and where nobody may be first.
    Ours, after interval branch and bound (Moore 1966); equal flows as in `weight_intervals`.
    """
    share = scaled(weights, len(preference))
    may = _may(may_be_first, preference.shape[1])
    known = ~np.isnan(preference)
    if known.all():
        return weight_intervals(criterion_flows(preference), share, may)
    net = np.where(known, preference, 0.0)
    net = net - net.transpose(0, 2, 1)
    first = _first(net_flows(preference, share[None, :])[0], may)
    low, high = np.full(len(share), np.nan), np.full(len(share), np.nan)
    for j in np.flatnonzero(share < 1):
        lead = _Lead.of(net, known, share, int(j), first, may)
        low[j], high[j] = lead.end(float(share[j]), 0.0), lead.end(float(share[j]), 1.0)
    return WeightIntervals(first, low, high)


@dataclass(frozen=True)
class _Lead:
    """By how much the first leads each rival while weight j is t: constant + slope t + sum over u of part_u / (known_u + (1 - known_u) t).

    known: (u,) what the other criteria that a pair shares weigh together, of all others. constant, slope: (rivals,). part: (rivals, u).
    """

    known: Floats
    constant: Floats
    slope: Floats
    part: Floats

    @classmethod
    def of(cls, net: Floats, known: Bools, share: Floats, j: int, first: int, may: Bools) -> _Lead:
        n = net.shape[1]
        rest = np.where(np.arange(len(share)) == j, 0.0, share / (1 - share[j]))
        others, seen = np.tensordot(rest, net, axes=1), np.round(np.tensordot(rest, known.astype(np.float64), axes=1), 12)
        on_j = known[j]
        compared = ((seen > 0) | on_j) & ~np.eye(n, dtype=np.bool_)
        ratio = compared & on_j & (seen > 0) & (seen < 1)
        line = compared & on_j & (seen == 1)
        left = np.where(ratio, 1 - seen, 1.0)
        level = np.where(ratio, (net[j] - others) / left, np.where(on_j & (seen == 0), net[j], others / np.where(seen > 0, seen, 1.0)))
        count = np.maximum(compared.sum(axis=1), 1)
        values = np.unique(seen[ratio])
        flow = np.where(compared, level, 0.0).sum(axis=1) / count, np.where(line, net[j] - others, 0.0).sum(axis=1) / count
        part = [np.where(ratio & (seen == value), others - level * seen, 0.0).sum(axis=1) / count for value in values]
        flow[0][~compared.any(axis=1)] = -2.0
        rivals = np.flatnonzero(may & (np.arange(n) != first))
        constant, slope, *parts = (one[first] - one[rivals] for one in (*flow, *part))
        return cls(values, constant, slope, np.array(parts).T if parts else np.zeros((len(rivals), 0)))

    def _between(self, one: float, other: float) -> tuple[float, float]:
        """The least lead there can be on the nearest rival, and the most, anywhere between two weights."""
        ends = [np.column_stack((self.slope * t, self.part / (self.known + (1 - self.known) * t))) for t in (one, other)]
        least, most = np.minimum(*ends).sum(axis=1), np.maximum(*ends).sum(axis=1)
        return float((self.constant + least).min()), float((self.constant + most).min())

    def end(self, start: float, toward: float) -> float:
        """The weight nearest to `start` at which the first is overtaken on the way to `toward`; `toward` where it never is."""
        waiting = [(start, toward)] if len(self.constant) else []
        while waiting:
            near, far = waiting.pop()
            least, most = self._between(near, far)
            if least >= -ALIKE:
                continue
            if most < -ALIKE or abs(far - near) < WIDTH:
                return near
            middle = (near + far) / 2
            waiting += [(middle, far), (near, middle)]
        return toward


def _may(may_be_first: npt.ArrayLike | None, n: int) -> Bools:
    may = np.ones(n, dtype=np.bool_) if may_be_first is None else np.asarray(may_be_first, dtype=np.bool_)
    if may.shape != (n,) or not may.any():
        raise ValueError("at least one candidate must be able to come first")
    return may


def _first(scores: Floats, may: Bools) -> int:
    rounded = np.where(np.isnan(scores), -2.0, np.round(scores, 9))
    return int(np.argmax(np.where(may, rounded, -np.inf)))
