"""Who is in the middle of the map, who next to it, and who around? Rings for a picture, never a rank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from shutaf.analysis.network.core_periphery import core_periphery
from shutaf.analysis.network.graph import network_of
from shutaf.analysis.network.honesty import scope_of
from shutaf.analysis.network.municipality import municipal_refs, municipality_refs
from shutaf.analysis.network.pairs import pairs_of
from shutaf.analysis.situation import Situation

RingsBasis: TypeAlias = Literal["core", "municipality", "informants", "nobody"]
MOST_SEARCHED = 3000
"""Ours: above this many bodies the core is not searched for, and the rings go by steps from the municipality."""


@dataclass(frozen=True, slots=True)
class Rings:
    """ring_of: ref -> 0 in the middle, 1 next to it, 2 around. basis: what the middle is, which decides how the rings may be called.

    core: the part of a surveyed map that its ties fit best. municipality: its departments, 1 has a known tie with one of them, 2 none known
    to us. informants: the same from the bodies of those who typed the map. nobody: there is neither, and all stand around.
    """

    ring_of: Mapping[str, int]
    basis: RingsBasis


def rings(situation: Situation) -> Rings:
    """Three rings. A core is named only where the bodies themselves answered: on a `reported` map it would be whoever typed it. Ours.

    >>> from shutaf.analysis.situation import Body, Department, Situation, Tie
    >>> town = Situation(bodies=(Body("d", "D", department=Department()), Body("a", "A"), Body("b", "B")), ties=(Tie("d", "a"),))
    >>> rings(town)
    Rings(ring_of={'d': 0, 'a': 1, 'b': 2}, basis='municipality')
    """
    if scope_of(situation) == "ranked" and len(situation.bodies) <= MOST_SEARCHED:
        found = core_periphery(network_of(situation))
        if found.label in ("clear_core", "partial_core"):
            return Rings(
                _steps(situation, frozenset(b.ref for b, is_core in zip(situation.bodies, found.core, strict=True) if is_core)), "core"
            )
    if middle := municipality_refs(situation):
        return Rings(_steps(situation, middle), "municipality")
    if middle := municipal_refs(situation):
        return Rings(_steps(situation, middle), "informants")
    return Rings({body.ref: 2 for body in situation.bodies}, "nobody")


def _steps(situation: Situation, middle: frozenset[str]) -> dict[str, int]:
    neighbours = pairs_of(situation).neighbours
    near = {other for ref in middle for other in neighbours.get(ref, ())}
    return {body.ref: 0 if body.ref in middle else 1 if body.ref in near else 2 for body in situation.bodies}
