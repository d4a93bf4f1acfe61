"""How far does each candidate stand above the others, and others above it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.inputs import scaled, table
from shutaf.analysis.criteria.order import ranks
from shutaf.analysis.criteria.preference import PreferenceFunction, default_functions, preferences
from shutaf.analysis.situation import Bools, Floats, Ints

ALIKE_DECIMALS = 9
"""Ours: flows that agree to nine decimals are equal; what differs after that is the arithmetic of the machine."""


@dataclass(frozen=True)
class Promethee:
    """Flows of n candidates. Each flow comes three times, its denominator in its name, because books and programs differ:

    ..._sum: summed over the others, as the printed papers do; 0 .. n - 1 (net: -(n - 1) .. n - 1).
    ..._n_minus_1: the sum over the n - 1 others, as programs since about 1995 do; 0 .. 1 (net: -1 .. 1).
    ..._mean: the sum over all n, the candidate itself among them; 0 .. (n - 1) / n.
    The order is the same in all three where every value is known.

    preference_index: (n, n), pi(a, b), how far a is preferred to b, 0 .. 1; diagonal 0; NaN where the two share no known criterion.
    criterion_flow_n_minus_1: (n, c), the net flow by each criterion alone; NaN where unknown. compared: (n,) int32, with how many others.
    rank: (n,) int32 by net flow, 1 = highest, equals share the better place; the denominator is n - 1.
    Where values are unknown, n - 1 is the number of others a candidate was compared with; NaN where there is none.
    """

    preference_index: Floats
    criterion_flow_n_minus_1: Floats
    compared: Ints
    positive_flow_sum: Floats
    negative_flow_sum: Floats

    @property
    def net_flow_sum(self) -> Floats:
        return self.positive_flow_sum - self.negative_flow_sum

    @property
    def positive_flow_n_minus_1(self) -> Floats:
        return self.positive_flow_sum / np.maximum(self.compared, 1)

    @property
    def negative_flow_n_minus_1(self) -> Floats:
        return self.negative_flow_sum / np.maximum(self.compared, 1)

    @property
    def net_flow_n_minus_1(self) -> Floats:
        return self.net_flow_sum / np.maximum(self.compared, 1)

    @property
    def positive_flow_mean(self) -> Floats:
        return self.positive_flow_sum / (self.compared + 1)

    @property
    def negative_flow_mean(self) -> Floats:
        return self.negative_flow_sum / (self.compared + 1)

    @property
    def net_flow_mean(self) -> Floats:
        return self.net_flow_sum / (self.compared + 1)

    @property
    def rank(self) -> Ints:
        return ranks(self.net_flow_n_minus_1)


def promethee(
    values: npt.ArrayLike, better: npt.ArrayLike, weights: npt.ArrayLike, functions: Sequence[PreferenceFunction] | None = None
) -> Promethee:
    """PROMETHEE I and II: compare every two candidates on every criterion, weigh, and sum up.

    values: (n, c), any unit, NaN = unknown. better: (c,) +1 where more is better, -1 where less is. weights: (c,), 0 and up, positive sum; scaled to
    sum 1. functions: one for each criterion; `default_functions(values)` where left out.
    pi(a, b) = sum of weight x P(a over b); positive flow of a: over the b of pi(a, b); negative flow: of pi(b, a); net flow: their difference.
    A pair is compared on the criteria known for both, their weights scaled to sum 1.
    Raises ValueError where these do not fit together. O(c n^2).
    Source: Brans & Vincke 1985, Management Science 31:647-656. Ours: what is done about unknown values, and the default functions.

    >>> found = promethee([[1, 4], [3, 2], [2, 2]], [1, -1], [1, 1], [PreferenceFunction("usual")] * 2)
    >>> found.net_flow_sum.tolist(), found.net_flow_n_minus_1.tolist(), found.rank.tolist()
    ([-2.0, 1.5, 0.5], [-1.0, 0.75, 0.25], [3, 1, 2])
    """
    array, _ = table(values, better)
    strength = preferences(array, better, default_functions(array) if functions is None else functions)
    share = scaled(weights, len(strength))
    known = ~np.isnan(strength)
    off = ~np.eye(len(array), dtype=np.bool_)
    total = np.tensordot(share, known.astype(np.float64), axes=1)
    given = np.where(known, strength, 0.0)
    pair = (total > 0) & off
    pi = np.where(pair, np.tensordot(share, given, axes=1) / np.where(total > 0, total, 1.0), 0.0)
    compared = pair.sum(axis=1, dtype=np.int32)
    nobody = np.where(compared > 0, 0.0, np.nan)
    pairs = (known & off).sum(axis=2)
    alone = np.where(pairs > 0, (given - given.transpose(0, 2, 1)).sum(axis=2) / np.maximum(pairs, 1), np.nan)
    return Promethee(np.where(pair | ~off, pi, np.nan), alone.T, compared, pi.sum(axis=1) + nobody, pi.sum(axis=0) + nobody)


@dataclass(frozen=True)
class PartialOrder:
    """PROMETHEE I. All (n, n) bool. preferred[a, b]: both flows speak for a, or one does and the other is equal. indifferent: both are equal.
    incomparable: the two flows disagree, so nothing is said. Of each pair exactly one holds (preferred in one direction)."""

    preferred: Bools
    indifferent: Bools
    incomparable: Bools


def partial_order(positive: npt.ArrayLike, negative: npt.ArrayLike) -> PartialOrder:
    """Which candidates stand above which without one flow making up for the other.

    positive, negative: (n,) flows with one denominator, as `Promethee` holds them; equal to nine decimals is equal; NaN is incomparable with all.
    O(n^2). Source: Brans & Vincke 1985 (PROMETHEE I).

    >>> order = partial_order([0.6, 0.5, 0.3], [0.2, 0.1, 0.4])
    >>> order.incomparable.tolist()[0], order.preferred.tolist()[1]
    ([False, True, False], [False, False, True])
    """
    plus, minus = (np.round(np.asarray(flow, dtype=np.float64), ALIKE_DECIMALS) for flow in (positive, negative))
    if plus.ndim != 1 or plus.shape != minus.shape:
        raise ValueError("positive and negative flows must hold one number for each candidate")
    at_least = (plus[:, None] >= plus) & (minus[:, None] <= minus)
    equal = at_least & at_least.T
    off = ~np.eye(len(plus), dtype=np.bool_)
    return PartialOrder(at_least & ~equal, equal & off, ~at_least & ~at_least.T & off)
