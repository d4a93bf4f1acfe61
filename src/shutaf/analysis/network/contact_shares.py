"""Which share of its ties does each body have with each contact, and which of these shares meet in a triangle?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shutaf.analysis.network.triangles import Longs, Triangles, triangles
from shutaf.analysis.situation import Floats, Ints, Network


@dataclass(frozen=True)
class Halves:
    """Every pair with a tie seen from both ends, (2p,) arrays: first all from `one`, then all from `other`.

    corners: for each way to call the bodies of a triangle i, j and q, the places of i's tie with j, i's with q, q's with j, j's with q.
    """

    body: Ints
    contact: Ints
    strength: Floats  # a_ij + a_ji
    invested: Floats  # p_ij
    corners: tuple[tuple[Longs, Longs, Longs, Longs], ...]


def halves_of(network: Network, found: Triangles | None) -> Halves:
    found = found or triangles(network)
    pairs = found.pairs
    body, contact = np.concatenate([pairs.one, pairs.other]), np.concatenate([pairs.other, pairs.one])
    strength = np.tile(pairs.forth + pairs.back, 2)
    total = np.bincount(body, strength, minlength=network.n)
    xy, xz, yz = found.edges
    yx, zx, zy = (edge + len(pairs.one) for edge in found.edges)
    corners = ((xy, xz, zy, yz), (xz, xy, yz, zy), (yx, yz, zx, xz), (yz, yx, xz, zx), (zx, zy, yx, xy), (zy, zx, xy, yx))
    return Halves(body, contact, strength, strength / total[body], corners)
