"""How are marks that lie too close moved apart, without losing the picture that the reader remembers?"""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.intp]

ROUNDS: Final = 50
ROUNDS_SMALL: Final = 160  # up to 150 boxes, where each is to be named and a round costs little
STEP: Final = 0.5  # each of two overlapping boxes gives way by half
MOST_BOXES: Final = 600  # up to here all pairs give way to each other, above only to the boxes named in `first`
DETOUR: Final = 8  # each eighth round goes the longer way round, which frees a box wedged between two others
_GOLDEN_TURN: Final = pi * (3 - sqrt(5))


def push_apart(centres: Floats, halves: Floats, low: Floats, high: Floats, first: Ints) -> Floats:
    """Moves boxes along the shorter way out of each other, a little each round, inside the frame.

    centres: (n, 2) px; halves: (n, 2) half widths and heights, px; low, high: (2,) or (n, 2) least and greatest centre.
    first: indices of the boxes that must be clear even when there are too many to look at all pairs.
    Returns (n, 2) px; boxes may still overlap where the frame is too small for them. Deterministic. O(rounds x n^2), or x n |first|.
    Source: after Huang, Lai, Sajeev and Gao 2007 (force transfer against overlap); ours: both directions at once, fixed rounds.
    """
    at = np.clip(np.array(centres, dtype=np.float64), low, high)
    count = len(at)
    rows = np.arange(count) if count <= MOST_BOXES else np.asarray(first)
    if count < 2 or not len(rows):
        return at
    part = np.where(np.isin(np.arange(count), rows), 0.5, 1.0)  # a pair of two rows is met twice, one of a row and another once
    own = (np.arange(len(rows)), rows)
    reach = halves[rows, None, :] + halves[None, :, :]
    fan = _fan(count)
    for turn in range(ROUNDS_SMALL if count <= 150 else ROUNDS):
        across, down = (at[rows, None, k] - at[None, :, k] for k in (0, 1))
        over_x, over_y = reach[:, :, 0] - np.abs(across), reach[:, :, 1] - np.abs(down)
        meets = (over_x > 0) & (over_y > 0)
        meets[own] = False
        pairs = np.nonzero(meets)
        if not len(pairs[0]):
            break
        at = np.clip(
            at + _moves(pairs, rows, across, down, over_x, over_y, part, fan, len(rows) == count and turn % DETOUR == DETOUR - 1), low, high
        )
    return at


def _moves(
    pairs: tuple[Ints, ...], rows: Ints, across: Floats, down: Floats, over_x: Floats, over_y: Floats, part: Floats, fan: Floats, is_detour: bool
) -> Floats:  # fmt: skip
    """How far each box gives way this round: half of each overlap, less in a crowd.

    Boxes on one spot part in directions of their own.
    """
    r, c = pairs
    sideways = (over_x[r, c] < over_y[r, c]) != is_detour
    gap = np.where(sideways, across[r, c], down[r, c])
    apart = np.where(sideways, fan[rows[r], 0] - fan[c, 0], fan[rows[r], 1] - fan[c, 1])
    sign = np.where(np.abs(gap) > 1e-9, np.sign(gap), np.where(apart < 0, -1.0, 1.0))
    push = STEP * sign * np.where(sideways, over_x[r, c], over_y[r, c]) * part[c]
    axis = np.where(sideways, 0, 1)
    out, crowd = np.zeros_like(fan), np.zeros(len(fan))
    np.add.at(out, (rows[r], axis), push)
    np.add.at(out, (c, axis), -push)
    np.add.at(crowd, rows[r], 1.0)
    np.add.at(crowd, c, 1.0)
    return out / np.sqrt(np.maximum(crowd / 2, 1))[:, None]


def even_out(at_0_1: Floats, share_0_1: float) -> Floats:
    """Opens dense regions: each coordinate is mixed with its rank. What was left of, or above, something stays so.

    at_0_1: (n, 2). Returns (n, 2) in 0..1, filling the whole range. O(n log n). Ours.
    """
    out = np.empty_like(at_0_1)
    for k in (0, 1):
        values, rank = np.unique(at_0_1[:, k], return_inverse=True)
        if len(values) < 2:
            out[:, k] = 0.5
            continue
        scaled = (at_0_1[:, k] - values[0]) / (values[-1] - values[0])
        out[:, k] = (1 - share_0_1) * scaled + share_0_1 * rank / (len(values) - 1)
    return out


def _fan(count: int) -> Floats:
    """A direction of its own for each of `count` marks in one place: the arrangement of sunflower seeds."""
    return np.array([(sqrt(i) * cos(i * _GOLDEN_TURN), sqrt(i) * sin(i * _GOLDEN_TURN)) for i in range(count)])


def fan_out(count: int, distance_px: float) -> Floats:
    """Offsets (count, 2) in px for marks that share one place; the first stays, the others stand around it, `distance_px` apart.

    >>> fan_out(1, 10).tolist()
    [[0.0, 0.0]]
    """
    return _fan(count) * distance_px
