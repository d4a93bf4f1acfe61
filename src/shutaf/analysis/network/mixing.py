"""Do ties stay inside the sectors or cross them?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from shutaf.analysis.network.pairs import Pair, pairs_of
from shutaf.analysis.situation import SECTORS, Body, Ints, Situation

GROUPS = ("department", *SECTORS, "")
"""Keys of the groups in the order of the matrix; "" gathers the bodies whose sector nobody wrote."""


@dataclass(frozen=True)
class Mixing:
    """Ties by group. groups: k keys. ties, nones, possible: (k, k) int32, symmetric; the diagonal counts pairs inside the group.

    within, across: ties inside one sector and between two, departments counted with the public sector; possible_within and
    possible_across: the pairs there are. Pairs whose sectors cannot be compared (one unwritten, or both `other`) are in none of the four.
    """

    groups: tuple[str, ...]
    ties: Ints
    nones: Ints
    possible: Ints
    within: int
    across: int
    possible_within: int
    possible_across: int

    @property
    def ei(self) -> float:
        """E-I index, -1 (no tie crosses) .. +1 (all cross); NaN without ties. Source: Krackhardt & Stern 1988."""
        return _ei(self.across, self.within)

    @property
    def ei_expected(self) -> float:
        """The E-I index if ties fell on pairs by chance: what the sizes of the sectors alone would give. NaN without comparable pairs."""
        return _ei(self.possible_across, self.possible_within)

    def between(self, group: str, other: str) -> tuple[int, int, int]:
        """(ties, known to have none, possible) between two groups, or inside one."""
        at = self.groups.index(group), self.groups.index(other)
        return int(self.ties[at]), int(self.nones[at]), int(self.possible[at])


def mixing(situation: Situation, *, without: Collection[str] = frozenset()) -> Mixing:
    """Ties, known nones and possible pairs, by pairs of groups (departments and sectors).

    without: refs left out altogether: neither their ties nor their pairs count. Groups without a body are left out.
    Ours: departments are a group of their own in the matrix but public in `within` and `across`. O(ties + groups squared).
    Source: mixing matrix, E-I index: Krackhardt & Stern 1988.

    >>> from shutaf.analysis.situation import Tie, Word
    >>> bodies = (Body("a", "A", Word("", "business")), Body("b", "B", Word("", "business")), Body("c", "C", Word("", "academia")))
    >>> found = mixing(Situation(bodies=bodies, ties=(Tie("a", "b"), Tie("a", "c"))))
    >>> found.groups, found.ties.tolist(), found.ei
    (('business', 'academia'), [[1, 1], [1, 0]], 0.0)
    """
    kept = {body.ref: body for body in situation.bodies if body.ref not in without}
    present = {body.group_key for body in kept.values()}
    groups = tuple(group for group in GROUPS if group in present)
    place = {group: i for i, group in enumerate(groups)}
    pairs = pairs_of(situation).without(without)
    ties, nones = (_counted(kept, place, said) for said in (pairs.exists, pairs.none))
    sizes = np.bincount([place[body.group_key] for body in kept.values()], minlength=len(groups))
    possible = (np.outer(sizes, sizes) - np.diag(sizes * (sizes + 1) // 2)).astype(np.int32)
    within, across = _inside_and_across(groups, ties)
    possible_within, possible_across = _inside_and_across(groups, possible)
    return Mixing(groups, ties, nones, possible, within, across, possible_within, possible_across)


def _counted(bodies: dict[str, Body], place: dict[str, int], pairs: Iterable[Pair]) -> Ints:
    counts = np.zeros((len(place), len(place)), dtype=np.int32)
    for one, other in pairs:
        i, j = place[bodies[one].group_key], place[bodies[other].group_key]
        counts[i, j] += 1
        counts[j, i] += i != j
    return counts


def _inside_and_across(groups: tuple[str, ...], counts: Ints) -> tuple[int, int]:
    within = across = 0
    for i, group in enumerate(groups):
        for j in range(i, len(groups)):
            match same_sector(group, groups[j]):
                case True:
                    within += int(counts[i, j])
                case False:
                    across += int(counts[i, j])
    return within, across


def same_sector(group: str, other: str) -> bool | None:
    """Whether two groups are of one sector; None where that cannot be told.

    >>> same_sector("department", "public"), same_sector("other", "other"), same_sector("", "business")
    (True, None, None)
    """
    sectors = ["public" if group == "department" else group for group in (group, other)]
    if "" in sectors or sectors == ["other", "other"]:
        return None
    return sectors[0] == sectors[1]


def _ei(external: int, internal: int) -> float:
    return (external - internal) / (external + internal) if external + internal else float("nan")
