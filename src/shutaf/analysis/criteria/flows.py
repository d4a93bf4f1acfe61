"""How do net flows move with the weights?"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.inputs import scaled, scaled_rows
from shutaf.analysis.situation import Bools, Floats

BLOCK_CELLS = 4_000_000
"""Weightings are taken in blocks of about so many cells: 32 MB an array of float64."""


def net_flows(preference: Floats, weights: Floats) -> Floats:
    """PROMETHEE II net flow of each candidate under each weighting, over the n - 1 others: (w, n), -1 .. 1; NaN for a candidate compared with nobody.

    preference: (c, n, n) with NaN = unknown, see `preferences`. weights: (w, c), 0 and up, each row with a positive sum (they need not sum to 1).
    A pair is compared on the criteria known for both, their weights scaled to sum 1; a pair that shares none is not compared,
    and each mean runs over the pairs that are. Raises ValueError for negative or all-zero weights. O(w n c) where all is known, else O(w c n^2).
    Source: Brans & Vincke 1985 (flows, complete data). Ours: what is done about unknown values.

    >>> usual = np.array([[[0.0, 1.0], [0.0, 0.0]], [[0.0, 0.0], [1.0, 0.0]]])
    >>> net_flows(usual, np.array([[3.0, 1.0]])).tolist()
    [[0.5, -0.5]]
    """
    share = scaled_rows(weights, len(preference))
    known = ~np.isnan(preference)
    net = np.where(known, preference, 0.0)
    net = net - net.transpose(0, 2, 1)
    n = net.shape[1]
    if known.all() and n > 1:
        return np.asarray(share @ net.sum(axis=2) / (n - 1))
    rows = max(1, BLOCK_CELLS // max(1, net[0].size))
    blocks = [_flows(net, known, share[i : i + rows]) for i in range(0, len(share), rows)]
    return np.concatenate(blocks) if blocks else np.zeros((0, n))


def _flows(net: Floats, known: Bools, weights: Floats) -> Floats:
    total = np.tensordot(weights, known.astype(np.float64), axes=1)
    compared = total > 0
    compared[:, np.eye(net.shape[1], dtype=np.bool_)] = False
    gain = np.where(compared, np.tensordot(weights, net, axes=1) / np.where(total > 0, total, 1.0), 0.0)
    pairs = compared.sum(axis=2)
    return np.where(pairs > 0, gain.sum(axis=2) / np.maximum(pairs, 1), np.nan)


def criterion_flows(preference: Floats) -> Floats:
    """The net flow of each candidate by each criterion alone, over the n - 1 others: (n, c), -1 .. 1. Weighed and summed they are the net flows.

    preference: (c, n, n), every value known. Raises ValueError on NaN. O(c n^2). Source: Mareschal & Brans 1988, EJOR 34:69-77.

    >>> criterion_flows(np.array([[[0.0, 1.0], [0.0, 0.0]]])).tolist()
    [[1.0], [-1.0]]
    """
    if np.isnan(preference).any():
        raise ValueError("flows by one criterion need every value")
    n = preference.shape[1]
    return np.asarray((preference - preference.transpose(0, 2, 1)).sum(axis=2).T / max(n - 1, 1))


def flow_parts(preference: Floats, weights: npt.ArrayLike) -> Floats:
    """What each criterion adds to the net flow of each candidate: (n, c); each row sums to its net flow over the n - 1 others. The *why* of a flow.

    preference: (c, n, n), NaN = unknown. weights: (c,). A criterion that is unknown for a candidate adds 0; NaN for a candidate compared with nobody.
    O(c n^2). Source: Mareschal & Brans 1988, EJOR 34:69-77 (complete data). Ours: what is done about unknown values, as in `net_flows`.

    >>> flow_parts(np.array([[[0.0, 1.0], [0.0, 0.0]], [[0.0, 0.0], [1.0, 0.0]]]), [3, 1]).tolist()
    [[0.75, -0.25], [-0.75, 0.25]]
    """
    share = scaled(weights, len(preference))
    known = ~np.isnan(preference)
    net = np.where(known, preference, 0.0)
    net = net - net.transpose(0, 2, 1)
    total = np.tensordot(share, known.astype(np.float64), axes=1)
    np.fill_diagonal(total, 0.0)
    count = (total > 0).sum(axis=1)
    each = np.where(total > 0, share[:, None, None] * net / np.where(total > 0, total, 1.0), 0.0).sum(axis=2)
    return np.asarray(np.where(count > 0, each / np.maximum(count, 1), np.nan).T)
