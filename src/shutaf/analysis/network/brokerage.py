"""Who stands between whom: inside a group, between groups, for its own group or for others?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from shutaf.analysis.network.brokerage_paths import open_counts
from shutaf.analysis.network.brokerage_roles import ROLES, Labels, group_codes
from shutaf.analysis.network.brokerage_shared import shared_counts
from shutaf.analysis.network.triangles import Triangles, triangles
from shutaf.analysis.situation import Floats, Network


@dataclass(frozen=True)
class Brokerage:
    """How often each body is the only step between two others who have no tie, by role; each (n,) float64.

    For a path a -> b -> c without a tie a -> c, groups G: coordinator Ga = Gb = Gc; consultant (or itinerant) Ga = Gc, Gb another;
    representative Ga = Gb, Gc another; gatekeeper Gb = Gc, Ga another; liaison all three differ.
    ungrouped: paths on which a body without a group stands, so that the role cannot be told. total: all six together.
    """

    coordinator: Floats
    consultant: Floats
    representative: Floats
    gatekeeper: Floats
    liaison: Floats
    ungrouped: Floats
    total: Floats

    @property
    def whole(self) -> Mapping[str, float]:
        """Each role summed over all bodies; `total` is the number of such paths in the network."""
        return {name: float(getattr(self, name).sum()) for name in (*ROLES, "ungrouped", "total")}

    @property
    def roles(self) -> Floats:
        """(n, 5) float64: the five roles in the order of ROLES."""
        return np.column_stack([getattr(self, name) for name in ROLES])


def brokerage(network: Network, groups: Labels, *, is_weighted: bool = False, found: Triangles | None = None) -> Brokerage:
    """How often each body connects two others who have no tie, by the groups of the three (Gould-Fernandez brokerage).

    network: n bodies; a path a -> b -> c counts for b when there is no tie a -> c. Undirected: every open pair counts in both directions,
    so that gatekeeper equals representative. Strengths are ignored.
    groups: (n,) labels of any kind (text, numbers), equal labels are one group; None, NaN and "" are a body without a group.
    is_weighted: a path counts 1 / (number of brokers between its two ends), so that who is one of many counts less.
    found: the triangles of this network where they are known already.
    Raises ValueError where groups are not n labels.
    Counts: O(p to the 1.5) for p pairs with a tie; paths are not enumerated: products of ties into and out of groups, less the triangles.
    Weighted: O(paths of two steps), which hubs make many (a hub with d contacts: d squared).
    Source: Gould & Fernandez 1989, Sociological Methodology 19, pp. 89-126. Names as in R sna: coordinator w_I, consultant w_O,
    representative b_IO, gatekeeper b_OI, liaison b_O (sna's code; its manual page has the texts of the last but two exchanged).

    >>> found = brokerage(Network.of(3, [(0, 1), (1, 2)], is_directed=True), ["town", "town", "firm"])
    >>> found.representative.tolist(), found.whole["total"]
    ([0.0, 1.0, 0.0], 1.0)
    """
    code = group_codes(groups, network.n)
    counts = shared_counts(network, code) if is_weighted else open_counts(found or triangles(network), code)
    return Brokerage(*(*counts.T.copy(), counts.sum(axis=1)))
