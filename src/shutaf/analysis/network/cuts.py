"""Which bodies and which ties alone hold parts of the known network together?"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.network.graph import to_igraph
from shutaf.analysis.situation import Bools, Ints, Network


def parts_without(network: Network) -> Ints:
    """Into how many parts the other bodies of its part fall when a body is gone.

    network: directions and weights are ignored. Returns (n,) int32: 0 for a body without a known tie, 1 for one whose part holds
    together, 2 and up for a cut body. O(n + m). Source: Hopcroft & Tarjan 1973 (one part for each block the body belongs to).

    >>> parts_without(Network.of(5, [(0, 1), (1, 2), (1, 3)])).tolist()
    [1, 3, 1, 1, 0]
    """
    blocks = to_igraph(undirected(network)).biconnected_components()
    members = np.array([body for block in blocks for body in set(block)], dtype=np.int64)
    found = np.bincount(members, minlength=network.n).astype(np.int32)
    has_tie = np.zeros(network.n, dtype=np.bool_)
    has_tie[network.source] = has_tie[network.target] = True
    return np.where(has_tie, found, 0).astype(np.int32)


def cut_bodies(network: Network) -> Bools:
    """Which bodies are the only known link between parts (articulation points).

    network: directions and weights are ignored. Returns (n,) bool. A blank pair is unknown: True says that no other path is known, not
    that there is none. O(n + m). Source: Hopcroft & Tarjan 1973. With names and parts, of a Situation: `fragility`.

    >>> cut_bodies(Network.of(5, [(0, 1), (1, 2), (1, 3)])).tolist()
    [False, True, False, False, False]
    """
    return parts_without(network) > 1


def bridges(network: Network) -> Ints:
    """Which ties are the only known path between two parts.

    network: directions and weights are ignored, so a mutual pair of a directed network is one tie. Returns (b, 2) int32: the two bodies
    of each such tie, the smaller number first, in ascending order. O(n + m). Source: Hopcroft & Tarjan 1973.

    >>> bridges(Network.of(5, [(0, 1), (1, 2), (0, 2), (3, 2)])).tolist()
    [[2, 3]]
    """
    plain = undirected(network)
    found = np.array(to_igraph(plain).bridges(), dtype=np.int64)
    pairs = np.column_stack([plain.source[found], plain.target[found]]).astype(np.int32)
    pairs.sort(axis=1)
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]


def undirected(network: Network) -> Network:
    """The same ties without their directions, a mutual pair once with the larger weight."""
    if not network.is_directed:
        return network
    return Network.of(network.n, np.column_stack([network.source, network.target]), network.weight, asked=network.asked)
