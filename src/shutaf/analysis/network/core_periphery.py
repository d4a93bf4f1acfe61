"""Is there a core that is tied to everybody, and a rest that is tied to the core only?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from shutaf.analysis.network.choices import chosen
from shutaf.analysis.network.core_pattern import Pattern
from shutaf.analysis.network.core_search import climbed
from shutaf.analysis.situation import Bools, Floats, Network

EXACT_BODIES, MOST_EXACT = 20, 22
"""Up to here every possible core is looked at unasked (about a million at 20 bodies), and when asked."""
CLEAR, PARTIAL = 0.7, 0.5
"""Ours: from which fit on a core is called clear, or partly there. No publication sets them."""
EQUAL = 1e-12
"""Fits nearer than this are the same: they differ by the order of adding only."""

CoreLabel: TypeAlias = Literal["clear_core", "partial_core", "no_clear_core", "not_defined"]


@dataclass(frozen=True)
class CorePeriphery:
    """core: (n,) bool, who is in the best core found. fit: Pearson correlation of the ties with the ideal pattern, -1..1, NaN where undefined.

    equally_good: how many cores have this fit, 0 where the fit is undefined; known of an exact answer only, else None.
    is_exact: True where every possible core was looked at.
    """

    core: Bools
    fit: float
    equally_good: int | None
    is_exact: bool

    @property
    def label(self) -> CoreLabel:
        """What the fit allows to say, to be published with it: `clear_core` from 0.7, `partial_core` from 0.5, `no_clear_core` below,
        `not_defined` where all pairs are alike."""
        if np.isnan(self.fit):
            return "not_defined"
        return "clear_core" if self.fit >= CLEAR else "partial_core" if self.fit >= PARTIAL else "no_clear_core"


def core_periphery(
    network: Network, *, by_strength: bool = False, method: Literal["auto", "exact", "search"] = "auto", seed: int = 2026
) -> CorePeriphery:
    """The division into core and periphery that the known ties fit best (Borgatti and Everett's discrete model).

    The ideal pattern: a tie wherever at least one of the two is in the core, none between two of the periphery. The fit is the Pearson
    correlation of the ties with it over all pairs (undirected) or all ordered pairs (directed).
    network: directed or not. by_strength: True correlates the weights, 0 where no tie is known, instead of 1 and 0.
    method: `exact` looks at every core (up to 22 bodies), `search` climbs from the best tied bodies and from seeded starts, `auto` is exact
    up to 20 bodies. seed: of the search. Among equally good cores the exact answer is the smallest, then the one with the first bodies.
    Returns `CorePeriphery`; an empty core and NaN for fewer than three bodies and where all pairs are alike.
    Raises ValueError on another method, and on `exact` above 22 bodies. Exact O(2^n); search O(m) a start and O(n) a step.
    Source: Borgatti & Everett 1999, eq. 1 and 2. Ours: the label and the search.

    >>> found = core_periphery(Network.of(5, [(0, 1), (0, 2), (0, 3), (0, 4)]))
    >>> found.core.tolist(), round(found.fit, 9), found.label
    ([True, False, False, False, False], 1.0, 'clear_core')
    """
    chosen("method", method, ("auto", "exact", "search"))
    if method == "exact" and network.n > MOST_EXACT:
        raise ValueError(f"every possible core can be looked at up to {MOST_EXACT} bodies; here are {network.n}: choose search")
    pattern = Pattern.of(network, by_strength)
    if not pattern.is_defined:
        return CorePeriphery(np.zeros(network.n, dtype=np.bool_), float("nan"), 0, True)
    if method == "exact" or (method == "auto" and network.n <= EXACT_BODIES):
        return _exact(pattern)
    core = climbed(pattern, seed)
    return CorePeriphery(core, pattern.fit_of(core), None, False)


def _exact(pattern: Pattern) -> CorePeriphery:
    """Every set of bodies as the periphery: set number s holds body i where bit i of s is 1."""
    inside = _inside_every_set(pattern)
    sizes = np.bitwise_count(np.arange(len(inside), dtype=np.uint32))
    fits = pattern.fits(sizes.astype(np.float64), inside)
    best = float(np.nanmax(fits))
    equal = np.flatnonzero(fits >= best - EQUAL)
    widest = equal[sizes[equal] == sizes[equal].max()]
    outside = (widest[:, None] >> np.arange(pattern.n)) & 1
    first = np.lexsort(outside.T[::-1])[0]
    return CorePeriphery(outside[first] == 0, best, len(equal), True)


def _inside_every_set(pattern: Pattern) -> Floats:
    """What the ties inside each set weigh together, (2^n,): a set with a new body adds the new body's ties to the old set."""
    weights = pattern.ties.toarray()
    inside = np.zeros(1)
    for body in range(pattern.n):
        to_set = np.zeros(1)
        for other in range(body):
            to_set = np.concatenate([to_set, to_set + weights[body, other]])
        inside = np.concatenate([inside, inside + to_set])
    return inside
