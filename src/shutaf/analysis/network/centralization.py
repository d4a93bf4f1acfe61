"""How far does the whole network hang on one body?

Freeman's general form: the differences between the most central body and every other one, added up, divided by the largest sum there can be.
The largest sum is where programs differ, so it is an argument, `denominator`, wherever they do.
"""

from __future__ import annotations

from math import sqrt
from typing import Literal, TypeAlias

from shutaf.analysis.network.betweenness import betweenness
from shutaf.analysis.network.choices import Arcs, chosen, undirected_only
from shutaf.analysis.network.closeness import closeness
from shutaf.analysis.network.degree import degree
from shutaf.analysis.network.density import components
from shutaf.analysis.network.eigenvector import eigenvector
from shutaf.analysis.situation import Floats, Ints, Network

Denominator: TypeAlias = Literal["ucinet", "sna"]
NAN = float("nan")


def degree_centralization(network: Network, *, direction: Arcs = "all", denominator: Denominator = "ucinet") -> float:
    """How far the known ties gather at one body: 0 everybody has as many, 1 a star.

    direction: of a directed network, the ties that are counted, as for `degree`. denominator, for `out` and `in` of a directed network:
    `ucinet` divides by (n-1)(n-2), `sna` (the R package) by (n-1)^2, which is the largest sum there can be; a directed star has 1 by sna
    and (n-1)/(n-2), above 1, by ucinet. Else both agree: (n-1)(n-2) undirected, 2(n-1)(n-2) for `all` of a directed network.
    Returns 0 and up; NaN for fewer than three bodies. Raises ValueError on another direction or denominator.
    Source: Freeman 1979, p. 229.

    >>> star = Network.of(4, [(0, 1), (0, 2), (0, 3)], is_directed=True)
    >>> degree_centralization(star, direction="out"), degree_centralization(star, direction="out", denominator="sna")
    (1.5, 1.0)
    """
    chosen("denominator", denominator, ("ucinet", "sna"))
    ties, n = degree(network, direction=direction), network.n
    if n < 3:
        return NAN
    if not network.is_directed:
        return _spread(ties) / ((n - 1) * (n - 2))
    if direction == "all":
        return _spread(ties) / (2 * (n - 1) * (n - 2))
    return _spread(ties) / ((n - 1) * (n - 2 if denominator == "ucinet" else n - 1))


def closeness_centralization(network: Network, *, rule: Literal["component", "harmonic"] = "component") -> float:
    """How much nearer to all others one body is than the rest: 0 all are as near, 1 a star.

    network: undirected. rule: `component` is Freeman's, sum of differences / ((n-1)(n-2)/(2n-3)), and needs everybody joined by known
    paths; `harmonic` works for any network, the sum of differences of harmonic closeness / ((n-2)/2), the sum of a star.
    Returns 0..1; NaN for fewer than three bodies, and under `component` where the network falls into parts.
    Raises ValueError on a directed network or another rule. O(n m). Source: Freeman 1979, p. 231. Ours: the harmonic form, after Freeman's rule.

    >>> round(closeness_centralization(Network.of(4, [(0, 1), (0, 2), (0, 3)])), 9), closeness_centralization(Network.of(4, [(0, 1), (0, 2)]))
    (1.0, nan)
    """
    chosen("rule", rule, ("component", "harmonic"))
    undirected_only(network, "closeness centralization")
    n = network.n
    if n < 3 or (rule == "component" and components(network).any()):
        return NAN
    largest = (n - 1) * (n - 2) / (2 * n - 3) if rule == "component" else (n - 2) / 2
    return _spread(closeness(network, rule=rule)) / largest


def betweenness_centralization(network: Network) -> float:
    """How far the shortest known paths lead through one body: 0 evenly, 1 a star.

    network: directed or not. The sum of differences of normalised betweenness / (n-1), the sum of a star (of mutual ties when directed);
    ucinet and sna agree. Returns 0..1; NaN for fewer than three bodies. O(n m). Source: Freeman 1979, p. 230.

    >>> betweenness_centralization(Network.of(4, [(0, 1), (0, 2), (0, 3)]))
    1.0
    """
    return _spread(betweenness(network)) / (network.n - 1) if network.n >= 3 else NAN


def eigenvector_centralization(network: Network, *, denominator: Literal["star", "sna", "igraph"] = "star") -> float:
    """How far being tied to the well tied is the privilege of one body.

    network: undirected; values of `eigenvector(rule="whole")`, bodies outside the strongest part count 0.
    denominator: `star` divides by the sum of a star, (n-1)/sqrt(2) - sqrt((n-1)/2): 1 is a star, and a small core among many
    outside may come above it; `sna` by (n-2)/sqrt(2), the sum of one tie among bodies without any, the largest there can be; `igraph` first scales the
    values to a maximum of 1 and divides by n-2.
    Returns 0 and up; NaN for fewer than three bodies and where `eigenvector` has no single answer. Raises ValueError on a directed network
    or another denominator. Source: Freeman 1979 (the form); R sna `evcent`, igraph `centr_eigen` (denominators). Ours: `star` as the default, as
    Freeman's other three measures have it.

    >>> round(eigenvector_centralization(Network.of(4, [(0, 1), (0, 2), (0, 3)])), 12)
    1.0
    """
    chosen("denominator", denominator, ("star", "sna", "igraph"))
    undirected_only(network, "eigenvector centralization")
    n = network.n
    if n < 3:
        return NAN
    values = eigenvector(network, rule="whole")
    if denominator == "igraph":
        return _spread(values / values.max()) / (n - 2)
    return _spread(values) / ((n - 1) / sqrt(2) - sqrt((n - 1) / 2) if denominator == "star" else (n - 2) / sqrt(2))


def _spread(values: Floats | Ints) -> float:
    return float((values.max() - values).sum())
