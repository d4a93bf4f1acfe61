"""Some were asked and did not answer: what may still be said, from which answers, and what if we believe the others about them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from shutaf.analysis.situation import Bools, Floats, Ints, Network

Showing: TypeAlias = Literal["all", "network", "little"]
"""What a surveyed map may show. all: single bodies too, in order. network: the whole only, marked as incomplete. little: the whole only,
as hardly sure; lists of key bodies are hidden, with the reason."""

ALL_FROM_PERCENT, NETWORK_FROM_PERCENT = 80, 65


def showing(answered: int, bodies: int) -> Showing:
    """What a surveyed map may show when `answered` of `bodies` answered: all from 80 %, network from 65 %, little below and without bodies.

    The borders are exact: compared in whole numbers, so 80 of 100 is enough and 79.99 % is not. Raises ValueError where more answered than
    there are or either is below 0. Source: 80 % and 65 % are published guidance (orgacuity.com, article 13), no law.

    >>> showing(4, 5), showing(13, 20), showing(64, 100)
    ('all', 'network', 'little')
    """
    if not 0 <= answered <= bodies:
        raise ValueError("answered must be from 0 to the number of bodies")
    if not bodies or 100 * answered < NETWORK_FROM_PERCENT * bodies:
        return "little"
    return "all" if 100 * answered >= ALL_FROM_PERCENT * bodies else "network"


def response_of(network: Network) -> float:
    """Bodies that answered (`asked`) of all bodies, 0..1; NaN without bodies. Source: Huisman 2009."""
    return int(network.asked.sum()) / network.n if network.n else float("nan")


@dataclass(frozen=True, slots=True)
class AnsweredPairs:
    """Pairs of bodies by who of the two answered. Source: Huisman 2009 (relational response rate)."""

    both: int
    one: int
    neither: int

    @property
    def total(self) -> int:
        return self.both + self.one + self.neither

    @property
    def described(self) -> int:
        """Pairs that at least one of the two told of."""
        return self.both + self.one

    @property
    def share_both_0_1(self) -> float:
        """Pairs both told of, of all pairs; NaN where there is no pair."""
        return self.both / self.total if self.total else float("nan")


def answered_pairs(network: Network) -> AnsweredPairs:
    """How many pairs both, one or neither of the two bodies answered for.

    >>> answered_pairs(Network.of(4, [(0, 1)], asked=[True, True, True, False]))
    AnsweredPairs(both=3, one=3, neither=0)
    """
    answered = int(network.asked.sum())
    silent = network.n - answered
    return AnsweredPairs(answered * (answered - 1) // 2, answered * silent, silent * (silent - 1) // 2)


def answered_rows(network: Network) -> Network:
    """The ties that an answer stands behind. Directed: those whose source answered; undirected: those with an end that answered.

    Whatever else is said of a silent body was told by somebody else, and is no answer of its own. All other arrays stay.
    """
    kept = network.asked[network.source] if network.is_directed else network.asked[network.source] | network.asked[network.target]
    return Network(network.n, network.source[kept], network.target[kept], network.weight[kept], network.asked, network.is_directed)


@dataclass(frozen=True, slots=True)
class AvailableCase:
    """density: 0..1 over the answered pairs only; NaN where none is. mean_degree: (n-1) x density. degree: (n,) ties of the body in answered
    pairs; directed: the ties it reported, NaN where it is silent. degree_possible: (n,) the answered pairs they are counted in. in_degree:
    (n,) ties reported about it by others who answered (undirected: degree); in_degree_possible: (n,) how many others answered."""

    density: float
    mean_degree: float
    degree: Floats
    degree_possible: Ints
    in_degree: Floats
    in_degree_possible: Ints


def available_case(network: Network) -> AvailableCase:
    """Density and numbers of ties from the answers that were given, and nothing else.

    Directed: a pair (i, j) is answered where i answered. Undirected: where i or j did, for either end settles it. Ties without an answer
    behind them (`answered_rows`) are not counted. A body with no answered pair has NaN. O(n + m). Source: Huisman 2009.

    >>> found = available_case(Network.of(3, [(0, 1), (1, 2)], asked=[True, False, False]))
    >>> found.density, found.degree.tolist(), found.degree_possible.tolist()
    (0.5, [1.0, 1.0, 0.0], [2, 1, 1])
    """
    rows, others = answered_rows(network), int(network.asked.sum()) - network.asked
    told = np.where(network.asked, max(network.n - 1, 0), 0 if network.is_directed else others)
    heard = others if network.is_directed else told
    out, into = (np.bincount(end, minlength=network.n) for end in (rows.source, rows.target))
    if not network.is_directed:
        out = into = out + into
    pairs = int(told.sum())
    density = (rows.m if network.is_directed else 2 * rows.m) / pairs if pairs else float("nan")
    return AvailableCase(
        density, (network.n - 1) * density, _known(out, told), told.astype(np.int32), _known(into, heard), heard.astype(np.int32)
    )


def _known(ties: np.ndarray[tuple[int, ...], np.dtype[np.int64]], possible: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Floats:
    return np.where(possible > 0, ties.astype(np.float64), np.nan)


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """network: directed, the answers and the ties taken over. is_taken_over: (m,) bool for each tie of it: said by the other end only.
    missing_pairs: pairs of which neither answered; they stay unknown and count as no tie in `network`."""

    network: Network
    is_taken_over: Bools
    missing_pairs: int


def reconstructed(network: Network) -> Reconstruction:
    """The directed reports with the rows of silent bodies filled from what the others said of them: x_ij := x_ji where i did not answer.

    network: directed. Rows of silent bodies that stand there are replaced; between two silent bodies nothing is known, and no tie is left.
    weight is taken over with the tie; `asked` stays. An option, not the first choice: a simulation found it worse than leaving the gap
    (Huang et al. 2019); it fits ties that both ends would report alike. Raises ValueError for an undirected network, in which what one end
    said already counts for both. O(m log m). Source: Stork & Richards 1992; Huisman 2009.

    >>> found = reconstructed(Network.of(3, [(0, 2), (1, 0)], asked=[True, True, False], is_directed=True))
    >>> list(zip(found.network.source.tolist(), found.network.target.tolist())), found.is_taken_over.tolist()
    ([(0, 2), (1, 0), (2, 0)], [False, False, True])
    """
    if not network.is_directed:
        raise ValueError("reconstruction needs directed reports: in an undirected network one end already counts for both")
    rows = answered_rows(network)
    about_silent = ~network.asked[rows.target]
    pairs = np.column_stack([np.r_[rows.source, rows.target[about_silent]], np.r_[rows.target, rows.source[about_silent]]])
    filled = Network.of(network.n, pairs, np.r_[rows.weight, rows.weight[about_silent]], asked=network.asked, is_directed=True)
    return Reconstruction(filled, ~network.asked[filled.source], answered_pairs(network).neither)
