"""How far does each candidate stand above the others, criterion by criterion, when some values are not known?"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.situation import Bools, Floats

BLOCK_CELLS = 4_000_000
"""Weightings are taken in blocks of about so many cells: 32 MB an array of float64."""


def linear_preference(difference: Floats, indifferent: float, decisive: float) -> Floats:
    """How strongly a difference speaks for the better one: 0 up to `indifferent`, 1 from `decisive` on, straight in between.

    difference: any shape, in the criterion's unit, > 0 where the first is better; NaN stays NaN. indifferent >= 0.
    decisive <= indifferent gives the "usual" function: 1 for any difference above `indifferent`.
    Source: Brans & Vincke 1985, criteria of type 1, 3 and 5.

    >>> linear_preference(np.array([-1.0, 0.0, 1.0, 4.0]), 0.0, 2.0).tolist()
    [0.0, 0.0, 0.5, 1.0]
    """
    if indifferent < 0:
        raise ValueError("indifferent must not be negative")
    if decisive <= indifferent:
        return np.where(np.isnan(difference), np.nan, (difference > indifferent).astype(np.float64))
    return np.asarray(np.clip((difference - indifferent) / (decisive - indifferent), 0.0, 1.0), dtype=np.float64)


def preferences(values: Floats, better: Floats, indifferent: Floats, decisive: Floats) -> Floats:
    """(c, n, n): how strongly criterion j prefers candidate a over candidate b; NaN where either value is unknown.

    values: (n, c), NaN = unknown. better: (c,) +1 where more is better, -1 where less is. indifferent, decisive: (c,), see `linear_preference`.
    """
    difference = (values[:, None, :] - values[None, :, :]) * better
    return np.stack([linear_preference(difference[:, :, j], float(indifferent[j]), float(decisive[j])) for j in range(values.shape[1])])


def net_flows(preference: Floats, weights: Floats) -> Floats:
    """PROMETHEE II net flow of each candidate under each weighting: (w, n), -1 .. 1; NaN for a candidate compared with nobody.

    preference: (c, n, n) with NaN = unknown. weights: (w, c), 0 and up, each row with a positive sum (they need not sum to 1).
    A pair is compared on the criteria known for both, their weights scaled to sum 1; a pair that shares none is not compared,
    and each mean runs over the pairs that are. Printed textbook flows are sums over the others: multiply by n - 1.
    Raises ValueError for negative or all-zero weights. O(w c n^2), in blocks.
    Source: Brans & Vincke 1985 (flows, complete data). Ours: what is done about unknown values.
    """
    if np.any(weights < 0) or np.any(weights.sum(axis=1) <= 0):
        raise ValueError("weights must be 0 or more, with a positive sum")
    known = ~np.isnan(preference)
    net = np.where(known, preference, 0.0)
    net = net - net.transpose(0, 2, 1)
    rows = max(1, BLOCK_CELLS // max(1, net[0].size))
    blocks = [_flows(net, known, weights[i : i + rows]) for i in range(0, len(weights), rows)]
    return np.concatenate(blocks)


def _flows(net: Floats, known: Bools, weights: Floats) -> Floats:
    total = np.tensordot(weights, known.astype(np.float64), axes=1)
    compared = total > 0
    compared[:, np.eye(net.shape[1], dtype=np.bool_)] = False
    gain = np.where(compared, np.tensordot(weights, net, axes=1) / np.where(total > 0, total, 1.0), 0.0)
    pairs = compared.sum(axis=2)
    return np.where(pairs > 0, gain.sum(axis=2) / np.maximum(pairs, 1), np.nan)
