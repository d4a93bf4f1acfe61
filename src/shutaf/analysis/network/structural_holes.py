"""How much does each body's circle lead it to different others, and how much only back to the same ones?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import xlogy

from shutaf.analysis.network.contact_shares import Halves, halves_of
from shutaf.analysis.network.triangles import Longs, Triangles, triangles
from shutaf.analysis.situation import Floats, Ints, Network


@dataclass(frozen=True)
class LocalConstraint:
    """What each contact adds to a body's constraint: one entry for each body and contact, by body, then contact.

    body, contact: (2p,) int32. invested: (2p,) float64, p_ij, the share of the body's tie strength that it has with the contact.
    value: (2p,) float64, (p_ij + sum_q p_iq p_qj) squared.
    """

    body: Ints
    contact: Ints
    invested: Floats
    value: Floats


@dataclass(frozen=True)
class StructuralHoles:
    """All measures of structural holes together, each (n,) float64 and NaN for a body without a known tie. contacts: (n,) int32."""

    contacts: Ints
    constraint: Floats
    effective_size: Floats
    efficiency: Floats
    hierarchy: Floats


def structural_holes(network: Network, *, found: Triangles | None = None) -> StructuralHoles:
    """Constraint, effective size, efficiency and hierarchy of every body from one list of triangles.

    network: directed or not; a contact is who has a tie with the body in either direction; weights count: give 1 everywhere to ignore
    strength. found: the triangles of this network where they are known already. O(p to the 1.5) for p pairs with a tie.
    Source: as the functions of each measure.

    >>> holes = structural_holes(Network.of(4, [(0, 1), (0, 2), (0, 3), (1, 2)]))
    >>> holes.effective_size.round(3).tolist(), holes.constraint.round(3).tolist()
    ([2.333, 1.0, 1.0, 1.0], [0.611, 1.007, 1.007, 1.0])
    """
    halves = halves_of(network, found)
    contacts = _contacts(halves, network.n)
    local = _local(halves)
    size = _effective_size(halves, contacts)
    return StructuralHoles(
        contacts, _summed(halves, local, contacts), size, size / np.maximum(contacts, 1), _hierarchy(halves, local, contacts)
    )


def constraint(network: Network) -> Floats:
    """How far each body's ties lead back to the same bodies: C_i = sum over contacts j of (p_ij + sum_q p_iq p_qj) squared.

    p_ij = (a_ij + a_ji) / sum_k (a_ik + a_ki), with a the weights (n bodies, directed or not). j and q are contacts of i, q another than j.
    Returns (n,) float64 above 0: small where many contacts do not know each other, 1 with a single contact, up to 1.125 in a small
    closed circle; NaN for a body without a known tie. O(p to the 1.5) for p pairs with a tie.
    Source: Burt 1992, ch. 2, eq. 2.4; Burt 2004.

    >>> constraint(Network.of(4, [(0, 1), (0, 2)])).round(3).tolist()
    [0.5, 1.0, 1.0, nan]
    """
    halves = halves_of(network, None)
    return _summed(halves, _local(halves), _contacts(halves, network.n))


def effective_size(network: Network) -> Floats:
    """How many different others a body's contacts stand for: the number of contacts, less what they share with each other.

    Burt's measure, for any weights and directions: sum over contacts j of (1 - sum_q p_iq m_jq), with p as in `constraint` and
    m_jq = (a_jq + a_qj) / max_k (a_jk + a_kj), how strong j's tie with q is beside j's strongest tie.
    Returns (n,) float64, at most the number of contacts; NaN for a body without a known tie. O(p to the 1.5) for p pairs with a tie.
    Where all weights are alike and the network is undirected it equals `effective_size_simple`.
    Source: Burt 1992, ch. 2, eq. 2.2. networkx 3.6 divides by the wrong body's strongest tie when asked for all nodes at once of a
    weighted or directed network; asked node by node it agrees.

    >>> effective_size(Network.of(3, [(0, 1), (0, 2), (1, 0), (2, 1)], is_directed=True)).round(3).tolist()
    [1.167, 1.167, 1.0]
    """
    halves = halves_of(network, None)
    return _effective_size(halves, _contacts(halves, network.n))


def effective_size_simple(network: Network) -> Floats:
    """Borgatti's short form of the effective size: contacts less 2 t / contacts, t being the ties among the contacts.

    For undirected networks; weights are ignored. Returns (n,) float64; NaN for a body without a known tie.
    Raises ValueError for a directed network. O(m to the 1.5). Source: Borgatti 1997, Connections 20(1), p. 36.

    >>> effective_size_simple(Network.of(4, [(0, 1), (0, 2), (0, 3), (1, 2)])).round(3).tolist()
    [2.333, 1.0, 1.0, 1.0]
    """
    if network.is_directed:
        raise ValueError("the short form of the effective size is for undirected networks: use effective_size")
    contacts = np.bincount(np.concatenate([network.source, network.target]), minlength=network.n)
    ties = np.bincount(np.concatenate(triangles(network).bodies), minlength=network.n)
    return _without_tie_nan(np.asarray(contacts - 2 * ties / np.maximum(contacts, 1), dtype=np.float64), contacts)


def efficiency(network: Network) -> Floats:
    """Effective size by the number of contacts, (n,) float64, up to 1 where no two contacts share anything; NaN for a body without a known tie.

    O(p to the 1.5) for p pairs with a tie. Source: Burt 1992, ch. 2; Borgatti 1997.

    >>> efficiency(Network.of(3, [(0, 1), (0, 2)])).tolist()
    [1.0, 1.0, 1.0]
    """
    return structural_holes(network).efficiency


def hierarchy(network: Network) -> Floats:
    """Whether one contact is the cause of most of a body's constraint: sum_j r_j ln r_j / (N ln N), r_j = c_ij / (C_i / N), N contacts.

    Returns (n,) float64, 0 where every contact constrains alike, 1 where one does it all; 1 with a single contact (the one contact is all
    the constraint: Burt's convention, the formula itself divides 0 by 0); NaN for a body without a known tie.
    O(p to the 1.5) for p pairs with a tie. Source: Burt 1992, ch. 2, p. 71 (the Coleman-Theil disorder index).

    >>> hierarchy(Network.of(4, [(0, 1), (0, 2)])).tolist()
    [0.0, 1.0, 1.0, nan]
    """
    return structural_holes(network).hierarchy


def local_constraint(network: Network) -> LocalConstraint:
    """What each contact adds to the constraint of each body (dyadic constraint); `constraint` is the sum over the contacts.

    O(p to the 1.5) for p pairs with a tie. Source: Burt 1992, ch. 2, eq. 2.4.

    >>> local = local_constraint(Network.of(3, [(0, 1), (0, 2)]))
    >>> list(zip(local.body.tolist(), local.contact.tolist(), local.value.tolist()))
    [(0, 1, 0.25), (0, 2, 0.25), (1, 0, 1.0), (2, 0, 1.0)]
    """
    halves = halves_of(network, None)
    value = _local(halves)
    order = np.lexsort((halves.contact, halves.body))
    return LocalConstraint(halves.body[order], halves.contact[order], halves.invested[order], value[order])


def _contacts(halves: Halves, n: int) -> Ints:
    return np.bincount(halves.body, minlength=n).astype(np.int32)


def _local(halves: Halves) -> Floats:
    """(p_ij + sum_q p_iq p_qj) squared, in the order of `halves`."""
    invested = halves.invested
    ij = np.concatenate([corner[0] for corner in halves.corners])
    through = np.concatenate([invested[iq] * invested[qj] for _, iq, qj, _ in halves.corners])
    return np.asarray((invested + np.bincount(ij, through, minlength=len(invested))) ** 2)


def _effective_size(halves: Halves, contacts: Ints) -> Floats:
    """Contacts less sum_j sum_q p_iq m_jq."""
    strongest = np.zeros(len(contacts))
    np.maximum.at(strongest, halves.body, halves.strength)
    beside = halves.strength / strongest[halves.body]
    i = np.concatenate([halves.body[ij] for ij, *_ in halves.corners])
    shared = np.concatenate([halves.invested[iq] * beside[jq] for _, iq, _, jq in halves.corners])
    return _without_tie_nan(contacts.astype(np.float64) - np.bincount(i, shared, minlength=len(contacts)), contacts)


def _hierarchy(halves: Halves, local: Floats, contacts: Ints) -> Floats:
    mean = np.bincount(halves.body, local, minlength=len(contacts)) / np.maximum(contacts, 1)
    ratio = local / mean[halves.body]
    disorder = np.bincount(halves.body, np.asarray(xlogy(ratio, ratio)), minlength=len(contacts))
    most = contacts * np.log(np.maximum(contacts, 2))
    return _without_tie_nan(np.where(contacts == 1, 1.0, np.maximum(disorder, 0) / np.maximum(most, 1)), contacts)


def _summed(halves: Halves, local: Floats, contacts: Ints) -> Floats:
    return _without_tie_nan(np.asarray(np.bincount(halves.body, local, minlength=len(contacts)), dtype=np.float64), contacts)


def _without_tie_nan(values: Floats, contacts: Ints | Longs) -> Floats:
    return np.asarray(np.where(contacts > 0, values, np.nan), dtype=np.float64)
