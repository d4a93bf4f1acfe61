"""Who is tied to those who are themselves well tied?"""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np
from scipy import sparse
from scipy.linalg import eigh
from scipy.sparse import linalg

from shutaf.analysis.network.choices import chosen, not_defined, undirected_only
from shutaf.analysis.network.density import components
from shutaf.analysis.situation import Floats, Ints, Network

DENSE_BODIES = 100
"""Up to here a part is solved as a full matrix; above, by Lanczos' method on the ties alone."""
EQUAL = 1e-9
"""Ours: two parts whose strongest directions differ by less than this share are equally strong."""

Parts: TypeAlias = Literal["component", "whole"]


def eigenvector(network: Network, *, rule: Parts = "component", by_strength: bool = False) -> Floats:
    """How well tied each body is, counting a tie for as much as the body at its other end is well tied.

    The value of a body is proportional to the sum of the values of those it has a known tie with; the squares of all values sum to 1.
    network: undirected. by_strength: True multiplies each neighbour's value by the weight of the tie.
    rule: what is done where not everybody is reached. `component`: each part is solved by itself, the squares sum to 1 in each; compare
    within a part only. `whole`: one solution for all; bodies outside the part with the densest ties get 0.
    Returns (n,) float64, 0..1. NaN under `component` for a body without a known tie; under `whole` for everybody where no tie is known or two
    parts are equally strong, for then there is no single answer. Raises ValueError on a directed network, on another rule, and where
    a part is so long and thin that its strongest direction cannot be told from the next. O(m) an iteration; parts up to 100 bodies O(n^3).
    Source: Bonacich 1972; Wasserman & Faust 1994, ch. 5.

    >>> eigenvector(Network.of(4, [(0, 1), (1, 2)])).round(3).tolist()
    [0.5, 0.707, 0.5, nan]
    """
    chosen("rule", rule, ("component", "whole"))
    undirected_only(network, "eigenvector centrality")
    part = components(network)
    values, strengths = _of_each_part(network, part, by_strength)
    if rule == "component":
        return np.where(np.isin(part, np.flatnonzero(strengths)), values, np.nan)
    best = strengths.max(initial=0.0)
    strongest = np.flatnonzero(strengths >= best * (1 - EQUAL))
    return np.where(part == strongest[0], values, 0.0) if best and len(strongest) == 1 else not_defined(network.n)


def _of_each_part(network: Network, part: Ints, by_strength: bool) -> tuple[Floats, Floats]:
    """The values, (n,), and the eigenvalue of each part, (parts,), 0 for a body on its own."""
    matrix = _matrix(network, by_strength)
    order = np.argsort(part, kind="stable")
    ends = np.cumsum(np.bincount(part, minlength=1))
    values, strengths = np.zeros(network.n), np.zeros(len(ends) if network.n else 0)
    for i, (start, end) in enumerate(zip(np.r_[0, ends[:-1]], ends, strict=True)):
        if end - start > 1:
            members = order[start:end]
            strengths[i], values[members] = _strongest(matrix[members][:, members])
    return values, strengths


def _matrix(network: Network, by_strength: bool) -> sparse.csr_array:
    weight = network.weight if by_strength else np.ones(network.m)
    once = sparse.coo_array((weight, (network.source, network.target)), shape=(network.n, network.n))
    return sparse.csr_array(once + once.T)


def _strongest(matrix: sparse.csr_array) -> tuple[float, Floats]:
    """The largest eigenvalue of a connected part and its vector, all above 0, of length 1."""
    size = matrix.shape[0]
    if size <= DENSE_BODIES:
        values, vectors = eigh(matrix.toarray(), subset_by_index=[size - 1, size - 1])
        return float(values[-1]), np.abs(vectors[:, -1])
    start = np.asarray(matrix.sum(axis=1), dtype=np.float64)
    try:
        value, vector = linalg.eigsh(matrix, k=1, which="LA", v0=start, maxiter=1000)
    except linalg.ArpackNoConvergence:
        raise ValueError("eigenvector centrality has no clear answer here: a part of the network is too long and thin") from None
    return float(value[0]), np.abs(vector[:, 0])
