"""Are the two matrices of a MACTOR study what the method is defined for? If not: which cell, and what would be right."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Floats

STRONGEST: Final = 4.0
"""Both scales end at 4: an actor's existence."""

DENSE_BODIES: Final = 500
"""The method is n x n by nature and its second order takes n^3 steps; a study of more actors has no informants who could fill 250,000 cells."""


def checked_influence(mdi: npt.ArrayLike) -> Floats:
    """A copy of the direct influences (n, n) with the diagonal set to 0.

    Raises ValueError unless it is square, of at most DENSE_BODIES actors, with every cell beside the diagonal a number of 0 .. 4.
    """
    direct = _floats("mdi", mdi)
    if direct.size == 0:
        direct = np.zeros((0, 0))
    if direct.ndim != 2 or direct.shape[0] != direct.shape[1]:
        raise ValueError(f"mdi must have a row and a column for each actor; its shape is {direct.shape}")
    if len(direct) > DENSE_BODIES:
        raise ValueError(f"mdi has {len(direct)} actors: the method is a full matrix, and more than {DENSE_BODIES} are refused")
    direct = direct.copy()
    np.fill_diagonal(direct, 0.0)
    _refuse_cells("mdi", direct, 0.0, "0 (none) to 4 (existence)")
    return direct


def checked_objectives(mao: npt.ArrayLike, actors: int) -> Floats:
    """A copy of the positions (n, m), n = `actors`. Raises ValueError unless each cell is a number of -4 .. 4."""
    valued = _floats("mao", mao)
    if valued.size == 0 and actors == 0:
        valued = valued.reshape(0, valued.shape[1] if valued.ndim == 2 else 0)
    if valued.ndim != 2 or len(valued) != actors:
        raise ValueError(
            f"mao must have a row for each of the {actors} actors and a column for each objective; its shape is {valued.shape}"
        )
    _refuse_cells("mao", valued, -STRONGEST, "-4 (strongly against) to 4 (strongly for)")
    return valued.copy()


def _floats(name: str, values: npt.ArrayLike) -> Floats:
    try:
        return np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as wrong:
        raise ValueError(f"{name} must be a matrix of numbers, every row of one length") from wrong


def _refuse_cells(name: str, matrix: Floats, lowest: float, scale: str) -> None:
    """Raise for the first cell that is no number of lowest .. 4. Rows and columns are counted from 0, as numpy does."""
    wrong = np.argwhere(~((matrix >= lowest) & (matrix <= STRONGEST)))
    if not len(wrong):
        return
    row, column = (int(place) for place in wrong[0])
    value = matrix[row, column]
    said = "not known (NaN)" if np.isnan(value) else f"{value:g}"
    further = f" ({len(wrong)} such cells)" if len(wrong) > 1 else ""
    raise ValueError(f"{name}[{row}, {column}] is {said}{further}: each cell must be a number from {scale}")
