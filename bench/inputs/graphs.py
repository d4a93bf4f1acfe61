"""Large networks for benchmarks, made from a seed: one as partnerships are, and one with hubs that nearly everybody knows."""

from __future__ import annotations

import numpy as np

from shutaf.analysis.situation import Ints, Network

SEED = 7
CIRCLE = 6
"""Bodies of one circle (a project) that all work with each other: five ties for each of them."""


def drawn(n: int, ties_per_body: float = 5, *, seed: int = SEED, is_directed: bool = False) -> Network:
    """n bodies and about n x ties_per_body ties: circles of six that all work with each other, and further ties at random.

    So each body has about twice `ties_per_body` contacts, and there are about 3.3 n triangles. Directed: as many ties, each one
    way at random.
    """
    random = np.random.default_rng(seed)
    size = min(CIRCLE, int(ties_per_body) + 1)
    circles = random.permutation(n)[: n - n % size].reshape(-1, size)
    within = np.concatenate([circles[:, (i, j)] for i in range(size) for j in range(i)] or [np.empty((0, 2), dtype=np.int64)])
    across = random.integers(0, n, (max(round(n * ties_per_body) - len(within), 0), 2))
    rows = np.concatenate([within, across])
    return _network(n, np.where(random.random((len(rows), 1)) < 0.5, rows, rows[:, ::-1]), is_directed)


def hub_heavy(n: int, ties_per_body: float = 5, *, seed: int = SEED, is_directed: bool = False) -> Network:
    """n bodies and about n x ties_per_body ties that lead to few: the chance of the k-th body to be chosen falls as k to the -0.8."""
    random = np.random.default_rng(seed)
    chance = np.arange(1, n + 1) ** -0.8
    ties = round(n * ties_per_body)
    rows = np.column_stack([random.integers(0, n, ties), random.choice(n, ties, p=chance / chance.sum())])
    return _network(n, np.where(random.random((ties, 1)) < 0.5, rows, rows[:, ::-1]), is_directed)


def sectors(n: int, count: int = 6, *, seed: int = SEED) -> Ints:
    """The sector of each body, (n,): numbers from 0, larger ones rarer."""
    chance = 1 / np.arange(1, count + 1)
    return np.random.default_rng(seed + 1).choice(count, n, p=chance / chance.sum()).astype(np.int32)


def _network(n: int, rows: np.ndarray[tuple[int, ...], np.dtype[np.int64]], is_directed: bool) -> Network:
    return Network.of(n, rows[rows[:, 0] != rows[:, 1]], is_directed=is_directed)
