"""How few steps is each body from the others?"""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from shutaf.analysis.network.choices import Arcs, chosen, engine_arcs, lengths, not_defined, unit
from shutaf.analysis.network.graph import to_igraph
from shutaf.analysis.situation import Floats, Network

Unreached: TypeAlias = Literal["component", "harmonic", "wf_improved"]


def closeness(network: Network, *, rule: Unreached = "component", direction: Arcs = "out", by_strength: bool = False) -> Floats:
    """How near each body is to the others along known ties; 1 means a tie to everybody that counts.

    rule: what is done about bodies that no known path reaches.
      `component`: they are left out: (r-1) / (sum of distances to the r-1 reached). Freeman's closeness where all are reached; elsewhere
      compare within a part only, for a pair on its own scores 1. NaN for a body that reaches nobody.
      `harmonic`: they count 0: (sum of 1/distance) / (n-1). Comparable across parts.
      `wf_improved`: `component` times (r-1)/(n-1), what networkx gives by default. Comparable across parts; 0 for a body that reaches nobody.
    direction: of a directed network, `out` follows ties as they point, `in` against it (as networkx does), `all` either way.
    by_strength: False counts steps; True makes a tie 1/weight long, so that strong ties bring bodies near (the values may then exceed 1).
    Returns (n,) float64; NaN for everybody when n < 2. Raises ValueError on another rule or direction. O(n m), by strength O(n m log n).
    Source: Freeman 1979, p. 225; Wasserman & Faust 1994, p. 200 (wf_improved); Rochat 2009, Boldi & Vigna 2014 (harmonic).

    >>> two_parts = Network.of(5, [(0, 1), (1, 2), (3, 4)])
    >>> [closeness(two_parts, rule=rule).round(3).tolist() for rule in ("component", "harmonic", "wf_improved")]
    [[0.667, 1.0, 0.667, 1.0, 1.0], [0.375, 0.5, 0.375, 0.25, 0.25], [0.333, 0.5, 0.333, 0.25, 0.25]]
    """
    chosen("rule", rule, ("component", "harmonic", "wf_improved"))
    mode = engine_arcs(network, direction)
    if network.n < 2:
        return not_defined(network.n)
    graph, weights = to_igraph(network), lengths(network, by_strength)
    scale = unit(network) if by_strength else 1.0
    if rule == "harmonic":
        return np.array(graph.harmonic_centrality(mode=mode, weights=weights, normalized=True), dtype=np.float64) * scale
    within = np.array(graph.closeness(mode=mode, weights=weights, normalized=True), dtype=np.float64) * scale
    if rule == "component":
        return within
    reached = np.array(graph.neighborhood_size(order=network.n, mode=mode, mindist=1), dtype=np.float64)
    return np.where(reached > 0, within, 0.0) * reached / (network.n - 1)
