"""In how tight a core does each body sit?"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.network.choices import Arcs, engine_arcs
from shutaf.analysis.network.graph import to_igraph
from shutaf.analysis.situation import Ints, Network


def core_numbers(network: Network, *, direction: Arcs = "all") -> Ints:
    """The largest k for which a body belongs to a set whose members have each at least k known ties inside the set (k-core).

    network: directed or not; weights are ignored. direction: of a directed network, which ties are counted inside the set; `all` counts a
    mutual pair twice. Returns (n,) int32, 0 for a body without a known tie. Raises ValueError on another direction. O(n + m).
    Source: Seidman 1983; Batagelj & Zaversnik 2003.

    >>> core_numbers(Network.of(5, [(0, 1), (1, 2), (0, 2), (2, 3)])).tolist()
    [2, 2, 2, 1, 0]
    """
    return np.array(to_igraph(network).coreness(mode=engine_arcs(network, direction)), dtype=np.int32)
