"""How many others does each body have a known tie with, and how strong are these ties together?"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.network.choices import Arcs, chosen, not_defined
from shutaf.analysis.situation import Floats, Ints, Network


def degree(network: Network, *, direction: Arcs = "all") -> Ints:
    """Known ties of each body.

    network: n bodies, directed or not. direction: of a directed network `out` counts ties sent, `in` ties received, `all` both
    together (a mutual pair then counts twice); it changes nothing where ties have no direction.
    Returns (n,) int32, 0 and up. Raises ValueError on another direction. Source: Freeman 1979; Wasserman & Faust 1994, ch. 4 and 5.

    >>> line = Network.of(3, [(0, 1), (1, 2)], is_directed=True)
    >>> degree(line).tolist(), degree(line, direction="out").tolist(), degree(line, direction="in").tolist()
    ([1, 2, 1], [1, 1, 0], [0, 1, 1])
    """
    return np.bincount(_ends(network, direction), minlength=network.n).astype(np.int32)


def strength(network: Network, *, direction: Arcs = "all") -> Floats:
    """Strength of the known ties of each body, added up (weighted degree).

    direction: as for `degree`. Returns (n,) float64 in the unit of the weights, 0 for a body without a known tie.
    Raises ValueError on another direction. Source: Barrat et al. 2004, eq. 2.

    >>> strength(Network.of(3, [(0, 1), (1, 2)], [2, 5])).tolist()
    [2.0, 7.0, 5.0]
    """
    ends = _ends(network, direction)
    return np.bincount(ends, np.tile(network.weight, len(ends) // network.m) if network.m else None, network.n).astype(np.float64)


def degree_centrality(network: Network, *, direction: Arcs = "all") -> Floats:
    """Known ties of each body as a share of the n - 1 others it could have one with.

    direction: as for `degree`. Returns (n,) float64, 0..1 (0..2 for `all` of a directed network, where a mutual pair counts twice);
    NaN for fewer than two bodies. Raises ValueError on another direction. Source: Freeman 1979, p. 221.

    >>> degree_centrality(Network.of(3, [(0, 1), (1, 2)])).tolist()
    [0.5, 1.0, 0.5]
    """
    ties = degree(network, direction=direction)
    return ties / (network.n - 1) if network.n > 1 else not_defined(network.n)


def _ends(network: Network, direction: Arcs) -> Ints:
    chosen("direction", direction, ("all", "out", "in"))
    if not network.is_directed or direction == "all":
        return np.concatenate([network.source, network.target])
    return network.source if direction == "out" else network.target
