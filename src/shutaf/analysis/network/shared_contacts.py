"""Which departments work with the same outside bodies, while no tie between those departments is known?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from shutaf.analysis.network.municipality import municipality_refs
from shutaf.analysis.network.pairs import Pair, pair_of, pairs_of
from shutaf.analysis.network.questions import name_order
from shutaf.analysis.situation import Situation


@dataclass(frozen=True, slots=True)
class SharedContacts:
    """Two departments and the outside bodies both have a known tie with, by name. is_known_none: a row says the two have no tie."""

    departments: Pair
    bodies: tuple[str, ...]
    is_known_none: bool


def shared_contacts(situation: Situation) -> tuple[SharedContacts, ...]:
    """Pairs of departments without a known tie that share outside bodies, most shared bodies first, then by name.

    O(outside bodies x squared departments per body).
    """
    pairs = pairs_of(situation)
    departments = {body.ref for body in situation.departments}
    municipality = municipality_refs(situation)
    shared: dict[Pair, list[str]] = {}
    for body in name_order(situation, set(pairs.neighbours) - municipality):
        for pair in combinations(sorted(pairs.neighbours[body] & departments), 2):
            shared.setdefault(pair_of(*pair), []).append(body)
    place = {ref: i for i, ref in enumerate(name_order(situation, departments))}
    found = [SharedContacts(pair, tuple(bodies), pair in pairs.none) for pair, bodies in shared.items() if pair not in pairs.exists]
    return tuple(sorted(found, key=lambda one: (-len(one.bodies), sorted(place[ref] for ref in one.departments))))
