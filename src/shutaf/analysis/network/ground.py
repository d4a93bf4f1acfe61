"""What does a map rest on? The situation, where its bodies stand, and who has a known tie with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from shutaf.analysis.network.pairs import Pair, Pairs, pairs_of
from shutaf.analysis.network.questions import name_order
from shutaf.analysis.situation import Floats, Situation, Tie


@dataclass(frozen=True, eq=False)
class MapGround:
    """positions: (n, 2) float64 in 0..1, in the order of situation.bodies. Everything a map needs, without the rest of a preparation."""

    situation: Situation
    positions: Floats

    @cached_property
    def _pairs(self) -> Pairs:
        return pairs_of(self.situation)

    @property
    def ties_by_pair(self) -> Mapping[Pair, Sequence[Tie]]:
        """The rows of each pair with a known tie."""
        return self._pairs.exists

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str, ...]]:
        """For each body, by name, those it has a known tie with, by name."""
        found = self._pairs.neighbours
        place = {ref: i for i, ref in enumerate(name_order(self.situation, self.situation.body_by_ref))}
        return {ref: tuple(sorted(found.get(ref, ()), key=place.__getitem__)) for ref in place}


def filled_in(situation: Situation, known: Mapping[str, tuple[float, float]]) -> Floats:
    """Places of all bodies where only some are known: those stay, a new body stands in the middle of its neighbours, else at the upper edge.

    Good for the minutes until `layout` has found better ones. Returns (n, 2) float64. O(n + m). Ours.

    >>> from shutaf.analysis.situation import Body, Tie
    >>> town = Situation(bodies=(Body("a", "A"), Body("b", "B")), ties=(Tie("a", "b"),))
    >>> filled_in(town, {"a": (0.2, 0.4)}).round(2).tolist()
    [[0.2, 0.4], [0.21, 0.4]]
    """
    neighbours = pairs_of(situation).neighbours
    places = np.empty((len(situation.bodies), 2))
    new = 0
    for i, body in enumerate(situation.bodies):
        if body.ref in known:
            places[i] = known[body.ref]
            continue
        new += 1
        near = [known[other] for other in neighbours.get(body.ref, ()) if other in known]
        aside = 0.01 * (1 + (new - 1) % 7)  # several new ones do not hide each other
        places[i] = np.mean(near, axis=0) + np.array([aside, 0.0]) if near else (0.03 + (new * 0.037) % 0.94, 0.02)
    return np.clip(places, 0.0, 1.0)
