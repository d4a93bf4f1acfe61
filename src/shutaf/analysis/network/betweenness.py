"""How often does a body lie on the shortest known paths between others?"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.network.choices import lengths, not_defined
from shutaf.analysis.network.graph import to_igraph
from shutaf.analysis.network.paths_in_batches import leaning
from shutaf.analysis.situation import Floats, Network

BATCHED_BODIES = 2000
"""From here on our own batches are quicker than igraph where nobody is far from anybody."""


def betweenness(network: Network, *, by_strength: bool = False, normalised: bool = True) -> Floats:
    """Share of the shortest known paths between others that lead through each body.

    network: n bodies; directed paths follow the direction of ties. by_strength: False counts steps; True makes a tie 1/weight long, so
    that paths prefer strong ties. normalised: True divides by the pairs of others, (n-1)(n-2)/2 undirected and (n-1)(n-2) directed; False
    gives the number of pairs whose shortest path it lies on, shared out where there are several.
    Returns (n,) float64, 0..1 when normalised; then NaN for fewer than three bodies. Pairs that no path joins count 0.
    For maps of the whole network and for tests: no Finding ranks bodies by it (docs/explain/honest-numbers.md).
    O(n m), by strength O(n m log n): 10,000 bodies with 50,000 ties some ten seconds. Source: Freeman 1977; Brandes 2001.

    >>> line = Network.of(4, [(0, 1), (1, 2), (2, 3)])
    >>> betweenness(line, normalised=False).tolist()
    [0.0, 2.0, 2.0, 0.0]
    """
    if normalised and network.n < 3:
        return not_defined(network.n)
    leans = leaning(network) if network.n >= BATCHED_BODIES and not (by_strength or network.is_directed) else None
    if leans is None:
        found = np.array(
            to_igraph(network).betweenness(directed=network.is_directed, weights=lengths(network, by_strength)), dtype=np.float64
        )
    else:
        found = leans / 2  # each pair was counted from both its ends
    pairs = (network.n - 1) * (network.n - 2) / (1 if network.is_directed else 2)
    return found / pairs if normalised else found
