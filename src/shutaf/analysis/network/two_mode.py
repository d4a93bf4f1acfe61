"""What do rows (bodies) and columns (projects, meetings, themes) they take part in look like as one network, and as a network of each?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse

from shutaf.analysis.network.choices import chosen
from shutaf.analysis.situation import Floats, Ints, Network

Side: TypeAlias = Literal["rows", "columns"]


@dataclass(frozen=True)
class TwoMode:
    """Who takes part in what. rows, columns: how many there are of each kind, numbered from 0; ties run between the kinds only.

    row, column: (m,) int32, each pair once. weight: (m,) float64 above 0. Anything array-like is taken; `TwoMode.of` makes one of raw rows.
    Raises ValueError where the arrays do not fit together.
    """

    rows: int
    columns: int
    row: Ints
    column: Ints
    weight: Floats

    @classmethod
    def of(cls, rows: int, columns: int, ties: npt.ArrayLike, weight: npt.ArrayLike | None = None) -> TwoMode:
        """A two-mode network of raw rows: a pair that several rows name counts once, with the largest of their weights.

        ties: (m, 2): the number of the row, then of the column. weight: (m,) above 0; 1 where left out. Raises ValueError as the class does.

        >>> TwoMode.of(2, 2, [(0, 0), (0, 1), (0, 1)]).m
        2
        """
        pairs = np.asarray(ties, dtype=np.int64).reshape(-1, 2)
        weights = np.ones(len(pairs)) if weight is None else np.asarray(weight, dtype=np.float64)
        if len(weights) != len(pairs):
            raise ValueError("weight must have one entry per tie")
        order = np.lexsort((-weights, pairs[:, 1], pairs[:, 0]))
        pairs, weights = pairs[order], weights[order]
        is_first = np.ones(len(pairs), dtype=np.bool_)
        is_first[1:] = np.any(pairs[1:] != pairs[:-1], axis=1)
        return cls(rows, columns, pairs[is_first, 0], pairs[is_first, 1], weights[is_first])

    def __post_init__(self) -> None:
        for name, kind in (("row", np.int32), ("column", np.int32), ("weight", np.float64)):
            object.__setattr__(self, name, np.asarray(getattr(self, name), dtype=kind))
        if not (len(self.row) == len(self.column) == len(self.weight)):
            raise ValueError("row, column and weight must have the same length")
        if self.m and (min(self.row.min(), self.column.min()) < 0 or self.row.max() >= self.rows or self.column.max() >= self.columns):
            raise ValueError("a tie names a row or a column that is not there")
        if np.any(~(self.weight > 0)):
            raise ValueError("weights must be above 0")
        if len(np.unique(self.row.astype(np.int64) * self.columns + self.column)) < self.m:
            raise ValueError("a pair is listed twice: TwoMode.of takes raw rows")

    @property
    def m(self) -> int:
        return len(self.row)

    def as_network(self) -> Network:
        """Both kinds in one undirected network: rows are bodies 0 .. rows-1, columns follow."""
        n = self.rows + self.columns
        return Network(n, self.row, self.column + np.int32(self.rows), self.weight, np.zeros(n, dtype=np.bool_))


def two_mode_density(network: TwoMode) -> float:
    """Known ties as a share of those there could be between the two kinds, m / (rows x columns).

    Returns 0..1; NaN where a kind is empty. Source: Borgatti & Everett 1997.

    >>> two_mode_density(TwoMode.of(2, 3, [(0, 0), (0, 1), (1, 1)]))
    0.5
    """
    return network.m / (network.rows * network.columns) if network.rows and network.columns else float("nan")


def project(network: TwoMode, onto: Side = "rows", *, weighting: Literal["count", "newman"] = "count") -> Network:
    """The ties between two of the same kind that share members of the other: two bodies in the same project.

    onto: the kind that is kept. weighting: `count` weighs a tie by how many they share; `newman` by the sum of 1 / (k - 1) over what they
    share, k being how many share it, so that a meeting of forty says less than a meeting of two. The weights of `network` are ignored.
    Returns an undirected `Network` of `rows` (or `columns`) bodies, nobody asked. Raises ValueError on another kind or weighting.
    O(sum over the other kind of squared members): a column with k members makes k(k-1)/2 ties.
    Source: Breiger 1974; Newman 2001, eq. 2.

    >>> town = TwoMode.of(3, 2, [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1)])
    >>> project(town).weight.tolist(), project(town, weighting="newman").weight.tolist()
    ([2.0, 1.0, 1.0], [1.5, 0.5, 0.5])
    """
    chosen("onto", onto, ("rows", "columns"))
    chosen("weighting", weighting, ("count", "newman"))
    matrix = sparse.csr_array(sparse.coo_array((np.ones(network.m), (network.row, network.column)), shape=(network.rows, network.columns)))
    kept = matrix if onto == "rows" else sparse.csr_array(matrix.T)
    members = np.asarray(kept.sum(axis=0), dtype=np.float64)
    worth = np.ones(len(members)) if weighting == "count" else np.divide(1, members - 1, out=np.zeros(len(members)), where=members > 1)
    shared = sparse.coo_array(sparse.triu(kept @ sparse.diags_array(worth) @ kept.T, k=1))
    ties = np.column_stack([shared.row, shared.col]).reshape(-1, 2)
    return Network.of(kept.shape[0], ties, shared.data)
