"""How well do the ties fit a core and a periphery of given members?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from shutaf.analysis.situation import Bools, Floats, Network


@dataclass(frozen=True)
class Pattern:
    """What the fit is computed from. n bodies; pairs: how many entries the tie matrix has off its diagonal; total, squares: sum of the
    entries and of their squares; ties: (n, n) symmetric, both directions of a pair together."""

    n: int
    pairs: float
    total: float
    squares: float
    ties: sparse.csr_array

    @classmethod
    def of(cls, network: Network, by_strength: bool) -> Pattern:
        weight = network.weight if by_strength else np.ones(network.m)
        once = sparse.coo_array((weight, (network.source, network.target)), shape=(network.n, network.n))
        pairs = network.n * (network.n - 1) / (1 if network.is_directed else 2)
        return cls(network.n, pairs, float(weight.sum()), float((weight**2).sum()), sparse.csr_array(once + once.T))

    @property
    def variance(self) -> float:
        """The variance of the entries times their number squared."""
        return self.pairs * self.squares - self.total**2

    @property
    def is_defined(self) -> bool:
        """Whether some pattern can be correlated with the ties: three bodies, and not all pairs alike."""
        return self.n > 2 and self.variance > 1e-12 * self.pairs * self.squares

    def fits(self, sizes: Floats, inside: Floats) -> Floats:
        """The fit of peripheries of these sizes with ties of this weight among themselves; NaN where the pattern is all ones or all zeros."""
        zeros = sizes * (sizes - 1) * self.pairs / (self.n * (self.n - 1))
        spread = self.variance * (self.pairs - zeros) * zeros
        return np.asarray(
            np.divide(self.total * zeros - self.pairs * inside, np.sqrt(spread), out=np.full(len(sizes), np.nan), where=spread > 0)
        )

    def fit_of(self, core: Bools) -> float:
        """The fit of one core, (n,) bool."""
        outside = (~core).astype(np.float64)
        inside = float(outside @ (self.ties @ outside)) / 2
        return float(self.fits(np.array([outside.sum()]), np.array([inside]))[0])
