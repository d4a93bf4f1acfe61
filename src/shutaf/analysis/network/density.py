"""How many of the possible ties are known, and into how many parts without a known path between them do the bodies fall?"""

from __future__ import annotations

from typing import Literal

import numpy as np

from shutaf.analysis.network.choices import chosen
from shutaf.analysis.network.graph import to_igraph
from shutaf.analysis.situation import Ints, Network


def density(network: Network) -> float:
    """Known ties as a share of possible ones.

    network: n bodies; m / (n(n-1)) when directed, 2m / (n(n-1)) when not; weights are ignored. Returns 0..1; NaN for fewer than two
    bodies. On a map with unknown pairs this is the least the density can be. For two-mode networks: `two_mode_density`.
    Source: Wasserman & Faust 1994, ch. 4.

    >>> density(Network.of(3, [(0, 1)])), density(Network.of(3, [(0, 1)], is_directed=True))
    (0.3333333333333333, 0.16666666666666666)
    """
    possible = network.n * (network.n - 1) / (1 if network.is_directed else 2)
    return network.m / possible if possible else float("nan")


def components(network: Network, *, mode: Literal["weak", "strong"] = "weak") -> Ints:
    """The part each body belongs to: bodies of one part reach each other along known ties.

    network: n bodies. mode: of a directed network, `weak` ignores directions, `strong` asks for a path both ways; the same where ties
    have no direction. Returns (n,) int32: parts are numbered from the largest (0), equally large ones by the first body in them; a body
    without a known tie is a part of its own. Raises ValueError on another mode. O(n + m). Source: Wasserman & Faust 1994, ch. 4; Tarjan 1972.

    >>> arcs = Network.of(4, [(0, 1), (1, 0), (1, 2)], is_directed=True)
    >>> components(arcs).tolist(), components(arcs, mode="strong").tolist()
    ([0, 0, 0, 1], [0, 0, 1, 2])
    """
    chosen("mode", mode, ("weak", "strong"))
    found = np.array(to_igraph(network).connected_components(mode=mode).membership, dtype=np.int32)
    parts, first, sizes = np.unique(found, return_index=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    place = np.empty(len(parts), dtype=np.int32)
    place[order] = np.arange(len(parts), dtype=np.int32)
    return place[found] if network.n else found
