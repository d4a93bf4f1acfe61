"""How much do shortest paths from many bodies at once lean on each body? Brandes' two sweeps, eight bodies side by side.

The sweeps go from step to step of distance: forward counts the shortest paths that arrive, backward hands the pairs back that lean on a
body. Each is one product of the ties with a (bodies, 8) table; where few bodies of the table send, or few still wait, only those are
looked at. Quick where everybody is few steps away; a chain of bodies has as many steps as bodies, which is not what this is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse

from shutaf.analysis.situation import Bools, Floats, Network

WIDTH = 8
"""Bodies side by side: with 8 the tables of 10,000 bodies (0.6 MB) stay in the processor's cache; 16 took a fifth longer, 32 a third."""
FEW = 0.03
"""Below this share of a table single entries are followed instead of all ties: between 0.02 and 0.05 it makes no difference, 0 and 0.1 are slower."""
MOST_STEPS = 10
"""From here on igraph, which goes from body to body, is quicker than steps with little in each."""

Places: TypeAlias = npt.NDArray[np.int64]


def leaning(network: Network) -> Floats | None:
    """Over all ordered pairs of others, the share of their shortest paths that lead through each body, (n,).

    network: undirected (of directed ones igraph is as quick). None where some body of a batch is MOST_STEPS or more steps from another.
    O(n m) at worst, quicker where paths are short.
    """
    ties, found = _matrix(network), np.zeros(network.n)
    batches = -(-network.n // WIDTH)
    for first in range(batches):  # every batch takes bodies from the whole list, so that distant ones are met early
        steps, counts = _forward(ties, np.arange(first, network.n, batches))
        if len(steps) > MOST_STEPS:
            return None
        found += _backward(ties, steps, counts)
    return found


def _matrix(network: Network) -> sparse.csr_array:
    once = sparse.coo_array((np.ones(network.m), (network.source, network.target)), shape=(network.n, network.n))
    return sparse.csr_array(once + once.T)


def carried(ties: sparse.csr_array, table: Floats, sending: Bools, waiting: Bools) -> Floats:
    """For each entry of the table what its neighbours send it; right where `waiting`, anything elsewhere. All (n, w)."""
    if np.count_nonzero(waiting) < FEW * waiting.size:
        return _fetched(ties, table, np.flatnonzero(waiting))
    if np.count_nonzero(sending) < FEW * sending.size:
        return _handed_on(ties, table, np.flatnonzero(sending))
    return np.asarray(ties @ table)


def _forward(ties: sparse.csr_array, sources: Places) -> tuple[list[Bools], Floats]:
    """Who is met at each step, and how many shortest paths lead from the source of the column to each body. Stops after MOST_STEPS."""
    shape = (ties.shape[0], len(sources))
    fresh, waiting = np.zeros(shape, dtype=np.bool_), np.ones(shape, dtype=np.bool_)
    fresh[sources, np.arange(len(sources))] = True
    waiting ^= fresh
    table = fresh.astype(np.float64)
    counts = table.copy()
    steps: list[Bools] = []
    while fresh.any() and len(steps) <= MOST_STEPS:
        steps.append(fresh)
        arrived = carried(ties, table, fresh, waiting)
        fresh = (arrived > 0) & waiting
        waiting ^= fresh
        table = arrived * fresh
        counts += table
    return steps, counts


def _backward(ties: sparse.csr_array, steps: list[Bools], counts: Floats) -> Floats:
    """What leans on each body, over the columns. A body hands back (1 + what leans on it) / its paths, to each it was reached from."""
    each = np.divide(1.0, counts, out=np.zeros_like(counts), where=counts > 0)
    handed_back = each * steps[-1]
    leans = np.zeros_like(counts)
    for further, nearer in _pairs_from_the_end(steps):
        got = carried(ties, handed_back, further, nearer) * nearer
        leans += got
        handed_back = each * nearer
        handed_back += got
    leans *= counts
    return np.asarray(leans.sum(axis=1))


def _pairs_from_the_end(steps: list[Bools]) -> Iterator[tuple[Bools, Bools]]:
    for i in range(len(steps) - 1, 1, -1):  # not into step 0: nothing leans on a source in its own column
        yield steps[i], steps[i - 1]


def _fetched(ties: sparse.csr_array, table: Floats, places: Places) -> Floats:
    """Sums over the neighbours, for the wanted places of the table only."""
    neighbours, of = _neighbours(ties, places, table.shape[1])
    sums = np.bincount(of, table.ravel()[neighbours], len(places))
    found = np.zeros(table.size)
    found[places] = sums
    return found.reshape(table.shape)


def _handed_on(ties: sparse.csr_array, table: Floats, places: Places) -> Floats:
    """What the sending places of the table give to their neighbours."""
    neighbours, of = _neighbours(ties, places, table.shape[1])
    sums = np.asarray(np.bincount(neighbours, table.ravel()[places][of], table.size), dtype=np.float64)
    return sums.reshape(table.shape)


def _neighbours(ties: sparse.csr_array, places: Places, width: int) -> tuple[Places, Places]:
    """The places of all neighbours, column kept, and to which of `places` each belongs."""
    rows, columns = np.divmod(places, width)
    first, many = ties.indptr[rows], ties.indptr[rows + 1] - ties.indptr[rows]
    of = np.repeat(np.arange(len(places)), many)
    at = np.arange(len(of)) - np.repeat(np.cumsum(many) - many, many) + first[of]
    return ties.indices[at].astype(np.int64) * width + columns[of], of
