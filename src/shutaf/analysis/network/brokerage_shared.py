"""How many open paths lead over each body, by role, when a path that others could also carry counts less?"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from shutaf.analysis.network.brokerage_roles import role_of
from shutaf.analysis.network.triangles import Longs
from shutaf.analysis.situation import Floats, Network

PATHS = 1_000_000
"""Ours: so many paths over one broker are looked at at once in the weighted variant; some 200 MB at the peak."""


def shared_counts(network: Network, code: Longs) -> Floats:
    """(n, 6): open paths by role, each counted 1 / (number of brokers between its ends)."""
    counts = np.zeros((network.n, 6))
    for a, b, c in _open_paths(network):
        _, place, brokers = np.unique(a * network.n + c, return_inverse=True, return_counts=True)
        share = 1 / brokers[place]
        counts += np.bincount(b * 6 + role_of(code[a], code[b], code[c]), share, minlength=counts.size).reshape(-1, 6)
    return counts


def _open_paths(network: Network) -> Iterator[tuple[Longs, Longs, Longs]]:
    """Paths a -> b -> c without a tie a -> c, in blocks of whole senders a, so that all brokers between two ends are in one block."""
    source, target = _arcs_of(network)
    order = np.argsort(source * max(network.n, 1) + target)
    source, target = source[order], target[order]
    keys = source * network.n + target
    outs = np.bincount(source, minlength=network.n)
    start = np.concatenate([[0], np.cumsum(outs)])
    total = np.concatenate([[0], np.cumsum(outs[target])])  # paths over the ties before each
    at = 0
    while at < len(source):
        sender = int(np.searchsorted(total[start], total[at] + PATHS, side="right")) - 1
        end = int(start[max(sender, source[at] + 1)])
        first = np.repeat(np.arange(at, end), outs[target[at:end]])
        second = start[target[first]] + np.arange(total[at], total[end]) - total[first]
        a, b, c = source[first], target[first], target[second]
        place = np.minimum(np.searchsorted(keys, a * network.n + c), len(keys) - 1)
        is_open = (a != c) & (keys[place] != a * network.n + c)
        yield a[is_open], b[is_open], c[is_open]
        at = end


def _arcs_of(network: Network) -> tuple[Longs, Longs]:
    """Source and target of every direction: as they are, or both ways where the network is undirected."""
    source, target = network.source.astype(np.int64), network.target.astype(np.int64)
    if network.is_directed:
        return source, target
    return np.concatenate([source, target]), np.concatenate([target, source])
