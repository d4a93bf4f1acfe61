"""Where does each body stand on the map, so that it stands there tomorrow too?

Neighbours pull together and sectors keep to their side, by three steps each of which has one answer only and changes little when the
map changes little: smoothing, stress, spacing. (igraph's Kamada-Kawai and Fruchterman-Reingold from the same starting points moved the
other bodies by a median of 20 % and 9 % of the width when one body was added; see docs/reference/network.md.)
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from shutaf.analysis.network.graph import network_of
from shutaf.analysis.network.spacing import apart, into_box, rows_at_the_edge
from shutaf.analysis.network.stress import anchored_stress, steps_between
from shutaf.analysis.situation import SECTORS, Floats, Network, Situation

SIDES = (*SECTORS, "")
"""Groups round the map, one side each; departments start in the middle."""
OWN_PLACE = 0.1
"""Ours: share of its own starting point in a body's place after smoothing; the rest is the mean of its neighbours."""
SMOOTHING_ROUNDS = 150
"""(1 - OWN_PLACE) ** 150 is about 1e-7: nothing moves any more."""
MOST_LINKED = 0.5
"""Ours: where fewer bodies than this have a known tie, those without stay among the others instead of standing in rows."""
DENSE_BODIES = 3000
"""Above this many bodies with a tie the stress step (n x n distances, 36 MB a matrix) is left out."""


def layout(what: Situation | Network, *, aspect: float = 1.4, seed: int = 2026, is_quick: bool = False) -> Floats:
    """A place for each body, (n, 2) float64 in 0..1: x to the right, y down; in a picture `aspect` times as wide as high.

    The same for any order of rows, and nearly the same when one body is added: it starts from a hash of each body's ref and from its
    sector. Bodies without a known tie stand in rows at the lower edge, or, where they are
    the majority, among the others on their sector's side. No two bodies stand closer
    than `spacing.closest(n, aspect)` of the height. Parts without a known path keep apart.
    what: of a Network the number of a body serves as its ref, so there the order matters. seed: another seed, another map.
    is_quick: without the stress step, for a first look at a large map while the whole is computed.
    Raises ValueError unless aspect > 0. O(n squared) up to DENSE_BODIES, then O(m). Ours; stress: Gansner, Koren & North 2004.
    """
    if not aspect > 0:
        raise ValueError("aspect must be above 0")
    refs, groups, network = _read(what)
    if not refs:
        return np.empty((0, 2))
    hashed = np.array([_hashed(ref, seed) for ref in refs], dtype=np.float64).reshape(-1, 2)
    order = np.lexsort(hashed.T)
    places = np.empty((network.n, 2))
    places[order] = _in_order([groups[i] for i in order], hashed[order], _ties(network, order), aspect, is_quick)
    return places


def _read(what: Situation | Network) -> tuple[list[str], list[str], Network]:
    if isinstance(what, Network):
        return [str(i) for i in range(what.n)], [""] * what.n, what
    return [body.ref for body in what.bodies], [body.group_key for body in what.bodies], network_of(what)


def _hashed(ref: str, seed: int) -> tuple[float, float]:
    """Two numbers in -0.5 .. 0.5 that depend on the ref and the seed only, on every machine."""
    digest = blake2b(ref.encode(), digest_size=16, key=str(seed).encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64 - 0.5, int.from_bytes(digest[8:], "big") / 2**64 - 0.5


def _ties(network: Network, order: npt.NDArray[np.intp]) -> csr_array:
    """The known ties as a symmetric (n, n) matrix of 0 and 1, bodies in `order`."""
    rank = np.empty(network.n, dtype=np.intp)
    rank[order] = np.arange(network.n)
    ends = rank[np.concatenate([network.source, network.target])], rank[np.concatenate([network.target, network.source])]
    ties = csr_array((np.ones(2 * network.m, dtype=np.float32), ends), shape=(network.n, network.n))
    ties.sum_duplicates()
    ties.data[:] = 1
    return ties


def _in_order(groups: list[str], hashed: Floats, ties: csr_array, aspect: float, is_quick: bool) -> Floats:
    starts = _starts(groups, hashed)
    linked = np.diff(ties.indptr) > 0
    places = np.empty_like(starts)
    if linked.sum() < MOST_LINKED * len(starts):
        return apart(into_box(_smoothed(starts, ties), aspect, 0.0, 1.0), aspect, 0.0, 1.0, len(starts))
    places[~linked], bottom = rows_at_the_edge(
        [_side(group) for group, has_tie in zip(groups, linked, strict=True) if not has_tie], len(starts), aspect
    )
    inner = csr_array(ties[linked][:, linked])
    found = _evened(_smoothed(starts[linked], inner))
    if inner.shape[0] <= DENSE_BODIES and not is_quick:
        found = anchored_stress(steps_between(inner), found)
    places[linked] = apart(into_box(found, aspect, 0.0, bottom), aspect, 0.0, bottom, len(starts))
    return places


def _side(group: str) -> int:
    return SIDES.index(group) if group in SIDES else -1


def _starts(groups: Sequence[str], hashed: Floats) -> Floats:
    angle = np.array([2 * np.pi * _side(group) / len(SIDES) for group in groups])
    radius = np.array([0.7 if group in SECTORS else 0.0 for group in groups])
    sides = radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return np.asarray(sides + 0.8 * hashed)


def _smoothed(starts: Floats, ties: csr_array) -> Floats:
    """Each body at a tenth of its own start and nine tenths of the mean of its neighbours: the one solution of a linear system."""
    degree = np.diff(ties.indptr)[:, None].astype(np.float64)
    places: Floats = starts
    for _ in range(SMOOTHING_ROUNDS):
        means = (ties @ places) / np.maximum(degree, 1)
        places = np.where(degree > 0, OWN_PLACE * starts + (1 - OWN_PLACE) * means, starts)
    return places


def _evened(places: Floats) -> Floats:
    """Centred, as wide as high, without turning; the middle spread out a little (radius to the power 0.8)."""
    centred = places - places.mean(axis=0)
    values, axes = np.linalg.eigh(centred.T @ centred / len(places))
    scale = 1 / np.sqrt(np.maximum(values, max(values.max() * 0.05, 1e-12)))
    even = centred @ (axes * scale) @ axes.T
    radius = np.maximum(np.hypot(even[:, 0], even[:, 1]), 1e-9)
    return np.asarray(even * (radius**-0.2)[:, None])
