"""How far could a figure be from what it is here, had the silent bodies answered as others of their sector did?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.network.missing_answers import answered_rows
from shutaf.analysis.situation import Floats, Ints, Network

DRAWS = 200
SEED = 1
FEWEST_RESPONDENTS = 5
LOW_PERCENT, HIGH_PERCENT = 5, 95
UNKNOWN = ("", -1, None)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """low, high: 5th and 95th percentile of the measure over the draws, a number or an array as the measure gives; value: of
    the answers as they are.

    What would change if the silent were like the others; not a confidence interval, and `value` may lie outside it."""

    low: float | Floats
    value: float | Floats
    high: float | Floats
    draws: int


def sensitivity(
    network: Network,
    sectors: npt.ArrayLike,
    measure: Callable[[Network], float | Floats | Ints],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Sensitivity | None:
    """The 5-95 % range of a measure when the rows of the silent bodies are drawn from respondents of the same sector. Ours, all of it.

    sectors: (n,) whole numbers or words, equal means the same sector; -1, "" or None is unknown. measure: of a Network with n bodies, a number or
    an array of always the same shape; NaN of a draw is left out (NaN where all are). The networks it is given have everybody `asked`.
    None where it may not be shown: a silent body's sector is unknown or has fewer than five respondents.
    Directed: the whole row of a silent body is its donor's; the donor's tie with that body becomes a tie with the donor. Undirected: one end
    settles a pair, so only pairs of two silent bodies are open; each says what its donor says of the other, and one yes is a tie. For reports
    that are symmetrised give the directed reports, and symmetrise in `measure`. The same seed gives the same range.
    Raises ValueError where sectors has not one entry a body, or draws is below 1. O(draws x (m log m + measure)).

    >>> from shutaf.analysis.network.density import density
    >>> ring = Network.of(6, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)], asked=[True] * 5 + [False], is_directed=True)
    >>> found = sensitivity(ring, [0] * 6, density)
    >>> float(found.low) == float(found.high) == 0.2, sensitivity(ring, [0] * 5 + [1], density)
    (True, None)
    """
    labels = np.asarray(sectors).tolist()
    if len(labels) != network.n:
        raise ValueError("sectors must have one entry per body")
    if draws < 1:
        raise ValueError("a range needs at least one draw")
    respondents: dict[object, list[int]] = {}
    for body in np.flatnonzero(network.asked).tolist():
        respondents.setdefault(labels[body], []).append(body)
    donors = [respondents.get(labels[body], []) for body in np.flatnonzero(~network.asked)]
    is_unknown = any(labels[body] in UNKNOWN for body in np.flatnonzero(~network.asked))
    if is_unknown or any(len(some) < FEWEST_RESPONDENTS for some in donors):
        return None
    value = np.asarray(measure(network), dtype=np.float64)[()]
    found = np.array([measure(drawn) for drawn in answered_as_donors(network, donors, draws, seed)], dtype=np.float64)
    low, high = (_percentile(found, percent) for percent in (LOW_PERCENT, HIGH_PERCENT))
    return Sensitivity(low, value, high, draws)


def answered_as_donors(network: Network, donors: Sequence[Sequence[int]], draws: int, seed: int) -> Iterator[Network]:
    """Networks in which each silent body answers as one of its donors, drawn anew each time. donors: for each silent body, in their order."""
    random = np.random.default_rng(seed)
    rows = answered_rows(network)
    silent = np.flatnonzero(~network.asked)
    heads, tails, weights = _both_ways(rows)
    order = np.argsort(heads, kind="stable")
    heads, tails, weights = heads[order], tails[order], weights[order]
    start = np.searchsorted(heads, np.arange(network.n + 1))
    everybody = np.ones(network.n, dtype=np.bool_)
    for _ in range(draws):
        donor = np.array([some[int(random.integers(len(some)))] for some in donors], dtype=np.int64)
        length = start[donor + 1] - start[donor] if len(donor) else np.zeros(0, dtype=np.int64)
        told = np.repeat(start[donor] - (np.cumsum(length) - length), length) + np.arange(length.sum()) if len(donor) else length
        who, whose, whom = np.repeat(silent, length), np.repeat(donor, length), tails[told]
        weight = weights[told]
        if network.is_directed:
            whom = np.where(whom == who, whose, whom)
        else:
            is_open = ~network.asked[whom] & (whom != who)
            who, whom, weight = who[is_open], whom[is_open], weight[is_open]
        pairs = np.column_stack([np.r_[rows.source, who], np.r_[rows.target, whom]])
        yield Network.of(network.n, pairs, np.r_[rows.weight, weight], asked=everybody, is_directed=network.is_directed)


def _both_ways(rows: Network) -> tuple[Ints, Ints, Floats]:
    """Every tie from each body that told it: one way of a directed network, both of an undirected one."""
    if rows.is_directed:
        return rows.source, rows.target, rows.weight
    return np.r_[rows.source, rows.target], np.r_[rows.target, rows.source], np.r_[rows.weight, rows.weight]


def _percentile(found: Floats, percent: float) -> float | Floats:
    """Of each entry over the draws (first axis), NaN left out; linear between two draws."""
    flat = found.reshape(len(found), -1)
    is_known = ~np.isnan(flat).all(axis=0)
    result = np.full(flat.shape[1], np.nan)
    if is_known.any():
        result[is_known] = np.nanpercentile(flat[:, is_known], percent, axis=0)
    return result.reshape(found.shape[1:])[()]
