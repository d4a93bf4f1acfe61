"""How often does a body lie on the shortest known paths between others?"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.network.choices import lengths, not_defined
from shutaf.analysis.network.graph import to_igraph
from shutaf.analysis.situation import Floats, Network


def betweenness(network: Network, *, by_strength: bool = False, normalised: bool = True) -> Floats:
    """Share of the shortest known paths between others that lead through each body.

    network: n bodies; directed paths follow the direction of ties. by_strength: False counts steps; True makes a tie 1/weight long, so
    that paths prefer strong ties. normalised: True divides by the pairs of others, (n-1)(n-2)/2 undirected and (n-1)(n-2) directed; False
    gives the number of pairs whose shortest path it lies on, shared out where there are several.
    Returns (n,) float64, 0..1 when normalised; then NaN for fewer than three bodies. Pairs that no path joins count 0.
    For maps of the whole network and for tests: no Finding ranks bodies by it (DESIGN rule 2).
    O(n m), by strength O(n m log n). Source: Freeman 1977; Brandes 2001.

    >>> line = Network.of(4, [(0, 1), (1, 2), (2, 3)])
    >>> betweenness(line, normalised=False).tolist()
    [0.0, 2.0, 2.0, 0.0]
    """
    if normalised and network.n < 3:
        return not_defined(network.n)
    found = to_igraph(network).betweenness(directed=network.is_directed, weights=lengths(network, by_strength))
    pairs = (network.n - 1) * (network.n - 2) / (1 if network.is_directed else 2)
    return np.array(found, dtype=np.float64) / (pairs if normalised else 1)
