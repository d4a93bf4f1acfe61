"""How much does each thing weigh when people compared them two by two, and did the judgements agree with each other?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Floats

RandomIndexTable: TypeAlias = Literal["1980", "2005"]
RANDOM_INDEX: dict[str, tuple[float, ...]] = {
    "1980": (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49),
    "2005": (0.0, 0.0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49),
}
"""Mean CI of random reciprocal matrices of size 1 .. 10, as printed: Saaty 1980 and Saaty 2005. They differ; name the one you used."""

CONSISTENT_UP_TO = 0.10
"""Saaty 1980: a CR above one tenth asks for a second look at the judgements."""

RECIPROCAL_WITHIN = 0.05
"""Ours: a judgement times its mirror may miss 1 by so much, because people write 1/8 as 0.13 and 1/7 as 0.14."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement that fits the others least. row, column: places from 0. given: what was said; fits: what all weights together would say
    (weight of row over weight of column); factor: 1 and up, how many times the one is the other."""

    row: int
    column: int
    given: float
    fits: float
    factor: float


@dataclass(frozen=True)
class Ahp:
    """weights: (n,) sum 1. lambda_max: n where all judgements agree, above n else. ci: consistency index, 0 and up. cr: ci over the random index;
    NaN without a table. random_index: the value used, NaN without. random_index_table: its name. worst: None where all judgements agree."""

    weights: Floats
    lambda_max: float
    ci: float
    cr: float
    random_index: float
    random_index_table: RandomIndexTable | None
    worst: Judgement | None

    @property
    def is_consistent(self) -> bool | None:
        """CR at most 0.10; None without a table."""
        return None if np.isnan(self.cr) else bool(self.cr <= CONSISTENT_UP_TO)


def ahp(matrix: npt.ArrayLike, random_index: RandomIndexTable | None = "1980") -> Ahp:
    """Weights of n things from comparing them in pairs (Analytic Hierarchy Process), and how far the comparisons contradict each other.

    matrix: (n, n) float64 > 0; cell (i, j) says how many times i outweighs j (1 alike, 3 moderately, 5 strongly, 7 very strongly, 9 extremely;
    1/3 .. 1/9 for the other way). Diagonal 1, cell (j, i) the reciprocal of (i, j); NaN where it is left out, if its mirror is there.
    random_index: which printed table CR divides by, "1980" or "2005"; None for weights without CR.
    Weights are the principal right eigenvector, scaled to sum 1; CI = (lambda_max - n) / (n - 1), never below 0; CR = CI / RI(n);
    with one or two things judgements cannot disagree: CI and CR 0.
    Raises ValueError, naming the cell from 1, for a matrix that is not square, positive and reciprocal (to 5 %), for a pair nobody judged,
    and for n above 10 with a table: neither goes further, and nobody compares eleven things well. O(n^3).
    Source: Saaty 1977, J. Math. Psychology 15:234-281; Saaty 1980. The judgement that fits least: Saaty 2003, EJOR 145:85-91.

    >>> found = ahp([[1, 2, 6], [1/2, 1, 3], [1/6, 1/3, 1]])
    >>> found.weights.round(3).tolist(), round(found.cr, 6)
    ([0.6, 0.3, 0.1], 0.0)
    """
    array = reciprocal(matrix)
    n = len(array)
    ri = _random_index(n, random_index)
    values, vectors = np.linalg.eig(array)
    at = int(np.argmax(values.real))
    weights = np.abs(vectors[:, at].real)
    weights = weights / weights.sum()
    ci = max(0.0, (float(values[at].real) - n) / (n - 1)) if n > 2 else 0.0
    cr = np.nan if ri is None else (ci / ri if ri > 0 else 0.0)
    return Ahp(weights, float(values[at].real), ci, cr, np.nan if ri is None else ri, random_index, _worst(array, weights))


def reciprocal(matrix: npt.ArrayLike) -> Floats:
    """A pairwise matrix, checked, its left-out halves filled with the reciprocal of their mirror; see `ahp`. Raises ValueError naming the cell.

    >>> reciprocal([[1, 4], [float("nan"), 1]]).tolist()
    [[1.0, 4.0], [0.25, 1.0]]
    """
    array = np.array(matrix, dtype=np.float64)
    if array.ndim != 2 or array.shape[0] != array.shape[1] or not len(array):
        raise ValueError("judgements must be a square table, one row and one column for each thing")
    np.fill_diagonal(array, np.where(np.isnan(np.diagonal(array)), 1.0, np.diagonal(array)))
    if (wrong := np.argwhere((array <= 0) | np.isinf(array))).size:
        raise ValueError(f"{_cell(wrong[0])}: a judgement must be above 0, not {array[tuple(wrong[0])]:g}")
    if (other := np.flatnonzero(np.abs(np.diagonal(array) - 1) > 1e-9)).size:
        raise ValueError(f"{_cell((other[0], other[0]))}: a thing weighs as much as itself, so the diagonal is 1")
    array = np.where(np.isnan(array), 1 / array.T, array)
    if (wrong := np.argwhere(np.isnan(array))).size:
        raise ValueError(f"{_cell(wrong[0])}: nobody judged this pair")
    if (wrong := np.argwhere(np.abs(array * array.T - 1) > RECIPROCAL_WITHIN)).size:
        row, column = wrong[0]
        raise ValueError(
            f"{_cell(wrong[0])}: {array[row, column]:g} and its mirror {array[column, row]:g} do not fit; one must be 1 over the other"
        )
    return array


def _random_index(n: int, name: RandomIndexTable | None) -> float | None:
    if name is None:
        return None
    if name not in RANDOM_INDEX:
        raise ValueError(f"the table of random indices must be one of: {', '.join(RANDOM_INDEX)}")
    if n > len(RANDOM_INDEX[name]):
        raise ValueError(f"{n} things are too many to compare in pairs: the {name} table ends at 10. Group them, or ask for no CR")
    return RANDOM_INDEX[name][n - 1]


def _worst(array: Floats, weights: Floats) -> Judgement | None:
    fits = weights[:, None] / weights
    off = np.triu(np.abs(np.log(array / fits)), 1)
    row, column = (int(i) for i in np.unravel_index(int(np.argmax(off)), off.shape))
    if off[row, column] < 1e-9 or len(array) < 3:
        return None
    return Judgement(row, column, float(array[row, column]), float(fits[row, column]), float(np.exp(off[row, column])))


def _cell(place: npt.ArrayLike) -> str:
    row, column = np.asarray(place).tolist()
    return f"row {row + 1}, column {column + 1}"
