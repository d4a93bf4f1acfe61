"""How are ties arrays?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int32]
Bools: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Network:
    """Ties as arrays. Bodies are 0 .. n-1.

    source, target: (m,) int32, no self-ties, each undirected pair once. weight: (m,) float64 > 0, strength (1 where unknown).
    asked: (n,) bool, True where the body itself answered for its ties. Anything array-like is taken; `Network.of` makes one of raw rows.
    Raises ValueError where the arrays do not fit together. O(m log m).
    """

    n: int
    source: Ints
    target: Ints
    weight: Floats
    asked: Bools
    is_directed: bool = False

    @classmethod
    def of(
        cls,
        n: int,
        ties: npt.ArrayLike,
        weight: npt.ArrayLike | None = None,
        *,
        asked: npt.ArrayLike | None = None,
        is_directed: bool = False,
    ) -> Network:
        """A network of raw rows: a pair that several rows name counts once, with the largest of their weights.

        ties: (m, 2) numbers of bodies, source first. weight: (m,) above 0; 1 where left out. asked: (n,); nobody where left out.
        Raises ValueError on self-ties, on bodies outside 0 .. n-1 and on weights not above 0.

        >>> Network.of(3, [(0, 1), (1, 0), (1, 2)], [2, 5, 1]).weight.tolist()
        [5.0, 1.0]
        """
        rows = _numbers_of_bodies(ties)
        if rows.size and (rows.min() < 0 or rows.max() >= n):
            raise ValueError("a tie names a body outside 0 .. n-1")
        if not is_directed:
            rows = np.sort(rows, axis=1)
        weights = np.ones(len(rows)) if weight is None else np.asarray(weight, dtype=np.float64)
        if len(weights) != len(rows):
            raise ValueError("weight must have one entry per tie")
        order = np.lexsort((-weights, rows[:, 1], rows[:, 0]))
        rows, weights = rows[order], weights[order]
        is_first = np.ones(len(rows), dtype=np.bool_)
        is_first[1:] = np.any(rows[1:] != rows[:-1], axis=1)
        kept = rows[is_first].astype(np.int32)
        answered = np.zeros(n, dtype=np.bool_) if asked is None else np.asarray(asked, dtype=np.bool_)
        return cls(n, kept[:, 0].copy(), kept[:, 1].copy(), weights[is_first], answered, is_directed)

    def __post_init__(self) -> None:
        for name, kind in (("source", np.int32), ("target", np.int32), ("weight", np.float64), ("asked", np.bool_)):
            object.__setattr__(self, name, np.asarray(getattr(self, name), dtype=kind))
        if not (len(self.source) == len(self.target) == len(self.weight)):
            raise ValueError("source, target and weight must have the same length")
        if len(self.asked) != self.n:
            raise ValueError("asked must have one entry per body")
        if len(self.source) and (min(self.source.min(), self.target.min()) < 0 or max(self.source.max(), self.target.max()) >= self.n):
            raise ValueError("a tie names a body outside 0 .. n-1")
        if np.any(self.source == self.target):
            raise ValueError("a tie joins a body with itself")
        if np.any(~((self.weight > 0) & np.isfinite(self.weight))):
            raise ValueError("weights must be above 0 and finite")
        if self._has_twins():
            raise ValueError("a pair is listed twice: Network.of takes raw rows")

    def _has_twins(self) -> bool:
        one, other = self.source.astype(np.int64), self.target.astype(np.int64)
        if not self.is_directed:
            one, other = np.minimum(one, other), np.maximum(one, other)
        return len(np.unique(one * self.n + other)) < self.m

    @property
    def m(self) -> int:
        return len(self.source)


def _numbers_of_bodies(ties: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Raw rows as (m, 2) whole numbers. Raises ValueError for rows of another width and for what is no whole number."""
    given = np.asarray(ties)
    if not given.size:
        return np.empty((0, 2), dtype=np.int64)
    if given.ndim != 2 or given.shape[1] != 2:
        raise ValueError("each tie must name two bodies: source and target; strengths go into weight")
    if given.dtype.kind not in "iuf" or np.any(given != np.round(given)):
        raise ValueError("bodies are named by whole numbers 0 .. n-1")
    return given.astype(np.int64)
