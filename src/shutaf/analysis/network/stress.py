"""How far apart should bodies stand, so that the distance on the map tells the steps between them?"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_array

from shutaf.analysis.situation import Floats

ANCHOR = 0.2
"""Ours, measured: how strongly a body is held at its place against the pull of all distances. At 0.05 one added body moves the others
by 3-5 % of the width (median), at 0.2 by about 2 %, for a third more stress."""
MOST_ROUNDS = 40
MOST_PAIRS = 60_000_000
"""Pairs looked at in all rounds together: 2,000 bodies get 15 rounds; the further 25 moved places by a median of 0.2 % of the width."""
SETTLED = 2e-3
"""A round that moves nobody by more than this share of the map's half width is the last."""

Singles = npt.NDArray[np.float32]


def steps_between(ties: csr_array) -> Singles:
    """Ties on the shortest known path between each two bodies, (n, n) float32; where no path is known, the longest known one and one more.

    ties: symmetric (n, n) matrix of 0 and 1. O(longest path x n x m).
    """
    n = ties.shape[0]
    steps = np.zeros((n, n), dtype=np.float32)
    reached = np.eye(n, dtype=np.bool_)
    frontier = reached.astype(np.float32)
    length = 0
    while frontier.any():
        length += 1
        found = (ties @ frontier > 0) & ~reached
        steps[found] = length
        reached |= found
        frontier = found.astype(np.float32)
    steps[~reached] = length
    return steps


def anchored_stress(steps: Singles, anchors: Floats) -> Floats:
    """Places (n, 2) whose distances come near `steps` without leaving `anchors` far behind.

    Minimises sum w (distance - steps)^2 + ANCHOR sum_i W_i |place_i - anchor_i|^2 with w = steps^-2 and W_i the sum of w of body i, by
    majorisation from the anchors, which are first brought to the scale of the steps. steps: (n, n), 0 on the diagonal only.
    O(n squared) a round, O(n cubed) once. Source: Gansner, Koren & North 2004; the anchors are ours.
    """
    if len(steps) < 2:
        return anchors
    weights = np.zeros_like(steps)
    np.divide(1, steps * steps, out=weights, where=steps > 0)
    pull = weights * steps
    total = weights.sum(axis=1, dtype=np.float64)
    distances = _distances(anchors)
    held = anchors * (float((pull * distances).sum(dtype=np.float64)) / float((weights * distances**2).sum(dtype=np.float64)))
    solver = cho_factor(np.diag(total * (1 + ANCHOR)) - weights, overwrite_a=True, check_finite=False)
    places = held
    for _ in range(max(5, min(MOST_ROUNDS, MOST_PAIRS // len(steps) ** 2))):
        ratio = pull / _distances(places)
        np.fill_diagonal(ratio, 0)
        wanted = places * ratio.sum(axis=1, dtype=np.float64)[:, None] - ratio @ places + ANCHOR * total[:, None] * held
        moved = cho_solve(solver, wanted, check_finite=False)
        is_settled = bool(np.abs(moved - places).max() < SETTLED * np.abs(moved).max())
        places = moved
        if is_settled:
            break
    return np.asarray(places, dtype=np.float64)


def _distances(places: Floats) -> Singles:
    """(n, n) distances; never 0, so that they can divide."""
    across = places[:, 0].astype(np.float32)
    down = places[:, 1].astype(np.float32)
    squared = (across[:, None] - across[None, :]) ** 2
    squared += (down[:, None] - down[None, :]) ** 2
    return np.asarray(np.sqrt(np.maximum(squared, np.float32(1e-10))), dtype=np.float32)
