"""Would we see the same if those who typed the map had not written down their own ties, and what may be put in order then?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from shutaf.analysis.network.honesty import Scope
from shutaf.analysis.situation import Network

T = TypeVar("T")

DECIDED_BY_REPORTING = (
    "degree",
    "degree_centrality",
    "in_degree",
    "out_degree",
    "strength",
    "closeness",
    "harmonic",
    "betweenness",
    "eigenvector",
    "core",
    "core_numbers",
    "constraint",
    "local_constraint",
    "effective_size",
    "efficiency",
    "hierarchy",
    "coordinator",
    "consultant",
    "representative",
    "gatekeeper",
    "liaison",
    "brokerage",
    "key_players",
    "reach",
    "reach_within",
    "fragmentation",
    "distance_fragmentation",
)
"""Measures of single bodies whose order on a `reported` map says who typed it: no face ranks by them there. Ours; see docs/explain/honest-numbers.md."""


@dataclass(frozen=True, slots=True)
class WithAndWithout(Generic[T]):
    """A measure of all ties, and of those that are nobody's own."""

    with_own: T
    without_own: T


def with_and_without(network: Network, own: npt.ArrayLike, measure: Callable[[Network], T]) -> WithAndWithout[T]:
    """Any measure with all ties, and without every tie that has an end in `own` (the municipality's bodies and the informants).

    own: (n,) bool. measure: of a Network; what it returns is returned. The bodies stay, so n and all numbers of bodies stay; a body all of
    whose ties are with `own` has none left, and shares of possible ties fall. Where the two differ much, the map shows its informants.
    Raises ValueError where own has not one entry a body. Ours; see docs/explain/honest-numbers.md.

    >>> star = Network.of(4, [(0, 1), (0, 2), (0, 3), (2, 3)])
    >>> with_and_without(star, [True, False, False, False], lambda network: network.m)
    WithAndWithout(with_own=4, without_own=1)
    """
    return WithAndWithout(measure(network), measure(without_own_ties(network, own)))


def without_own_ties(network: Network, own: npt.ArrayLike) -> Network:
    """The network without the ties that have an end in `own`, (n,) bool; the bodies stay. Raises ValueError as `with_and_without`."""
    mine = np.asarray(own, dtype=np.bool_)
    if mine.shape != (network.n,):
        raise ValueError("own must have one entry per body")
    kept = ~(mine[network.source] | mine[network.target])
    return Network(network.n, network.source[kept], network.target[kept], network.weight[kept], network.asked, network.is_directed)


def may_rank(measure: str, scope: Scope) -> bool:
    """Whether bodies may be put in order by this measure. scope: of `scope_of`. Ours; see docs/explain/honest-numbers.md.

    ranked: yes. network: no single body is ordered by anything. named: only by what the reporting does not decide.

    >>> may_rank("betweenness", "named"), may_rank("offers", "named"), may_rank("betweenness", "ranked")
    (False, True, True)
    """
    if scope == "named":
        return measure not in DECIDED_BY_REPORTING
    return scope == "ranked"
